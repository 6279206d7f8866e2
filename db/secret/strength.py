"""How long a passphrase withstands guessing by somebody who has the file.

The window asks where one is typed that is to be set. `zxcvbn` knows common passwords, words and
names of English, patterns of keys and days, all in a list of its own; it is loaded at the first
question. The names and words of many languages that the program reads by are given to it, and what
can be spoken counts as a word of a language that nobody has a list of: rather too weak than too
strong. A word in another script counts as one out of a short list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from anyascii import anyascii

#: What some hundred fast graphics cards try together, through the rounds of the key.
GUESSES_A_SECOND: Final = 500_000
MAX_RATED_LETTERS: Final = 72  # characters; the rest is not looked at, for the time that it takes
#: Guesses for a word that is in no list; more for a long one, as where words are not parted.
_GUESSES_A_WORD: Final = 10_000.0
MIN_WORD_LETTERS: Final = 4
_LETTERS: Final = re.compile(rf"[^\W\d_]{{{MIN_WORD_LETTERS},}}")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
#: What can be spoken: vowels, and no more than three consonants one after the other.
_SPOKEN: Final = re.compile(r"(?:[^aeiouy]{0,3}[aeiouy]{1,3})+[^aeiouy]{0,3}")
_WORD_LISTS: Final = ("dates", "exchange", "intake", "names")  # folders of `resources`
_DAY: Final = 86_400.0  # seconds
_YEAR: Final = 365.25 * _DAY


class Level(IntEnum):
    """What a passphrase is worth."""

    VERY_WEAK = 0
    WEAK = 1
    GOOD = 2
    STRONG = 3


class Strength(NamedTuple):
    """`seconds` is how long it takes to find a passphrase with all that is at hand."""

    level: Level
    seconds: float


_LIMITS: Final = ((_DAY, Level.VERY_WEAK), (10 * _YEAR, Level.WEAK), (1_000 * _YEAR, Level.GOOD))


def rate_passphrase(passphrase: str, own_words: Sequence[str] = ()) -> Strength:
    """Return how strong a passphrase is; `own_words` are those that anybody would try first, such
    as the name of the desk.

    >>> rate_passphrase("password").level.name, rate_passphrase("Karachi2024").level.name
    ('VERY_WEAK', 'VERY_WEAK')
    >>> rate_passphrase("eagle ramp tiger unmasked fraction polo").level.name
    'STRONG'
    """
    words = passphrase[:MAX_RATED_LETTERS].split()
    known = " ".join(_latin(each) for each in words if _is_latin(each))
    guesses = _guesses(known[:MAX_RATED_LETTERS], own_words)
    for each in words:
        if not _is_latin(each):
            guesses *= _guesses_of_word(each)
    seconds = guesses / GUESSES_A_SECOND
    level = next((level for limit, level in _LIMITS if seconds < limit), Level.STRONG)
    return Strength(level, seconds)


def _is_latin(word: str) -> bool:
    return all(sign.isascii() or _LATIN.fullmatch(sign) for sign in word)


def _latin(word: str) -> str:
    return word if word.isascii() else anyascii(word)


def _guesses_of_word(word: str) -> float:
    return max(_GUESSES_A_WORD, float(10.0 ** (len(word) / 2)))


def _guesses(text: str, own_words: Sequence[str]) -> float:
    """Return how many guesses a text in ASCII takes; one where there is none."""
    if not text:
        return 1.0
    # With half a megabyte of words, which a window seldom needs.
    from zxcvbn.matching import RANKED_DICTIONARIES, build_ranked_dict, omnimatch
    from zxcvbn.scoring import most_guessable_match_sequence

    lists = {
        **RANKED_DICTIONARIES,
        "user_inputs": build_ranked_dict([each.lower() for each in own_words if each]),
        "listed": listed_words(),
        "spoken": {
            word: _guesses_of_word(word)
            for word in _LETTERS.findall(text.lower())
            if _SPOKEN.fullmatch(word)
        },
    }
    return float(most_guessable_match_sequence(text, omnimatch(text, lists))["guesses"])


@cache
def listed_words() -> dict[str, float]:
    """Return the words and names of the program's own lists, in Latin letters without marks."""
    found: dict[str, float] = {}
    for folder in _WORD_LISTS:
        for file in files("resources").joinpath(folder).iterdir():
            if file.name.endswith((".json", ".csv")):
                for word in set(_LETTERS.findall(file.read_text(encoding="utf-8"))):
                    if _LATIN.fullmatch(word):
                        found[_latin(word).lower()] = _GUESSES_A_WORD
    return found
