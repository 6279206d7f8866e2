"""Gives one field of a record, or one line of its tables, back what it was before a change. Pure.

The history asks it, and saves the record that comes of it as a change of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db import OfficeRef, Part, Record, Ref, Refused, Source, copy_with, field_names
from desktop.printing.differences import UNSAID, Path

_CHANGED_SINCE = "It has been changed again since; undo that change first."


def undo_field(current: Record, before: Record, after: Record, path: Path) -> Record:
    """Return a record as it is now with one difference of a change taken back.

    `path` is that of the `Difference`. Raises Refused where the field, or the line, is no longer as
    the change left it.
    """
    wanted = current.model_copy(deep=True)
    here: Any = wanted
    was: Any = before
    left: Any = after
    for name, key in path[:-1]:
        here, was, left = (_line(getattr(each, name), key) for each in (here, was, left))
        if here is None:
            raise Refused(_CHANGED_SINCE)
    name, key = path[-1]
    if key:
        _undo_line(getattr(here, name), getattr(was, name), getattr(left, name), key)
        return wanted
    if not is_same(getattr(here, name), getattr(left, name)):
        raise Refused(_CHANGED_SINCE)
    setattr(here, name, getattr(was, name))
    return wanted


def _undo_line(lines: list[Part], was: Sequence[Part], left: Sequence[Part], key: int) -> None:
    """Take a line away that had come, or put one back that had gone, in its former place."""
    here, former = _line(lines, key), _line(was, key)
    if former is None:
        if here is None or not is_same(here, _line(left, key)):
            raise Refused(_CHANGED_SINCE)
        lines.remove(here)
    elif here is not None:
        raise Refused(_CHANGED_SINCE)
    else:
        lines.insert(min(list(was).index(former), len(lines)), _as_new(former))


def _line(lines: Sequence[Part], key: int) -> Part | None:
    return next((each for each in lines if each.id == key), None)


def _as_new(part: Part) -> Part:
    """Return a line that is to be stored anew, with the lines within it."""
    values: dict[str, Any] = {"id": 0}
    for name in field_names(part):
        value = getattr(part, name)
        if isinstance(value, list) and any(isinstance(each, Part) for each in value):
            values[name] = [_as_new(each) for each in value]
    return copy_with(part, **values)


def is_same(one: Any, other: Any) -> bool:
    """Say whether two values say the same; a record that was renamed since is the same record."""
    if isinstance(one, Ref | OfficeRef | Source):
        return type(one) is type(other) and one.id == other.id
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, Part) and isinstance(other, Part):
        names = [name for name in field_names(one) if name not in UNSAID]
        return all(is_same(getattr(one, name), getattr(other, name)) for name in names)
    return bool(one == other)
