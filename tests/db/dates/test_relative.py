"""Dates that hang on the day a text was published: Sunday, 20 July 2025."""

from __future__ import annotations

from datetime import date

import pytest

from db.dates.relative import read_relative, with_year
from db.dates.single_dates import DateParts
from db.errors import Refused

PUBLISHED = date(2025, 7, 20)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("today", "2025-07-20"),
        ("the day before yesterday", "2025-07-18"),
        ("tomorrow", "2025-07-21"),
        ("this week", "[2025-07-14..2025-07-20]"),
        ("last week", "[2025-07-07..2025-07-13]"),
        ("next month", "2025-08"),
        ("the previous year", "2024"),
        ("earlier this month", "[2025-07-01..2025-07-20]"),
        ("later this year", "[2025-07-20..2025-12-31]"),
        ("sunday", "2025-07-20"),
        ("last sunday", "2025-07-13"),
        ("this monday", "2025-07-14"),
        ("next monday", "2025-07-21"),
        ("july", "2025-07"),
        ("august", "2024-08"),
        ("last july", "2024-07"),
        ("next august", "2025-08"),
        ("last winter", "2024-24"),
        ("next spring", "2026-21"),
        ("three weeks ago", "[2025-06-23..2025-06-29]"),
        ("in two days", "2025-07-22"),
        ("a year ago", "2024"),
        ("two months from now", "2025-09"),
    ],
)
def test_words_are_settled_by_the_published_day(text: str, edtf: str) -> None:
    assert read_relative(text, PUBLISHED) == edtf


@pytest.mark.parametrize("text", ["today", "next monday", "three weeks ago", "last july"])
def test_without_that_day_they_are_refused_with_a_question_for_the_year(text: str) -> None:
    with pytest.raises(Refused, match="depends on when it was written"):
        read_relative(text, None)


@pytest.mark.parametrize(
    "text", ["winter", "july 2025", "in days", "many days ago", "in two days ago", "last soon", ""]
)
def test_other_words_are_left_to_others(text: str) -> None:
    assert read_relative(text, PUBLISHED) is None


@pytest.mark.parametrize(
    ("parts", "year"),
    [
        (DateParts(month=7, day=20), 2025),
        (DateParts(month=7, day=21), 2024),
        (DateParts(month=7), 2025),
        (DateParts(month=8), 2024),
        (DateParts(month=2, day=29), 2024),
        (DateParts(1999, 7), 1999),
    ],
)
def test_a_day_without_a_year_is_the_latest_that_has_been(parts: DateParts, year: int) -> None:
    assert with_year(parts, PUBLISHED, "").year == year


def test_a_day_without_a_year_and_without_a_published_day_is_refused() -> None:
    with pytest.raises(Refused, match="does not say which year"):
        with_year(DateParts(month=7, day=4), None, "4 July")
