"""Chronologies: order, headings, the undated, and thousands of entries."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db import Lens, Line, Span
from desktop.paper.content.blocks import Chronology, Heading, Sheet, plain
from desktop.paper.sections.citing import Sources
from desktop.paper.sections.entries import Entries
from desktop.paper.sections.sheet_context import SheetFacts
from desktop.paper.sheets.chronology_sheet import chronology_blocks
from desktop.paper.sheets.sheet_forms import lines_sheet
from desktop.paper.typst.typeset import typeset

LENS = Lens("2026-11-23", 3)


def event(number: int, first: str | None, last: str | None = None, when: str = "") -> Line:
    """A line of an event that began on one of the days from `first` to `last`."""
    last = last or first
    cells = (when or first or "", f"Call {number}", "Dar, Rubio", "Lahore", "They spoke.")
    span = Span(first, last, last, first)
    return Line(number, f"u{number}", "event", f"Call {number}", "", cells, 0, "pk", None, span)


def told(lines: list[Line], lens: Lens = LENS) -> list[str]:
    """Headings and titles in the order of the sheet."""
    found = []
    for block in chronology_blocks(lines, Entries(lens, SheetFacts(), Sources())):
        if isinstance(block, Heading):
            found.append(block.text)
        elif isinstance(block, Chronology):
            found += [plain(entry.what).partition(".")[0] for entry in block.rows]
    return found


def test_entries_stand_under_their_years_and_the_undated_last() -> None:
    lines = [event(1, None), event(2, "2025-05-01"), event(3, "2019-01-01", "2019-12-31", "2019")]
    assert told(lines) == ["2019", "Call 3", "2025", "Call 2", "Undated", "Call 1"]


def test_within_one_year_they_stand_under_their_months() -> None:
    lines = [event(1, "2025-09-02"), event(2, "2025-07-31"), event(3, "2025-07-01")]
    assert told(lines) == ["July 2025", "Call 3", "Call 2", "September 2025", "Call 1"]


def test_a_vague_month_is_told_in_that_month() -> None:
    about_july = event(1, "2025-06-01", "2025-08-31", "about July 2025")
    assert told([about_july]) == ["July 2025", "Call 1"]


def test_what_comes_after_the_day_stands_apart() -> None:
    lines = [event(1, "2025-09-02"), event(2, "2025-07-31")]
    assert told(lines, Lens("2025-08-15")) == [
        "July 2025", "Call 2", "After 15 August 2025", "Call 1",
    ]  # fmt: skip


def test_years_before_christ_are_said_so() -> None:
    assert told([event(1, "-0043-03-15"), event(2, "0044-03-15")])[::2] == ["44 BC", "44"]


def test_people_have_no_day_and_are_left_out() -> None:
    person = replace(event(1, None), kind="person", span=None, cells=("Dar", "", ""))
    assert told([person]) == []


def test_a_chronology_of_4271_events_is_set_whole() -> None:
    lines = [event(n, f"{1947 + n // 60}-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(4271)]
    assert typeset(lines_sheet("chronology", lines, LENS, "Desk", "Journeys")).pages > 50


@pytest.mark.parametrize("title", ["", "عاصم منیر", "w" * 20_000, "#let x $y$ <a> \x00"])
def test_any_title_is_set(title: str) -> None:
    hostile = replace(event(1, "2025-01-01"), title=title, cells=(title,) * 5)
    sheet: Sheet = lines_sheet("chronology", [hostile], LENS, "Desk", title)
    assert typeset(sheet).pages >= 1
