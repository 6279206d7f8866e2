"""How near two words of names are, and which word of one name answers which of the other.

`alike` asks it for whole names; search may ask `word_alike` to rank what it has found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from db.names.phonetics.phonetic_keys import readings
from db.names.scripts import script_of

INITIAL = 0.85  # an initial that fits
SAME_SOUND = 0.55  # the least that words of one sound and one script are worth
ACROSS = 0.92  # two scripts, the same consonants
JOINED = 0.88  # how near a word must be to two of the other name for them to be its halves


@lru_cache(maxsize=1 << 15)
def sounds(word: str) -> tuple[str, ...]:
    """Return every phonetic key of a folded word, as one word, the likely one first.

    >>> sounds("jong"), sounds("gaddafi")
    (('XNK', 'ANK'), ('KDF',))
    """
    found: tuple[str, ...] = ()
    for keys in readings(word):
        found = tuple(f + k for f in found for k in keys) if found else keys
    return found


@lru_cache(maxsize=1 << 15)
def _script(word: str) -> str:
    return script_of(word)


def _sounds_alike(one: str, other: str) -> float:
    """Say how near the nearest two readings are, 1 for the same; words without a key are unlike."""
    nearest = 0.0
    for ours in sounds(one):
        for theirs in sounds(other):
            if ours == theirs:
                return 1.0
            nearest = max(nearest, OSA.normalized_similarity(ours, theirs))
    return nearest


def _written_alike(one: str, other: str) -> float:
    longest = max(len(one), len(other))
    near = OSA.normalized_similarity(one, other)
    if near < 0.4 or longest < 4 or near == 1.0:
        return near
    # Vowels and doubled letters are what romanisations differ in; the rest is pronounced.
    if not set(sounds(one)).isdisjoint(sounds(other)):
        return SAME_SOUND + (1 - SAME_SOUND) * near
    return near


@lru_cache(maxsize=1 << 16)
def word_alike(one: str, other: str) -> float:
    """Say from 0 to 1 how likely two folded words are one word spelt, misspelt or romanised.

    A single letter is the initial of a word that begins with it. In two scripts the consonants
    are compared.

    >>> word_alike("husayn", "hussein") > .7 > word_alike("boris", "benjamin")
    True
    >>> word_alike("lavrov", "лавров"), word_alike("n", "nursultan"), word_alike("a", "nursultan")
    (0.92, 0.85, 0.0)
    """
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    if len(one) == 1 or len(other) == 1:
        return INITIAL if one[0] == other[0] else _initial_abroad(one, other)
    if _script(one) == _script(other):
        return _written_alike(one, other)
    says_little = min(map(len, sounds(one) + sounds(other)), default=0) < 2  # Li, Ali, Lee
    return _sounds_alike(one, other) * (0.8 if says_little else ACROSS)


def _initial_abroad(one: str, other: str) -> float:
    """Return an initial in another script than its word."""
    if _script(one) == _script(other) or not one.isalpha() or not other.isalpha():
        return 0.0
    heads = {key[0] for key in sounds(one)} & {key[0] for key in sounds(other)}
    return 0.8 * INITIAL if heads else 0.0


class Pairing(NamedTuple):
    """Words that answer each other as (place, place, nearness), and the places left over."""

    pairs: list[tuple[int, int, float]]
    left: list[int]
    right: list[int]


def pair_up(
    ours: Sequence[str],
    theirs: Sequence[str],
    floor: float,
    measure: Callable[[str, str], float] = word_alike,
) -> Pairing:
    """Return the nearest words first, of equals those that stand at the same place.

    >>> pair_up(["vladimir", "putin"], ["putin", "v"], .6).pairs
    [(1, 0, 1.0), (0, 1, 0.85)]
    """
    found = []
    for i, one in enumerate(ours):
        for j, other in enumerate(theirs):
            near = measure(one, other)
            if near >= floor:
                found.append((near, -abs(i - j), -i, -j))
    found.sort(reverse=True)
    taken_i: set[int] = set()
    taken_j: set[int] = set()
    pairs = []
    for near, _, i, j in found:
        if -i not in taken_i and -j not in taken_j:
            taken_i.add(-i)
            taken_j.add(-j)
            pairs.append((-i, -j, near))
    ours_left = [i for i in range(len(ours)) if i not in taken_i]
    return Pairing(pairs, ours_left, [j for j in range(len(theirs)) if j not in taken_j])


def join_halves(ours: list[str], theirs: Iterable[str]) -> list[str]:
    """Return words of one name put together where the other name writes them as one.

    >>> join_halves(["alisher", "us", "manov"], ["alisher", "usmanov"])
    ['alisher', 'usmanov']
    """
    wholes = [word for word in theirs if len(word) > 4 and word not in ours]
    for whole in wholes:
        ours = _join_run(ours, whole)
    return ours


def _join_run(ours: list[str], whole: str) -> list[str]:
    for length in (2, 3, 4):
        for start in range(len(ours) - length + 1):
            run = ours[start : start + length]
            solid = "".join(run)
            if abs(len(solid) - len(whole)) > 2 or _script(solid) != _script(whole):
                continue
            near = OSA.normalized_similarity(solid, whole)
            if near >= JOINED and all(near > word_alike(part, whole) for part in run):
                return [*ours[:start], solid, *ours[start + length :]]
    return ours


def in_order(pairs: Sequence[tuple[int, int, float]]) -> bool:
    """Say whether words that answer each other follow in the same order in both names."""
    places = [j for _, j, _ in sorted(pairs)]
    return all(one < other for one, other in pairwise(places))
