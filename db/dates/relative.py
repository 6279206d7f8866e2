"""Resolves dates that hang on the day a text was published: "yesterday", "in August", "next week".

Without that day they are refused with a question for the year. A month or a day without a year is
the latest one that does not lie after the published day, because articles report what was.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from db.dates.days import Day, iso_of, month_days, month_end, moved_months, number_of, shift_day
from db.dates.lexicon import MONTHS, SEASONS, WEEKDAYS, quote
from db.dates.single_dates import DateParts, check_parts, edtf_of
from db.errors import Refused

_DAYS = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "earlier today": 0, "yesterday": -1, "last night": -1, "tomorrow": 1,
    "the day before yesterday": -2, "day before yesterday": -2,
    "the day after tomorrow": 2, "day after tomorrow": 2,
}  # fmt: skip
_STEPS = {
    "last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "same": 0, "the same": 0,
    "next": 1, "coming": 1,
}  # fmt: skip
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip

_UNIT = re.compile(r"(?:the )?(\w+) (week|month|year)")
_PART_OF_UNIT = re.compile(r"(earlier|later) this (week|month|year)")
_NAMED = re.compile(r"(?:back )?(last|this|next|this past|this coming|the past)? ?([a-z]+)\.?")
_DISTANT = re.compile(r"(in )?(\d{1,3}|[a-z]+) (day|week|month|year)s?( ago| earlier| from now)?")


def read_relative(text: str, published: date | None) -> str | None:
    """Return the EDTF of words that hang on the published day, None for other words.

    Raises Refused when they do and the day is not known.

    >>> read_relative("earlier this month", date(2025, 7, 20))
    '[2025-07-01..2025-07-20]'
    >>> read_relative("next monday", date(2025, 7, 20))
    '2025-07-21'
    """
    for reader in _READERS:
        found = reader(text, _day(published) if published else (2025, 1, 1))
        if found is not None and published is None:
            raise Refused(
                f"{quote(text)} depends on when it was written; write the date with its year."
            )
        if found is not None:
            return found
    return None


def with_year(parts: DateParts, published: date | None, text: str) -> DateParts:
    """Return the parts with the latest year that does not put them after the published day."""
    if parts.year is not None:
        return parts
    if published is None:
        raise Refused(f"{quote(text)} does not say which year; write the year after it.")
    month, day = parts.month or 1, parts.day
    for year in range(published.year, published.year - 9, -1):
        if day is not None and day > month_days(year, month):
            continue
        if (year, month, day or 1) <= _day(published):
            return check_parts(parts._replace(year=year), text)
    return check_parts(parts._replace(year=published.year), text)


def _day(published: date) -> Day:
    return published.year, published.month, published.day


def _one_of(first: Day, last: Day) -> str:
    return iso_of(first) if first == last else f"[{iso_of(first)}..{iso_of(last)}]"


def _whole_day(text: str, today: Day) -> str | None:
    return iso_of(shift_day(today, _DAYS[text])) if text in _DAYS else None


def _week(today: Day, steps: int) -> tuple[Day, Day]:
    """Return the week from Monday to Sunday (ISO 8601) so many weeks from the day's own."""
    monday = shift_day(today, 7 * steps - (number_of(today) + 6) % 7)
    return monday, shift_day(monday, 6)


def _whole_unit(text: str, today: Day) -> str | None:
    found = _UNIT.fullmatch(text)
    if not found or found[1] not in _STEPS:
        return None
    steps, unit = _STEPS[found[1]], found[2]
    if unit == "week":
        return _one_of(*_week(today, steps))
    if unit == "year":
        return edtf_of(DateParts(today[0] + steps))
    year, month, _ = moved_months((*today[:2], 1), steps)
    return edtf_of(DateParts(year, month))


def _part_of_unit(text: str, today: Day) -> str | None:
    found = _PART_OF_UNIT.fullmatch(text)
    if not found:
        return None
    first, last = {
        "week": _week(today, 0),
        "month": ((*today[:2], 1), month_end(*today[:2])),
        "year": ((today[0], 1, 1), (today[0], 12, 31)),
    }[found[2]]
    return _one_of(first, today) if found[1] == "earlier" else _one_of(today, last)


def _day_by_name(text: str, today: Day) -> str | None:
    """Return a weekday, month or season by its name, with "last", "this" or "next" before it."""
    found = _NAMED.fullmatch(text)
    if not found:
        return None
    which, name = found[1] or "", found[2]
    if name in WEEKDAYS and len(name) > 2:
        return _weekday(which, WEEKDAYS[name], today)
    if name in MONTHS:
        return _month(which, MONTHS[name], today)
    if name in SEASONS:
        return _season(which, SEASONS[name], today)
    return None


def _weekday(which: str, weekday: int, today: Day) -> str:
    since = (number_of(today) + 6 - weekday) % 7
    if which in ("next", "this coming"):
        return iso_of(shift_day(today, 7 - since))
    if which == "this":
        return iso_of(shift_day(_week(today, 0)[0], weekday))
    return iso_of(shift_day(today, -(since or 7) if which else -since))


def _month(which: str, month: int, today: Day) -> str:
    year = today[0] if month <= today[1] else today[0] - 1
    if which in ("next", "this coming"):
        year = today[0] if month > today[1] else today[0] + 1
    elif which == "this":
        year = today[0]
    elif which and month == today[1]:
        year -= 1
    return edtf_of(DateParts(year, month))


def _season(which: str, season: int, today: Day) -> str | None:
    if not which:
        return None
    starts = 3 * season
    year = today[0] if starts <= today[1] else today[0] - 1
    if which in ("next", "this coming"):
        year = today[0] if starts > today[1] else today[0] + 1
    elif which == "this":
        year = today[0]
    elif (year, starts + 3) > (today[0], today[1]):
        year -= 1
    return edtf_of(DateParts(year, 20 + season))


def _distant(text: str, today: Day) -> str | None:
    """Read a distance, as "in two days": exact for days, else to the unit."""
    found = _DISTANT.fullmatch(text)
    if not found or bool(found[1]) == bool(found[4]):
        return None
    count = int(found[2]) if found[2].isdecimal() else _COUNTS.get(found[2])
    if count is None:
        return None
    sign = 1 if found[1] or found[4] == " from now" else -1
    return _away(today, sign * count, found[3])


def _away(today: Day, count: int, unit: str) -> str:
    if unit == "day":
        return iso_of(shift_day(today, count))
    if unit == "week":
        return _one_of(*_week(today, count))
    year, month, _ = moved_months((*today[:2], 1), count * (12 if unit == "year" else 1))
    return edtf_of(DateParts(year, month if unit == "month" else None))


_READERS: tuple[Callable[[str, Day], str | None], ...] = (
    _whole_day, _whole_unit, _part_of_unit, _day_by_name, _distant,
)  # fmt: skip
