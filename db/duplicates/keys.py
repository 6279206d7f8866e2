"""The keys under which names meet that may be one: pure, from what is stored of each name.

`candidates` asks for them, a sort at a time. Two records with one key are looked at, no others.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

# Consonants that two names must share before sounding alike says anything.
MIN_SHARED_CONSONANTS = 3


def name_key(folded: str) -> str:
    """Return the words of a name in no order.

    >>> name_key("dar ishaq") == name_key("ishaq dar")
    True
    """
    return " ".join(sorted(folded.split())) if " " in folded else folded


def sound_key(skeleton: str) -> str:
    """Return the consonants of a name in no order; "" where they are too few to say anything.

    >>> sound_key("ASHK DR"), sound_key("L")
    ('ASHK DR', '')
    """
    if len(skeleton.replace(" ", "")) < MIN_SHARED_CONSONANTS:
        return ""
    return " ".join(sorted(skeleton.split()))


def core_key(skeleton: str) -> str:
    """Return the first and the last word as heard, for a name whose middle may be left out.

    >>> core_key("FLDMR FLDMRFX BTN") == core_key("FLDMR BTN")
    True
    """
    consonants = skeleton.split()
    return " ".join(sorted((consonants[0], consonants[-1]))) if len(consonants) > 1 else ""


def initial_key(skeleton: str) -> str:
    """Return the first sound and the last word as heard: N. Nazarbayev and Nursultan Nazarbayev.

    >>> initial_key("N NSRBF") == initial_key("NRSLTN NSRBF")
    True
    """
    consonants = skeleton.split()
    return (
        f"{consonants[0][0]} {consonants[-1]}"
        if len(consonants) > 1 and len(consonants[-1]) > 1
        else ""
    )


def near_keys(folded: str, skeleton: str, end: int = 0) -> Iterator[str]:
    """Yield one word with the first sound of another, or with the last (`end` -1): a slip in the
    other word does no harm, unless it is at that end. A word of few consonants is taken as it is
    spelt.

    >>> sorted(near_keys("olaf scholz", "ALF SLS"))
    ['ALF S', 'SLS A']
    >>> sorted(near_keys("olaf cholz", "ALF XLS", -1))
    ['ALF S', 'XLS F']
    """
    spelt, consonants = folded.split(), skeleton.split()
    if len(spelt) != len(consonants) or not 1 < len(spelt) < 5:
        return
    seen = set()
    for one, other in permutations(range(len(spelt)), 2):
        word = consonants[one] if len(consonants[one]) >= MIN_SHARED_CONSONANTS else spelt[one]
        key = f"{word} {consonants[other][end]}"
        if len(word) > 2 and key not in seen:
            seen.add(key)
            yield key


def solid_key(folded: str) -> str:
    """Return the letters of a name without gaps: Good Will and Goodwill.

    >>> solid_key("good will")
    'goodwill'
    """
    return folded.replace(" ", "")
