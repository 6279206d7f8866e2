"""Completes the two sides of a range from each other: "1-4 July 2025", "July 1-4, 2025", "1914-18".

`phrases` asks it before it reads either side, and carries each to the reader as `RangeText`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from db.dates.relative import with_year
from db.dates.single_dates import DateParts, edtf_of, read_parts
from db.errors import Refused

_LEADING = re.compile(
    r"^(?:(?:on|in|at|during|dated|the|of|back in|some ?time in|throughout|within|as of) )+"
)
_BARE_DAY = re.compile(r"\d{1,2}")
_AFTER_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)? (.+)")
_YEAR = re.compile(r"\b\d{4}\b")
_HAS_YEAR = re.compile(r"\d{3}|\b(?:b\.?c|a\.?d|c\.?e|a\.?h)\b")


@dataclass(slots=True)
class RangeText:
    """One question to the reader; `notes` collects sentences on how the answer was reached.

    `languages` are those that the text may be in where it says different days in several.
    """

    text: str
    published: date | None = None
    day_first: bool | None = None
    notes: list[str] = field(default_factory=list)
    languages: frozenset[str] = frozenset()


def without_filler(text: str) -> str:
    """Return a phrase without the words that may stand before any date: "on", "in the", "dated".

    >>> without_filler("on the 6th of april")
    '6th of april'
    """
    return _LEADING.sub("", text)


def complete_sides(low: str, high: str, range_text: RangeText) -> tuple[str, str]:
    """Return both sides as texts that can be read alone.

    >>> complete_sides("1", "4 july 2025", RangeText("1-4 July 2025"))
    ('2025-07-01', '2025-07-04')
    """
    start = _half(low, range_text)
    end = _half(high, range_text)
    if start and end and not (start.year and end.year and start.month and end.month):
        return _fill_sides(start, end, range_text) or (low, high)
    if _BARE_DAY.fullmatch(low) and (tail := _AFTER_DAY.fullmatch(high)):
        return f"{low} {tail[1]}", high
    if not _HAS_YEAR.search(low) and (year := _YEAR.search(high)):
        return f"{low} {year[0]}", high
    return low, high


def are_halves(low: str, high: str, range_text: RangeText) -> bool:
    """Say whether both sides of a hyphen are dates or halves of one, as in "March 3-5".

    >>> are_halves("march 3", "5", RangeText("March 3-5"))
    True
    >>> are_halves("al", "hijjah", RangeText(""))
    False
    """
    return _half(low, range_text) is not None and _half(high, range_text) is not None


def _half(text: str, range_text: RangeText) -> DateParts | None:
    try:
        return read_parts(without_filler(text), range_text.day_first, half=True)
    except Refused:
        return None


def _fill_sides(start: DateParts, end: DateParts, range_text: RangeText) -> tuple[str, str] | None:
    if start.year is not None and end.year is None and end.month is None and not start.month:
        if end.day is None:
            return None
        # 1914-18: the end borrows its century.
        end = DateParts(start.year // 100 * 100 + end.day)
    has_own_month = start.month is not None
    if start.day is not None and start.month is None:
        start = start._replace(month=end.month)
    if end.day is not None and end.month is None:
        end = end._replace(month=start.month)
    if (start.day and not start.month) or (end.day and not end.month):
        return None
    borrowed = start.year is None
    if end.year is None and start.year is None:
        end = with_year(end, range_text.published, range_text.text)
    end = end._replace(year=start.year) if end.year is None else end
    start = start._replace(year=end.year) if borrowed else start
    # "30 December - 2 January 2025" began in the year before.
    if borrowed and has_own_month and end.year is not None and _order(start) > _order(end):
        start = start._replace(year=end.year - 1)
    return edtf_of(start), edtf_of(end)


def _order(parts: DateParts) -> tuple[int, int]:
    return parts.month or 0, parts.day or 0
