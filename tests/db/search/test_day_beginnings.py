"""Letters of a date find the first row that shows it so, in lists of any length and both ways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Event, HistoricalDate, Lens, Store, choose_date_style, make_desk, open_desk
from db.dates import DATE_STYLES
from db.search import day_beginnings

LENS = Lens("2025-09-15")
DAYS = (
    "", "1866-01-09/1866-01-12", "1866-01", "1912-12-12", "1999", "2014-01-12", "2014-01-13",
    "2014-06", "2014-06-30", "2015-01-12", "2015-05-03", "2025-09-20", "2025-12-01",
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("days") / "days.desk"
    make_desk(path)
    with open_desk(path) as made:
        for number, day in enumerate(DAYS):
            start, _, end = day.partition("/")
            made.save(
                Event(
                    title=f"Call {number}",
                    start=HistoricalDate.parse(start) if start else None,
                    end=HistoricalDate.parse(end) if end else None,
                ),
                LENS,
            )
        yield made


def found(store: Store, text: str, *, descending: bool = False) -> str | None:
    """What the row that is found says of its date."""
    ids = store.reader.all_ids("event", LENS, "when", descending=descending)
    row = store.reader.find_beginning(ids, text, "event", "when", descending=descending)
    return None if row is None else store.reader.lines([ids[row]], LENS)[0].cells[0]


@pytest.fixture(params=["read", "by keys"])
def length(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that is short enough to be read, and one that is not."""
    if request.param == "by keys":
        monkeypatch.setattr(day_beginnings, "MAX_READ_ROWS", 0)


@pytest.mark.usefixtures("length")
@pytest.mark.parametrize(
    ("text", "up", "down"),
    [
        ("12 Jan", "12 January 2014", "12 January 2015"),
        ("12 jan 2015", "12 January 2015", "12 January 2015"),
        ("12  january 20", "12 January 2014", "12 January 2015"),
        ("12 D", "12 December 1912", "12 December 1912"),
        ("1 Dec", "1 December 2025", "1 December 2025"),
        ("1999", "1999", "1999"),
        ("31 May", None, None),
        ("sep", "20 September 2025", "20 September 2025"),
    ],
)
def test_a_date_is_found_as_it_is_shown(
    store: Store, text: str, up: str | None, down: str | None
) -> None:
    assert found(store, text) == up
    assert found(store, text, descending=True) == down


@pytest.mark.parametrize("style", DATE_STYLES)
@pytest.mark.parametrize("descending", [False, True])
def test_what_a_cell_shows_finds_the_first_that_shows_it_in_every_style(
    store: Store, style: str, descending: bool
) -> None:
    choose_date_style(style)
    try:
        ids = store.reader.all_ids("event", LENS, "when", descending=descending)
        cells = [line.cells[0] for line in store.reader.lines(ids, LENS)]
        for cell in filter(None, cells):
            for text in (cell, cell.upper(), cell[: len(cell) // 2 + 1].strip()):
                shown = found(store, text, descending=descending)
                first = next(each for each in cells if each.casefold().startswith(text.casefold()))
                assert shown == first, text
    finally:
        choose_date_style("long")


def test_no_more_than_some_keys_of_a_long_list_are_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(day_beginnings, "MAX_READ_ROWS", 0)
    monkeypatch.setattr(day_beginnings, "lines", None)
    years = range(1866, 2026)
    asked: list[str] = []

    assert day_beginnings.find_day("12 Jan", years, asked.append, descending=False) is None
    assert len(asked) == len(years)
    assert found(store, "12 Jan") == "12 January 2014"
