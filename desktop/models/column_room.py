"""How wide the columns of the lists stand, and which are shown at first; tables ask it.

What they are called stands with the columns, in `db`.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from db import KINDS, MORE_COLUMNS


class ColumnRoom(NamedTuple):
    """The room that a column asks for, in letters, as `column_widths` deals it out."""

    least: int
    wanted: int
    rank: int
    grows: int = 0


TITLES: Final = frozenset({"name", "title", "what"})  # the columns that hold the record's name
DAYS: Final = frozenset({"when", "date", "born", "founded", "in_force", "checked"})
MAX_DAY_LETTERS: Final = 15  # letters of a date; in a longer one months are shortened

ROOM: Final[dict[str, ColumnRoom]] = {
    "name": ColumnRoom(14, 24, 1, 3),
    "office": ColumnRoom(6, 30, 3, 4),
    "country": ColumnRoom(8, 13, 2),
    "type": ColumnRoom(7, 14, 5),
    "acronym": ColumnRoom(6, 9, 4),
    "title": ColumnRoom(16, 30, 1, 5),
    "date": ColumnRoom(13, 18, 2),
    "parties": ColumnRoom(6, 22, 4, 3),
    "status": ColumnRoom(6, 10, 3),
    "when": ColumnRoom(13, 18, 2),
    "what": ColumnRoom(16, 34, 1, 4),
    "who": ColumnRoom(6, 22, 3, 2),
    "where": ColumnRoom(6, 12, 4),
    "outcome": ColumnRoom(6, 20, 5, 2),
    "rank": ColumnRoom(6, 16, 4),
    "telephone": ColumnRoom(8, 16, 3),
    "email": ColumnRoom(8, 20, 4),
    "born": ColumnRoom(8, 12, 3),
    "founded": ColumnRoom(8, 12, 3),
    "parent": ColumnRoom(6, 22, 4, 2),
    "reference": ColumnRoom(6, 14, 3),
    "registration": ColumnRoom(6, 14, 4),
    "binding": ColumnRoom(6, 12, 5),
    "laterality": ColumnRoom(6, 12, 5),
    "in_force": ColumnRoom(8, 12, 3),
    "place": ColumnRoom(6, 12, 4),
    "state": ColumnRoom(6, 10, 4),
    "agreements": ColumnRoom(6, 22, 4, 2),
    "times": ColumnRoom(8, 30, 4, 2),
    "topics": ColumnRoom(6, 22, 5, 2),
    "marking": ColumnRoom(6, 11, 3),
    "checked": ColumnRoom(8, 12, 3),
}

#: Kind and column: what a list has no room for at first, and the officer may choose.
CHOSEN_ONLY: Final = frozenset(
    {("agreement", "type"), *((kind, each.key) for kind in KINDS for each in MORE_COLUMNS[kind])}
) - {("event", "type"), ("event", "agreements")}
