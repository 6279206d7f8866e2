"""A date in three cells is as exact as these are."""

import pytest

from db.dates import HistoricalDate
from db.exchange.mapping.date_parts import date_columns, date_text


@pytest.mark.parametrize(
    ("parts", "edtf"),
    [
        ("1961|5|12", "1961-05-12"),
        ("1961.0|5.0|12.0", "1961-05-12"),
        ("1961|5|", "1961-05"),
        ("1961|-9|-9", "1961"),
        ("2004|Kasım|2", "2004-11-02"),
        ("1998|März", "1998-03"),
        ("2011|0|0", "2011"),
    ],
)
def test_what_is_known_is_read(parts: str, edtf: str) -> None:
    assert HistoricalDate.parse(date_text(parts.split("|"))).edtf == edtf


def test_without_a_year_there_is_no_date() -> None:
    assert date_text(["", "5", "12"]) == date_text(["-9", "5", "12"]) == ""


def test_only_two_or_three_columns_with_hyphens_are_a_date() -> None:
    assert date_columns("{a}-{b}") == ["a", "b"]
    assert date_columns("{a} {b}") == date_columns("{a}") == date_columns("{a}-{b}-{c}-{d}") == []
