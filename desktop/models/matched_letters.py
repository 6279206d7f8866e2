"""Which letters of a title matched what was asked, also where case, accents or variants differ.

The record model asks it for the delegate; the ranges count code points of the title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from db import fold, index_query

if TYPE_CHECKING:
    from db import Query


@lru_cache(maxsize=512)  # a list paints the same titles at every key
def folded_places(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the text in its search form, letter for letter, and for each letter its place in the
    text.

    >>> folded_places("Łó d")
    ('lo d', (0, 1, 2, 3))
    """
    letters: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        folded = fold(char)
        if not folded and _parts_words(char):
            folded = " "
        letters.append(folded)
        places += [at] * len(folded)
    return "".join(letters), tuple(places)


def match_ranges(
    title: str, query: Query, matched_words: frozenset[str] = frozenset()
) -> tuple[tuple[int, int], ...]:
    """Return the ranges (start, end) of the title in which the words of a query begin a word.

    `matched_words` are folded words that answered one spelt otherwise; they are marked whole.

    >>> from db import parse_query
    >>> match_ranges("Mélanie Joly", parse_query("jol mel"))
    ((0, 3), (8, 11))
    >>> match_ranges("Asim Munir", parse_query("nir -asim"))
    ()
    >>> match_ranges("عاصم منیر", parse_query("muneer"), frozenset({"منير"}))
    ((5, 9),)
    """
    words = [word for word in query.words if not word.excluded]
    if not words or not title:
        return ()
    folded, places = folded_places(title)
    found: set[int] = set()
    for word in words:
        for token in index_query(word.text).split():
            found.update(_places_of(token, folded, places))
    if matched_words:
        found.update(_whole_words(matched_words, folded, places))
    return _ranges(_with_accents(title, found))


def _whole_words(
    matched_words: frozenset[str], folded: str, places: Sequence[int]
) -> Iterator[int]:
    at = 0
    for word in folded.split(" "):
        if word in matched_words:
            yield from places[at : at + len(word)]
        at += len(word) + 1


def _parts_words(char: str) -> bool:
    """Say whether a sign that folds to nothing stands between two words, as a hyphen does."""
    return " " in fold(f"a{char}a")


def _places_of(token: str, folded: str, places: Sequence[int]) -> list[int]:
    at = folded.find(token)
    found: list[int] = []
    while at >= 0:
        if at == 0 or " " in index_query(folded[at - 1 : at + 1]).strip() or folded[at - 1] == " ":
            found += places[at : at + len(token)]
        at = folded.find(token, at + 1)
    return found


def _with_accents(title: str, found: set[int]) -> set[int]:
    """Return also the marks that stand as code points of their own behind a letter that matched."""
    more = set(found)
    for at in sorted(found):
        after = at + 1
        while after < len(title) and not fold(title[after]) and not _parts_words(title[after]):
            more.add(after)
            after += 1
    return more


def _ranges(found: set[int]) -> tuple[tuple[int, int], ...]:
    ranges: list[tuple[int, int]] = []
    for at in sorted(found):
        if ranges and ranges[-1][1] == at:
            ranges[-1] = (ranges[-1][0], at + 1)
        else:
            ranges.append((at, at + 1))
    return tuple(ranges)
