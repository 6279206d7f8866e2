"""What an office's title says, whatever the order of its words: importing and matching ask it."""

from __future__ import annotations

import re

from db.names import fold
from db.vocabulary.countries import country_code, demonym_code

_IDLE = frozenset((
    "of", "for", "the", "and", "in", "at", "to", "an",
    "de", "des", "du", "del", "la", "le", "les", "el",
))  # fmt: skip
_AFFAIRS = re.compile(
    r"\b(foreign|home|external|internal) affairs?\b"
)  # no more than the word alone
_ARTICLE = re.compile(r"\ba(?= \w)")  # in small letters: “Department A” is one of several


def office_key(title: str, body: str) -> str:
    """Return what an office's title says, in no order and without its body's name and small words.

    >>> office_key("Foreign Minister of Chad", "Chad")
    'foreign minister'
    >>> office_key("Minister of Foreign Affairs", "Chad")
    'foreign minister'
    >>> office_key("Social Services A Department", "X"), office_key("a Secretary", "X")
    ('a department services social', 'secretary')
    >>> office_key("Minister for Indigenous Australians", "Australia")
    'australians indigenous minister'
    """
    own = set(fold(body).split())
    words = _AFFAIRS.sub(r"\1", fold(_ARTICLE.sub("", title))).split()
    key_words = [word for word in words if word not in _IDLE and word not in own]
    if code := country_code(body):
        key_words = [word for word in key_words if not _is_of_country(word, code)]
    return " ".join(sorted(key_words)) or " ".join(words)


def _is_of_country(word: str, code: str) -> bool:
    """Say whether a word is the adjective of a country; in the plural it is a people."""
    is_people = word.endswith("s") and demonym_code(word[:-1]) == code
    return demonym_code(word) == code and not is_people
