"""Dates in words become EDTF by the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from db.intake.text.date_words import find_dates, resolve_date
from tests.db.intake import scoring

DAY = date(2025, 9, 15)  # a Monday

PAST = [
    ("earlier this month", "2025-09"),
    ("back in July", "2025-07"),
    ("in May", "2025-05"),
    ("on Monday", "2025-09-15"),
    ("on Friday evening", "2025-09-12"),
    ("from 3 to 5 September", "2025-09-03/2025-09-05"),
    ("from February 19-23, 2024", "2024-02-19/2024-02-23"),
    ("31 August to 1 September", "2025-08-31/2025-09-01"),
    ("the second week of August", "[2025-08-08..2025-08-14]"),
    ("July of last year", "2024-07"),
    ("02nd Apr, 2020", "2020-04-02"),
    ("two weeks ago", "[2025-09-01..2025-09-07]"),
    ("yesterday", "2025-09-14"),
    ("in 2019", "2019"),
]


@pytest.mark.parametrize(("words", "edtf"), PAST)
def test_words_of_what_was_are_read(words: str, edtf: str) -> None:
    assert [each.edtf for each in find_dates(words, 0, len(words), DAY)] == [edtf]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [("in November", "2025-11"), ("on Friday", "2025-09-19"), ("in March", "2026-03")],
)
def test_words_of_what_will_be_lie_ahead(words: str, edtf: str) -> None:
    found = resolve_date(words, DAY, True)
    assert found is not None and found[0] == edtf


@pytest.mark.parametrize("text", ["1,200 people", "in the future", "may come"])
def test_other_words_are_no_dates(text: str) -> None:
    assert find_dates(text, 0, len(text), DAY) == []


def test_a_bracket_says_which_day_today_was() -> None:
    text = "held today (May 19, 2025)"
    assert [each.edtf for each in find_dates(text, 0, len(text), date(2025, 5, 20))] == [
        "2025-05-19"
    ]


def test_the_phrases_of_the_fixtures_are_read() -> None:
    def first(phrase: str, published: date) -> str | None:
        found = find_dates(phrase, 0, len(phrase), published)
        return found[0].edtf if found else None

    tally = scoring.score_phrases(first)
    assert tally.recall >= PHRASE_RECALL, tally.misses


#: Bounds ("since 2020"), other calendars and other languages are left to the date field.
PHRASE_RECALL = 0.88


def test_a_month_that_is_over_comes_again_in_what_is_planned() -> None:
    assert resolve_date("in December", date(2025, 1, 14), True) == (
        "2025-12", "2025-12-01", "2025-12-31",
    )  # fmt: skip
    assert resolve_date("in December", date(2025, 1, 14)) == (
        "2024-12", "2024-12-01", "2024-12-31",
    )  # fmt: skip
