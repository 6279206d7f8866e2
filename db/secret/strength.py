"""How long a passphrase withstands guessing by somebody who has the file.

The window asks where one is typed that is to be set. `zxcvbn` knows common passwords, words and
names of English, patterns of keys and days, all in a list of its own; it is loaded at the first
question. A word in another script, of which it knows nothing, counts as one out of a short list.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final, NamedTuple

#: What some hundred fast graphics cards try together, through the rounds of the key.
GUESSES_A_SECOND: Final = 500_000
MAX_RATED_LETTERS: Final = 72  # characters; the rest is not looked at, for the time that it takes
#: Guesses for a word in another script; more for a long one, as where words are not parted.
_GUESSES_A_WORD: Final = 10_000.0
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
    known = " ".join(each for each in words if each.isascii())
    guesses = _guesses(known, own_words)
    for each in words:
        if not each.isascii():
            guesses *= max(_GUESSES_A_WORD, 10.0 ** (len(each) / 2))
    seconds = guesses / GUESSES_A_SECOND
    level = next((level for limit, level in _LIMITS if seconds < limit), Level.STRONG)
    return Strength(level, seconds)


def _guesses(text: str, own_words: Sequence[str]) -> float:
    """Return how many guesses a text in ASCII takes; one where there is none."""
    if not text:
        return 1.0
    from zxcvbn import zxcvbn  # half a megabyte of words, which a window seldom needs

    return float(zxcvbn(text, user_inputs=[each for each in own_words if each])["guesses"])
