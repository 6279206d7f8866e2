"""Names that are no given and family name: of kings and popes, and the styles of peers and princes.

`titles` leaves them whole and `order` files them by the name.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from db.names.customs import is_listed, is_numeral
from db.names.folding import fold
from db.names.name_lists import word_list

OF = ("of", "de", "von")


class Style(NamedTuple):
    """A style taken apart: the words before the name, and the name that it is filed by."""

    before: tuple[str, ...]
    name: str
    is_peer: bool


@cache
def _title_words(entry: str) -> frozenset[str]:
    return frozenset(fold(text) for text in word_list("titles")[entry])


@cache
def _longest(entry: str) -> int:
    return max(len(text.split()) for text in _title_words(entry))


@cache
def first_words() -> frozenset[str]:
    """Return every word that a style begins with, to pass by all other names."""
    entries = ("styles", "whole", "realms", "peers")
    return frozenset(text.split()[0] for entry in entries for text in _title_words(entry))


def _run_length(tokens: list[str], entry: str) -> int:
    """Say how many words at the beginning are one of a list; 0 for none."""
    for length in range(min(_longest(entry), len(tokens)), 0, -1):
        if fold(" ".join(tokens[:length])) in _title_words(entry):
            return length
    return 0


def read_style(tokens: list[str]) -> Style | None:
    """Return the style that the words are from their beginning to their end; None where they are a
    name.

    >>> read_style("HRH The Prince of Wales".split())
    Style(before=('HRH', 'The'), name='Prince of Wales', is_peer=False)
    >>> read_style("Baroness Ashton of Upholland".split()).name
    'Ashton of Upholland'
    >>> read_style("Lord Robin Renwick".split()), read_style("King Charles".split())
    (None, None)
    """
    if not tokens or fold(tokens[0]) not in first_words():
        return None
    start = 0
    while length := _run_length(tokens[start:], "styles"):
        start += length
    before, rest = tuple(tokens[:start]), tokens[start:]
    if not rest or any("," in word for word in tokens):
        return None
    if _run_length(rest, "whole") == len(rest):
        return Style(before, " ".join(rest), False)
    rank = _run_length(rest, "realms")
    if rank and len(rest) > rank + 1 and rest[rank].casefold() in OF:
        return Style(before, " ".join(rest), False)
    return _read_peer(before, rest)


def _read_peer(before: tuple[str, ...], rest: list[str]) -> Style | None:
    """Read a peer, as Lord Cameron of Chipping Norton; LORD would be a family name."""
    if len(rest) < 2 or fold(rest[0]) not in _title_words("peers") or rest[0].isupper():
        return None
    places = [at for at, word in enumerate(rest) if word in OF[:1] and at > 1]
    ends = places[0] if places else len(rest)
    is_bare = ends == 2 and (bool(before) or fold(rest[0]) not in _title_words("given_too"))
    is_whole = (ends <= 3 and bool(places)) or is_bare
    if not is_whole or not rest[1][0].isupper():
        return None
    return Style((*before, rest[0]), " ".join(rest[1:]), True)


def is_reigning(title: str) -> bool:
    """Say whether a title is of those who are called by one name: king, pope, H.M. Sultan.

    >>> is_reigning("His Majesty King"), is_reigning("General")
    (True, False)
    """
    words = fold(title).split()
    return any(" ".join(words[at:]) in _title_words("reigning") for at in range(len(words)))


def is_regnal(tokens: list[str], *, titled: bool = False) -> bool:
    """Say whether a name without its titles is a sovereign's or a prelate's, by its numeral.

    One letter is a numeral only behind a name that sovereigns bear, so Malcolm X has a family name.

    >>> [is_regnal(text.split()) for text in ("Mohammed VI", "Juan Carlos I", "Carl XVI Gustaf")]
    [True, True, True]
    >>> [is_regnal(text.split()) for text in ("Malcolm X", "Elizabeth Ii", "William Taft IV")]
    [False, False, False]
    """
    numerals = [word for word in tokens[1:] if is_numeral(word)]
    if not numerals:
        return False
    at = tokens.index(numerals[0], 1)
    known = all(is_listed(word, "regnal_names") for word in tokens[:at])
    if len(tokens[at]) == 1 and not titled:
        return known
    return titled or known or (at == 1 and len(tokens) == 2)
