"""What is usual with the names of a country: whose family name comes first, who has none.

The lists stand in `resources/names/customs.json`; `families` and `order` ask this module for them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from db.names.folding import fold
from db.names.name_lists import word_list

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,4}")
# One or two syllables as Chinese spell them in Latin letters.
SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|ts|tz|hs|kw|gw|ng|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]{1,3}(?:ng|[nhkptmw])?){1,2}"
)
NUMERAL = re.compile(r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})")


@cache
def custom_words(entry: str) -> frozenset[str]:
    """Return one list of customs, each text folded."""
    return frozenset(fold(text) or text for text in word_list("customs")[entry])


@cache
def _countries(custom: str) -> frozenset[str]:
    return frozenset(word_list("customs")[custom])


@lru_cache(maxsize=1 << 12)
def is_custom(custom: str, country: str | None) -> bool:
    """Say whether a country has a custom; no country has none.

    >>> is_custom("family_first", "cn"), is_custom("single", "MM"), is_custom("single", None)
    (True, True, False)
    """
    return bool(country) and (country or "").casefold() in _countries(custom)


@lru_cache(maxsize=1 << 14)
def is_listed(word: str, entry: str) -> bool:
    """Say whether a word of a name is in a list, however it is accented."""
    return fold(word) in custom_words(entry)


def is_surname(word: str, entry: str) -> bool:
    """Say whether a word is a known family name of an East Asian country; a hyphenated one is none.

    >>> is_surname("Lee", "chinese_surnames"), is_surname("Ki-moon", "korean_surnames")
    (True, False)
    """
    return "-" not in word and is_listed(word, entry)


def is_initials(word: str) -> bool:
    """Say whether a word stands for given names: "M.", "J.R.", "J.-P.".

    >>> is_initials("M."), is_initials("J.R."), is_initials("Mr."), is_initials("X")
    (True, True, False, False)
    """
    return "." in word and _INITIALS.fullmatch(word) is not None


def is_numeral(word: str) -> bool:
    """Say whether a word is a Roman numeral below forty, in capitals.

    >>> is_numeral("VI"), is_numeral("Ii"), is_numeral("IIII")
    (True, False, False)
    """
    return bool(word) and NUMERAL.fullmatch(word) is not None


@cache
def _endings(entry: str) -> tuple[str, ...]:
    return tuple(text.casefold() for text in word_list("customs")[entry])


@lru_cache(maxsize=1 << 14)
def is_patronymic(word: str) -> bool:
    """Say whether a word is made of the father's name, as Russians and Central Asians make it.

    >>> is_patronymic("Ivanovich"), is_patronymic("Kemeluly"), is_patronymic("Ivan")
    (True, True, False)
    """
    if is_listed(word, "patronymic_names"):
        return True
    low = word.casefold()
    return any(low.endswith(each) and len(low) > len(each) + 1 for each in _patronymic())


def is_strong_patronymic(word: str) -> bool:
    """Say whether a patronymic is no given name as well, which Gurbanguly is."""
    return is_patronymic(word) and not word.casefold().endswith(_endings("father_words"))


@cache
def _patronymic() -> tuple[str, ...]:
    return _endings("patronymic_endings")


def is_feminine_patronymic(word: str) -> bool:
    """Say whether a word is a daughter's patronymic, which is never a family name."""
    return word.casefold().endswith(_endings("feminine_patronymics"))


def ends_like_family(word: str, entry: str = "slavic_turned_endings") -> bool:
    """Say whether a word ends as Russian family names do, and is no given name that does.

    >>> ends_like_family("Lavrov"), ends_like_family("Лев"), ends_like_family("Sergey")
    (True, False, False)
    """
    low = word.casefold()
    return low.endswith(_endings(entry)) and len(low) > 3 and not is_listed(word, "not_family")
