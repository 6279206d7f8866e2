"""A word of a text stands for what can only be it; on demand for what is a slip away or abroad."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db import Person
from db.search.fuzzy.term_cache import Vocabulary
from db.search.fuzzy.word_spellings import SpellingWay, spellings_of
from tests.db.conftest import Small

TITLES = ("Sergey Kurilla", "Abdul Rahman Organization", "Сергей Лавров", "Hassan Hossein")


@pytest.fixture
def words(small: Small) -> Iterator[Vocabulary]:
    first, *others = [Person(title=title) for title in TITLES]
    small.store.save(first, small.lens, also=others)
    with small.store.unit_of_work("look") as work:
        made = Vocabulary(work.sql)
        made.refresh()
        yield made


@pytest.mark.parametrize(
    ("word", "way", "spellings"),
    [
        ("sergei", SpellingWay.RESPELT, ["sergey"]),
        ("sergey", SpellingWay.RESPELT, ["sergey"]),
        ("kurila", SpellingWay.RESPELT, ["kurilla"]),
        ("hasan", SpellingWay.RESPELT, ["hassan"]),  # and not Hossein, of the same sound
        ("abdulrahman", SpellingWay.RESPELT, ["abdul rahman"]),
        ("organisation", SpellingWay.RESPELT, ["organization"]),
        ("kuxilla", SpellingWay.RESPELT, []),
        ("kuxilla", SpellingWay.MISSPELT, ["kurilla"]),
        ("sergei", SpellingWay.ABROAD, ["сергеи"]),
        ("k", SpellingWay.RESPELT, ["k"]),
        ("zwk", SpellingWay.MISSPELT, []),
    ],
)
def test_a_word_is_written_as_names_of_the_desk_write_it(
    words: Vocabulary, word: str, way: SpellingWay, spellings: list[str]
) -> None:
    assert spellings_of(word, words, way) == spellings
