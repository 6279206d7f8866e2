"""Days and times are written in one style, and what is written in any is read back."""

import pytest

from db.dates.historical import HistoricalDate
from db.dates.phrasing.date_style import (
    DATE_STYLES,
    choose_date_order,
    choose_date_style,
    date_style,
    local_time,
    typed_day_first,
)
from tests.db.dates.cases import READ


@pytest.mark.parametrize(
    ("style", "day", "span", "between"),
    [
        ("long", "6 April 2025", "1–4 July 2025", "between 3 and 9 July 2025"),
        ("short", "6 Apr 2025", "1–4 Jul 2025", "between 3 and 9 Jul 2025"),
        ("month-first", "April 6, 2025", "July 1, 2025 – July 4, 2025",
         "between July 3, 2025 and July 9, 2025"),
        ("iso", "2025-04-06", "2025-07-01 – 2025-07-04", "between 2025-07-03 and 2025-07-09"),
    ],
)  # fmt: skip
def test_every_phrase_writes_its_days_in_the_style(
    style: str, day: str, span: str, between: str
) -> None:
    choose_date_style(style)
    edtfs = ("2025-04-06", "2025-07-01/2025-07-04", "[2025-07-03..2025-07-09]")
    assert [HistoricalDate.parse(edtf).phrase() for edtf in edtfs] == [day, span, between]
    assert HistoricalDate.parse("2025-07").phrase() == "July 2025"


@pytest.mark.parametrize("style", DATE_STYLES)
def test_what_is_written_in_a_style_is_read_back(style: str) -> None:
    choose_date_style(style)
    for text, edtf, *_ in READ:
        found = HistoricalDate.parse(edtf)
        again = HistoricalDate.parse(found.phrase())
        assert (again.first, again.last) == (found.first, found.last), (text, found.phrase())
        assert HistoricalDate.parse(text).reading()


def test_a_style_that_is_not_there_is_the_default() -> None:
    choose_date_style("short")
    choose_date_style("cuneiform")
    assert date_style() == "long"


def test_a_year_before_christ_is_written_in_words_in_any_style() -> None:
    choose_date_style("iso")
    assert HistoricalDate.parse("-0043-03-15").phrase() == "15 March 44 BC"


def test_a_moment_is_told_by_the_clock_of_the_officer(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "Asia/Karachi")
    time.tzset()
    try:
        assert local_time("2026-11-23T21:30:00.000Z") == "24 November 2026, 02:30"
        choose_date_style("iso")
        assert local_time("2026-11-23T21:30:00.000Z") == "2026-11-24, 02:30"
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(("order", "edtf"), [("day", "2025-04-03"), ("month", "2025-03-04")])
def test_a_typed_date_of_figures_is_read_in_the_chosen_order(order: str, edtf: str) -> None:
    choose_date_order(order)
    assert HistoricalDate.parse("03/04/2025", day_first=typed_day_first()).edtf == edtf


def test_an_order_that_is_not_there_is_asked_for() -> None:
    choose_date_order("day")
    choose_date_order("year")
    assert typed_day_first() is None
