"""Ranks of services and courtesies before names; `person_names` and `office_phrases` ask it."""

from __future__ import annotations

from functools import cache

from db.intake.lexicons.phrase_trie import PhraseTrie
from db.intake.lexicons.word_files import lexicon

#: Courtesies that are words as well unless they are written in capitals or with points.
_CAPITALS_ALONE = frozenset(("he", "hh", "hm", "u", "rep", "sen", "pres", "amb"))


@cache
def rank_trie() -> PhraseTrie[str]:
    """Return ranks: each spelling with the rank in full.

    >>> from db.intake.lexicons.tokens import cut_tokens
    >>> rank_trie().longest(cut_tokens("Lt. Gen. Ali", 0, 12), 0)
    (2, 'Lieutenant General')
    """
    return PhraseTrie(
        (word, rank) for rank, words in lexicon("ranks")["ranks"].items() for word in words
    )


@cache
def _levels() -> dict[str, int]:
    rows = enumerate(lexicon("ranks")["levels"])
    return {rank: level for level, ranks in rows for rank in ranks}


def rank_level(rank: str) -> int:
    """Return how high a rank is among those of all services; -1 for none.

    >>> rank_level("Vice Admiral") > rank_level("Rear Admiral") > rank_level("")
    True
    """
    return _levels().get(rank, 0 if rank else -1)


@cache
def service_trie() -> PhraseTrie[str]:
    """Return services that stand before a rank: U.S. Army Gen."""
    return PhraseTrie((word, word) for word in lexicon("ranks")["services"])


@cache
def honorific_trie() -> PhraseTrie[str]:
    """Return courtesies before a name; "HE" is one in capitals alone."""
    words = lexicon("ranks")["honorifics"]
    return PhraseTrie(
        (word.upper() if word in _CAPITALS_ALONE and len(word) == 2 else _with_capital(word), word)
        for word in words
    )


def _with_capital(word: str) -> str:
    return word[:1].upper() + word[1:]


@cache
def courtesies_in_names() -> frozenset[str]:
    """Return courtesies that stay part of a name of one word: King Salman."""
    return frozenset(lexicon("ranks")["part_of_name"])
