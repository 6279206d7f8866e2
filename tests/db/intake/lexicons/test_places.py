"""States, peoples, cities and regions are known, each with its state's code."""

from __future__ import annotations

import pytest

from db.intake.lexicons.places import country_short_name, is_place_word, place_trie
from db.intake.lexicons.tokens import cut_tokens
from db.names.name_lists import word_list


@pytest.mark.parametrize(
    ("text", "code", "form"),
    [
        ("Pakistani", "pk", "people"),
        ("U.S.", "us", "name"),
        ("Türkiye", "tr", "name"),
        ("Addis Ababa", "et", "city"),
        ("Côte d'Ivoire", "ci", "name"),
        ("Middle East", "", "region"),
        ("South Korean", "kr", "people"),
        ("DR Congo", "cd", "name"),
        ("ISLAMABAD", "pk", "city"),
    ],
)
def test_a_place_is_known(text: str, code: str, form: str) -> None:
    tokens = cut_tokens(text, 0, len(text))
    found = place_trie().longest(tokens, 0)
    assert found is not None and found[0] == len(tokens)
    assert (found[1].code, found[1].form) == (code, form)


def test_every_state_of_today_is_known_by_its_name() -> None:
    missing = []
    for code, row in word_list("countries")["present"].items():
        tokens = cut_tokens(row[1], 0, len(row[1]))
        if code != "eu" and place_trie().longest(tokens, 0) is None:
            missing.append(row[1])
    assert missing == []


def test_small_words_are_no_states() -> None:
    assert not is_place_word(cut_tokens("us turkey chad", 0, 14), 0)


def test_a_state_has_a_short_name() -> None:
    assert country_short_name("ae") == "United Arab Emirates"
