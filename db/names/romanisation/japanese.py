"""How Japanese names in Chinese characters are spelt in Latin letters; search asks it.

A reading follows from the whole name, not from its characters: it is looked up in the lists
of `resources/names/`, which are read when the first such name is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from db.names.scripts import script_of

# Each line is a reading, then the ways to write it.
FAMILIES, GIVEN = "japanese_families.csv", "japanese_given.csv"
# Long vowels are left out, or written with an h; n is written m before these letters.
LONG = re.compile("ou|oo|uu|oh")
ENDS = ("", ",", "\n", "\r")  # of a field
BEFORE_LIPS = re.compile("n(?=[bmp])")


@cache
def _list(name: str) -> str:
    """Return the lines of a list, one text, as they are: a search in it takes less than a table."""
    return "\n" + files("resources").joinpath("names", name).read_text("utf-8")


def _lines(name: str, word: str) -> Iterator[list[str]]:
    """Yield the lines in which a word stands as a field of its own."""
    text = _list(name)
    at = text.find(word) if script_of(word) == "Hani" else -1
    while at >= 0:
        behind = at + len(word)
        if text[at - 1] in ENDS and text[behind : behind + 1] in ENDS:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            yield text[start : end if end >= 0 else None].strip().split(",")
        at = text.find(word, behind)


def _spellings(romaji: str) -> Iterator[str]:
    """Yield a reading as people spell it.

    >>> sorted(set(_spellings("shinzou")))
    ['shinzo', 'shinzoh', 'shinzou']
    """
    for text in dict.fromkeys((romaji, BEFORE_LIPS.sub("m", romaji))):
        yield text
        yield LONG.sub(lambda match: match[0][0], text)
        yield LONG.sub(lambda match: f"{match[0][0]}h", text)


@lru_cache(maxsize=1 << 9)
def family_spellings(word: str) -> tuple[str, ...]:
    """Return the spellings of a family name; none where it is not listed.

    >>> "aso" in family_spellings("麻生"), family_spellings("習")
    (True, ())
    """
    found = (line[0] for line in _lines(FAMILIES, word))
    return tuple(dict.fromkeys(each for romaji in found for each in _spellings(romaji)))


@lru_cache(maxsize=1 << 9)
def given_spellings(word: str) -> tuple[str, ...]:
    """Return the spellings of a given name; none where it is not listed.

    >>> "taro" in given_spellings("太郎")
    True
    """
    found = (line[0] for line in _lines(GIVEN, word))
    return tuple(dict.fromkeys(each for romaji in found for each in _spellings(romaji)))
