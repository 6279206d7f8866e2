"""The language of a table, as its headings show: it settles which number of a date is the day, and
months that are called alike in two languages. The import asks for every table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from db.exchange.mapping.guess.headings import fold, phrases_by_language

_MIN_KNOWN_HEADINGS = 2
_PERSIAN = re.compile("[پچژگکی]")
_URDU = re.compile("[ٹڈڑےںھہۂ]")
# Languages that write the month or the year first, or of which both are usual.
_OTHER_ORDERS = frozenset(("en", "zh", "ja", "ko", "hu", "fa"))


def languages_of(headings: Iterable[str]) -> frozenset[str]:
    """Return the languages in which most headings are, none where few are known.

    >>> sorted(languages_of(["Tytuł umowy", "Strony", "Data podpisania"]))
    ['pl']
    >>> languages_of(["Title", "x1"])
    frozenset()
    """
    texts = list(headings)
    counts = Counter(
        language for heading in texts for language in _in_languages().get(fold(heading), ())
    )
    most = max(counts.values(), default=0)
    if most < _MIN_KNOWN_HEADINGS:
        return frozenset(("fa",)) if _are_persian(texts) else frozenset()
    return frozenset(language for language, count in counts.items() if count == most)


def _are_persian(headings: list[str]) -> bool:
    """Say whether headings have letters of Persian, and none of Urdu alone."""
    text = "".join(headings)
    return bool(_PERSIAN.search(text)) and not _URDU.search(text)


def is_day_first(languages: frozenset[str]) -> bool | None:
    """Say whether 3/4/2025 is the third of April in all of these languages; None: it may be either.

    >>> is_day_first(frozenset(("fr",))), is_day_first(frozenset(("en", "fr")))
    (True, None)
    """
    return True if languages and not languages & _OTHER_ORDERS else None


@cache
def _in_languages() -> dict[str, frozenset[str]]:
    """Return for each heading the languages that have it."""
    found: dict[str, set[str]] = {}
    for by_language in phrases_by_language().values():
        for language, text in by_language.items():
            for phrase in text.split("|"):
                found.setdefault(fold(phrase), set()).add(language)
    return {phrase: frozenset(some) for phrase, some in found.items()}
