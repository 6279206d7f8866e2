"""Columns below each other in any script, and no letter that steers a terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desktop.commands.console.text_table import MAX_COLUMN_LETTERS, align_rows, printable, width_of


@given(st.text())
def test_what_is_printed_is_one_line_that_steers_nothing(text: str) -> None:
    shown = printable(text)
    assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in shown)
    assert len(shown) == len(text)
    shown.encode("utf-8")


@given(st.lists(st.tuples(st.text("abc王ڈ", max_size=9), st.just("|")), min_size=1))
def test_columns_stand_below_each_other(rows: list[tuple[str, str]]) -> None:
    lines = align_rows(rows)
    assert len({width_of(line) for line in lines}) == 1
    assert all(line.endswith("|") for line in lines)


def test_a_long_cell_pushes_only_its_own_line_along() -> None:
    short, long = align_rows([["a", "b"], ["c" * (MAX_COLUMN_LETTERS + 1), "d"]])
    assert short == "a  b" and long.endswith("c  d")


def test_every_letter_that_steers_is_replaced_and_no_other() -> None:
    """By its category in Unicode, and the marks that turn the direction of all that follows."""
    turning = set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
    for code in range(0x30000):
        letter = chr(code)
        steers = unicodedata.category(letter) in ("Cc", "Cs") or letter in turning
        blank = letter in "\n\t\r"
        assert printable(letter) == (" " if blank else "\ufffd" if steers else letter)
