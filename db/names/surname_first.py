"""Lists that write the family name before the given one: whether a column does, and each name.

`mapping_guess` asks whether, by a heading or by given names that are usual somewhere; reading the
rows asks for each name. The given names are in `resources/names/given_names.json`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from db.names.families import HAN_SCRIPTS
from db.names.folding import fold
from db.names.name_lists import word_list
from db.names.order import split_name
from db.names.particles import FAMILY_FIRST, is_particle
from db.names.scripts import script_of
from db.names.titles import split_titles

COMMA, TURNED, EASTERN = "family, given", "family given", "eastern"
ORDERS = (COMMA, TURNED, EASTERN)

_MAX_PART_WORDS = 4  # words of a given name, and of a family name
_MAX_NAME_WORDS = 6
_MIN_COMMA_SHARE = 0.6  # of the names of a column
_MIN_KNOWN_SHARE = 0.5  # whose last words are given names
_MAX_FIRST_SHARE = 0.15  # whose first words are
_MIN_KNOWN_NAMES = 2  # by which a column is judged
_NO_PART = re.compile(r"[\d()\[\]/@:]")
_GENERATION = re.compile(r"(?:jr|sr|jnr|snr|ii|iii|iv)\.?", re.IGNORECASE)


class WrittenName(NamedTuple):
    """A name as it is to be called, and its family name with the particles."""

    title: str
    family: str


def order_of(names: Iterable[str], *, called_so: bool = False) -> str:
    """Return how most names of a column are written, "" for given name first or not known.

    `called_so` says that the heading puts the family name first: names need not be known then, but
    must not say otherwise.

    >>> order_of(["Le Drian, Jean-Yves", "Colonna, Catherine"])
    'family, given'
    >>> order_of(["Kowalski Jan", "Nowak Anna"]), order_of(["Nagy János", "Szabó Péter"])
    ('family given', 'eastern')
    >>> order_of(["Jan Kowalski", "Anna Nowak"], called_so=True), order_of(["Xi Jinping"])
    ('', '')
    """
    sample = [" ".join(split_titles(name).name.split()) for name in names]
    sample = [name for name in sample if name]
    inverted = sum(_part_at_comma(name) is not None for name in sample)
    if inverted and inverted >= _MIN_COMMA_SHARE * len(sample):
        return COMMA
    plain = [name.split() for name in sample if _is_plain(name) and not _reads_so(name)]
    if not plain:
        return ""
    last = [_languages(words[-1]) | _languages(words[1]) for words in plain]
    known, first = sum(map(bool, last)), sum(bool(_languages(words[0])) for words in plain)
    enough = known >= max(_MIN_KNOWN_NAMES, _MIN_KNOWN_SHARE * len(plain))
    if not (enough or called_so) or first > (known if called_so else _MAX_FIRST_SHARE * len(plain)):
        return ""
    counts = Counter(language for languages in last for language in languages)
    eastern = frozenset(word_list("given_names")["family_first"])
    most = max(counts.values(), default=0)
    leading = {language for language, count in counts.items() if count == most}
    return EASTERN if leading and leading <= eastern else TURNED


def read_listed_name(text: str, order: str) -> WrittenName | None:
    """Return a name that a list writes in an order, None where it is not so written.

    >>> read_listed_name("Le Drian, Jean-Yves", COMMA)
    WrittenName(title='Jean-Yves Le Drian', family='Le Drian')
    >>> read_listed_name("Moavero Milanesi Enzo", TURNED)
    WrittenName(title='Enzo Moavero Milanesi', family='Moavero Milanesi')
    >>> read_listed_name("Nagy János", EASTERN)
    WrittenName(title='Nagy János', family='Nagy')
    >>> read_listed_name("Van den Berg Pieter", TURNED), read_listed_name("Pelé", TURNED)
    (WrittenName(title='Pieter Van den Berg', family='Van den Berg'), None)
    """
    titled = split_titles(text)
    name = " ".join(titled.name.split())
    if "," in name:
        parts = _part_at_comma(name)
        if parts is None:
            return None
        given, family = parts
    elif order == COMMA or not _is_plain(name):
        return None
    else:
        words = name.split()
        cut = 1 if order == EASTERN else _family_length(words)
        given, family = " ".join(words[cut:]), " ".join(words[:cut])
    ordered = f"{family} {given}" if order == EASTERN else f"{given} {family}"
    behind = "".join(f", {each}" for each in titled.post_nominals)
    return WrittenName(" ".join([*titled.honorifics, ordered]) + behind, family)


def _part_at_comma(name: str) -> tuple[str, str] | None:
    """Return given and family name of one that is written with a comma between them."""
    family, *rest = (part.strip() for part in name.split(","))
    marks = [part for part in rest if _GENERATION.fullmatch(part)]
    given = [part for part in rest if part not in marks]
    if len(given) != 1 or len(rest) > 2 or not (_is_part(family) and _is_part(given[0])):
        return None
    if script_of(name) in HAN_SCRIPTS or _office_heads() & set(fold(given[0]).split()):
        return None
    words = given[0].split()
    cut = len(words)
    while cut > 1 and is_particle(words[cut - 1]) and words[cut - 1].islower():
        cut -= 1
    return " ".join(words[:cut]), " ".join([*words[cut:], family, *marks])


def _is_part(text: str) -> bool:
    return 0 < len(text.split()) <= _MAX_PART_WORDS and not _NO_PART.search(text)


def _is_plain(name: str) -> bool:
    """Say whether a name is of several words without a comma, in letters of an alphabet."""
    words = len(name.split())
    is_named = 2 <= words <= _MAX_NAME_WORDS and "," not in name and not _NO_PART.search(name)
    return is_named and script_of(name) not in HAN_SCRIPTS


def _reads_so(name: str) -> bool:
    """Say whether a name is read family name first by itself, as Иванов Иван Иванович."""
    return script_of(name) == "Cyrl" and split_name(name).order == FAMILY_FIRST


def _family_length(words: list[str]) -> int:
    """Say how many words are the family name: those in capitals, or those before a known given
    name.
    """
    capitals = next((at for at, word in enumerate(words) if not word.isupper()), len(words))
    if 0 < capitals < len(words):
        return capitals
    lead = 0
    while lead < len(words) - 2 and is_particle(words[lead]):
        lead += 1
    known = (at for at in range(lead + 1, len(words)) if _languages(words[at]))
    return next(known, lead + 1)


@cache
def _given_names() -> dict[str, frozenset[str]]:
    """Return the languages in which a folded word is a usual given name."""
    found: dict[str, set[str]] = {}
    for language, names in word_list("given_names")["names"].items():
        for name in names.split("|"):
            found.setdefault(fold(name), set()).add(language)
    return {name: frozenset(languages) for name, languages in found.items()}


def _languages(word: str) -> frozenset[str]:
    known = _given_names()
    found = known.get(fold(word))
    return found or known.get(fold(word.partition("-")[0]), frozenset())


@cache
def _office_heads() -> frozenset[str]:
    return frozenset(fold(word) for word in word_list("offices")["heads"])
