"""The lexicons are read from their files, each list whole."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from db.intake.lexicons.word_files import lexicon, word_set

NAMES = sorted(
    file.name.removesuffix(".json")
    for file in files("resources").joinpath("intake").iterdir()
    if file.name.endswith(".json")
)


@pytest.mark.parametrize("name", NAMES)
def test_each_lexicon_is_an_object_of_lists(name: str) -> None:
    assert lexicon(name) and json.dumps(lexicon(name))


def test_states_are_split_at_a_hyphen_and_those_with_one_are_whole() -> None:
    words = word_set("split_at_hyphen")
    assert {"pakistan", "armenian", "eu", "guinea-bissau"} <= words


def test_no_list_of_words_is_empty() -> None:
    assert [name for name, words in lexicon("words").items() if not words.split()] == []
