"""The order of names and titles: numbers by their value, letters as a language sorts them.

A key is a text whose plain order is that order, so that an index can keep it. `db.changes` stores
it with each record. The letters' places are those of the CLDR's collation (`collation.json`), at
its first level; what differs in accents alone follows after.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, NamedTuple

from db.names.folding import fold
from db.names.name_lists import word_list

ROOT: Final = ""  # letters of all languages, of none in particular
_PLACES: Final = 0xF100  # private letters: the places after a plain one, which folding leaves alone
_BEFORE_ALL: Final = "\1"  # so that the key of a text is before those of longer ones
_NUMBER: Final = re.compile(r"\d+")
_MAX_DIGITS: Final = 99  # of a number that is sorted by its value
_MAX_DIGITS_ASKED: Final = 12  # of one that is only begun


class _LetterPlaces(NamedTuple):
    """What letters or pairs of letters are written as in a key, and what finds them in a text."""

    places: dict[str, str]
    found: re.Pattern[str]
    in_ascii: bool


def collation_languages() -> tuple[str, ...]:
    """Return the codes of the languages that sort some letters in their own way."""
    return tuple(code for code in word_list("collation") if code)


def collation_key(text: str, language: str = ROOT) -> str:
    """Return what a text is sorted by; of two that differ in accents alone the plain one is first.

    >>> sorted(["Protocol No. 10", "Protocol No. 2"], key=collation_key)
    ['Protocol No. 2', 'Protocol No. 10']
    >>> sorted(["Zorn", "Öberg", "Olsson"], key=collation_key)
    ['Öberg', 'Olsson', 'Zorn']
    >>> sorted(["Zorn", "Öberg", "Olsson"], key=lambda name: collation_key(name, "sv"))
    ['Olsson', 'Zorn', 'Öberg']
    >>> sorted(["Hus", "Charvát", "Cibulka"], key=lambda name: collation_key(name, "cs"))
    ['Cibulka', 'Hus', 'Charvát']
    """
    placed, plain = letters_in_place(text, language)
    return with_plain(placed, plain) if plain else placed


def letters_in_place(text: str, language: str) -> tuple[str, str]:
    """Return the first part of a text's key, and the text that follows it where it has accents."""
    letters = _letters_of(language)
    if text.isascii():
        placed = _place(text.lower(), letters) if letters.in_ascii else text
        return _with_numbers(fold(placed)), ""
    plain = unicodedata.normalize("NFC", text).casefold()
    return _with_numbers(fold(_place(plain, letters))), plain


def with_plain(placed: str, plain: str) -> str:
    """Return a key out of its two parts."""
    return f"{placed}{_BEFORE_ALL}{plain}"


def collation_prefixes(text: str, language: str = ROOT) -> list[str]:
    """Return what keys begin with whose texts begin with this one, a number at its end begun too.

    >>> key = collation_key("Protocol No. 15")
    >>> [any(map(key.startswith, collation_prefixes(each))) for each in ("Proto", "protocol no. 1")]
    [True, True]
    >>> any(map(key.startswith, collation_prefixes("protocol no. 5")))
    False
    """
    plain = unicodedata.normalize("NFC", text).casefold()
    key = fold(_place(plain, _letters_of(language)))
    head = key.rstrip("0123456789")
    digits = key[len(head) :].lstrip("0")
    if not digits:
        return [_with_numbers(key)]
    lengths = range(len(digits), _MAX_DIGITS_ASKED + 1)
    return [f"{_with_numbers(head)}{length:02}{digits}" for length in lengths]


def _place(text: str, letters: _LetterPlaces) -> str:
    return letters.found.sub(lambda match: letters.places[match.group()], text)


def _with_numbers(key: str) -> str:
    return _NUMBER.sub(_number_key, key)


def _number_key(match: re.Match[str]) -> str:
    """Return a number with its length before it: the longer is the greater."""
    digits = match.group().lstrip("0") or "0"
    return f"{min(len(digits), _MAX_DIGITS):02}{digits}"


@cache
def _letters_of(language: str) -> _LetterPlaces:
    lists = word_list("collation")
    places = _read(lists[ROOT]) | _read(lists.get(language, ""))
    units = sorted(places, key=len, reverse=True)  # a pair before its first letter
    found = re.compile("|".join(map(re.escape, units)))
    return _LetterPlaces(places, found, any(unit.isascii() for unit in units))


def _read(written: str) -> dict[str, str]:
    """Return places as written: "ö=z3" is the third letter after z, "y=i" is sorted as i."""
    places = {}
    for each in written.split():
        unit, _, place = each.partition("=")
        digits = place.lstrip(place.rstrip("0123456789")) if place[-1].isdigit() else ""
        letter = place.removesuffix(digits)
        places[unit] = letter + (chr(_PLACES + int(digits)) if digits else "")
    return places
