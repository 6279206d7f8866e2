"""The two sides of a range lend each other what one of them leaves out."""

from __future__ import annotations

from datetime import date

import pytest

from db.dates.ranges import RangeText, are_halves, complete_sides, without_filler


@pytest.mark.parametrize(
    ("low", "high", "sides"),
    [
        ("1", "4 july 2025", ("2025-07-01", "2025-07-04")),
        ("july 1", "4, 2025", ("2025-07-01", "2025-07-04")),
        ("30 june", "2 july 2025", ("2025-06-30", "2025-07-02")),
        ("30 december", "2 january 2025", ("2024-12-30", "2025-01-02")),
        ("june", "august 2025", ("2025-06", "2025-08")),
        ("1914", "18", ("1914", "1918")),
        ("july 2024", "august 2025", ("july 2024", "august 2025")),
        ("early july", "late august 2025", ("early july 2025", "late august 2025")),
    ],
)
def test_what_one_side_leaves_out_the_other_says(
    low: str, high: str, sides: tuple[str, str]
) -> None:
    assert complete_sides(low, high, RangeText(f"{low} - {high}")) == sides


def test_a_range_without_a_year_takes_that_of_the_published_day() -> None:
    asked = RangeText("1-4 July", published=date(2025, 7, 20))
    assert complete_sides("1", "4 july", asked) == ("2025-07-01", "2025-07-04")


@pytest.mark.parametrize(
    ("low", "high", "halves"),
    [
        ("march 3", "5", True),
        ("1", "4 july 2025", True),
        ("al", "hijjah", False),
        ("mid", "july 2025", False),
        ("31 april", "2 may", False),
    ],
)
def test_a_hyphen_joins_two_days_only_where_both_are_dates(
    low: str, high: str, halves: bool
) -> None:
    assert are_halves(low, high, RangeText("")) is halves


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("on the 6th of april", "6th of april"),
        ("back in 2019", "2019"),
        ("sometime in july", "july"),
        ("dated 4 july", "4 july"),
        ("ontario", "ontario"),
    ],
)
def test_words_before_a_date_are_left_out(text: str, bare: str) -> None:
    assert without_filler(text) == bare
