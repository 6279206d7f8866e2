"""Texts of the other direction stand apart: what separates them belongs to the line, not to them.

A comma between an English title and an Arabic outcome would otherwise be taken to the Arabic and
land at its far end. What is put together from several texts encloses each in Unicode's isolates
(Unicode Annex 9, 2.4); `blocks` cuts runs there for paper, and Qt heeds them on the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

FSI: Final = "\u2068"  # begins a text in a direction of its own
PDI: Final = "\u2069"  # ends it
# Hebrew, Arabic, Syriac, Thaana, NKo and the other scripts that run from the right.
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LEFT_TO_RIGHT: Final = re.compile("[A-Za-z\u00c0-\u02b8\u0370-\u058f\u0900-\u1fff\u2c00-\ufb17]")
_SEPARATORS: Final = re.compile("(, |; | · | – |: )")
_ISOLATE: Final = re.compile(f"{FSI}([^{FSI}{PDI}]*){PDI}")


def isolate(text: str) -> str:
    """Return a text that is about to stand beside others, enclosed where it holds right-to-left
    letters.

    >>> isolate("Dar"), isolate("") == ""
    ('Dar', True)
    >>> isolate("اسحاق ڈار") == "\\u2068اسحاق ڈار\\u2069" == isolate("\\u2068اسحاق ڈار\\u2069")
    True
    """
    if text.isascii() or FSI in text or not _RIGHT_TO_LEFT.search(text):
        return text
    return f"{FSI}{text}{PDI}"


def isolate_each(text: str) -> str:
    """Return names or titles that were joined by commas, points or dashes, each enclosed.

    >>> isolate_each("Dar, عاصم منیر, Rubio") == "Dar, \\u2068عاصم منیر\\u2069, Rubio"
    True
    >>> isolate_each("عاصم منیر.") == "\u2068عاصم منیر.\u2069", isolate_each("Dar, Rubio")
    (True, 'Dar, Rubio')
    """
    if text.isascii() or not _RIGHT_TO_LEFT.search(text):
        return text
    return "".join(map(isolate, _SEPARATORS.split(text)))


def pieces(text: str) -> Iterator[str]:
    """Yield a text cut where it was enclosed, without the signs.

    >>> list(pieces("Dar, \\u2068عاصم\\u2069."))
    ['Dar, ', 'عاصم', '.']
    >>> list(pieces("Dar")), list(pieces("a\\u2068b"))
    (['Dar'], ['a\\u2068b'])
    """
    for piece in _ISOLATE.split(text):
        if piece:
            yield piece


def has_direction(text: str) -> bool:
    """Say whether a text has letters, so that it runs somewhere by itself.

    >>> has_direction("Dar"), has_direction("ڈار"), has_direction(" (1947) – ")
    (True, True, False)
    """
    return bool(_LEFT_TO_RIGHT.search(text) or _RIGHT_TO_LEFT.search(text))


def direction_mark(way: str) -> str:
    """Return the sign that is nothing but a direction: left-to-right or right-to-left mark."""
    return "\u200f" if way == "rtl" else "\u200e"


def first_letter_at(text: str) -> int:
    """Say where a text begins behind the sign that encloses it.

    >>> first_letter_at("\\u2068ab\\u2069"), first_letter_at("ab")
    (1, 0)
    """
    return 1 if text.startswith(FSI) else 0
