"""States and territories by ISO 3166 code: what a file or an officer calls a country, as a code.

Imports, filters and forms ask it. Codes are ISO 3166-1 alpha-2 in small letters, for states that
are no more the four letters of ISO 3166-3 (`suhh`, `ddde`); `eu` and `xk` are used as reserved.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from db.names import fold
from db.names.name_lists import word_list

# Words that tell nothing apart, and short forms that lists of countries use.
IDLE = frozenset(("the", "and", "of", "et", "y"))
SHORT = {"st": "saint", "ste": "saint", "rep": "republic", "dem": "democratic", "fed": "federal"}
# Dropped only when the name as given is not known, so that the two Koreas and Chinas stay apart.
FORMAL = frozenset((
    "republic", "kingdom", "state", "government", "govt", "islamic", "commonwealth", "sultanate",
    "principality", "emirate", "islands",
))  # fmt: skip
LETTERS = re.compile(r"\b(?:\w )+\w\b")
BRACKETS = re.compile(r"\s*[(\[].*$")


class _Country(NamedTuple):
    alpha3: str
    name: str
    aliases: list[str]
    demonyms: list[str]


@cache
def _countries() -> dict[str, _Country]:
    lists = word_list("countries")
    return {code: _Country(*row) for code, row in (lists["past"] | lists["present"]).items()}


def name_key(text: str) -> str:
    """Return the words of a name in no order, so that "Korea, South" is "South Korea"."""
    # Letters with dots between them are one word: U.S.S.R.
    folded = LETTERS.sub(lambda m: m[0].replace(" ", ""), fold(text))
    if " " not in folded:
        return folded  # may be a code: AND is Andorra, ST São Tomé
    key_words = (SHORT.get(word, word) for word in folded.split() if word not in IDLE)
    return " ".join(sorted(key_words))


@cache
def _codes() -> dict[str, str]:
    """Return every code, name and alias as a key."""
    table: dict[str, str] = {}
    for code, country in _countries().items():
        for text in (country.name, *country.aliases):
            table[name_key(text)] = code
    for code, country in _countries().items():
        table |= {country.alpha3: code, code: code}
    return table


@cache
def _names_abroad() -> dict[str, str]:
    """Return what states are called in other languages, as keys."""
    countries = word_list("country_names").items()
    return {name_key(text): code for code, names in countries for text in names}


@cache
def _keys_apart() -> frozenset[str]:
    """Return states that are no more and none of today's, though they are called alike."""
    return frozenset(name_key(text) for text in word_list("countries")["apart"])


@cache
def _demonyms() -> dict[str, str]:
    countries = _countries().items()
    return {fold(text): code for code, country in countries for text in country.demonyms}


@cache
def country_code(text: str) -> str | None:
    """Return the code of a country given by name, alias, alpha-2 or alpha-3; None when it is none.

    Any writing of the name will do: inverted, with or without its form of government, with dots, a
    slug. Names of a state that was only renamed (Burma, Zaire, Ceylon) give today's code; one that
    was another (Tanganyika, the Republic of Viet Nam) gives none.

    >>> [country_code(text) for text in ("PAK", "pk", "Pakistan", "korea-south", "U.S.")]
    ['pk', 'pk', 'pk', 'kr', 'us']
    >>> country_code("Congo, Democratic Republic of"), country_code("Republic of China")
    ('cd', 'tw')
    >>> country_code("DDR"), country_code("Soviet Union"), country_code("Atlantis")
    ('ddde', 'suhh', None)
    >>> country_code("日本"), country_code("Česko"), country_code("Viet Nam, Republic of")
    ('jp', 'cz', None)
    """
    codes = _codes()
    key = name_key(text)
    if key in codes:
        return codes[key]
    if key in _keys_apart():
        return None
    if key in _names_abroad():
        return _names_abroad()[key]
    bare = BRACKETS.sub("", text)
    if bare and bare != text:
        return country_code(bare)
    if len(key.split()) < 2:
        return None
    return codes.get(" ".join(word for word in key.split() if word not in FORMAL))


def country_name(code: str) -> str:
    """Return the English short name for a code, alpha-3 included; an unknown code comes back in
    capitals.

    >>> country_name("pk"), country_name("DDR"), country_name("zz")
    ('Pakistan', 'German Democratic Republic', 'ZZ')
    """
    plain = code.strip().casefold()
    # By its own key first: a list names countries before all their names are worth folding.
    known = _countries().get(plain) or _countries().get(_codes().get(plain, ""))
    return known.name if known else code.strip().upper()


@cache
def country_names() -> dict[str, str]:
    """Return today's states and territories: code to English short name, in the order of the names.

    >>> country_names()["pk"], "suhh" in country_names()
    ('Pakistan', False)
    """
    names = {code: row[1] for code, row in word_list("countries")["present"].items()}
    return dict(sorted(names.items(), key=lambda pair: fold(pair[1])))


@cache
def country_key(code: object) -> str:
    """Return what a stored country is sorted by: its name as it is shown, the code behind it; "" of
    none, and of a value that is damaged.

    >>> sorted(["ax", "de", "", "dk", "af"], key=country_key)
    ['', 'af', 'ax', 'dk', 'de']
    """
    return f"{fold(country_name(code))}  {code}" if isinstance(code, str) and code else ""


def demonym_code(text: str) -> str | None:
    """Return the code for an adjective or the name of a people, also in the plural.

    >>> demonym_code("Pakistani"), demonym_code("the Swiss"), demonym_code("Americans")
    ('pk', 'ch', 'us')
    """
    folded = fold(text).removeprefix("the ")
    codes = _demonyms()
    return codes.get(folded) or codes.get(folded.removesuffix("s"))
