"""The nouns that agreements are called by and the acts done to them; `agreements` asks it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from db.intake.lexicons.phrase_trie import PhraseTrie
from db.intake.lexicons.tokens import Token
from db.intake.lexicons.word_files import lexicon


@cache
def agreement_trie() -> PhraseTrie[str]:
    """Return nouns for agreements with the type in the desk's words."""
    return PhraseTrie(
        (word, kind) for kind, words in lexicon("agreements")["nouns"].items() for word in words
    )


def is_agreement_noun(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether words end with a noun for an agreement."""
    return any(
        found is not None and found[0] == end
        for at in range(start, end)
        if (found := agreement_trie().longest(tokens, at)) is not None
    )


@cache
def act_trie(name: str) -> PhraseTrie[str]:
    """Return the words of one list of acts: signed, ratified, announced."""
    return PhraseTrie((word, word) for word in lexicon("agreements")[name])
