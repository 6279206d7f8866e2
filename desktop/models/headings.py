"""What the columns of the lists are called and how wide they stand; models and tables ask it."""

from __future__ import annotations

from typing import Final, NamedTuple

from desktop.translated import QT_TRANSLATE_NOOP


class Heading(NamedTuple):
    """A column's name, its share of the width and whether its text is quiet."""

    name: str
    share: int
    is_quiet: bool = True


TITLES: Final = frozenset({"name", "title", "what"})  # the columns that hold the record's name
DAYS: Final = frozenset({"when", "date"})

HEADINGS: Final[dict[str, Heading]] = {
    "name": Heading(QT_TRANSLATE_NOOP("Headings", "Name"), 9, False),
    "office": Heading(QT_TRANSLATE_NOOP("Headings", "Office"), 9),
    "country": Heading(QT_TRANSLATE_NOOP("Headings", "Country"), 4),
    "type": Heading(QT_TRANSLATE_NOOP("Headings", "Type"), 4),
    "acronym": Heading(QT_TRANSLATE_NOOP("Headings", "Acronym"), 3),
    "title": Heading(QT_TRANSLATE_NOOP("Headings", "Title"), 10, False),
    "date": Heading(QT_TRANSLATE_NOOP("Headings", "Date"), 5),
    "parties": Heading(QT_TRANSLATE_NOOP("Headings", "Parties"), 6),
    "status": Heading(QT_TRANSLATE_NOOP("Headings", "Status"), 4),
    "when": Heading(QT_TRANSLATE_NOOP("Headings", "When"), 5),
    "what": Heading(QT_TRANSLATE_NOOP("Headings", "What"), 9, False),
    "who": Heading(QT_TRANSLATE_NOOP("Headings", "Who"), 7),
    "where": Heading(QT_TRANSLATE_NOOP("Headings", "Where"), 4),
    "outcome": Heading(QT_TRANSLATE_NOOP("Headings", "Outcome"), 6),
}
