"""Which records are called nearly as a text calls a body or an agreement; matching asks it.

The record bears all words of the name, or all but one: what tells more is judged by its likeness.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.lens import Lens
from db.names import fold
from db.reader import Reader
from db.search.fuzzy.word_spellings import SpellingWay

MAX_WORDS = 8  # of a name that are asked for, the longest
MAX_LEFT_OUT = 4  # words that may be another, the longest, each in turn
MIN_WORDS = 2  # that are asked for together
IDLE = frozenset(("of", "the", "and", "for", "in", "on", "at", "to", "de", "la", "le", "du", "des"))


def ids_called_nearly(
    reader: Reader, kind: str, name: str, lens: Lens, limit: int, country: str = ""
) -> Iterator[int]:
    """Yield the records of a kind whose names have all words of one, then all but one of them.

    A word may be written with a slip; with a country those of that state are meant.
    """
    words = [word for word in dict.fromkeys(fold(name).split()) if word not in IDLE]
    words = sorted(words, key=len, reverse=True)[:MAX_WORDS]
    spelt = reader.spellings(words, SpellingWay.MISSPELT)
    yield from reader.bearers(kind, spelt, lens, limit)
    for left_out in range(min(len(words), MAX_LEFT_OUT)):
        others = [spellings for at, spellings in enumerate(spelt) if at != left_out]
        if len(others) >= MIN_WORDS:
            yield from reader.bearers(kind, others, lens, limit, country=country)
