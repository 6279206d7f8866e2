"""The keys of a person's name, put together out of those of its given and its family name.

An import asks for every new person: parts of names come again and again where whole names do not,
so that each is folded, sounded and placed once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from db.names.collation import letters_in_place, with_plain
from db.names.customs import is_custom
from db.names.folding import fold
from db.names.phonetics.phonetic_keys import likely_keys
from db.names.scripts import LATIN, scripts_in

_SCRIPTS = frozenset({LATIN})


class NameKeys(NamedTuple):
    """What is stored beside a name: its sort form and place, its search form, sounds and script."""

    sort_title: str
    sort_key: str
    folded: str
    sounds: str
    script: str


class _PartKeys(NamedTuple):
    folded: str
    sounds: str
    placed: str
    plain: str  # "" where it is ASCII and the place says all


def keys_of_pair(given: str, family: str, country: str, language: str) -> NameKeys | None:
    """Return the keys of a name written as given and family name with a blank between them; None
    where they do not follow from those of its parts.

    >>> keys_of_pair("Ishaq", "Dar", "pk", "")
    NameKeys(sort_title='dar ishaq', sort_key='dar ishaq', folded='ishaq dar', sounds='ASK DR', \
script='Latn')
    >>> keys_of_pair("Abdul", "Rahman", "pk", "") is None
    True
    """
    one, two = _part_keys(given, language), _part_keys(family, language)
    if one is None or two is None or is_custom("sorted_by_given", country):
        return None
    place = f"{two.placed} {one.placed}"
    if one.plain or two.plain:
        place = with_plain(place, f"{two.plain or family.lower()}, {one.plain or given.lower()}")
    return NameKeys(
        f"{two.folded} {one.folded}",
        place,
        f"{one.folded} {two.folded}",
        f"{one.sounds} {two.sounds}" if one.sounds and two.sounds else one.sounds or two.sounds,
        LATIN,
    )


@lru_cache(maxsize=1 << 14)
def _part_keys(text: str, language: str) -> _PartKeys | None:
    """Return the keys of a part in Latin letters; None where they depend on what is beside it."""
    sounds, folded = likely_keys(text), fold(text)
    if sounds is None or not folded or scripts_in(text) != _SCRIPTS:
        return None
    return _PartKeys(folded, sounds, *letters_in_place(text, language))
