"""How Koreans spell their names in Latin letters, syllable by syllable; search asks it.

Each syllable in the Revised Romanisation (2000), in McCune-Reischauer (1939), and in the spellings
that people choose by the sound of English (Park, Lee, Young, Chul). None of them is the right one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

FIRST, LAST = 0xAC00, 0xD7A3
FINAL_COUNT, MEDIAL_COUNT = 28, 21
INITIALS = (
    "g k", "kk gg", "n", "d t", "tt dd", "r l n", "m", "b p", "pp bb", "s sh", "ss s", "",
    "j ch", "jj ch", "ch", "k", "t", "p", "h",
)  # fmt: skip
MEDIALS = (
    "a ah ar", "ae ai e ay", "ya yah", "yae yai", "eo o u uh ou eu", "e eh ey ye",
    "yeo yo yu you yeu yoh", "ye e yeh", "o oh", "wa wah", "wae wai", "oe oi we", "yo yoh",
    "u oo ou wu woo", "wo weo wuh", "we weh", "wi ui wee", "yu yoo you yew", "eu u ou",
    "ui eui i ee uy", "i ee y ie yi ih",
)  # fmt: skip
FINALS = (
    "", "k g ck", "k kk", "k", "n", "n", "n", "t d", "l r", "k lk", "m lm", "l", "l", "l", "p", "l",
    "m", "p b", "p", "t s", "t s", "ng", "t", "t", "k", "t", "p", "",
)  # fmt: skip
SILENT_INITIAL, N_INITIAL = 11, 2
FALLEN_RH = "rh"  # in Rhee
# In front, r fell away before i and y and became n elsewhere; many spell what it was (Lee, Noh).
FALLEN = frozenset((2, 6, 7, 12, 17, 20))  # medials that begin with i or y


def is_hangul(text: str) -> bool:
    """Say whether a text is Korean syllables and nothing else."""
    return bool(text) and all(FIRST <= ord(char) <= LAST for char in text)


@lru_cache(maxsize=1 << 11)
def spellings(char: str, *, is_first: bool = False) -> tuple[str, ...]:
    """Return the Latin spellings of one syllable; `is_first` says that it begins a name.

    >>> {"jeong", "chung", "jung"} <= set(spellings("정"))
    True
    >>> {"yi", "lee", "rhee"} & set(spellings("이", is_first=True)) == {"yi", "lee"}
    True
    """
    number = ord(char) - FIRST
    rest, final = divmod(number, FINAL_COUNT)
    initial, medial = divmod(rest, MEDIAL_COUNT)
    initials = INITIALS[initial].split(" ")
    if is_first and (initial == N_INITIAL or (initial == SILENT_INITIAL and medial in FALLEN)):
        initials += ["r", "l"]
    found = (
        one + two + three
        for one in initials
        for two in MEDIALS[medial].split()
        for three in FINALS[final].split(" ")
    )
    return tuple(dict.fromkeys(found))


@cache
def _classes(spelt: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return each spelling of a part of a syllable, with all spellings of what it may stand for."""
    found: dict[str, dict[str, None]] = {}
    for spellings_of_one in spelt:
        options = spellings_of_one.split(" ")
        for each in options:
            found.setdefault(each, {}).update(dict.fromkeys(options))
    return {each: tuple(options) for each, options in found.items()}


def syllable_parts(syllable: str) -> Iterator[tuple[str, str, str]]:
    """Yield every way to take a syllable as consonants, vowels and consonants of Korean.

    >>> [*syllable_parts("kil")], [*syllable_parts("un")], [*syllable_parts("bran")]
    ([('k', 'i', 'l')], [('', 'u', 'n')], [])
    """
    initials, medials, finals = map(_classes, (INITIALS, MEDIALS, FINALS))
    for start in range(min(3, len(syllable))):
        initial = syllable[:start]
        if initial not in initials and initial != FALLEN_RH:
            continue
        for end in range(start + 1, len(syllable) + 1):
            medial, final = syllable[start:end], syllable[end:]
            if medial in medials and final in finals:
                yield initial, medial, final


def initials_like(initial: str, medial: str, *, is_first: bool) -> tuple[str, ...]:
    """Return the spellings of what a syllable begins with; in front of a name also of what fell
    away.

    >>> initials_like("g", "i", is_first=False), "l" in initials_like("", "i", is_first=True)
    (('g', 'k'), True)
    """
    found = _classes(INITIALS).get(initial, ())
    if is_first and initial in ("", "y", "r", "l", "n", FALLEN_RH):
        fallen = ("r", "l", FALLEN_RH, "n") if initial == "n" or medial[0] not in "iye" else ()
        found = (*found, *(fallen or ("r", "l", FALLEN_RH, "n", "")))
    return tuple(dict.fromkeys(found))


def medials_like(medial: str) -> tuple[str, ...]:
    """Return the spellings of the vowels that these may be."""
    return _classes(MEDIALS)[medial]


def finals_like(final: str) -> tuple[str, ...]:
    """Return the spellings of what a syllable may end with."""
    return _classes(FINALS)[final]
