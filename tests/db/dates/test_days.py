"""Days are counted alike in every year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.dates import day_from_number, day_number
from db.dates.days import moved_months


@given(st.dates())
def test_numbers_are_those_of_the_standard_library(day: date) -> None:
    assert day_number(day.isoformat()) == day.toordinal()
    assert day_from_number(day.toordinal()) == day.isoformat()


@given(st.integers(-10_000_000, 10_000_000))
def test_every_number_is_one_day(number: int) -> None:
    iso = day_from_number(number)
    assert day_number(iso) == number


@given(st.integers(-99, 99_999), st.integers(-99, 99_999))
def test_text_sorts_as_days_do_from_year_zero_on(one: int, other: int) -> None:
    first, second = (day_from_number(n * 365 + 400) for n in sorted((abs(one), abs(other))))
    assert first <= second


@pytest.mark.parametrize(
    ("iso", "days", "moved"),
    [
        ("2024-02-28", 1, "2024-02-29"),
        ("1900-02-28", 1, "1900-03-01"),
        ("2025-12-31", 1, "2026-01-01"),
        ("0001-01-01", -1, "0000-12-31"),
        ("0000-01-01", -1, "-0001-12-31"),
        ("0000-02-28", 1, "0000-02-29"),
        ("9999-12-31", 1, "Y10000-01-01"),
        ("Y10000-01-01", -1, "9999-12-31"),
    ],
)
def test_days_are_counted_over_every_edge(iso: str, days: int, moved: str) -> None:
    assert day_from_number(day_number(iso) + days) == moved


@pytest.mark.parametrize("iso", ["2025-02-29", "2025-13-01", "2025-00-10", "2025-07", "today"])
def test_what_is_no_day_has_no_number(iso: str) -> None:
    with pytest.raises(ValueError):
        day_number(iso)


def test_a_month_later_ends_where_the_month_ends() -> None:
    assert moved_months((2024, 1, 31), 1) == (2024, 2, 29)
    assert moved_months((2025, 1, 15), -1) == (2024, 12, 15)
