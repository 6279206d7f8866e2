"""A Chinese or Korean name is found however its syllables are written and put together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db import Person
from db.names.phonetics.phonetic_words import query_phonetic_word
from db.search.fuzzy.syllables import MAX_NAME_SYLLABLES, syllable_ways
from db.search.fuzzy.term_cache import Vocabulary
from tests.db.conftest import Small


@pytest.fixture
def words(small: Small) -> Iterator[Vocabulary]:
    for title in ("Mao Zedong", "Kang Kil-bu"):
        small.store.save(Person(title=title), small.lens)
    with small.store.unit_of_work("look") as work:
        made = Vocabulary(work.sql)
        made.refresh()
        yield made


def answered(words: Vocabulary, typed: str) -> set[str]:
    """The words of the desk that answer a name as it was typed."""
    matched_words = [query_phonetic_word(text) for text in typed.split()]
    return {
        text
        for reading in syllable_ways(matched_words, words)
        for each in reading.answers
        for text in each.near
    }


@pytest.mark.parametrize("typed", ["mao tse tung", "mao tsetung", "mao zedong", "mao ze dong"])
def test_syllables_are_the_same_in_either_writing(words: Vocabulary, typed: str) -> None:
    assert {"mao", "zedong"} <= answered(words, typed)


def test_korean_syllables_are_written_in_more_than_one_way(words: Vocabulary) -> None:
    assert "kang" in answered(words, "gang gil bu")


@pytest.mark.parametrize("typed", ["dar", "", "мао", "mao2", "wellington arthur"])
def test_what_is_no_such_name_on_the_desk_is_not_cut(words: Vocabulary, typed: str) -> None:
    assert answered(words, typed) == set()


def test_a_name_has_few_syllables(words: Vocabulary) -> None:
    assert answered(words, " ".join(["mao"] * (MAX_NAME_SYLLABLES + 1))) == set()
