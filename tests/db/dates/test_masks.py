"""Unspecified digits: the first and last real day that agree with them."""

from __future__ import annotations

import pytest

from db.dates.days import Day
from db.dates.masks import masked_days, masked_years


@pytest.mark.parametrize(
    ("sign", "mask", "first", "last", "count"),
    [
        ("", "199X", 1990, 1999, 10),
        ("", "1XX3", 1003, 1993, 100),
        ("", "2019", 2019, 2019, 1),
        ("", "XXXX", 0, 9999, 10_000),
        ("-", "004X", -49, -40, 10),
        ("-", "000X", -9, -1, 9),
    ],
)
def test_a_mask_stands_for_its_years_in_order(
    sign: str, mask: str, first: int, last: int, count: int
) -> None:
    years = list(masked_years(sign, mask))
    assert (years[0], years[-1], len(years)) == (first, last, count)
    assert years == sorted(years)
    assert list(masked_years(sign, mask, backwards=True)) == years[::-1]


@pytest.mark.parametrize(
    ("mask", "days"),
    [
        (("", "156X", "12", "25"), ((1560, 12, 25), (1569, 12, 25))),
        (("", "2004", "06", "XX"), ((2004, 6, 1), (2004, 6, 30))),
        (("", "2004", "XX", "31"), ((2004, 1, 31), (2004, 12, 31))),
        (("", "2004", "1X", "XX"), ((2004, 10, 1), (2004, 12, 31))),
        (("", "200X", "02", "29"), ((2000, 2, 29), (2008, 2, 29))),
        (("", "1900", "02", "2X"), ((1900, 2, 20), (1900, 2, 28))),
        (("-", "004X", "XX", "XX"), ((-49, 1, 1), (-40, 12, 31))),
        (("", "XXXX", "02", "29"), ((0, 2, 29), (9996, 2, 29))),
    ],
)
def test_the_first_and_last_real_day_agree_with_the_mask(
    mask: tuple[str, str, str, str], days: tuple[Day, Day]
) -> None:
    assert masked_days(*mask) == days


@pytest.mark.parametrize(
    "mask", [("", "2004", "02", "30"), ("", "1900", "02", "29"), ("", "20XX", "13", "XX"),
             ("", "2001", "04", "31"), ("", "2001", "XX", "4X")]
)  # fmt: skip
def test_a_mask_with_no_real_day_gives_none(mask: tuple[str, str, str, str]) -> None:
    assert masked_days(*mask) is None
