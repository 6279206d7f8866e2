"""Records and parts with all that they name called as it was on a day; pages and paper ask it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from db.lists.titles.names_then import Names
from db.tables.fields import Stored
from db.tables.references import Ref


def with_names(value: Any, names: Names) -> Any:
    """Return a record, a part, or anything that holds references, with each called by these names:
    to be looked at, never to be saved.

    >>> with_names([Ref(3, "Myanmar"), Ref(4, "Peru")], {3: "Burma"})
    [Ref(id=3, title='Burma', kind=''), Ref(id=4, title='Peru', kind='')]
    """
    if isinstance(value, Ref):
        return replace(value, title=names[value.id]) if value.id in names else value
    if type(value) in (list, tuple):
        items = [with_names(each, names) for each in value]
        is_same = all(one is other for one, other in zip(items, value, strict=True))
        return value if is_same else type(value)(items)
    if isinstance(value, Stored):
        found = {name: getattr(value, name) for name in type(value).model_fields}
        changed = _values_with_names(found, names)
        return value.model_copy(update=changed) if changed else value
    if is_dataclass(value) and not isinstance(value, type):
        found = {each.name: getattr(value, each.name) for each in fields(value)}
        changed = _values_with_names(found, names)
        return replace(value, **changed) if changed else value
    return value


def _values_with_names(found: dict[str, Any], names: Names) -> dict[str, Any]:
    """Return those values that are others with these names."""
    pairs = {name: with_names(value, names) for name, value in found.items()}
    return {name: value for name, value in pairs.items() if value is not found[name]}
