"""Says a canonical date in English, for lists, sentences and the line below a field.

Every phrase that `phrase_of` makes is read back by `phrases` to the same first and last day; what
has no phrase of its own (a mask like `1XX3`, a set of several dates) is given as its EDTF.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from db.dates.days import Day, month_days, shift_day
from db.dates.lexicon import (
    MONTH_NAMES,
    MONTH_THIRDS,
    ORDINAL_NAMES,
    SEASON_NAMES,
    THIRD_NAMES,
    YEAR_THIRDS,
)
from db.dates.phrasing.date_style import is_shortening, write_day


class Phrase(NamedTuple):
    """A date in words and the preposition that a sentence puts before it, if any."""

    preposition: str
    text: str


class _Plain(NamedTuple):
    """A date without unspecified digits; month may be a season's code."""

    year: int
    month: int | None
    day: int | None
    mark: str


_PLAIN = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)")
_DECADE = re.compile(r"(\d{3})X([?~%]?)")
_CENTURY_MASK = re.compile(r"(\d{2})XX")
_SOME = re.compile(r"([1-9]\d{3})(-\d{2})?-XX")
_FIRST_YEAR = -9998  # 9999 BC: the reader takes years of at most four digits
_MARKS = {"": "", "?": "possibly ", "~": "about ", "%": "possibly about "}
_HEMISPHERES = ("", "northern ", "southern ")


def phrase_of(edtf: str) -> Phrase:
    """Return a canonical EDTF in words.

    >>> phrase_of("2025-07"), phrase_of("[..2025-07-31]").text
    (Phrase(preposition='in', text='July 2025'), 'before August 2025')
    >>> phrase_of("[2025-07-21..2025-07-31]").text, phrase_of("2019/2021").text
    ('late July 2025', '2019–2021')
    """
    if edtf[:1] == "[" and "," not in edtf and ".." in edtf:
        low, _, high = edtf[1:-1].partition("..")
        return _set(low, high) or Phrase("", edtf)
    if edtf[:1] in ("[", "{") and edtf.count(",") == 1 and ".." not in edtf:
        return _two(edtf)
    if "/" in edtf:
        return _interval(*edtf.split("/")) or Phrase("", edtf)
    return _single(edtf) or Phrase("", edtf)


def sentence_of(edtf: str) -> str:
    """Return the same with the preposition that a sentence needs.

    >>> sentence_of("2025-04-06"), sentence_of("2019~"), sentence_of("2025-07-01/2025-07-04")
    ('on 6 April 2025', 'about 2019', 'from 1 to 4 July 2025')
    """
    if "/" in edtf:
        low, _, high = edtf.partition("/")
        start, end = _sides(low, high)
        if start and end:
            return f"from {start} to {end}"
    preposition, text = phrase_of(edtf)
    if preposition and text.startswith("possibly "):
        return f"possibly {preposition} {text.removeprefix('possibly ')}"
    return f"{preposition} {text}".strip()


def day_text(day: Day) -> str:
    """Return a day in words.

    >>> day_text((2025, 4, 6)), day_text((-43, 3, 15))
    ('6 April 2025', '15 March 44 BC')
    """
    return write_day(day[2], day[1], _year(day[0]))


def between_days(first: Day, last: Day) -> str:
    """Return two days in words, said as shortly as they can be.

    >>> between_days((2025, 7, 1), (2025, 7, 31))
    'between 1 and 31 July 2025'
    """
    return "between {} and {}".format(*_shorten_first(_Plain(*first, ""), _Plain(*last, "")))


def _year(year: int) -> str:
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 1000 else str(year)


def _plain(edtf: str) -> _Plain | None:
    found = _PLAIN.fullmatch(edtf)
    if not found or int(found[1]) < _FIRST_YEAR:
        return None
    month, day = (int(part) if part else None for part in found.group(2, 3))
    return _Plain(int(found[1]), month, day, found[4])


def _bare(date: _Plain) -> str | None:
    """Return a date without its mark."""
    year, month, day, _ = date
    if month is None:
        return _year(year)
    if month > 12:
        return _division(year, month)
    if day is not None:
        return write_day(day, month, _year(year))
    return f"{MONTH_NAMES[month]} {_year(year)}"


def _division(year: int, code: int) -> str | None:
    """Return a season, quarter, third or half of a year of four digits."""
    if year < 1000:
        return None
    if code <= 32:
        hemisphere, season = divmod(code - 21, 4)
        return f"{_HEMISPHERES[hemisphere]}{SEASON_NAMES[season + 1]} {year}"
    for unit, start in (("half", 39), ("third", 36), ("quarter", 32)):
        if code > start:
            return f"{ORDINAL_NAMES[code - start]} {unit} of {year}"
    return None


def _single(edtf: str) -> Phrase | None:
    date = _plain(edtf)
    if date is not None:
        bare = _bare(date)
        if bare is None:
            return None
        preposition = "on" if date.day else "in"
        if date.month is not None and date.month > 32:
            bare = f"the {bare}"
        return Phrase("" if date.mark in ("~", "%") else preposition, _MARKS[date.mark] + bare)
    return _mask_phrase(edtf)


def _mask_phrase(edtf: str) -> Phrase | None:
    if (found := _DECADE.fullmatch(edtf)) and int(found[1]) >= 100 and found[1][2] != "0":
        return Phrase("" if found[2] in ("~", "%") else "in", f"{_MARKS[found[2]]}the {found[1]}0s")
    if (found := _DECADE.fullmatch(edtf)) and found[1][0] != "0" and not found[2]:
        return Phrase("", f"between {found[1]}0 and {found[1]}9")
    if (found := _CENTURY_MASK.fullmatch(edtf)) and found[1][0] != "0":
        return Phrase("", f"between {found[1]}00 and {found[1]}99")
    if found := _SOME.fullmatch(edtf):
        unit = "day" if found[2] else "month"
        preposition = "on" if unit == "day" else "in"
        inner = _single(found[1] + (found[2] or ""))
        return Phrase(preposition, f"some {unit} in {inner.text}") if inner else None
    if edtf.endswith("-XX-XX") and (inner := _single(edtf[:-6])) and inner.preposition == "in":
        return Phrase("on", f"some day in {inner.text}")
    return None


def _sides(low: str, high: str) -> tuple[str, str] | tuple[None, None]:
    """Return both ends of a span in words, or two None where one of them has none."""
    one, other = _plain(low), _plain(high)
    if one and other and not one.mark and not other.mark:
        shorter = _shorten_first(one, other)
        return shorter if all(shorter) else (None, None)
    start, end = _single(low), _single(high)
    if start is None or end is None or "between" in start.text + end.text:
        return None, None
    return start.text, end.text


def _shorten_first(one: _Plain, other: _Plain) -> tuple[str, str]:
    """Return two dates of which the first leaves out what the second says."""
    end = _bare(other) or ""
    start = _bare(one) or ""
    both_months = one.month is not None and other.month is not None
    same_kind = (one.day is None) == (other.day is None)
    if one.year != other.year or one.year < 1000 or not both_months or not same_kind:
        return start, end
    assert one.month is not None and other.month is not None
    if max(one.month, other.month) > 12 or (one.day is not None and not is_shortening()):
        return start, end
    if one.day is not None and one.month == other.month:
        return str(one.day), end
    return start.removesuffix(f" {one.year}"), end


def _interval(low: str, high: str) -> Phrase | None:
    if high == ".." and (start := _single(low)):
        return Phrase("", f"since {start.text}")
    if low == ".." and (end := _single(high)):
        return Phrase("", f"until {end.text}")
    if high == "" and (start := _single(low)):
        return Phrase("", f"from {start.text} to unknown")
    if low == "" and (end := _single(high)):
        return Phrase("", f"from unknown to {end.text}")
    start_text, end_text = _sides(low, high)
    if start_text is None or end_text is None:
        return None
    if _MARKED.search(low + high):
        return Phrase("", f"from {start_text} to {end_text}")
    tight = start_text.isalnum()
    return Phrase("", f"{start_text}{'–' if tight else ' – '}{end_text}")


_MARKED = re.compile(r"[?~%]")


def _set(low: str, high: str) -> Phrase | None:
    if not low:
        return _up_to(high)
    if not high:
        return _from(low)
    one, other = _plain(low), _plain(high)
    if one and other and not one.mark and not other.mark:
        third = _third(one, other)
        if third:
            return Phrase("in", third)
    start, end = _sides(low, high)
    return Phrase("", f"between {start} and {end}") if start else None


def _two(edtf: str) -> Phrase:
    """Return two dates of a set: "2019 or 2020", "4 and 5 July 2025"."""
    start, end = _sides(*edtf[1:-1].split(","))
    joined = f"{start} {'or' if edtf[0] == '[' else 'and'} {end}"
    return Phrase("", joined if start and not _MARKED.search(edtf) else edtf)


def _third(one: _Plain, other: _Plain) -> str | None:
    """Name a third: "Late July 2025", "early 2025" or "19th century", where a set is just that."""
    if one.day is None and one.month is None and other.month is None:
        return _century(one.year, other.year)
    if one.year != other.year or one.year < 1000:
        return None
    if one.day is None and other.day is None and (one.month, other.month) in YEAR_THIRDS:
        return f"{THIRD_NAMES[YEAR_THIRDS.index((one.month or 0, other.month or 0))]} {one.year}"
    if one.day is None or other.day is None or one.month is None or one.month != other.month:
        return None
    days = (one.day, 31 if other.day == month_days(one.year, one.month) else other.day)
    if days not in MONTH_THIRDS:
        return None
    return f"{THIRD_NAMES[MONTH_THIRDS.index(days)]} {MONTH_NAMES[one.month]} {one.year}"


def _century(first: int, last: int) -> str | None:
    if last - first != 99 or first < 1 or first % 100 != 1:
        return None
    number = first // 100 + 1
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"the {number}{'th' if number in (11, 12, 13) else ending} century"


def _up_to(high: str) -> Phrase | None:
    date = _plain(high)
    if date is None or date.day is None or date.mark or date.year >= 9999:
        end = _single(high)
        return Phrase("", f"by {end.text}") if end and "between" not in end.text else None
    return Phrase("", f"before {_first_of(shift_day((date.year, date.month or 1, date.day), 1))}")


def _first_of(day: Day) -> str:
    """Return the year or month that a day opens, else the day itself."""
    year, month, number = day
    if number > 1:
        return day_text(day)
    return _year(year) if month == 1 else f"{MONTH_NAMES[month]} {_year(year)}"


def _from(low: str) -> Phrase | None:
    date = _plain(low)
    if date is None or date.day is None or date.mark:
        start = _single(low)
        is_sayable = start is not None and "between" not in start.text
        return Phrase("", f"{start.text} or later") if start and is_sayable else None
    year, month, number = shift_day((date.year, date.month or 1, date.day), -1)
    if number < month_days(year, month):
        return Phrase("", f"after {day_text((year, month, number))}")
    beginning = _year(year) if month == 12 else f"{MONTH_NAMES[month]} {_year(year)}"
    return Phrase("", f"after {beginning}")
