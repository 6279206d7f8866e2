"""Today on paper: headings with counts, entries with days, the marking of what is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import (
    Event,
    HistoricalDate,
    Lens,
    Store,
    TodayLine,
    TodaySection,
    make_desk,
    open_desk,
)
from desktop.paper.content.blocks import Chronology, Heading, Paragraph, plain
from desktop.printing.today_sheet import NOTHING, today_blocks, today_sheet

LENS = Lens("2026-06-01")


def test_sections_are_headings_and_lines_entries() -> None:
    line = TodayLine("2026-06-10", 7, "event", "Visit", "Visit, Rome.")
    heading, entries, more = today_blocks([TodaySection("coming", (line,), 2)])
    assert isinstance(heading, Heading) and heading.text == "Visits and meetings to come (2)"
    assert isinstance(entries, Chronology) and isinstance(more, Paragraph)
    [entry] = entries.rows
    assert (plain(entry.when), plain(entry.what)) == ("10 June 2026", "Visit")
    assert plain(more.text) == "And 1 other."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty desk."""
    make_desk(tmp_path / "empty.desk")
    with open_desk(tmp_path / "empty.desk") as opened:
        yield opened


def test_the_sheet_is_marked_as_what_it_names(store: Store) -> None:
    sheet = today_sheet(store.reader, LENS, "Desk")
    assert plain(sheet.blocks[0].text) == NOTHING and sheet.is_open  # type: ignore[union-attr]
    day = HistoricalDate.parse("2026-06-10")
    store.save(Event(title="Secret visit", start=day, marking=3), LENS)
    sheet = today_sheet(store.reader, LENS, "Desk")
    assert (sheet.title, sheet.marking, sheet.is_open) == ("Today, 1 June 2026", "SECRET", False)
    low = today_sheet(store.reader, Lens("2026-06-01", 1), "Desk")
    assert low.is_open and plain(low.blocks[0].text) == NOTHING  # type: ignore[union-attr]
