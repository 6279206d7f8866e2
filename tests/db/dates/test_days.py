"""Days are counted alike in every year."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.dates import OPEN_END, as_sortable, day_from_number, day_number, iso_day
from db.dates.days import day_of, moved_months


@given(st.dates())
def test_numbers_are_those_of_the_standard_library(day: date) -> None:
    assert day_number(day.isoformat()) == day.toordinal()
    assert day_from_number(day.toordinal()) == day.isoformat()


@given(st.integers(-10_000_000, 10_000_000))
def test_every_number_is_one_day(number: int) -> None:
    iso = day_from_number(number)
    assert day_number(iso) == number


_NUMBERS = st.one_of(st.integers(-1_000_000, 4_000_000), st.integers(-(10**16), 10**16))


@given(_NUMBERS, _NUMBERS)
@example(day_number("-0430-01-01"), day_number("-0043-03-15"))
@example(day_number("-9999-12-31"), day_number("-10000-01-01"))
@example(day_number("9999-12-31"), day_number("Y10000-01-01"))
@example(day_number("Y99999-12-31"), day_number("Y100000-01-01"))
def test_text_sorts_as_days_do_in_every_year(one: int, other: int) -> None:
    texts = day_from_number(one), day_from_number(other)
    assert (texts[0] < texts[1], texts[0] == texts[1]) == (one < other, one == other)
    assert all("" < text < OPEN_END for text in texts)


@given(_NUMBERS)
def test_a_day_is_the_same_in_either_form(number: int) -> None:
    kept = day_from_number(number)
    iso = iso_day(kept)
    assert iso is not None and day_number(iso) == number
    assert (as_sortable(iso), as_sortable(kept), iso_day(iso)) == (kept, kept, iso)
    assert (iso == kept) == (0 <= day_of(kept)[0] <= 9999)


@pytest.mark.parametrize("text", ["", "!", "-", "Y", "!12-01", "-0043-13-01", "soon", "!x-01-01"])
def test_what_is_no_day_stays_as_it_stands(text: str) -> None:
    assert (iso_day(text), as_sortable(text)) == (text, text)


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
    assert iso_day(day_from_number(day_number(iso) + days)) == moved


@pytest.mark.parametrize("iso", ["2025-02-29", "2025-13-01", "2025-00-10", "2025-07", "today"])
def test_what_is_no_day_has_no_number(iso: str) -> None:
    with pytest.raises(ValueError):
        day_number(iso)


def test_a_month_later_ends_where_the_month_ends() -> None:
    assert moved_months((2024, 1, 31), 1) == (2024, 2, 29)
    assert moved_months((2025, 1, 15), -1) == (2024, 12, 15)
