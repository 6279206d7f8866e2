"""Rules of withdrawal in one line of words: when a notice takes effect, and when it may be given.

The clock asks it for the day on which a party is out; the form for the reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from db.dates import day_from_number
from db.dates.days import day_at, month_days, number_of
from db.dates.lexicon import MONTH_NAMES, quote
from db.errors import Refused
from db.law.rules.in_force_rules import read_day
from db.law.rules.periods import (
    NUMBER,
    Period,
    count_of,
    number_in,
    period_or_none,
    plain_words,
    show_day,
)

_MONTHS = [name.casefold() for name in MONTH_NAMES]  # the first stands for none
_MONTH = "|".join(filter(None, _MONTHS))
_YEARDAY = rf"(\d{{1,2}}) ({_MONTH})"
_ON_DAY = re.compile(
    rf"(?:on )?{_YEARDAY}(?: of (?P<year>the next|the following|the same|any|each|every|the) year)?"
)
_NOTICE_BY = re.compile(rf"notice (?:by|on or before) {_YEARDAY}(?: of (?:that|the same) year)?")
_WINDOW = re.compile(
    rf"window (?:of )?({NUMBER} (?:day|month|year)s?) every ({NUMBER}) years?"
    r"(?: from entry into force(?P<own> for the party)?)?"
)
_SUNSET = re.compile(rf"sunset ({NUMBER} (?:day|month|year)s?)")
_NOT_BEFORE = re.compile(r"(?:but )?not before (.+?)(?: from entry into force(?: for the party)?)?")
NONE = "none"


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of any year, as "30 June"."""

    day: int
    month: int

    def in_year(self, year: int) -> int:
        """Return its ordinal in a year: the last of February where there is no 29th."""
        return number_of((year, self.month, min(self.day, month_days(year, self.month))))

    def words(self) -> str:
        """Return it in words."""
        return f"{self.day} {MONTH_NAMES[self.month]}"


@dataclass(frozen=True, slots=True)
class Exit:
    """What a notice brings: the first day out, or why there is none."""

    day: int | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawalRule:
    """When a notice of withdrawal takes effect; one of `period`, `on` and `window` says it.

    `not_before_period` counts from the party's entry into force to the first notice it may give,
    `not_before_day` is the first day on which a notice may take effect.
    """

    is_none: bool = False
    period: Period | None = None
    on: YearDay | None = None
    is_next_year: bool = False
    notice_by: YearDay | None = None
    window: Period | None = None
    window_years: int = 0
    is_own_window: bool = False
    not_before_period: Period | None = None
    not_before_day: int | None = None
    sunset: Period | None = None

    def words(self) -> str:
        """Return the words that `read_withdrawal_rule` reads as this rule."""
        if self.is_none:
            return NONE
        parts = [self.period.words()] if self.period else []
        if self.on:
            parts.append(self.on.words() + (" of the next year" if self.is_next_year else ""))
        if self.notice_by:
            parts.append(f"notice by {self.notice_by.words()}")
        if self.window:
            parts.append(
                f"window {self.window.words()} every {count_of(self.window_years, 'year')} from"
                f" entry into force{' for the party' if self.is_own_window else ''}"
            )
        if self.not_before_period:
            parts.append(f"not before {self.not_before_period.words()}")
        if self.not_before_day is not None:
            parts.append(f"not before {day_from_number(self.not_before_day)}")
        if self.sunset:
            parts.append(f"sunset {self.sunset.words()}")
        return ", ".join(parts)

    def exit_day(self, notice: int, bound: int | None, in_force: int | None) -> Exit:
        """Return what a notice of a day brings to a party bound since a day.

        `in_force` is the agreement's own day; None is not known, and not looked at then.
        """
        if self.is_none:
            return Exit(None, "the agreement allows no withdrawal")
        first = None
        if self.not_before_period and bound is not None:
            first = self.not_before_period.after(bound)
        if first is not None and notice < first:
            return Exit(
                None,
                f"the notice was given before {show_day(first)}, the first day that it may be",
            )
        if self.window:
            since = bound if self.is_own_window else in_force
            if since is not None and not self._is_window(notice, since):
                return Exit(None, "the notice was given outside the window for it")
        day = self._effect(notice)
        if self.not_before_day is not None:
            day = max(day, self.not_before_day)
        return Exit(day)

    def _effect(self, notice: int) -> int:
        if self.on is not None:
            return self._day_of_year(notice, self.on)
        if self.period is not None:
            return self.period.after(notice)
        assert self.window is not None  # one of the three says it
        return self.window.after(notice)

    def _day_of_year(self, notice: int, on: YearDay) -> int:
        if self.is_next_year:
            return on.in_year(day_at(notice)[0] + 1)
        earliest = notice if self.period is None else self.period.after(notice)
        year = day_at(earliest)[0]
        while (day := on.in_year(year)) < earliest or notice > self._last_notice(year, day):
            year += 1
        return day

    def _last_notice(self, year: int, day: int) -> int:
        """Return the last day for a notice that takes effect on a day of a year."""
        if self.notice_by is None:
            return day
        last = self.notice_by.in_year(year)
        # 30 June, notice by 1 October: that of the year before.
        return last if last <= day else self.notice_by.in_year(year - 1)

    def _is_window(self, notice: int, since: int) -> bool:
        return self.window_at(notice, since) is not None

    def window_at(self, day: int, since: int) -> tuple[int, int] | None:
        """Return the window that is open on a day: its first day, and the first after it.

        The first opens after the first span of years.
        """
        assert self.window is not None  # asked of a rule with a window only
        spans = (day_at(day)[0] - day_at(since)[0]) // self.window_years
        for span in (spans, spans - 1):
            opens = Period(self.window_years * span, "year").after(since)
            closes = self.window.after(opens)
            if span > 0 and opens <= day < closes:
                return opens, closes
        return None

    def next_window(self, day: int, since: int) -> int:
        """Return the day on which the next window opens."""
        spans = max(1, (day_at(day)[0] - day_at(since)[0]) // self.window_years)
        while (opens := Period(self.window_years * spans, "year").after(since)) < day:
            spans += 1
        return opens


@lru_cache(maxsize=1024)
def read_withdrawal_rule(text: str) -> WithdrawalRule:
    """Read a rule of withdrawal; raise Refused where the words do not say one.

    >>> from db.dates import day_from_number, day_number
    >>> rule = read_withdrawal_rule("30 June, notice by 1 January")
    >>> day_from_number(rule.exit_day(day_number("1981-06-24"), None, None).day)
    '1982-06-30'
    >>> read_withdrawal_rule("12 months, not before 3 years, sunset 20 years").words()
    '12 months, not before 3 years, sunset 20 years'
    """
    if plain_words(text) in (NONE, "not allowed", "no withdrawal"):
        return WithdrawalRule(is_none=True)
    values: dict[str, object] = {}
    period: list[str] = []
    for part in re.split(r",| and (?=notice |not before |sunset )", plain_words(text)):
        if not _read_clause(part.strip(), values):
            period.append(part.strip())
    if period:
        values["period"] = period_or_none(", ".join(period)) or _refuse(text)
    if not any(values.get(name) for name in ("period", "on", "window")):
        _refuse(text)
    if "on" in values and "window" in values:
        _refuse(text)
    return WithdrawalRule(**values)  # type: ignore[arg-type]


def _read_clause(part: str, values: dict[str, object]) -> bool:
    """Take a clause that is no period into the values; say whether it was one."""
    if found := _ON_DAY.fullmatch(part):
        values["on"] = _year_day(found[1], found[2])
        values["is_next_year"] = found["year"] in ("the next", "the following")
    elif found := _NOTICE_BY.fullmatch(part):
        values["notice_by"] = _year_day(found[1], found[2])
    elif found := _WINDOW.fullmatch(part):
        values["window"] = period_or_none(found[1])
        values["window_years"] = number_in(found[2])
        values["is_own_window"] = bool(found["own"])
    elif found := _SUNSET.fullmatch(part):
        values["sunset"] = period_or_none(found[1])
    elif found := _NOT_BEFORE.fullmatch(part):
        span = period_or_none(found[1])
        key = "not_before_day" if span is None else "not_before_period"
        values[key] = read_day(found[1]) if span is None else span
    else:
        return False
    return True


def _year_day(day: str, month: str) -> YearDay:
    index = _MONTHS.index(month)
    if not 1 <= int(day) <= month_days(2024, index):
        raise Refused(f"“{day} {month.capitalize()}” is no day of any year.")
    return YearDay(int(day), index)


def _refuse(text: str) -> Period:
    raise Refused(
        f"{quote(text)} says no rule of withdrawal; write it as 12 months, 30 June, notice by"
        " 1 January, or none."
    )
