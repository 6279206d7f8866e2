"""Reads one day, month or year as people write it, in numbers or with the month's name.

Anything with words around it ("before", "late", "between") is taken apart in `phrases` first.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from db.dates.days import month_days, number_of, year_text
from db.dates.edtf import no_such_day
from db.dates.lexicon import MONTH_NAMES, MONTHS, WEEKDAYS, fold_word, quote
from db.errors import Refused


class DateParts(NamedTuple):
    """What was said of a date; None was not said. Years count astronomically: 0 is 1 BC."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


_TOKEN = re.compile(r"\d+|[^\W\d_][^\W\d_.]*(?:\.[^\W\d_](?![^\W\d_]))*")
_GAP = re.compile(r"[\s,./'()-]*")
_NUMERIC = re.compile(r"(\d{1,4})([./-]) ?(\d{1,2})\2 ?(\d{1,4})\.?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_EAST_ASIAN = re.compile(r"(\d{4}) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?)?")
_ROMAN_MONTH = re.compile(r"(\d{1,2})[./ -] ?(i{1,3}|i?v|vi{1,3}|i?x|xi{1,2})[./ -] ?(\d{4})", re.I)
_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
#: A year of the old style and of ours: until 1752 the English year began on 25 March.
_TWO_YEARS = re.compile(r"(.*\D)?(\d{4})/(\d{1,2}|\d{4})")
_OLD_STYLE = range(1100, 1753)
_SOLAR_HIJRI = range(1250, 1450)  # of years that a numeric date without an era may mean
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_ORDINAL_DATE = re.compile(r"(\d{4})-(\d{3})")
_APOSTROPHE = re.compile(r"(?:^|\s)'(\d{2})\b")
_DIGITS = "0123456789"
_SUFFIXES = ("st", "nd", "rd", "th")
_FILLERS = frozenset(("of", "the", "on", "year", "month", "day", "in", "dated"))
_BEFORE_CHRIST = frozenset(("bc", "bce"))
_AFTER_CHRIST = frozenset(("ad", "ce", "م", "ء"))

#: What each number is by the order of the tokens: n of one or two digits, y of more, m a month.
_SHAPES = {
    "nmy": "dmy", "mny": "mdy", "ymn": "ymd", "ynm": "ydm", "my": "my", "ym": "ym", "y": "y",
    "nm": "dm", "mn": "md", "m": "m",
}  # fmt: skip
_ERA_SHAPES = {
    "n": "y", "y": "y", "mn": "my", "my": "my", "nmn": "dmy", "nmy": "dmy", "mny": "mdy",
}  # fmt: skip
#: Half a date, on one side of a range: "1" in "1-4 July", "4, 2025" in "July 1-4, 2025".
_HALVES = {"n": "d", "ny": "dy"}


def read_parts(text: str, day_first: bool | None = None, *, half: bool = False) -> DateParts | None:
    """Return the parts of a date, or None when it is not of this form; raises Refused when it
    misleads.

    >>> read_parts("the 6th of April 2025")[:3], read_parts("44 BC").year
    ((2025, 4, 6), -43)
    >>> read_parts("25/12/2025")[:3]
    (2025, 12, 25)
    """
    if found := _APOSTROPHE.search(text):
        raise _short_year(text, found[1])
    if (found := _TWO_YEARS.fullmatch(text)) and int(found[2]) in _OLD_STYLE:
        return _read_two_years(text, found)
    numeric = read_numeric(text, day_first)
    return numeric or _read_with_month_name(text, half)


def _read_two_years(text: str, found: re.Match[str]) -> DateParts | None:
    """Read "11 February 1731/2": the year that began in January is the one that we count by."""
    year = int(found[2]) + 1
    if str(year)[-len(found[3]) :] != found[3]:
        return None
    parts = _read_with_month_name(f"{found[1] or ''}{year}", half=False)
    if parts and (parts.month or 13, parts.day or 1) < (3, 25):
        return parts
    raise Refused(
        f"{quote(text)} names two years, which only a day before 25 March has; write one of them."
    )


def read_numeric(text: str, day_first: bool | None = None) -> DateParts | None:
    """Return dates of digits that are not EDTF: 25/12/2025, 14.07.2025, 20250714, 3.V.2010."""
    if found := _NUMERIC.fullmatch(text):
        return _three(text, found, day_first)
    if found := _MONTH_YEAR.fullmatch(text):
        return check_parts(DateParts(int(found[2]), int(found[1])), text)
    if found := _EAST_ASIAN.fullmatch(text):
        return check_parts(
            DateParts(*(int(part) if part else None for part in found.groups())), text
        )
    if found := _ROMAN_MONTH.fullmatch(text):
        month = _ROMAN_MONTHS.index(found[2].lower()) + 1
        return check_parts(DateParts(int(found[3]), month, int(found[1])), text)
    if found := _COMPACT.fullmatch(text):
        return check_parts(DateParts(*map(int, found.groups())), text)
    if found := _ORDINAL_DATE.fullmatch(text):
        return _ordinal(int(found[1]), int(found[2]), text)
    return None


def _three(text: str, found: re.Match[str], day_first: bool | None) -> DateParts | None:
    one, separator, two, three = found.groups()
    if len(one) == 4 and len(three) <= 2:
        return _year_first(text, int(one), int(two), int(three), separator)
    if separator == "-" and day_first is None:
        return None
    if len(one) > 2 or len(three) == 3:
        return None
    if len(three) < 4:
        raise _short_year(text, three)
    if separator == "." and day_first is None:
        day_first = True  # with dots the day stands first wherever they are usual
    return _order_day_and_month(text, int(one), int(two), int(three), day_first)


def _year_first(text: str, year: int, month: int, day: int, separator: str) -> DateParts | None:
    """Return a date whose year stands first; a part that is 0 is not known, but EDTF has none."""
    if separator == "-" and not (month and day):
        return None
    if separator == "/" and year in _SOLAR_HIJRI and month and day:
        raise Refused(
            f"{quote(text)} may be a day of {year} or of the Solar Hijri year {year}; write"
            f" {year}-{month:02}-{day:02}, or {text} SH."
        )
    return check_parts(_known_parts(year, month, day), text)


def _known_parts(year: int, month: int, day: int) -> DateParts:
    """Return what is known of a date in which 0 stands for what is not."""
    return DateParts(year, month or None, (day or None) if month else None)


def _order_day_and_month(
    text: str, one: int, two: int, year: int, day_first: bool | None
) -> DateParts:
    if one == 0:
        return check_parts(_known_parts(year, two, 0), text)
    if one > 12 or two > 12 or one == two:
        day, month = (two, one) if two > 12 else (one, two)
        return check_parts(DateParts(year, month, day), text)
    if day_first is None and min(one, two) > 0:
        readings = f"{one} {MONTH_NAMES[two]} or {two} {MONTH_NAMES[one]} {year}"
        raise Refused(
            f"{quote(text)} may be {readings}; write the month as a word, or {year}-MM-DD."
        )
    return check_parts(DateParts(year, two, one) if day_first else DateParts(year, one, two), text)


def _ordinal(year: int, number: int, text: str) -> DateParts:
    start = date(2024 if month_days(year, 2) == 29 else 2023, 1, 1)
    days = 337 + month_days(year, 2)
    if not 1 <= number <= days:
        raise Refused(f"{quote(text)} is no day: the days of {year} are numbered 001 to {days}.")
    found = date.fromordinal(start.toordinal() + number - 1)
    return DateParts(year, found.month, found.day)


def _short_year(text: str, digits: str) -> Refused:
    two = int(digits) % 100
    return Refused(
        f"{quote(text)} has a year of two digits; write {1900 + two} or {2000 + two} in full."
    )


def _read_with_month_name(text: str, half: bool) -> DateParts | None:
    tokens = _tokens(text)
    if tokens is None:
        return None
    weekday, era, shape, values = None, None, "", []
    for place, token in enumerate(tokens):
        word = fold_word(token)
        if token[0] in _DIGITS:
            shape += "n" if len(token) <= 2 else "y"
            values.append(int(token) if len(token) <= 4 else -1)
        elif word in _SUFFIXES and place and tokens[place - 1][0] in _DIGITS:
            continue
        elif word in MONTHS:
            shape += "m"
            values.append(MONTHS[word])
        elif word in _BEFORE_CHRIST | _AFTER_CHRIST and era is None:
            era = word
        elif word in WEEKDAYS and weekday is None:
            weekday = WEEKDAYS[word]
        elif word not in _FILLERS or place == len(tokens) - 1:
            return None  # "1000 in" and "100 year" are measures
    return _place_values(text, shape, values, weekday, era, half)


def _tokens(text: str) -> list[str] | None:
    """Return the words and numbers of a text; None where anything but separators parts them."""
    # A dash with nothing on one side is half a range, not a separator.
    if text[:1] in "-/" or text[-1:] in "-/":
        return None
    tokens, place = [], 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found:
            tokens.append(found[0])
            place = found.end()
            continue
        gap = _GAP.match(text, place)
        if not gap or gap.end() == place:
            return None
        place = gap.end()
    return tokens


def _place_values(
    text: str, shape: str, values: list[int], weekday: int | None, era: str | None, half: bool
) -> DateParts | None:
    roles = _ERA_SHAPES.get(shape) if era else _SHAPES.get(shape)
    if not roles and half:
        roles = _HALVES.get(shape)
    if not roles or -1 in values:
        _refuse_short_year(text, shape, values)
        return None
    values_by_role = dict(zip(roles, values, strict=True))
    if weekday is not None and "d" not in values_by_role:
        return None
    if shape == "mn" and not era and not 1 <= values_by_role["d"] <= 31:
        raise _short_year(text, str(values_by_role["d"]))
    year = values_by_role.get("y")
    if era in _BEFORE_CHRIST and year is not None:
        year = 1 - year
    return check_parts(
        DateParts(year, values_by_role.get("m"), values_by_role.get("d"), weekday), text
    )


def _refuse_short_year(text: str, shape: str, values: list[int]) -> None:
    if shape in ("nmn", "mnn"):
        raise _short_year(text, str(values[-1]))


def check_parts(parts: DateParts, text: str) -> DateParts:
    """Return the same parts if there is such a day; raise Refused with what is wrong."""
    year, month, day, weekday = parts
    if month is not None and not 1 <= month <= 12:
        raise Refused(f"{quote(text)} has no month {month}; months run from 1 to 12.")
    if day is not None and month is None and not 1 <= day <= 31:
        raise Refused(f"{quote(text)} has no day {day}; days run from 1 to 31.")
    if day is not None and month is not None:
        _check_day(year, month, day, text)
    if weekday is not None and year is not None and month and day:
        _check_weekday(parts, weekday, text)
    return parts


def _check_day(year: int | None, month: int, day: int, text: str) -> None:
    if not 1 <= day <= month_days(2024 if year is None else year, month):
        raise Refused(no_such_day(year, month, text))


def _check_weekday(parts: DateParts, weekday: int, text: str) -> None:
    year, month, day = parts[:3]
    assert year is not None and month is not None and day is not None
    actual = (number_of((year, month, day)) + 6) % 7
    if actual != weekday:
        names = [name.capitalize() for name in WEEKDAYS if len(name) > 5]
        names = sorted(names, key=lambda name: WEEKDAYS[name.lower()])
        raise Refused(
            f"{quote(text)} contradicts itself: {day} {MONTH_NAMES[month]} {year} "
            f"is a {names[actual]}."
        )


def edtf_of(parts: DateParts) -> str:
    """Return the EDTF of parts whose year is known.

    >>> edtf_of(DateParts(2025, 7)), edtf_of(DateParts(-43))
    ('2025-07', '-0043')
    """
    assert parts.year is not None
    text = year_text(parts.year)
    if parts.month is not None:
        text += f"-{parts.month:02}"
    return text if parts.day is None else f"{text}-{parts.day:02}"
