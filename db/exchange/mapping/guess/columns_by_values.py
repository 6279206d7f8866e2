"""Columns that a heading alone does not tell: what stands in them says whether they are meant.

A “title” is an office where it holds titles of offices, a “seat” a body where it holds bodies, and
the purpose of a visit is what an event is called where nothing else is. `mapping_guess` asks.
"""

from __future__ import annotations

from db.exchange.mapping.guess.headings import fold, shared_phrases
from db.exchange.mapping.guess.shapes import FileColumn

Found = dict[str, list[FileColumn]]

_MIN_SHARE = 0.6  # of the values
_MIN_DISTINCT_SHARE = 0.5  # one purpose for all tells no events apart
_HOLDERS = ("people", "tenures")
#: kinds, target, what its columns may be called, and how most values must look
_RULES = (
    (_HOLDERS, "office", "office_if_so", "office"),
    (_HOLDERS, "organization", "body_if_so", "body"),
    (("events",), "title", "event_if_none", "name"),
)
_GIVES_WAY = frozenset(("honorific", "notes", "aliases"))  # targets that such a column may leave


def take_by_values(kind: str, found: Found, columns: list[FileColumn]) -> None:
    """Give each target that no column was found for the one that its values speak for."""
    for kinds, target, concept, look in _RULES:
        if kind not in kinds or target in found:
            continue
        phrases = shared_phrases(concept)
        for column in columns:
            if fold(column.heading) in phrases and _is_meant(column, look):
                serves = [name for name, some in found.items() if column in some]
                if set(serves) <= _GIVES_WAY:
                    _move(column, target, serves, found)
                    break


def _is_meant(column: FileColumn, look: str) -> bool:
    if column.share(look) < _MIN_SHARE:
        return False
    return look != "name" or (
        len(column.values) >= _MIN_DISTINCT_SHARE * column.filled and column.length() > 3
    )


def _move(column: FileColumn, target: str, serves: list[str], found: Found) -> None:
    for name in serves:
        found[name].remove(column)
        if not found[name]:
            del found[name]
    found[target] = [column]
