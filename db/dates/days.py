"""Counts days in the proleptic Gregorian calendar for any year; all that keeps dates asks it.

A day is written `YYYY-MM-DD`; years before 1 BC carry a minus sign (`-0043-03-15` is 44 BC) and
years of five or more digits a `Y` in front (`Y12345-01-01`), as ISO 8601-2 has it, so that they
sort as text after all others.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

Day = tuple[int, int, int]

_CYCLE_YEARS = 400
_CYCLE_DAYS = 146_097
_MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class DateSpan(NamedTuple):
    """What was read of a date: its EDTF, its first and last possible day, the words that are kept.

    `HistoricalDate` is made of it.
    """

    edtf: str
    first: str | None
    last: str | None
    words: str = ""

    def is_one(self) -> bool:
        """Say whether the date is one day or one named span, not two ends or a choice."""
        return not {"/", ","} & set(self.edtf) and None not in (self.first, self.last)


def is_leap(year: int) -> bool:
    """Say whether the proleptic Gregorian year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_days(year: int, month: int) -> int:
    """Return the number of days of a month.

    >>> month_days(2024, 2), month_days(1900, 2)
    (29, 28)
    """
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month]


def iso_of(day: Day) -> str:
    """Return the text of a day.

    >>> iso_of((2025, 7, 1)), iso_of((-43, 3, 15)), iso_of((12345, 1, 1))
    ('2025-07-01', '-0043-03-15', 'Y12345-01-01')
    """
    year, month, number = day
    return f"{year_text(year)}-{month:02}-{number:02}"


def year_text(year: int) -> str:
    """Return a year in four digits, signed or with `Y` where it needs to be."""
    if year > 9999:
        return f"Y{year}"
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def day_of(iso: str) -> Day:
    """Return the parts of a day written by `iso_of`; ValueError for anything else."""
    head, month, number = iso.rsplit("-", 2)
    year = int(head.removeprefix("Y"))
    if not (1 <= int(month) <= 12 and 1 <= int(number) <= month_days(year, int(month))):
        raise ValueError(f"{iso!r} is not a day of the calendar")
    return year, int(month), int(number)


def number_of(day: Day) -> int:
    """Return the proleptic ordinal of a day: 1 is 0001-01-01, as in `date.toordinal`."""
    year, month, number = day
    cycles, rest = divmod(year - 1, _CYCLE_YEARS)
    return date(rest + 1, month, number).toordinal() + cycles * _CYCLE_DAYS


def day_at(number: int) -> Day:
    """Return the day of a proleptic ordinal; the other way of `number_of`."""
    cycles, rest = divmod(number - 1, _CYCLE_DAYS)
    found = date.fromordinal(rest + 1)
    return found.year + cycles * _CYCLE_YEARS, found.month, found.day


def shift_day(day: Day, days: int) -> Day:
    """Return the day so many days later, or earlier when negative."""
    return day_at(number_of(day) + days)


def moved_months(day: Day, months: int) -> Day:
    """Return the same day of the month so many months later, or the last day that month has.

    >>> moved_months((2025, 1, 31), 1)
    (2025, 2, 28)
    """
    year, month = divmod(day[0] * 12 + day[1] - 1 + months, 12)
    return year, month + 1, min(day[2], month_days(year, month + 1))


def month_end(year: int, month: int) -> Day:
    """Return the last day of a month."""
    return year, month, month_days(year, month)


def day_number(iso: str) -> int:
    """Return the proleptic ordinal of an ISO day, any year; ValueError when it is not a day.

    >>> day_number("2025-07-14") == date(2025, 7, 14).toordinal()
    True
    """
    return number_of(day_of(iso))


def day_from_number(number: int) -> str:
    """Return the ISO day of a proleptic ordinal.

    >>> day_from_number(0), day_from_number(1)
    ('0000-12-31', '0001-01-01')
    """
    return iso_of(day_at(number))
