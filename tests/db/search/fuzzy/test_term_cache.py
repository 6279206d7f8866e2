"""The words of a desk's names are known by spelling and by sound, new ones as soon as they come."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db import Person
from db.names.phonetics.phonetic_words import phonetic_word, query_phonetic_word
from db.search.fuzzy.term_cache import Vocabulary, is_particle, may_be_particle, without_particles
from tests.db.conftest import Small


@pytest.fixture
def words(small: Small) -> Iterator[Vocabulary]:
    """The vocabulary of the small desk and three more names."""
    for title in ("Michael Kurilla", "Abdel Fattah al-Sisi", "Сергей Лавров"):
        small.store.save(Person(title=title), small.lens)
    with small.store.unit_of_work("look") as work:
        made = Vocabulary(work.sql)
        made.refresh()
        yield made


def test_a_word_of_a_name_is_held_and_a_word_of_a_text_is_not(words: Vocabulary) -> None:
    assert words.holds("munir")
    assert not words.holds("zebra")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("kurila", "kurilla"), ("monir", "munir"), ("alsisi", "sisi"), ("lavrov", "лавров")],
)
def test_a_slip_a_sound_a_particle_and_another_script_are_near(
    words: Vocabulary, typed: str, meant: str
) -> None:
    assert meant in words.near(query_phonetic_word(typed))


def test_the_nearest_comes_first(words: Vocabulary) -> None:
    found = list(words.near(query_phonetic_word("munir")).values())
    assert found == sorted(found, reverse=True)
    assert found[0] == 1.0


def test_a_word_that_is_typed_on_may_go_on(words: Vocabulary) -> None:
    asked = query_phonetic_word("kurxl")
    assert "kurilla" in words.near(asked, is_begun=True)
    assert "kurilla" not in words.near(asked)


def test_what_is_saved_since_is_taken_in_once(small: Small) -> None:
    with small.store.unit_of_work("look") as work:
        words = Vocabulary(work.sql)
        words.refresh()
        assert words.near(query_phonetic_word("quarrier")) == {}
    small.store.save(Person(title="Zebulon Quarrier"), small.lens)
    with small.store.unit_of_work("look") as work:
        words = Vocabulary(work.sql)
        words.refresh()
        words.refresh()
        assert list(words.near(query_phonetic_word("quarier"))) == ["quarrier"]


def test_something_is_always_least_unlike(words: Vocabulary) -> None:
    assert len(words.nearest_at_all(query_phonetic_word("xxxxx"), 3)) <= 3
    assert words.nearest_at_all(query_phonetic_word("kurillo"), 1) == ["kurilla"]


def test_particles_are_known_in_any_script() -> None:
    assert is_particle("al") and not is_particle("dar")
    assert may_be_particle(phonetic_word("аль")) and not may_be_particle(phonetic_word("al"))
    assert list(without_particles("vandersteen"))
    assert list(without_particles("dar")) == []
