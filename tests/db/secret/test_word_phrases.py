"""Phrases are drawn from the whole list, which is as it was published, by the system."""

import hashlib
import secrets

import pytest

from db.secret import word_phrases
from db.secret.word_phrases import LIST, draw_phrase, phrase_bits, words

LIST_HASH = "6d557f0693958fb5e650b68b5bee585eb82cf4da32965505c789e924743bc522"


def test_the_list_is_as_it_was_published() -> None:
    assert hashlib.sha256(LIST.read_bytes()).hexdigest() == LIST_HASH
    assert len(words()) == len(set(words())) == 6**5
    assert all(each.isascii() and " " not in each for each in words())


def test_each_word_is_drawn_by_itself_by_the_systems_generator(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []

    def choose(given: tuple[str, ...]) -> str:
        asked.append(len(given))
        return given[len(asked)]

    monkeypatch.setattr(secrets, "choice", choose)
    assert draw_phrase(4) == " ".join(words()[1:5]) and asked == [7776] * 4
    assert word_phrases.secrets is secrets


def test_what_is_said_of_its_chance_is_not_too_much() -> None:
    assert [phrase_bits(count) for count in (1, 4, 6)] == [12, 51, 77]
    assert len(words()) ** 6 >= 2 ** phrase_bits(6)
