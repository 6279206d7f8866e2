"""What the columns of the lists are called, how wide they stand and which are shown at first.

Models ask it for the names, tables for the rest.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from desktop.style.translated import QT_TRANSLATE_NOOP


class ColumnHeading(NamedTuple):
    """A column's name and the room it asks for, in letters, as `column_widths` deals it out."""

    name: str
    least: int
    wanted: int
    rank: int
    grows: int = 0


TITLES: Final = frozenset({"name", "title", "what"})  # the columns that hold the record's name
DAYS: Final = frozenset({"when", "date"})

HEADINGS: Final[dict[str, ColumnHeading]] = {
    "name": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Name"), 10, 24, 2, 3),
    "office": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Office"), 6, 30, 3, 4),
    "country": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Country"), 8, 13, 1),
    "type": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Type"), 7, 14, 5),
    "acronym": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Acronym"), 6, 9, 4),
    "title": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Title"), 10, 30, 2, 5),
    "date": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Concluded"), 8, 18, 1),
    "parties": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Parties"), 6, 22, 4, 3),
    "status": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Status"), 6, 10, 3),
    "when": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Date"), 8, 18, 1),
    "what": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Title"), 10, 34, 2, 4),
    "who": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Participants"), 6, 22, 3, 2),
    "where": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Place"), 6, 12, 4),
    "outcome": ColumnHeading(QT_TRANSLATE_NOOP("Headings", "Outcome"), 6, 20, 5, 2),
}

#: Kind and column: what a list has no room for at first, and the officer may choose.
CHOSEN_ONLY: Final = frozenset({("agreement", "type")})
