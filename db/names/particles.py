"""A name apart: given name, particles and family name, and which words are particles.

The customs of countries say where the family name stands; they and the order of names ask here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from db.names.folding import fold
from db.names.name_lists import word_list

GIVEN_FIRST, FAMILY_FIRST, SINGLE = "given-first", "family-first", "single"


class NameParts(NamedTuple):
    """`particles` are those before the family name; `order` is how the name is written."""

    given: str
    family: str
    particles: str
    order: str


@cache
def particle_list(entry: str) -> frozenset[str]:
    """Return one list of particles, folded."""
    return frozenset(fold(text) or text for text in word_list("particles")[entry])


@cache
def _particles() -> frozenset[str]:
    return particle_list("particles") | particle_list("patronymic") | particle_list("articles")


@lru_cache(maxsize=1 << 14)
def is_particle(token: str) -> bool:
    """Say whether a word is one; a single letter never is (Lyndon B. Johnson).

    >>> is_particle("von"), is_particle("Ó"), is_particle("B."), is_particle("Te")
    (True, True, False, False)
    """
    if token in word_list("particles")["irish"]:
        return True
    key = fold(token)
    if len(key) < 2 or key not in _particles():
        return False
    return token.islower() or key not in particle_list("lower_only")


def whole(tokens: Sequence[str]) -> NameParts:
    """Return a name of which no part is a family name."""
    return NameParts(" ".join(tokens), "", "", SINGLE)


def family_first(tokens: Sequence[str], length: int = 1) -> NameParts:
    """Return a name whose first words are the family name."""
    family, particles = _without_particles(tokens[:length])
    return NameParts(" ".join(tokens[length:]), family, particles, FAMILY_FIRST)


def given_first(tokens: Sequence[str], length: int) -> NameParts:
    """Return a name whose first words, as many as `length`, are the given name."""
    family, particles = _without_particles(tokens[length:])
    return NameParts(" ".join(tokens[:length]), family, particles, GIVEN_FIRST)


def _without_particles(family: Sequence[str]) -> tuple[str, str]:
    lead = 0
    while lead < len(family) - 1 and is_particle(family[lead]):
        lead += 1
    return " ".join(family[lead:]), " ".join(family[:lead])
