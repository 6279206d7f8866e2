"""Counts days in the proleptic Gregorian calendar for any year; all that keeps dates asks it.

For people and files a day is written `YYYY-MM-DD`, years before 1 BC with a minus sign
(`-0043-03-15` is 44 BC), years of five or more digits with a `Y` in front (`Y12345-01-01`), as
ISO 8601-2 has it. In memory and on disk such years stand in a form that sorts as text: `!` and what
the year is above -10**16, or `Y` and the year, in 16 digits. All other days are the same in both.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

Day = tuple[int, int, int]

#: Sorts after every day: stands for an end that is open, as "" does for a start.
OPEN_END = "~"

_YEAR_DIGITS = 16  # EDTF's longest year has 15, and “about” may reach beyond it
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


def sortable_day(day: Day) -> str:
    """Return the text of a day that sorts: `HistoricalDate` and the desk keep days so.

    >>> sortable_day((2025, 7, 1)), sortable_day((-43, 3, 15)), sortable_day((12345, 1, 1))
    ('2025-07-01', '!9999999999999957-03-15', 'Y0000000000012345-01-01')
    """
    year, month, number = day
    if 0 <= year <= 9999:
        return f"{year:04}-{month:02}-{number:02}"
    sign, shifted = ("!", year + 10**_YEAR_DIGITS) if year < 0 else ("Y", year)
    return f"{sign}{shifted:0{_YEAR_DIGITS}}-{month:02}-{number:02}"


def as_sortable(text: str | None) -> str | None:
    """Return the text of a day in the form that sorts; what is none as it stands.

    >>> as_sortable("-0043-03-15") == as_sortable("!9999999999999957-03-15")
    True
    """
    return _rewritten(text, sortable_day)


def iso_day(text: str | None) -> str | None:
    """Return the ISO text of a day in either form, for people and files; what is none as it stands.

    >>> iso_day("!9999999999999957-03-15"), iso_day("2025-07-01"), iso_day(None)
    ('-0043-03-15', '2025-07-01', None)
    """
    return _rewritten(text, iso_of)


def _rewritten(text: str | None, write: Callable[[Day], str]) -> str | None:
    if text is None or text[:1].isdecimal():
        return text  # the same in both forms
    try:
        return write(day_of(text))
    except ValueError:
        return text


def iso_of(day: Day) -> str:
    """Return the ISO text of a day.

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


def day_of(text: str) -> Day:
    """Return the parts of a day in either form; ValueError for anything else.

    >>> day_of("-0043-03-15") == day_of("!9999999999999957-03-15") == (-43, 3, 15)
    True
    """
    head, month, number = text.rsplit("-", 2)
    year = int(head[1:]) - 10**_YEAR_DIGITS if head[:1] == "!" else int(head.removeprefix("Y"))
    if not (1 <= int(month) <= 12 and 1 <= int(number) <= month_days(year, int(month))):
        raise ValueError(f"{text!r} is not a day of the calendar")
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


def day_number(text: str) -> int:
    """Return the proleptic ordinal of a day, any year; ValueError when it is not a day.

    >>> day_number("2025-07-14") == date(2025, 7, 14).toordinal()
    True
    """
    return number_of(day_of(text))


def day_from_number(number: int) -> str:
    """Return the day of a proleptic ordinal, in the form that sorts.

    >>> day_from_number(0), day_from_number(1)
    ('0000-12-31', '0001-01-01')
    """
    return sortable_day(day_at(number))
