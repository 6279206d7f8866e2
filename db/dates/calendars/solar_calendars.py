"""Reads dates of the Solar Hijri and the Ethiopian calendar, by their months or their era.

`phrases` asks it beside `hijri`. Each calendar is a row of a table; the days of the Iranian one
come from the `persiantools` package, the Ethiopian one has the leap years of the Julian calendar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from db.dates.days import day_at, iso_of, number_of
from db.dates.lexicon import fold_word, quote
from db.errors import Refused

_ETHIOPIAN_EPOCH = number_of((8, 8, 27))  # 1 Meskerem of the year 1


class Calendar(NamedTuple):
    """A solar calendar: how its months are spelt, one entry a month, and how its era is written."""

    name: str
    months: tuple[str, ...]
    era: str
    years: range
    official_from: int
    month_start: Callable[[int, int], int]


def _persian_month_start(year: int, month: int) -> int:
    # Imported here because few desks ever need it.
    from persiantools.jdatetime import JalaliDate

    return int(JalaliDate(year, month, 1).to_gregorian().toordinal())  # type: ignore[no-untyped-call]


def _ethiopian_month_start(year: int, month: int) -> int:
    return _ETHIOPIAN_EPOCH + 365 * (year - 1) + year // 4 + 30 * (month - 1)


_CALENDARS = (
    Calendar(
        "Solar Hijri",
        (
            "farvardin|فروردین|hamal|حمل|وری", "ordibehesht|اردیبهشت|sawr|saur|ثور|غویی",
            "khordad|خرداد|jawza|جوزا|غبرګولی", "tir|تیر|saratan|سرطان|چنګاښ",
            "mordad|amordad|مرداد|امرداد|asad|اسد|زمری",
            "shahrivar|شهریور|sonbola|sunbula|سنبله|وږی",
            "mehr|مهر|mizan|میزان|تله", "aban|آبان|aqrab|عقرب|لړم", "azar|آذر|qaws|قوس|لیندی",
            "dey|dei|دی|jadi|jaddi|جدی|مرغومی", "bahman|بهمن|dalw|dalwa|دلو|سلواغه",
            "esfand|اسفند|hut|hoot|حوت|کب",
        ),
        r"s\.?h\.?|a\.?p\.?|ه\.?ش\.?|شمسی|خورشیدی|هجری شمسی|هجری خورشیدی",
        range(1178, 1600),
        1304,
        _persian_month_start,
    ),
    Calendar(
        "Ethiopian",
        (
            "meskerem|mäskäräm|መስከረም", "tikimt|tekemt|teqemt|tiqimt|ጥቅምት", "hidar|hedar|ኅዳር|ህዳር",
            "tahsas|tahisas|ታኅሣሥ|ታህሳስ", "ter|terr|ጥር", "yekatit|የካቲት", "megabit|maggabit|መጋቢት",
            "miyazya|miyazia|miazia|ሚያዝያ|ሚያዚያ", "ginbot|genbot|ግንቦት", "sene|ሰኔ", "hamle|ሐምሌ|ሀምሌ",
            "nehase|nehasse|ነሐሴ|ነሀሴ", "pagume|pagumen|ጳጉሜን|ጳጉሜ",
        ),
        r"e\.?c\.?|ዓ\.?ም\.?|ዓ/ም",
        range(1, 9900),
        1,
        _ethiopian_month_start,
    ),
)  # fmt: skip

_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?P<name>[^\d,]{2,20}?)"
    r"(?: (?P<late>\d{1,2}),?)?,? (?P<year>\d{3,4})"
)
_NUMERIC = re.compile(r"(\d{3,4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")


def read_solar(text: str, day_first: bool | None = None) -> tuple[str, str] | None:
    """Return the EDTF and what is to be known of it, or None when the text is of neither calendar.

    Raises Refused for a day, month or year that the calendar does not have. `day_first` says
    nothing here: the year comes first or the month is a word.

    >>> read_solar("13 ordibehesht 1389")[0], read_solar("meskerem 1, 2010")[0]
    ('2010-05-03', '2017-09-11')
    >>> read_solar("1389/2/13 sh")[0], read_solar("3 may 2010")
    ('2010-05-03', None)
    """
    for calendar in _CALENDARS:
        body = re.sub(rf" ?(?:{calendar.era})$", "", text)
        by_name = _NAMED.fullmatch(body)
        month = _months(calendar).get(fold_word(by_name["name"])) if by_name else None
        if by_name and month and not (by_name["day"] and by_name["late"]):
            day = by_name["day"] or by_name["late"]
            return _read(calendar, int(by_name["year"]), month, int(day) if day else None, text)
        if body != text and (found := _NUMERIC.fullmatch(body)):
            year, part, day = (int(each) if each else None for each in found.groups())
            return _read(calendar, year or 0, part, day, text)
    return None


@cache
def _months(calendar: Calendar) -> dict[str, int]:
    return {
        fold_word(name): number
        for number, names in enumerate(calendar.months, 1)
        for name in names.split("|")
    }


def _read(
    calendar: Calendar, year: int, month: int | None, day: int | None, text: str
) -> tuple[str, str]:
    if year not in calendar.years:
        low, high = calendar.years.start, calendar.years.stop - 1
        raise Refused(
            f"{quote(text)} has a year of the {calendar.name} calendar that is out of reach;"
            f" {low} to {high} are."
        )
    if month is not None and not 1 <= month <= len(calendar.months):
        raise Refused(
            f"{quote(text)} has no month {month}; months run from 1 to {len(calendar.months)}."
        )
    start = calendar.month_start(year, month or 1)
    end = calendar.month_start(*_next(calendar, year, month))
    if day is not None and not 1 <= day <= end - start:
        raise Refused(f"{quote(text)} is no day: its month has {end - start} days.")
    first, last = (start, end - 1) if day is None else (start + day - 1, start + day - 1)
    mark = "" if year >= calendar.official_from else "~"
    opening, closing = (iso_of(day_at(number)) + mark for number in (first, last))
    note = f"It is reckoned from the {calendar.name} calendar."
    return (opening if first == last else f"[{opening}..{closing}]"), note


def _next(calendar: Calendar, year: int, month: int | None) -> tuple[int, int]:
    if month is None or month == len(calendar.months):
        return year + 1, 1
    return year, month + 1
