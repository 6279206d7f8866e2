"""Eras, Chinese numerals and Vietnamese months: in numbers of our calendar, or refused."""

from __future__ import annotations

import pytest

from db.dates.calendars.asian_dates import to_western
from db.errors import Refused

READ = [
    ("平成22年5月3日", "2010-05-03"), ("平成22年", "2010"), ("平成二十二年五月", "2010-05"),
    ("令和元年5月1日", "2019-05-01"), ("昭和64年1月7日", "1989-01-07"),
    ("昭和20.8.15", "1945-08-15"),
    ("大正元年7月30日", "1912-07-30"), ("明治45年", "1912"), ("民國99年5月3日", "2010-05-03"),
    ("中華民國一百年十月十日", "2011-10-10"), ("주체114(2025)년 9월 9일", "2025-09-09"),
    ("단기 4285년", "1952"), ("พ.ศ. 2553", "2010"), ("二〇一〇年五月三日", "2010-05-03"),
    ("二零一零年十二月三十一日", "2010-12-31"), ("一九四九年十月一日", "1949-10-01"),
    ("2010年5月3號", "2010-05-03"), ("ngày 3 tháng 5 năm 2010", "2010-05-03"),
    ("tháng 5 năm 2010", "2010-05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf"), READ)
def test_an_asian_date_is_put_into_numbers(text: str, edtf: str) -> None:
    found = to_western(text)
    assert found is not None and found[0] == edtf


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("令和元年4月30日", "outside the era Reiwa"),
        ("平成31年5月1日", "outside the era Heisei"),
        ("昭和65年", "outside the era Showa"),
        ("明治5年1月1日", "the lunar calendar"),
    ],
)
def test_a_day_that_its_era_does_not_have_is_refused(text: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        to_western(text)


@pytest.mark.parametrize(
    "text", ["3 May 2010", "五月三日", "東京", "五年五月三日", "年", "3 мая 2010"]
)
def test_other_texts_are_left(text: str) -> None:
    assert to_western(text) is None
