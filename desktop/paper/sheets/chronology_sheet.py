"""The chronology: dated lines of a list in order, by year or month, the undated in their place.

It is built from the lines of lists alone, so that thousands of events cost a few questions to the
desk. The `print` command and the preview ask it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from db import HistoricalDate, Line, iso_day
from desktop.paper.content.blocks import Block, Chronology, Heading
from desktop.paper.sections.entries import ENTRIES, Entries
from desktop.paper.sections.print_phrases import day_text
from desktop.paper.sections.sheet_context import first_day, told_day

DATED = tuple(ENTRIES)
"""The kinds that happen on a day."""


def chronology_blocks(lines: Iterable[Line], entries: Entries) -> list[Block]:
    """Return the entries under their years, or under their months where all are of one year.

    What begins after the lens's day stands under a heading that says so, and what has no date
    last. People and organizations have no day of their own and are left out.
    """
    dated_lines = [line for line in lines if line.kind in DATED]
    day = entries.lens.as_of
    dated = sorted((line for line in dated_lines if first_day(line)), key=told_day)
    past = [line for line in dated if (first_day(line) or "") <= day]
    blocks = _group_by_year(past, entries)
    later = [line for line in dated if (first_day(line) or "") > day]
    blocks += _group(f"After {day_text(day)}", later, entries)
    undated = [line for line in dated_lines if not first_day(line)]
    return blocks + _group("Undated", undated, entries)


def _group_by_year(lines: list[Line], entries: Entries) -> list[Block]:
    years = {_year(line) for line in lines}
    name = _month if len(years) == 1 else _year
    groups = groupby(lines, name)
    return [block for year, group in groups for block in _group(year, list(group), entries)]


def _group(name: str, lines: list[Line], entries: Entries) -> list[Block]:
    if not lines:
        return []
    entries.begin()
    return [Heading(name), Chronology([ENTRIES[line.kind](entries, line) for line in lines])]


def _year(line: Line) -> str:
    """Return the year of the day by which a line takes its place."""
    return _spoken_year(_iso(line)[:-6])


@lru_cache(maxsize=1024)
def _spoken_year(year: str) -> str:
    """Return the year of an ISO day in words: year 0 of the calendar is 1 BC (ISO 8601-2, 4.2.2).

    >>> _spoken_year("0044"), _spoken_year("-0044")
    ('44', '45 BC')
    """
    number = int(year)
    return str(number) if number > 0 else f"{1 - number} BC"


def _month(line: Line) -> str:
    return HistoricalDate.parse(_iso(line)[:-3]).phrase()


def _iso(line: Line) -> str:
    return iso_day(told_day(line)) or ""
