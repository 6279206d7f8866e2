"""Rows of a list, and one record in a line, as they are copied; `DeskView` puts them on the
clipboard. Texts in, texts out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, Final

from db import Agreement, Event, HistoricalDate, Organization, Person, Reading

MAX_COPIED_ROWS: Final = 50_000  # more fit no sheet that is pasted into; they can be printed

Row = Sequence[str]


def rows_as_text(headings: Row, rows: Sequence[Row]) -> str:
    r"""Return rows as a spreadsheet takes them: tabs between cells, headings over more than one
    row.

    >>> rows_as_text(("Name", "Country"), [("Dar", "Pakistan")])
    'Dar\tPakistan'
    >>> rows_as_text(("Name",), [("Dar",), ("Munir\n(two lines)",)])
    'Name\nDar\nMunir (two lines)'
    """
    return "\n".join("\t".join(map(_one_line, row)) for row in _with_headings(headings, rows))


def rows_as_html(headings: Row, rows: Sequence[Row]) -> str:
    """Return rows as a table for a letter or a sheet, every cell as text: none of them is a
    formula.

    >>> "<td" in rows_as_html(("Name",), [("<b>",)]), "<b>" in rows_as_html(("Name",), [("<b>",)])
    (True, False)
    """
    body = "".join(
        "<tr>" + "".join(_cell(cell) for cell in row) + "</tr>"
        for row in _with_headings(headings, rows)
    )
    return f"<table>{body}</table>"


def record_as_line(reading: Reading) -> str:
    """Return a record as a letter names it: name and title, acronym or date, as of the day that is
    seen.

    >>> record_as_line(Reading(Person(title="Dar", honorific="H.E."), None, "Senator · Chair", 0))
    'H.E. Dar, Senator; Chair'
    >>> record_as_line(Reading(Organization(title="Army", acronym="PA"), None, "", 0))
    'Army (PA)'
    """
    record: Any = reading.record
    day: HistoricalDate | None = None
    after = [""]
    name = record.title
    if isinstance(record, Person):
        name = " ".join(filter(None, (record.honorific, record.title)))
        after = [record.post_nominals, reading.title.replace(" · ", "; ")]
    elif isinstance(record, Organization):
        name = f"{record.title} ({record.acronym})" if record.acronym else record.title
    elif isinstance(record, Agreement):
        after, day = [record.place], record.concluded
    elif isinstance(record, Event):
        after, day = [record.place], record.start
    return _one_line(", ".join(filter(None, (name, *after, day.phrase() if day else ""))))


def _with_headings(headings: Row, rows: Sequence[Row]) -> Iterable[Row]:
    return [headings, *rows] if len(rows) > 1 else rows


def _cell(text: str) -> str:
    return f"<td style=\"mso-number-format:'\\@'\">{escape(_one_line(text))}</td>"


def _one_line(text: str) -> str:
    return " ".join(text.split())
