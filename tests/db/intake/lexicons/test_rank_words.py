"""Ranks in any spelling give the rank in full; courtesies are none in small letters."""

from __future__ import annotations

import pytest

from db.intake.lexicons.rank_words import (
    courtesies_in_names,
    honorific_trie,
    rank_trie,
    service_trie,
)
from db.intake.lexicons.tokens import cut_tokens


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Lt. Gen.", "Lieutenant General"),
        ("Lieutenant-General", "Lieutenant General"),
        ("Adm.", "Admiral"),
        ("Air Chief Marshal", "Air Chief Marshal"),
        ("Field Marshal", "Field Marshal"),
    ],
)
def test_a_rank_is_read_in_full(text: str, rank: str) -> None:
    tokens = cut_tokens(text, 0, len(text))
    assert rank_trie().longest(tokens, 0) == (len(tokens), rank)


def test_a_pronoun_is_no_excellency() -> None:
    assert honorific_trie().longest(cut_tokens("He", 0, 2), 0) is None
    assert honorific_trie().longest(cut_tokens("HE", 0, 2), 0) is not None


def test_services_stand_before_ranks() -> None:
    assert service_trie().longest(cut_tokens("U.S. Navy", 0, 9), 0) is not None
    assert "king" in courtesies_in_names()
