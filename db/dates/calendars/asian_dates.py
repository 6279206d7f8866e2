"""Puts dates as East and South-East Asia write them into numbers: eras, Chinese numerals, tháng.

`date_parser` asks it before it reads anything else that is not in Latin letters and digits.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from db.dates.days import Day
from db.dates.lexicon import quote
from db.errors import Refused


class Era(NamedTuple):
    """Years counted from an event: the first is `offset` + 1. `first` and `last` bound its days."""

    name: str
    offset: int
    first: Day
    last: Day | None = None


_ERAS = {
    "明治": Era("Meiji", 1867, (1868, 1, 25), (1912, 7, 30)),
    "大正": Era("Taisho", 1911, (1912, 7, 30), (1926, 12, 25)),
    "昭和": Era("Showa", 1925, (1926, 12, 25), (1989, 1, 7)),
    "平成": Era("Heisei", 1988, (1989, 1, 8), (2019, 4, 30)),
    "令和": Era("Reiwa", 2018, (2019, 5, 1)),
    "中華民國": Era("the Republic of China", 1911, (1912, 1, 1)),
    "中华民国": Era("the Republic of China", 1911, (1912, 1, 1)),
    "民國": Era("the Republic of China", 1911, (1912, 1, 1)),
    "民国": Era("the Republic of China", 1911, (1912, 1, 1)),
    "주체": Era("Juche", 1911, (1912, 4, 15)),
    "단기": Era("Dangi", -2333, (1, 1, 1)),
    "พ.ศ.": Era("the Buddhist era", -543, (1941, 1, 1)),
}  # fmt: skip
_LUNAR_UNTIL = (1872, 12, 31)  # the last year of the lunar calendar in Japan

_COUNTS = "〇○零一二三四五六七八九十廿卅百元"
_NUMBER = rf"(?:\d+|[{_COUNTS}]+)"
_ERA_DATE = re.compile(
    rf"({'|'.join(re.escape(name) for name in _ERAS)}) ?({_NUMBER}) ?(?:\(\d{{4}}\))?"
    rf"(?:[年년](?: ?({_NUMBER}) ?[月월](?: ?({_NUMBER}) ?[日일])?)?"
    r"|[./-](\d{1,2})[./-](\d{1,2}))?"
)
_CHINESE = re.compile(rf"({_NUMBER}) ?年(?: ?({_NUMBER}) ?月(?: ?({_NUMBER}) ?[日号號])?)?")
_VIETNAMESE = re.compile(r"(?:ngày )?(?:(\d{1,2}) )?tháng (\d{1,2})(?:,? năm)? (\d{4})")
_DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"○": 0, "零": 0, "元": 1}
_TENS = {"廿": "二十", "卅": "三十"}


def to_western(text: str) -> tuple[str, str] | None:
    """Return a date in the notation of EDTF and what is to be known of it; None for other texts.

    Raises Refused for a day that its era does not have.

    >>> to_western("令和元年5月1日"), to_western("二〇一〇年五月三日")
    (('2019-05-01', 'Its year is counted in the era Reiwa.'), ('2010-05-03', ''))
    >>> to_western("ngày 3 tháng 5 năm 2010"), to_western("3 May 2010")
    (('2010-05-03', ''), None)
    """
    if text.isascii():
        return None
    if found := _ERA_DATE.fullmatch(text):
        return _in_era(found, text)
    if found := _VIETNAMESE.fullmatch(text):
        return _join(int(found[3]), found[2], found[1]), ""
    if found := _CHINESE.fullmatch(text):
        year = _count(found[1])
        return (_join(year, found[2], found[3]), "") if year > 999 else None
    return None


def _in_era(found: re.Match[str], text: str) -> tuple[str, str]:
    era = _ERAS[found[1]]
    year = era.offset + _count(found[2])
    month, day = found[3] or found[5], found[4] or found[6]
    edtf = _join(year, month, day)
    first, last = (year, _count(month or "1"), _count(day or "1")), era.last
    latest = (year, _count(month or "12"), _count(day or "31"))
    if latest < era.first or (last is not None and first > last):
        raise Refused(f"{quote(text)} lies outside the era {era.name}; write it by our calendar.")
    if found[1] == "明治" and first <= _LUNAR_UNTIL and month:
        raise Refused(
            f"{quote(text)} is of the lunar calendar, which Japan used until 1872; write it by"
            " our calendar."
        )
    return edtf, f"Its year is counted in the era {era.name}."


def _join(year: int, month: str | None, day: str | None) -> str:
    parts = [f"{year:04}", *(f"{_count(part):02}" for part in (month, day) if part)]
    return "-".join(parts)


def _count(text: str) -> int:
    """Return a number in digits or Chinese numerals, up to 99 or digit by digit.

    >>> _count("二十三"), _count("二〇一〇"), _count("十"), _count("元")
    (23, 2010, 10, 1)
    """
    if text.isdecimal():
        return int(text)
    for short, long in _TENS.items():
        text = text.replace(short, long)
    if "百" in text:
        hundreds, _, rest = text.partition("百")
        return 100 * _count(hundreds or "一") + (_count(rest.lstrip("零〇")) if rest else 0)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * _count(tens or "一") + (_count(ones) if ones else 0)
    return int("".join(str(_DIGITS[character]) for character in text))
