"""Reads dates of the Islamic calendar into Gregorian ones; `phrases` asks it for what may be Hijri.

From 1343 to 1500 AH the Umm al-Qura calendar of Saudi Arabia decides (the `hijridate` package);
outside of it the arithmetic calendar with eleven leap years in thirty does, which may be off by a
day or two, so its results are marked approximate. A local sighting of the moon may differ by a day.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from db.dates.days import Day, day_at, iso_of, number_of
from db.dates.lexicon import fold_word, quote
from db.errors import Refused

SIGHTING = "It is reckoned by the Umm al-Qura calendar; a local sighting may differ by a day."
ARITHMETIC = "It lies outside the Umm al-Qura tables and is reckoned arithmetically, so about."

MONTH_NAMES = (
    "", "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Ula",
    "Jumada al-Akhirah", "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qadah",
    "Dhu al-Hijjah",
)  # fmt: skip

_UMM_AL_QURA_YEARS = range(1343, 1501)
_LEAP_YEARS = (2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29)
_EPOCH = number_of((622, 7, 19))  # 1 Muharram 1 AH, the civil epoch, in the Gregorian calendar
_LATEST_YEAR = 9665  # the last that ends before the Gregorian year 10000
_LATEST_WITHOUT_ERA = 1600  # a later one beside a month is a year of ours, as in “Ramadan 2020”

_FIRST = r"(?:a?l)?(?:[aeiu]?l)?a?w+[aeiu]?l+(?:a?h?)?|(?:a?l)?(?:[aeiu]?l)?[ou]+la[ah]?"
_SECOND = r"(?:[aeiu]?[lstd]+h?)?(?:th|s)+an+[iy]+a?h?|(?:[aeiu]?l)?a+kh?ir+a?h?"
#: The spellings of each month, folded to letters: English, French and Malay habits, Arabic, Urdu.
_SPELLINGS = (
    "", r"m[aou]?h?arr?[ae]m(?:[aeiu]l?hara+m)?|محرم(?:الحرام)?", r"saff?ar|صفر(?:المظفر)?",
    rf"rabi+[ae']?(?:{_FIRST})|ربیعالاول", rf"rabi+[ae']?(?:{_SECOND})|ربیع(?:الثانی|الاخر)",
    rf"j[aeu]m+[aeo]+d[aieu]*(?:{_FIRST})|جمادی?(?:الاولی|الاول)",
    rf"j[aeu]m+[aeo]+d[aieu]*(?:{_SECOND})|جمادی?(?:الثانی|الثانیہ|الاخر|الاخرہ|الاخری)",
    r"raj+ab(?:[aeiu]lmurajj?ab)?|رجب(?:المرجب)?",
    r"sha+'?[ae]?ba+n(?:[aeiu]lmu.{1,6})?|شعبان(?:المعظم)?",
    r"ram+[ae]?[dz]h?[ae]+n(?:[aeiu]lmubara[kq])?|رمضان(?:المبارک)?",
    r"sh[ae]w+[ae]+l(?:[aeiu]lmu.{1,8})?|شوال(?:المکرم)?",
    r"(?:dh|z|th|d)[aeiu]+(?:a?l)*(?:a?[lq])?[qk][aie]+'?[aeiy]*d+[aeh]*|ذ(?:و|ی|ا)?(?:ال)?قعدہ?",
    r"(?:dh|z|th|d)[aeiu]+(?:a?l)*h[aei]jj?[aeh]*|ذ(?:و|ی|ا)?(?:ال)?حجہ?",
)  # fmt: skip

#: "Rabi II" is the second Rabi, Rabi al-Thani.
_NUMERAL = re.compile(r"(.+?)[\s-]+(ii?)")
_NUMERALS = {"i": "alawwal", "ii": "althani"}

_ERA = r"(?:a\.?h\.?|h\.|h(?:ijri)?|هـ|ه|ھ|ہ|ہجری|هجري(?:ة)?)"
_TAIL = re.compile(rf"(\d{{1,4}})?\s*(?:\b|(?<=\d)){_ERA}\.?$")
_HEAD = re.compile(r"^a\.?h\.?\s*(\d{1,4})$")
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s*(?:of\s+)?)?(?P<name>[^\d,]{3,30}?)\s*"
    r"(?:(?P<late>\d{1,2})(?:st|nd|rd|th)?\s*,\s*)?,?\s*(?P<year>\d{1,4})?"
)
_NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})")


class Said(NamedTuple):
    """What was said; the year is None where it was not, month and day likewise."""

    year: int | None
    month: int | None
    day: int | None


def read_hijri(text: str, day_first: bool | None = None) -> tuple[str, str] | None:
    """Return the EDTF and what is to be known of it, or None when the text is not Hijri.

    Raises Refused for a day, month or year that the calendar does not have.

    >>> read_hijri("22 Dhu al-Hijjah 1446")[0], read_hijri("1446 AH")[0]
    ('2025-06-18', '[2024-07-07..2025-06-25]')
    """
    reading = _read_hijri(text, day_first)
    if reading is None:
        return None
    if reading.year is None:
        raise Refused(f"{quote(text)} does not say which year; write it, as in “Safar 1447”.")
    first, last = _span(reading.year, reading.month, reading.day, text)
    if reading.year in _UMM_AL_QURA_YEARS:
        return _edtf(first, last, ""), SIGHTING
    return _edtf(first, last, "~"), ARITHMETIC


def _edtf(first: Day, last: Day, mark: str) -> str:
    if first == last:
        return iso_of(first) + mark
    return f"[{iso_of(first)}{mark}..{iso_of(last)}{mark}]"


def _read_hijri(text: str, day_first: bool | None) -> Said | None:
    body, has_era = _without_era(text.lower())
    if has_era and body.isascii() and body.isdecimal():
        return Said(int(body), None, None)
    if has_era and (found := _NUMERIC.fullmatch(body)):
        return _numeric(found, text, day_first)
    found = _NAMED.fullmatch(body)
    month = _month(found["name"]) if found else None
    if found is None or month is None or (found["day"] and found["late"]):
        return None
    day = found["day"] or found["late"]
    year = found["year"]
    if year and len(year) < 3 and not has_era:
        return None
    if year and int(year) > _LATEST_WITHOUT_ERA and not has_era:
        raise Refused(
            f"{quote(text)} has a month of the Islamic calendar and a year of ours; write the year"
            " AH, or the date by our calendar."
        )
    return Said(int(year) if year else None, month, int(day) if day else None)


def _without_era(text: str) -> tuple[str, bool]:
    if found := _HEAD.match(text):
        return found[1], True
    found = _TAIL.search(text)
    if found and found[1]:
        return text[: found.end(1)].strip(), True
    return text, False


@cache
def _months() -> tuple[re.Pattern[str], ...]:
    """Build it for the first phrase that may be Hijri, not for a window's start."""
    return tuple(re.compile(spelling) for spelling in _SPELLINGS)


def _month(name: str) -> int | None:
    numeral = _NUMERAL.fullmatch(name.strip())
    key = fold_word(numeral[1]) + _NUMERALS[numeral[2]] if numeral else fold_word(name)
    for number, spelling in enumerate(_months()):
        if number and spelling.fullmatch(key):
            return number
    return None


def _numeric(found: re.Match[str], text: str, day_first: bool | None) -> Said:
    one, two, three = int(found[1]), int(found[3]), int(found[4])
    if one > 31:
        return Said(one, two, three)
    if one <= 12 and two <= 12 and one != two and day_first is None:
        raise Refused(
            f"{quote(text)} may be {one} {MONTH_NAMES[two]} or {two} {MONTH_NAMES[one]}; "
            "write the month as a word."
        )
    if two > 12 or (day_first is False and one <= 12):
        one, two = two, one
    return Said(three, two, one)


def _span(year: int, month: int | None, day: int | None, text: str) -> tuple[Day, Day]:
    """Return the first and last Gregorian day of a Hijri year, month or day."""
    if not 1 <= year <= _LATEST_YEAR:
        raise Refused(f"{quote(text)} has a year AH that is out of reach; 1 to {_LATEST_YEAR} are.")
    if month is None:
        return day_at(month_start(year, 1)), day_at(month_start(year + 1, 1) - 1)
    if not 1 <= month <= 12:
        raise Refused(f"{quote(text)} has no month {month}; months run from 1 to 12.")
    start = month_start(year, month)
    length = month_start(*_next(year, month)) - start
    if day is None:
        return day_at(start), day_at(start + length - 1)
    if not 1 <= day <= length:
        raise Refused(f"{quote(text)} is no day: {MONTH_NAMES[month]} {year} AH has {length} days.")
    return day_at(start + day - 1), day_at(start + day - 1)


def _next(year: int, month: int) -> tuple[int, int]:
    return (year, month + 1) if month < 12 else (year + 1, 1)


def month_start(year: int, month: int) -> int:
    """Return the ordinal of the first day of a month."""
    # Imported here because it costs a window's start 20 ms and few desks ever need it.
    from hijridate import Hijri

    if year in _UMM_AL_QURA_YEARS:
        return int(Hijri(year, month, 1).to_gregorian().toordinal())
    if (year, month) == (_UMM_AL_QURA_YEARS.stop, 1):
        last = Hijri(year - 1, 12, 1)
        return int(last.to_gregorian().toordinal()) + int(last.month_length())
    cycles, rest = divmod(year - 1, 30)
    leaps = sum(1 for leap in _LEAP_YEARS if leap <= rest)
    return _EPOCH + cycles * 10_631 + rest * 354 + leaps + 29 * (month - 1) + month // 2
