"""Reads the named portions of a calendar: thirds, halves, quarters, weeks, seasons, decades.

`phrases` asks it. "Early" is the first third: days 1-10, January to April, the years 0-3 of a
decade, the first 33 years of a century. Portions without an EDTF code become one-of sets of days.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from db.dates.days import day_of, iso_of, month_days, number_of, shift_day, year_text
from db.dates.lexicon import MONTH_THIRDS, ORDINALS, SEASONS, THIRDS, YEAR_THIRDS, quote
from db.errors import Refused

#: Reads the date that a portion is of: "July 2025" in "the first half of July 2025".
Inner = Callable[[str], str]
Reader = Callable[[re.Match[str], Inner], str | None]

_DECADE_THIRDS = ((0, 3), (4, 6), (7, 9))
_CENTURY_THIRDS = ((0, 32), (33, 65), (66, 99))
_HEMISPHERES = {"": 20, "northern": 24, "southern": 28}
_COUNTS = {"half": 2, "third": 3, "quarter": 4, "week": 4}
#: The EDTF code before the first of each division of a year.
_CODES = {"half": 39, "third": 36, "quarter": 32}
_CENTURY_WORDS = {
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "twenty-first": 21, "twenty first": 21,
}  # fmt: skip

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"-?\d{4}")
_DECADE_EDTF = re.compile(r"(\d{3})X")
_CENTURY_EDTF = re.compile(r"\[(-?\d{4})\.\.(-?\d{4})\]")


def third_of(word: str, edtf: str) -> str | None:
    """Return the early, middle or late third of a month, year, decade or century; None for anything
    else.

    >>> third_of("late", "2025-07"), third_of("early", "2025"), third_of("mid", "199X")
    ('[2025-07-21..2025-07-31]', '[2025-01..2025-04]', '[1994..1996]')
    """
    which = THIRDS[word]
    if found := _MONTH.fullmatch(edtf):
        first, last = MONTH_THIRDS[which]
        last = min(last, month_days(int(found[1]), int(found[2])))
        return f"[{edtf}-{first:02}..{edtf}-{last:02}]"
    if _YEAR.fullmatch(edtf):
        first, last = YEAR_THIRDS[which]
        return f"[{edtf}-{first:02}..{edtf}-{last:02}]"
    if found := _DECADE_EDTF.fullmatch(edtf):
        first, last = _DECADE_THIRDS[which]
        return f"[{found[1]}{first}..{found[1]}{last}]"
    if (found := _CENTURY_EDTF.fullmatch(edtf)) and int(found[2]) - int(found[1]) == 99:
        first, last = _CENTURY_THIRDS[which]
        start = int(found[1])
        return f"[{year_text(start + first)}..{year_text(start + last)}]"
    return None


def read_portion(text: str, inner: Inner) -> str | None:
    """Return the EDTF of a named portion, or None when the text names none.

    >>> read_portion("q3 2025", str), read_portion("the 1990s", str)
    ('2025-35', '199X')
    >>> read_portion("19th century", str), read_portion("winter 2025", str)
    ('[1801..1900]', '2025-24')
    """
    for pattern, reader in _portions():
        found = pattern.fullmatch(text)
        if found:
            return reader(found, inner)
    return None


def _season(found: re.Match[str], inner: Inner) -> str:
    year, second = int(found[3]), found[4]
    if second and (year + 1) % 10 ** len(second) != int(second):
        raise Refused(f"{quote(found[0])} is no season; write one year, or two that follow.")
    hemisphere, season = (found[1] or "").strip(), SEASONS[found[2]]
    if second and season == SEASONS["summer"] and not hemisphere:
        hemisphere = "southern"  # only there a summer lies in two years
    if second and season != SEASONS["summer" if hemisphere == "southern" else "winter"]:
        raise Refused(f"{quote(found[0])} lies in one year; write {found[2]} {year}.")
    return f"{year:04}-{_HEMISPHERES[hemisphere] + season}"


def _quarter(found: re.Match[str], inner: Inner) -> str:
    year, number = (found[1], found[2]) if len(found[1]) == 4 else (found[2], found[1])
    return f"{year}-{32 + int(number)}"


def _half_code(found: re.Match[str], inner: Inner) -> str:
    year, number = (found[1], found[2]) if len(found[1]) == 4 else (found[2], found[1])
    return f"{year}-{39 + int(number)}"


def _fraction(found: re.Match[str], inner: Inner) -> str | None:
    """Read a fraction: "The third quarter of 2025", "the last week of July 2025"."""
    number, unit, edtf = ORDINALS[found[1]], found[2], inner(found[3])
    last = _COUNTS[unit]
    if number > last:
        raise Refused(f"{quote(found[0])} does not exist; there are {last}.")
    if unit == "week":
        return _week_of_month(number, edtf, found[0])
    number = last if number < 0 else number
    if _YEAR.fullmatch(edtf):
        return f"{edtf}-{_CODES[unit] + number}"
    if unit == "half" and (month := _MONTH.fullmatch(edtf)):
        days = month_days(int(month[1]), int(month[2]))
        first, end = ((1, 15), (16, days))[number - 1]
        return f"[{edtf}-{first:02}..{edtf}-{end:02}]"
    raise Refused(f"{quote(found[0])} cannot be divided so; write the days or the months.")


def _week_of_month(number: int, edtf: str, text: str) -> str:
    month = _MONTH.fullmatch(edtf)
    if not month:
        raise Refused(f"{quote(text)} needs a month, as in “the first week of July 2025”.")
    days = month_days(int(month[1]), int(month[2]))
    first = days - 6 if number < 0 else 7 * number - 6
    return f"[{edtf}-{first:02}..{edtf}-{first + 6:02}]"


def _week_around(found: re.Match[str], inner: Inner) -> str:
    """Read a week: that of 14 July 2025 is Monday to Sunday, one "beginning" runs from there."""
    edtf = inner(found[2])
    if not _DAY.fullmatch(edtf):
        raise Refused(f"{quote(found[0])} needs a day, as in “the week of 14 July 2025”.")
    year, month, number = day_of(edtf)
    first = (year, month, number)
    if found[1] == "of":
        first = shift_day(first, -((number_of(first) + 6) % 7))
    return f"[{iso_of(first)}..{iso_of(shift_day(first, 6))}]"


def _decade(found: re.Match[str], inner: Inner) -> str:
    digits = found[1]
    if digits.endswith("00"):
        raise Refused(
            f"{quote(found[0])} may be ten years or a hundred; write {digits}–{digits[:3]}9 or "
            f"{digits}–{digits[:2]}99."
        )
    return f"{digits[:3]}X"


def _century(found: re.Match[str], inner: Inner) -> str:
    number = int(found[1]) if found[1].isdecimal() else _CENTURY_WORDS[found[1]]
    if number < 1:
        raise Refused(f"{quote(found[0])} does not exist; centuries begin with the first.")
    first, last = 100 * number - 99, 100 * number
    if found[2] and found[2][0] == "b":
        first, last = 1 - last, 1 - first
    return f"[{year_text(first)}..{year_text(last)}]"


def _iso_week(found: re.Match[str], inner: Inner) -> str:
    year, week, day = int(found[1]), int(found[2]), int(found[3] or 1)
    try:
        first = date.fromisocalendar(year, week, day)
        last = first if found[3] else date.fromisocalendar(year, week, 7)
    except (ValueError, OverflowError) as wrong:
        raise Refused(
            f"{quote(found[0].upper())} is no week: {year} has 52 or 53 weeks of 7 days."
        ) from wrong
    return str(first) if first == last else f"[{first}..{last}]"


_PORTIONS: tuple[tuple[str, Reader], ...] = (
    (r"(northern |southern )?(spring|summer|autumn|fall|winter)(?: of)?,? (\d{4})"
     r"(?: ?[-/–] ?(\d{4}|\d{2}))?", _season),
    (r"q([1-4])(?: of)?[ ,/-]*(\d{4})", _quarter),
    (r"(\d{4})[ ,/-]*q([1-4])", _quarter),
    (r"([1-4])q(?: of)?[ ,/-]*(\d{4})", _quarter),
    (r"h([12])(?: of)?[ ,/-]*(\d{4})", _half_code),
    (r"(\d{4})[ ,/-]*h([12])", _half_code),
    (rf"({'|'.join(ORDINALS)}) (half|third|quarter|week)(?: of| in|,)? (.+)", _fraction),
    (r"week (of|beginning|starting|commencing|from) (.+)", _week_around),
    (r"(\d{3}0)'?s", _decade),
    (rf"(\d{{1,2}}(?=st|nd|rd|th)|{'|'.join(_CENTURY_WORDS)})(?:st|nd|rd|th)?"
     r" c(?:entury|ent\.?|\.)(?: (b\.?c\.?(?:e\.?)?|a\.?d\.?|c\.?e\.?))?", _century),
    (r"(\d{4})-?w(\d{2})(?:-?([1-7]))?", _iso_week),
)  # fmt: skip


@cache
def _portions() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Return the table compiled for the first phrase that asks."""
    opening = r"(?:in |during )?(?:the )?"
    return tuple((re.compile(opening + pattern), reader) for pattern, reader in _PORTIONS)
