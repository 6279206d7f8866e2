"""Periods count as final clauses do, and are written as they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.dates import day_from_number, day_number
from db.errors import Refused
from db.law.rules.periods import (
    UNITS,
    Period,
    count_of,
    number_in,
    ordinal,
    ordinal_in,
    period_or_none,
    read_period,
)

COUNTED = (
    # words, trigger, first day of the new state
    ("90 days", "2020-10-24", "2021-01-22"),
    ("30 days", "1979-12-28", "1980-01-27"),
    ("the thirtieth day following the date of deposit", "1979-12-28", "1980-01-27"),
    ("ninety days", "2021-01-22", "2021-04-22"),
    ("2 weeks", "2021-01-22", "2021-02-05"),
    ("3 months", "2021-08-31", "2021-11-30"),
    ("3 months", "2013-10-31", "2014-01-31"),
    ("1 month", "2024-01-31", "2024-02-29"),
    ("1 year", "2024-02-29", "2025-02-28"),
    ("12 months", "1987-01-27", "1988-01-27"),
    ("1 year, from the day after", "2014-12-31", "2016-01-01"),
    ("1 year, from the day after", "2022-12-07", "2023-12-08"),
    ("60 days, then first of next month", "2003-01-31", "2003-05-01"),
    ("60 days, then first of next month", "2003-02-10", "2003-05-01"),
    ("60 days, then first of next month", "2002-07-01", "2002-09-01"),
    ("12 months, then first of next month", "2008-07-01", "2009-08-01"),
    ("3 months, then first of the following month", "2021-03-22", "2021-07-01"),
    ("first of 6th month", "2010-02-16", "2010-08-01"),
    ("first day of the third month", "1988-04-29", "1988-07-01"),
    ("first of next month", "2010-01-31", "2010-02-01"),
    ("first of next month", "2010-02-01", "2010-03-01"),
    ("first of 12th month", "2010-02-28", "2011-02-01"),
    ("on deposit", "1945-10-30", "1945-10-30"),
    ("same day", "1972-10-03", "1972-10-03"),
)


@pytest.mark.parametrize(("words", "trigger", "day"), COUNTED)
def test_a_period_counts_from_the_day_of_the_trigger(words: str, trigger: str, day: str) -> None:
    assert day_from_number(read_period(words).after(day_number(trigger))) == day


@pytest.mark.parametrize(
    "words",
    ["", "soon", "90", "days", "90 days, 3 months", "first of month", "3 months, on deposit",
     "first of next month, first of 6th month", "99999 days", "x" * 5000],
)  # fmt: skip
def test_words_that_say_no_period_are_refused(words: str) -> None:
    assert period_or_none(words) is None
    with pytest.raises(Refused, match="write it as 90 days"):
        read_period(words)


periods = st.builds(
    Period,
    st.integers(0, 400),
    st.sampled_from(UNITS),
    st.booleans(),
    st.integers(0, 24),
).map(lambda each: each if each.count else Period(0, "day", each.is_day_after, each.nth_month))


@given(periods)
def test_a_period_is_read_back_from_its_words(period: Period) -> None:
    assert read_period(period.words()) == period


@given(periods, st.integers(600_000, 800_000))
def test_a_period_never_counts_back(period: Period, day: int) -> None:
    assert period.after(day) >= day >= period.before(day)


@given(periods, st.integers(600_000, 800_000))
def test_a_later_trigger_is_never_followed_by_an_earlier_day(period: Period, day: int) -> None:
    assert period.after(day) <= period.after(day + 1)


@given(st.integers(1, 200))
def test_numbers_are_written_as_they_are_read(number: int) -> None:
    assert ordinal_in(ordinal(number)) == number == number_in(str(number))
    assert count_of(number, "day").endswith("s") == (number != 1)
