"""States with their names, peoples and cities, and regions; whose they are, as a code. Datelines,
offices, bodies and events ask it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from db.intake.lexicons.phrase_trie import PhraseTrie
from db.intake.lexicons.tokens import Token
from db.intake.lexicons.word_files import lexicon
from db.names.name_lists import word_list


class Place(NamedTuple):
    """A place: `form` is "name", "people", "city", "seat" or "region"; a region has no code."""

    code: str
    form: str
    name: str


#: Names of states that are common words or given names besides, and so are left to `more_names`.
_UNSAFE = frozenset(("Emirates", "the Emirates", "Male", "Nice", "Victoria", "Sucre", "Split"))


def _named_places() -> Iterator[tuple[str, Place]]:
    present = {code: row for code, row in word_list("countries")["present"].items() if code != "eu"}
    for code, (_, name, aliases, peoples) in present.items():
        for alias in (name, *aliases):
            if alias[:1].isupper() and alias not in _UNSAFE:
                yield alias, Place(code, "name", name)
        for people in peoples:
            yield people, Place(code, "people", name)
            yield f"{people}s", Place(code, "people", name)
    for table, form in _TABLES:
        for code, word in _words_of(table):
            if code in present:
                name = word if form == "city" else present[code][1]
                yield word, Place(code, form, name)
    for region in lexicon("places")["regions"]:
        yield region, Place("", "region", region)


_TABLES = (
    ("more_names", "name"), ("more_adjectives", "people"), ("cities", "city"), ("capitals", "city")
)  # fmt: skip


def _words_of(table: str) -> Iterator[tuple[str, str]]:
    for code, words in lexicon("places")[table].items():
        for word in words:
            yield code, word


@cache
def place_trie() -> PhraseTrie[Place]:
    """Return all places as a trie; a state's name stands before a city of the same name."""
    by_key: dict[str, tuple[str, Place]] = {}
    for phrase, place in _named_places():
        by_key.setdefault(phrase, (phrase, place))
    return PhraseTrie(by_key.values())


def is_place_word(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a state or a city begins at a token, also in capitals (TAMPA)."""
    found = place_trie().longest(tokens, at)
    return found is not None and found[1].form in ("name", "city")


def capital_of(code: str) -> str:
    """Return the capital of a state, or "".

    >>> capital_of("iq"), capital_of("")
    ('Baghdad', '')
    """
    capitals: dict[str, list[str]] = lexicon("places")["capitals"]
    return capitals.get(code, [""])[0]


@cache
def country_short_name(code: str) -> str:
    """Return what a state is called in short.

    >>> country_short_name("ir"), country_short_name("us")
    ('Iran', 'United States')
    """
    row = word_list("countries")["present"].get(code)
    name: str = row[1] if row else code.upper()
    return name
