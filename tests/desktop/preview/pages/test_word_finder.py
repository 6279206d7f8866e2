"""Words are found on a page as an officer types them, and their place is that of the letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.preview.pages.word_finder import find, fold_with_places

CASES = [
    ("munir", "Asim Munir and Mrs MUNIR", ["Munir", "MUNIR"]),
    ("melanie", "Mrs Mélanie Joly", ["Mélanie"]),
    ("office of the", "Office\r\nof  the Minister", ["Office\r\nof  the"]),
    ("minerals", "critical miner\x02\r\nals", ["miner\x02\r\nals"]),
    ("minerals", "miner\ufffe\r\nals", ["miner\ufffe\r\nals"]),
    ("efficient", "eﬃcient", ["eﬃcient"]),
    ("اسحاق ڈار", "He, ڈار اسحاق, met", ["ڈار اسحاق"]),
    ("اسحاق ڈار", "وزیر اسحاق ڈار", ["اسحاق ڈار"]),
    ("москва", "в Москва", ["Москва"]),
    ("李克强", "Premier 李克强", ["李克强"]),
    ("  ", "nothing", []),
    ("(.*", "no pattern (.*) here", ["(.*"]),
    ("strasse", "Straße", ["Straße"]),
]


@pytest.mark.parametrize(("words", "page", "found"), CASES)
def test_words_are_found(words: str, page: str, found: list[str]) -> None:
    assert [page[at : at + count] for at, count in find(words, page)] == found


@given(st.text(), st.text(min_size=1, max_size=4), st.text())
def test_what_stands_there_is_found_within_the_page(before: str, words: str, after: str) -> None:
    page = f"{before} {words} {after}"
    found = find(words, page)
    assert bool(found) == bool(fold_with_places(words)[0].strip())
    assert all(at >= 0 and count > 0 and at + count <= len(page) for at, count in found)
