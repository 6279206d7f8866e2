"""Bounds and days told from another day are read as the days that they mean."""

from __future__ import annotations

from datetime import date

import pytest

from db.intake.text.date_bounds import relative_day, split_bound
from db.intake.text.date_words import find_dates

PUBLISHED = date(2025, 9, 17)


def first(words: str) -> str | None:
    found = find_dates(words, 0, len(words), PUBLISHED)
    return found[0].edtf if found else None


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("by the end of the year", "2025"),
        ("by the end of next year", "[2026-09..2026-12]"),
        ("before December", "[..2025-11-30]"),
        ("since 2021", "2021"),
        ("in the 1980s", "198X"),
        ("on December 11/2024", "2024-12-11"),
        ("14 de octubre de 2024", "2024-10-14"),
        ("3 Rajab 1446", "2025-01-03"),
    ],
)
def test_a_bound_is_read_as_what_it_bounds(words: str, edtf: str) -> None:
    assert first(words) == edtf


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("the previous day", "2025-03-02"),
        ("a day earlier", "2025-03-02"),
        ("two days later", "2025-03-05"),
        ("a week later", "2025-03-10"),
        ("earlier in the day", "2025-03-03"),
        ("that day", "2025-03-03"),
    ],
)
def test_a_day_is_told_from_the_day_told_of_last(words: str, day: str) -> None:
    text = f"On 3 March 2025 they met; {words} he left."
    assert [each.edtf for each in find_dates(text, 0, len(text), PUBLISHED)][-1] == day


@pytest.mark.parametrize("words", ["earlier this month", "the day before yesterday", "next week"])
def test_other_words_hang_on_no_day(words: str) -> None:
    assert relative_day(words, PUBLISHED) is None
    assert split_bound(words) == ("", words)


@pytest.mark.parametrize(("words", "bounds"), [("since June", True), ("in June", False)])
def test_what_only_bounds_is_told(words: str, bounds: bool) -> None:
    assert [each.is_bound for each in find_dates(words, 0, len(words), PUBLISHED)] == [bounds]
