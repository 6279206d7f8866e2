"""The Solar Hijri and the Ethiopian calendar, day for day; what they do not have is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from db.dates.calendars.solar_calendars import read_solar
from db.errors import Refused

READ = [
    ("13 ordibehesht 1389", "2010-05-03"), ("13 اردیبهشت 1389", "2010-05-03"),
    ("22 bahman 1357", "1979-02-11"), ("1 farvardin 1404", "2025-03-21"),
    ("30 esfand 1403", "2025-03-20"), ("tir 1402", "[2023-06-22..2023-07-22]"),
    ("1402 sh", "[2023-03-21..2024-03-19]"), ("1357/11/22 sh", "1979-02-11"),
    ("7 saur 1357", "1978-04-27"), ("24 اسد 1400", "2021-08-15"), ("28 asad 1298", "1919-08-20~"),
    ("1 meskerem 2000", "2007-09-12"), ("meskerem 1, 2017", "2024-09-11"),
    ("24 ginbot 1983", "1991-06-01"), ("6 pagume 2015", "2023-09-11"), ("23 ሰኔ 2013", "2021-06-30"),
    ("2013 e.c.", "[2020-09-11..2021-09-10]"), ("12 meskerem 2010 ec", "2017-09-22"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf"), READ)
def test_a_solar_date_is_reckoned(text: str, edtf: str) -> None:
    found = read_solar(text)
    assert found is not None and found[0] == edtf and found[1].startswith("It is reckoned")


@pytest.mark.parametrize(
    "text", ["30 esfand 1404", "32 farvardin 1404", "6 pagume 2014", "31 meskerem 2010",
             "1402/13/1 sh", "5 mehr 900", "mehr 9999 sh"],
)  # fmt: skip
def test_what_the_calendar_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_solar(text)


@pytest.mark.parametrize("text", ["3 may 2010", "1389", "1389/02/13", "mehr", "tir na nog",
"13 ramadan 1445"])  # fmt: skip
def test_other_texts_are_left(text: str) -> None:
    assert read_solar(text) is None


@given(st.dates(date(1926, 1, 1), date(2090, 1, 1)))
def test_each_persian_day_comes_back(day: date) -> None:
    persian = JalaliDate(day)
    assert read_solar(f"{persian.year}/{persian.month}/{persian.day} sh") == (
        day.isoformat(),
        "It is reckoned from the Solar Hijri calendar.",
    )


def test_ethiopian_years_follow_one_another_without_a_gap() -> None:
    for year in range(1900, 2100):
        found = read_solar(f"{year} e.c.")
        following = read_solar(f"1 meskerem {year + 1}")
        assert found and following
        last = date.fromisoformat(found[0][1:-1].split("..")[1])
        assert last + timedelta(days=1) == date.fromisoformat(following[0])
