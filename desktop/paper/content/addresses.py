"""Addresses in a text: links, mail and telephone numbers, cut where a line may break them.

`payload` asks it. What is copied from paper must be the very address: no sign stands between its
pieces, no hyphen is put in, and none of its own ends a line, where a reader would drop it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from desktop.paper.content.printable_text import long_word, printable

PIECE_LETTERS: Final = 10  # letters of an address that are not parted
_END: Final = '\\s“”"<>«»'
_ADDRESS: Final = re.compile(
    f"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\\.)[^{_END}]+"
    f"|[^{_END}@(),;:]+@[^{_END}@(),;]+"
    r"|(?:\+|\b00)\d[\d ()/.\u2011-]{5,22}\d"
)
_MAY_END: Final = frozenset("/?&=_.#:@+")  # signs after which addresses are broken by custom


def is_address_in(text: str) -> bool:
    """Say whether an address stands in a text.

    >>> is_address_in("see www.example.org"), is_address_in("+92 51 111 222"), is_address_in("1947")
    (True, True, False)
    """
    has_sign = "@" in text or "://" in text or "www." in text or "+" in text or "00" in text
    return has_sign and _ADDRESS.search(text) is not None


def address_parts(text: str, *, is_narrow: bool = True) -> list[str | list[str]]:
    """Return a text as strings, and each address in it as its pieces; a short one is whole if it
    may.

    >>> address_parts("See https://example.org/a, or +92 51 111.")
    ['See ', ['https://', 'example.', 'org/', 'a,'], ' or ', ['+92 51 111'], '.']
    """
    parts: list[str | list[str]] = []
    at = 0
    for found in _ADDRESS.finditer(text):
        if found.start() > at:
            parts.append(printable(text[at : found.start()]))
        address = found.group()
        is_whole = address[0] in "+0" or (not is_narrow and len(address) <= long_word)
        parts.append([address] if is_whole else _pieces(address))
        at = found.end()
    if at < len(text):
        parts.append(printable(text[at:]))
    return parts


def _pieces(address: str) -> list[str]:
    pieces, start = [], 0
    for at in range(1, len(address)):
        before = address[at - 1]
        is_custom = before in _MAY_END and address[at] not in _MAY_END and at - start > 3
        if (is_custom or at - start >= PIECE_LETTERS) and before != "-" and not _joins(address[at]):
            pieces.append(address[start:at])
            start = at
    return [*pieces, address[start:]]


def _joins(letter: str) -> bool:
    """Say whether a letter is a mark on the one before it."""
    return unicodedata.category(letter)[0] == "M" or letter in "\u200d\u00ad"
