"""Words are told apart as FTS5 tells them, whether or not it has to be asked."""

from __future__ import annotations

import pytest

from db.search.index import word_splitter
from db.search.index.word_splitter import MAX_PLAIN_LETTERS, WordSplitter, splitter

WORDS = [
    ("ishaq dar", ["ishaq", "dar"]),
    ("習 近 平 xi", ["習", "近", "平", "xi"]),
    ("½ x", ["½", "x"]),
    ("a\u20ddb", ["a", "b"]),  # no letter for FTS5
    ("😀", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_the_words_of_a_text_are_those_that_fts5_finds(text: str, words: list[str]) -> None:
    assert splitter().words(text) == words


def test_a_word_that_is_too_long_is_cut_as_fts5_cuts_it() -> None:
    [word] = splitter().words("q" * 40_000)
    assert MAX_PLAIN_LETTERS < len(word) < 40_000


def test_what_is_remembered_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_splitter, "MAX_KNOWN_WORDS", 2)
    fresh = WordSplitter()
    for text in ("a\u20ddb", "c\u20ddd", "e\u20ddf", "a\u20ddb"):
        assert fresh.words(text) == text.split("\u20dd")
