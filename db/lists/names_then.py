"""What records were called on a day: of a name with dates the one that was valid then.

Lists, pages, pickers, the timeline and paper ask it for all that they name at once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from db.dates import OPEN_END
from db.lens import Lens
from db.storage.engine import Sql
from db.storage.id_lists import FIRST_LISTED, listed
from db.storage.unpacking import MAX_TITLE_LETTERS
from db.tables.fields import Stored
from db.tables.references import Ref

Names = Mapping[int, str]


def title_then(record: str) -> str:
    """Return what gives the name of a record on the day `?3`, within a statement."""
    return (
        f"coalesce((SELECT n.text FROM name n WHERE n.record_id = {record}.id"
        " AND n.kind IN ('former', 'primary')"
        " AND (n.since_first IS NOT NULL OR n.until_last IS NOT NULL)"
        f" AND coalesce(n.since_first, '') <= ?3 AND coalesce(n.until_last, '{OPEN_END}') >= ?3"
        f" ORDER BY n.position LIMIT 1), {record}.title)"
    )


def read_names_then(sql: Sql, ids: Collection[int], lens: Lens) -> Names:
    """Return the names of those of these records that were called otherwise on the lens's day.

    A name without any date of its own is of no day; of several that were valid the first counts.
    """
    if not ids:
        return {}
    rows = sql.rows(
        f"SELECT n.record_id, substr(n.text, 1, {MAX_TITLE_LETTERS}) FROM name n"
        f" WHERE n.record_id IN ({FIRST_LISTED}) AND n.kind IN ('former', 'primary')"
        " AND (n.since_first IS NOT NULL OR n.until_last IS NOT NULL)"
        f" AND coalesce(n.since_first, '') <= ?2 AND coalesce(n.until_last, '{OPEN_END}') >= ?2"
        " ORDER BY n.position DESC",
        (listed(ids), lens.as_of),
    )
    return dict(rows)


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
