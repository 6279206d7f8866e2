"""Most names of a list are a given and a family name of which no rule says anything: told at once.

`order` asks before it asks the customs one by one; what is looked up is kept for each word, since
words come again where whole names do not.
"""

from __future__ import annotations

from functools import lru_cache

from db.names.customs import ends_like_family, is_custom, is_feminine_patronymic, is_listed
from db.names.families import (
    Custom,
    by_capitals,
    by_initials,
    by_kin,
    congolese,
    customs_of,
    filial,
    known_double,
    open_particles,
    patronymic,
    portuguese,
    south_east_asian,
    south_slavic,
    spanish,
    territorial,
)
from db.names.folding import fold
from db.names.particles import is_particle
from db.names.scripts import script_of
from db.names.styles import first_words

# Customs that two words without a sign of their own pass by, or that split such as others do.
_WITHOUT_EFFECT: frozenset[Custom] = frozenset((
    by_capitals, by_initials, by_kin, congolese, filial, known_double, open_particles, patronymic,
    portuguese, south_east_asian, south_slavic, spanish, territorial,
))  # fmt: skip
_LISTS = ("kin_words", "kunya", "filial_words", "father_words")


def is_usual_pair(given: str, family: str, country: str | None) -> bool:
    """Say whether two words are for sure a given name and a family name behind it.

    >>> is_usual_pair("Ishaq", "Dar", "pk"), is_usual_pair("Xi", "Jinping", "cn")
    (True, False)
    >>> is_usual_pair("Abu", "Mazen", "ps"), is_usual_pair("Prince", "Harry", "gb")
    (False, False)
    """
    if not (_is_plain(given) and _is_plain(family) and _is_usual_land(country)):
        return False
    if country and not is_custom("patronymic", country):
        return True
    return not (ends_like_family(given) or is_feminine_patronymic(family))


@lru_cache(maxsize=1 << 9)
def _is_usual_land(country: str | None) -> bool:
    """Say whether no custom of a country says otherwise of two words without a sign."""
    is_silent = _WITHOUT_EFFECT.issuperset(customs_of(country))
    return is_silent and (country or "").casefold() not in ("vn", "kh")


@lru_cache(maxsize=1 << 14)
def _is_plain(word: str) -> bool:
    """Say whether a word has no sign that a custom looks at: Latin letters, only the first of them
    a capital, in none of the lists that a name of two words is looked up in.
    """
    if len(word) < 2 or not (word.isalpha() and word[0].isupper() and word[1:].islower()):
        return False
    if script_of(word) != "Latn" or is_particle(word) or fold(word) in first_words():
        return False
    return not any(is_listed(word, entry) for entry in _LISTS)
