"""Verbs and nouns that tell of events, and the words that make an event planned, denied or merely
reported; the facts ask it."""

from __future__ import annotations

from functools import cache

from db.intake.lexicons.phrase_trie import PhraseTrie
from db.intake.lexicons.word_files import lexicon


@cache
def event_verbs() -> PhraseTrie[str]:
    """Return verbs with the type of event they tell of."""
    return PhraseTrie(
        (words, kind) for kind, group in lexicon("events")["verbs"].items() for words in group
    )


@cache
def event_nouns() -> PhraseTrie[str]:
    """Return nouns with the type of event they tell of."""
    return PhraseTrie(
        (words, kind) for kind, group in lexicon("events")["nouns"].items() for words in group
    )


@cache
def mood_words(name: str) -> PhraseTrie[str]:
    """Return the words of one mood: planned, not, hypothetical, reported, undertaking, view."""
    return PhraseTrie((words, name) for words in lexicon("events")[name])
