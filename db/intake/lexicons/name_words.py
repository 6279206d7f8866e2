"""Words that names of people are made of, and words that they never are; `person_names` asks it."""

from __future__ import annotations

from functools import cache

from db.intake.lexicons.word_files import lexicon, word_set


@cache
def given_names() -> frozenset[str]:
    """Return given names of many peoples, small."""
    return frozenset(lexicon("names")["given"].lower().split())


@cache
def family_names_first() -> frozenset[str]:
    """Return family names of peoples who write them first, small."""
    return frozenset(lexicon("names")["family_first"].lower().split())


@cache
def states_of_statesmen() -> dict[str, str]:
    """Return whose country well-known people are, by their names in small letters."""
    return {
        name.lower(): code for code, names in lexicon("names")["well_known"].items()
        for name in names
    }  # fmt: skip


@cache
def never_names() -> frozenset[str]:
    """Return words with a capital that are no part of anybody's name."""
    return word_set("never_names") | word_set("function") | _long(word_set("weekdays"))


def _long(words: frozenset[str]) -> frozenset[str]:
    """Leave out what is short for a day and somebody's name as well: Sun."""
    return frozenset(word for word in words if len(word) > 4)


@cache
def speech_verbs() -> frozenset[str]:
    """Return what people do at once after their name is read: said, met."""
    return word_set("speech")


@cache
def particles() -> frozenset[str]:
    """Return small words within names: bin, de, van."""
    return word_set("particles")
