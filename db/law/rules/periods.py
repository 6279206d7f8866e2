"""Periods as final clauses count them: "90 days", "3 months, then first of next month".

Rules of entry into force, of later parties and of withdrawal are made of them. Days are proleptic
ordinals, as `db.dates.day_number` gives them; the day of the trigger is day 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from db.dates import HistoricalDate, day_from_number, day_number
from db.dates.days import day_at, moved_months, number_of
from db.dates.lexicon import quote
from db.errors import Refused

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TENTHS = "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
_WORD_VALUES: dict[str, int] = {
    "a": 1,
    "an": 1,
    **{word: number for number, word in enumerate(_NUMBERS.split())},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 3)},
}
_ORDINAL_VALUES: dict[str, int] = {
    "next": 1,
    "following": 1,
    **{word: number for number, word in enumerate(_ORDINALS.split())},
    **{word: 10 * number for number, word in enumerate(_TENTHS.split(), 3)},
}
UNITS = ("day", "week", "month", "year")
NUMBER = rf"(?:\d{{1,4}}|{'|'.join(_WORD_VALUES)})"
ORDINAL = rf"(?:\d{{1,4}}(?:st|nd|rd|th)|{'|'.join(_ORDINAL_VALUES)})"

_TAIL = r"(?: (?:after|following|from|later|on).*)?"  # "after the deposit": it is the trigger
_COUNT = re.compile(rf"(?:the )?({NUMBER}) (?:calendar )?({'|'.join(UNITS)})s?{_TAIL}")
_NTH_DAY = re.compile(rf"(?:the |on the )?({ORDINAL}) day{_TAIL}")
_MONTH = re.compile(
    rf"(?:then )?(?:on )?(?:the )?(?:first|1st)(?: day)? of (?:the )?({ORDINAL})"
    rf"(?: calendar)? month{_TAIL}"
)
_DAY_AFTER = re.compile(r"(?:from|on) the day after|the day after")
_SAME_DAY = frozenset({
    "on deposit", "on the day", "same day", "the same day", "on the same day", "at once",
    "immediately", "on signature", "on notice", "on receipt",
})  # fmt: skip


def number_in(text: str) -> int:
    """Return a number written in figures or in words.

    >>> number_in("90"), number_in("thirty"), number_in("a")
    (90, 30, 1)
    """
    return int(text) if text.isdecimal() else _WORD_VALUES[text]


def ordinal_in(text: str) -> int:
    """Return an ordinal written in figures or in words.

    >>> ordinal_in("6th"), ordinal_in("thirtieth"), ordinal_in("next")
    (6, 30, 1)
    """
    return int(text[:-2]) if text[0].isdecimal() else _ORDINAL_VALUES[text]


def ordinal(number: int) -> str:
    """Write an ordinal in figures.

    >>> [ordinal(number) for number in (1, 2, 3, 4, 11, 22, 50, 112)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd', '50th', '112th']
    """
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def count_of(number: int, noun: str) -> str:
    """Write a number with its noun.

    >>> count_of(1, "year"), count_of(90, "day")
    ('1 year', '90 days')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def plain_words(text: str) -> str:
    """Return words without capitals and needless space, as the readers of rules match them."""
    return " ".join(text.replace("\u2019", "'").split()).strip(" ,;.").casefold()


@dataclass(frozen=True, slots=True)
class Period:
    """A span from a trigger: so many units, the day after it, then the first of the nth month.

    >>> show_day(read_period("60 days, then first of next month").after(number("2003-01-31")))
    '1 May 2003'
    >>> show_day(read_period("1 year, from the day after").after(number("2014-12-31")))
    '1 January 2016'
    """

    count: int = 0
    unit: str = "day"
    is_day_after: bool = False
    nth_month: int = 0  # 0: the day itself; 1: the first of the month that follows strictly

    def after(self, day: int) -> int:
        """Return the first day of the new state, counted from a trigger's day."""
        return self._finish(self._shift(day, self.count))

    def before(self, day: int) -> int:
        """Return the day that lies this period ahead of another: the last for a notice."""
        return self._shift(day, -self.count)

    def _shift(self, day: int, count: int) -> int:
        if self.unit in ("day", "week"):
            return day + count * (7 if self.unit == "week" else 1)
        months = count * (12 if self.unit == "year" else 1)
        return number_of(moved_months(day_at(day), months)) if months else day

    def _finish(self, day: int) -> int:
        day += self.is_day_after
        if not self.nth_month:
            return day
        year, month, _ = moved_months((*day_at(day)[:2], 1), self.nth_month)
        return number_of((year, month, 1))

    def words(self) -> str:
        """Return the words that `read_period` reads as this period."""
        parts = [count_of(self.count, self.unit)] if self.count else []
        if self.is_day_after:
            parts.append("from the day after")
        if self.nth_month:
            nth = "next" if self.count and self.nth_month == 1 else ordinal(self.nth_month)
            parts.append(f"{'then ' if parts else ''}first of {nth} month")
        return ", ".join(parts) or "on deposit"


ON_THE_DAY = Period()


@lru_cache(maxsize=1024)
def read_period(text: str) -> Period:
    """Read a period; raise Refused where the words do not say one.

    >>> read_period("3 months, then first of next month").words()
    '3 months, then first of next month'
    >>> read_period("the thirtieth day following the deposit").words(), read_period("On deposit")
    ('30 days', Period(count=0, unit='day', is_day_after=False, nth_month=0))
    """
    period = period_or_none(text)
    if period is None:
        raise Refused(
            f"{quote(text)} says no period; write it as 90 days, 3 months, first of 6th month,"
            " or on deposit."
        )
    return period


@lru_cache(maxsize=1024)
def period_or_none(text: str) -> Period | None:
    """Read a period; None where the words do not say one."""
    parts = [part.strip() for part in re.split(r",| and then ", plain_words(text))]
    if len(parts) == 1 and parts[0] in _SAME_DAY:
        return ON_THE_DAY
    count, unit, is_day_after, nth_month = 0, "day", False, 0
    for position, part in enumerate(parts):
        if position == 0 and (found := _COUNT.fullmatch(part)):
            count, unit = number_in(found[1]), found[2]
        elif position == 0 and (found := _NTH_DAY.fullmatch(part)):
            count = ordinal_in(found[1])
        elif _DAY_AFTER.fullmatch(part) and not is_day_after and not nth_month:
            is_day_after = True
        elif (found := _MONTH.fullmatch(part)) and not nth_month:
            nth_month = ordinal_in(found[1])
        else:
            return None
    return Period(count, unit, is_day_after, nth_month)


def number(iso: str) -> int:
    """Return the ordinal of an ISO day."""
    return day_number(iso)


def show_day(day: int) -> str:
    """Return a day as sentences have it.

    >>> show_day(number("2021-01-22"))
    '22 January 2021'
    """
    iso = day_from_number(day)
    return HistoricalDate(iso, iso, iso).phrase()


def iso_day(day: int | None) -> str | None:
    """Return the ISO text of a day, None of none."""
    return None if day is None else day_from_number(day)
