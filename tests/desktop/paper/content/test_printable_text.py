"""Any text becomes one that can be set, and keeps every letter that has a picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paper.content.printable_text import long_word, one_line, printable


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ("#let x = $1$ *b* _i_ `r` @a <l> \\ // ~", "#let x = $1$ *b* _i_ `r` @a <l> \\ // ~"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("a\tb", "a b"),
        ("\x00\x07\x1b[31mred\x7f\x9b", "[31mred"),
        ("\u202edrawkcab\u202c \u2067x\u2069", "drawkcab x"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ufeffBOM", "BOM"),
        ("\ue123 \ufffe \ud834", "[U+E123] [U+FFFE] [U+D834]"),
        ("🇵🇰", "🇵🇰"),
    ],
)
def test_a_text_keeps_what_can_be_printed(text: str, set_as: str) -> None:
    assert printable(text) == set_as


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_printing_twice_changes_nothing_more(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    once.encode("utf-8")


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo", "Mn"]), max_size=300))
def test_a_long_word_keeps_its_letters_and_can_be_broken(word: str) -> None:
    broken = printable(word)
    assert broken.replace("\u200b", "") == word.replace("\u200b", "")
    if len(word.strip()) > long_word and word.isascii():
        assert "\u200b" in broken


@given(st.text(), st.integers(1, 90))
def test_one_line_is_one_short_line(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert line.splitlines() in ([], [line])
