"""Reads the Extended Date/Time Format strictly; the reader of dates and every import ask it.

The source is ISO 8601-2:2019 with the Library of Congress profile of its levels 0, 1 and 2. What
a date may be is the span of days that agree with it: an unspecified digit stands for every digit
that makes a real day. An approximate date (`~` or `%`) reaches further, by `PADDING`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from db.dates.days import Day, month_days, month_end, moved_months, shift_day, year_text
from db.dates.lexicon import MONTH_NAMES, quote
from db.dates.masks import masked_days
from db.errors import Refused

#: Months that a code in the month's place stands for: first month and how many (ISO 8601-2, 4.8).
#: Seasons without a hemisphere are northern; a winter runs from December into the next February.
DIVISIONS: dict[int, tuple[int, int]] = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip

#: How far "about" reaches on either side, in days or months. The standard gives no figure; these
#: are the house's: three days, one month (also for a season), one year, half a decade, a quarter
#: of a century. A doubted date (`?`) is not widened: the doubt is whether, not how near.
PADDING: dict[str, tuple[int, int]] = {
    "day": (3, 0),
    "month": (0, 1),
    "year": (0, 12),
    "decade": (0, 60),
    "century": (0, 300),
}

_DATE = re.compile(
    r"(?P<qy>[?~%]?)(?P<sign>-?)(?P<year>[0-9X]{4})(?:S(?P<sig>[1-4]))?(?P<ry>[?~%]?)"
    r"(?:-(?P<qm>[?~%]?)(?P<month>[0-9X]{2})(?P<rm>[?~%]?)"
    r"(?:-(?P<qd>[?~%]?)(?P<day>[0-9X]{2})(?P<rd>[?~%]?))?)?"
)
_LONG = re.compile(
    r"Y(?P<sign>-?)(?P<year>[1-9][0-9]{0,14})(?:E(?P<exp>[0-9]{1,2}))?"
    r"(?:S(?P<sig>[1-9][0-9]?))?(?P<mark>[?~%]?)"
)
_TIME = re.compile(
    r"(?P<date>-?[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<h>[0-9]{2}):(?P<m>[0-9]{2}):(?P<s>[0-9]{2})"
    r"(?:[.,][0-9]{1,9})?(?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_MAX_YEAR_DIGITS = 15


class Extent(NamedTuple):
    """The days that a date may be; None is open. `core_first`, `core_last` are without padding."""

    first: Day | None
    last: Day | None
    core_first: Day | None
    core_last: Day | None


def is_edtf(text: str) -> bool:
    """Say whether a text is an EDTF string of level 0, 1 or 2.

    >>> is_edtf("2004-06~"), is_edtf("156X-12-31"), is_edtf("../2016"), is_edtf("2016-02-30")
    (True, True, True, False)
    """
    try:
        read_edtf(text)
    except Refused:
        return False
    return True


def read_edtf(text: str) -> tuple[str, Extent]:
    """Return the canonical string (times and blanks in sets dropped) and its extent; raises
    Refused.

    >>> read_edtf("2004-06")[1].last
    (2004, 6, 30)
    >>> read_edtf("[..1984]")[1].first is None
    True
    """
    if text[:1] in ("[", "{"):
        return _read_set(text)
    if "T" in text:
        return _read_time(text)
    if "/" in text:
        return _read_interval(text)
    return text, _read_date(text)


def _read_time(text: str) -> tuple[str, Extent]:
    found = _TIME.fullmatch(text)
    if not found:
        raise Refused(
            f"{quote(text)} has a time that cannot be read; write it as 2025-07-14T10:30:00."
        )
    hour, minute, second = (int(found[part]) for part in "hms")
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        raise Refused(f"{quote(text)} has no such time of day; hours end at 24:00:00.")
    if not is_zone(found["zone"] or "Z"):
        raise Refused(f"{quote(text)} has no such time zone; they run from -12:00 to +14:00.")
    return found["date"], _read_date(found["date"])


def is_zone(zone: str) -> bool:
    """Say whether an offset from universal time exists: -12:00 to +14:00, zero with a plus."""
    if zone == "Z":
        return True
    digits = zone[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if int(digits[2:]) > 59:
        return False
    return minutes <= 14 * 60 if zone[0] == "+" else 0 < minutes <= 12 * 60


def _read_interval(text: str) -> tuple[str, Extent]:
    sides = text.split("/")
    if len(sides) != 2 or not any(sides):
        raise Refused(f"{quote(text)} is not a span of two dates; write it as 2019/2021.")
    start, end = (None if side in ("", "..") else _read_date(side) for side in sides)
    core_first = start.core_first if start else None
    core_last = end.core_last if end else None
    if core_first and core_last and core_last < core_first:
        raise Refused(f"{quote(text)} ends before it starts; exchange the two dates.")
    first, last = start.first if start else None, end.last if end else None
    return text, Extent(first, last, core_first, core_last)


def _read_set(text: str) -> tuple[str, Extent]:
    closing = {"[": "]", "{": "}"}[text[0]]
    if len(text) < 3 or text[-1] != closing:
        raise Refused(f"{quote(text)} opens with “{text[0]}” and must close with “{closing}”.")
    items = [item.strip() for item in text[1:-1].split(",")]
    extents = [_read_item(item, text, n == 0, n == len(items) - 1) for n, item in enumerate(items)]
    firsts, lasts = zip(*((e.first, e.last) for e in extents), strict=True)
    core_firsts, core_lasts = zip(*((e.core_first, e.core_last) for e in extents), strict=True)
    extent = Extent(_least(firsts), _most(lasts), _least(core_firsts), _most(core_lasts))
    return f"{text[0]}{','.join(items)}{closing}", extent


def _least(days: tuple[Day | None, ...]) -> Day | None:
    return None if None in days else min(day for day in days if day)


def _most(days: tuple[Day | None, ...]) -> Day | None:
    return None if None in days else max(day for day in days if day)


def _read_item(item: str, text: str, is_first: bool, is_last: bool) -> Extent:
    low, dots, high = item.partition("..")
    if not dots:
        return _read_date(item)
    if (not low and not is_first) or (not high and not is_last) or not (low or high):
        raise Refused(f"{quote(text)} is open in the middle; only its first and last date may be.")
    start, end = _read_date(low) if low else None, _read_date(high) if high else None
    if start and end and _before(end.core_last, start.core_first):
        raise Refused(f"{quote(text)} ends before it starts; exchange the two dates.")
    return Extent(
        start.first if start else None, end.last if end else None,
        start.core_first if start else None, end.core_last if end else None,
    )  # fmt: skip


def _before(one: Day | None, other: Day | None) -> bool:
    return one is not None and other is not None and one < other


def _read_date(text: str) -> Extent:
    if text[:1] == "Y":
        return _read_long(text)
    found = _DATE.fullmatch(text)
    if not found or (found["sig"] and found["month"]) or (found["qy"] and found["ry"]):
        raise Refused(_unreadable(text))
    if found["sign"] and found["year"] == "0000":
        raise Refused(f"{quote(text)} has a year -0000, which does not exist; 1 BC is 0000.")
    first, last = _core(found, text)
    return pad_extent(first, last, _approximate_unit(found))


def _unreadable(text: str) -> str:
    if re.fullmatch(r"[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?", text):
        parts = text.split("-")
        mend = "-".join([parts[0], *(part.zfill(2) for part in parts[1:])])
        return f"{quote(text)} has a number of one digit; write {mend}."
    if found := re.fullmatch(r"[0-9]{1,2}-[0-9]{1,2}-([0-9]{4})", text):
        return f"{quote(text)} has its year last; write the year first, as in {found[1]}-07-14."
    low, dots, high = text.partition("..")
    if dots and "[" not in text and is_edtf(f"[{text}]"):
        return f"{quote(text)} needs brackets; write [{text}], or {low}/{high} for a span."
    return f"{quote(text)} cannot be read as a date; write it as 2025-07-14, 2025-07 or 2025."


def _core(found: re.Match[str], text: str) -> tuple[Day, Day]:
    """Return the first and last day that agree with a date, before any padding."""
    sign, month, day = found["sign"], found["month"], found["day"]
    low, high = _years(sign, found["year"], found["sig"])
    if month is None:
        return (low, 1, 1), (high, 12, 31)
    if month.isdigit() and int(month) in DIVISIONS and day is None:
        start, count = DIVISIONS[int(month)]
        return (low, start, 1), shift_day((*moved_months((high, start, 1), count)[:2], 1), -1)
    if month.isdigit() and (day is None or day.isdigit()) and low == high:
        return _plain(low, int(month), int(day) if day else None, text)
    ends = masked_days(sign, found["year"], month, day or "XX")
    if ends is None:
        raise Refused(f"{quote(text)} fits no day of the calendar; look at its month and day.")
    return ends


def _plain(year: int, month: int, day: int | None, text: str) -> tuple[Day, Day]:
    if month == 0 or day == 0:
        mend = year_text(year) if month == 0 else f"{year_text(year)}-{month:02}"
        raise Refused(f"{quote(text)} has a zero where nothing is known; write {mend} alone.")
    if not 1 <= month <= 12:
        raise Refused(f"{quote(text)} has no month {month:02}; months run from 01 to 12.")
    if day is None:
        return (year, month, 1), month_end(year, month)
    if not 1 <= day <= month_days(year, month):
        raise Refused(no_such_day(year, month, text))
    return (year, month, day), (year, month, day)


def no_such_day(year: int | None, month: int, text: str) -> str:
    """Return the sentence for a day that its month does not have."""
    days = month_days(2024 if year is None else year, month)
    where = MONTH_NAMES[month] + ("" if year is None else f" {year}")
    return f"{quote(text)} is no day: {where} has {days} days, 1 to {days}."


def _years(sign: str, mask: str, significant: str | None) -> tuple[int, int]:
    low, high = int(mask.replace("X", "0")), int(mask.replace("X", "9"))
    if significant:
        step = 10 ** (4 - int(significant))
        low, high = low // step * step, low // step * step + step - 1
    # There is no year -0000, so a mask such as -00XX reaches up to -0001.
    return (-high, -max(low, 1)) if sign else (low, high)


def _approximate_unit(found: re.Match[str]) -> str | None:
    """Return the coarsest part that `~` or `%` marks; unspecified digits of years widen so."""
    if (found["qy"] or found["ry"]) in ("~", "%"):
        blanks = len(found["year"]) - len(found["year"].rstrip("X"))
        return ("year", "decade")[blanks] if blanks < 2 else "century"
    if (found["qm"] or "") in ("~", "%") or (found["rm"] or "") in ("~", "%"):
        return "month"
    if (found["qd"] or "") in ("~", "%") or (found["rd"] or "") in ("~", "%"):
        return "day"
    return None


def pad_extent(first: Day, last: Day, unit: str | None) -> Extent:
    """Return an extent widened by what "about" means for its unit."""
    if unit is None:
        return Extent(first, last, first, last)
    days, months = PADDING[unit]
    if days:
        return Extent(shift_day(first, -days), shift_day(last, days), first, last)
    ends = moved_months(last, months)
    # A last day of a month stays one, so that "about June" ends on 31 July and not on the 30th.
    if last[2] == month_days(*last[:2]):
        ends = month_end(*ends[:2])
    return Extent(moved_months(first, -months), ends, first, last)


def _read_long(text: str) -> Extent:
    found = _LONG.fullmatch(text)
    digits = found["year"] + "0" * int(found["exp"] or 0) if found else ""
    if not found or not 5 <= len(digits) <= _MAX_YEAR_DIGITS:
        raise Refused(
            f"{quote(text)} is no long year; after Y come 5 to {_MAX_YEAR_DIGITS} digits, "
            "as in Y170002."
        )
    low = high = int(digits)
    if found["sig"] and int(found["sig"]) < len(digits):
        step = 10 ** (len(digits) - int(found["sig"]))
        low = low // step * step
        high = low + step - 1
    if found["sign"]:
        low, high = -high, -low
    unit = "year" if found["mark"] in ("~", "%") else None
    return pad_extent((low, 1, 1), (high, 12, 31), unit)
