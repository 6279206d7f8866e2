"""How likely two names are of one bearer; duplicates and proposals ask it. It never merges."""

from __future__ import annotations

from typing import NamedTuple

from db.names.folding import fold
from db.names.likeness.alike_bodies import bodies_alike
from db.names.likeness.alike_people import people_alike
from db.names.likeness.alike_words import word_alike

__all__ = ["MIN_PROPOSED_LIKENESS", "Likeness", "alike", "word_alike"]

MIN_PROPOSED_LIKENESS = 0.8  # from here on a pair is shown to the officer
PEOPLE = ("person", "people")


class Likeness(NamedTuple):
    """`score` from 0 to 1 and a few words on what decided it."""

    score: float
    why: str


def alike(name1: str, name2: str, schema: str) -> Likeness:
    """Say whether two names of the same kind of thing may be of one. `schema` is the kind of
    record; every kind but a person is compared as the name of a body.

    >>> alike("Mr Ishaq Dar", "DAR, Mohammad Ishaq", "person").score > MIN_PROPOSED_LIKENESS
    True
    >>> alike("Rami Makhlouf", "Hafez Makhlouf", "person").why
    'rami is not hafez'
    >>> alike("Siemens AG", "Siemens Aktiengesellschaft", "organization")
    Likeness(score=1.0, why='the same name')
    >>> banks = alike("Central Bank of Iraq", "Central Bank of Iran", "organization")
    >>> banks.score < MIN_PROPOSED_LIKENESS
    True
    """
    if not fold(name1) or not fold(name2):
        return Likeness(0.0, "a name without a letter")
    compare = people_alike if schema.casefold() in PEOPLE else bodies_alike
    score, why = compare(name1, name2)
    return Likeness(round(score, 3), why)
