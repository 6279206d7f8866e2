"""The words of dates: every month and weekday is found by its names, texts are made plain."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.dates.lexicon import (
    MONTH_NAMES,
    MONTH_THIRDS,
    MONTHS,
    WEEKDAYS,
    YEAR_THIRDS,
    clean_line,
    fold_word,
    quote,
)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("january", 1), ("jan", 1), ("sept", 9), ("sep", 9), ("may", 5), ("december", 12),
    ],
)  # fmt: skip
def test_a_month_is_found_by_each_of_its_names(word: str, number: int) -> None:
    assert MONTHS[fold_word(word)] == number


def test_every_month_and_weekday_is_named_in_full_and_in_short() -> None:
    for number, name in enumerate(MONTH_NAMES[1:], 1):
        assert MONTHS[name.lower()] == MONTHS[name[:3].lower()] == number
    assert set(MONTHS.values()) == set(range(1, 13))
    assert set(WEEKDAYS.values()) == set(range(7))


@pytest.mark.parametrize(("thirds", "last"), [(YEAR_THIRDS, 12), (MONTH_THIRDS, 31)])
def test_thirds_follow_each_other_without_a_gap(
    thirds: tuple[tuple[int, int], ...], last: int
) -> None:
    assert thirds[0][0] == 1 and thirds[-1][1] == last
    assert all(one[1] + 1 == other[0] for one, other in itertools.pairwise(thirds))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  14   July 2025 ,", "14 July 2025"),
        ("١٤ July ٢٠٢٥", "14 July 2025"),
        ("１４　July", "14 July"),
        ("2019—2021", "2019–2021"),
        ("2025‑07‑14", "2025-07-14"),
        ("“July” 2025", "July 2025"),
        ("the 1990’s", "the 1990's"),
        ("\u200e14\u200f July", "14 July"),
        ("مـــحرم", "محرم"),
    ],
)
def test_a_text_is_cleaned_to_plain_digits_dashes_and_blanks(text: str, plain: str) -> None:
    assert clean_line(text) == plain


@given(st.text(max_size=60))
def test_cleaning_what_is_clean_changes_nothing(text: str) -> None:
    once = clean_line(text)
    assert clean_line(once) == once
    assert "\n" not in once and "  " not in once


@given(st.text())
def test_a_quoted_text_is_one_short_line(text: str) -> None:
    said = quote(text)
    assert said[0] == "“" and said[-1] == "”" and len(said) <= 43 and "\n" not in said
