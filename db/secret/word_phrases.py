"""Passphrases of words drawn by chance, which can be remembered and whose strength is known.

The window and the commands ask for one where a passphrase is set. The list lies in
`resources/words`; nothing is asked of anybody.
"""

from __future__ import annotations

import math
import secrets
from functools import cache
from pathlib import Path
from typing import Final

LIST: Final = Path(__file__).resolve().parents[2] / "resources" / "words" / "eff_large.txt"
PHRASE_WORDS: Final = 6  # 77 bits: beyond all guessing while the key takes its rounds
MIN_PHRASE_WORDS, MAX_PHRASE_WORDS = 4, 12


@cache
def words() -> tuple[str, ...]:
    """Return the words that are drawn from, each once."""
    return tuple(LIST.read_text(encoding="ascii").split())


def draw_phrase(count: int = PHRASE_WORDS) -> str:
    """Return so many words by chance; the system's own generator draws them.

    >>> len(draw_phrase().split(" ")), draw_phrase() == draw_phrase()
    (6, False)
    """
    return " ".join(secrets.choice(words()) for _ in range(count))


def phrase_bits(count: int = PHRASE_WORDS) -> int:
    """Return how many bits of chance are in so many words, rounded down.

    >>> phrase_bits(6), phrase_bits(8)
    (77, 103)
    """
    return int(count * math.log2(len(words())))
