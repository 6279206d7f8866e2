"""Makes a text plain to read while every character keeps its place: `reading.read` begins here.

Each odd character becomes one plain one or a blank, so a place in the plain text is the same place
in the text as it was pasted.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_QUOTES = {
    "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'", "“": '"', "”": '"',
    "„": '"', "«": '"', "»": '"', "‟": '"', "″": '"', "‐": "-", "‑": "-", "‒": "-", "−": "-",
    "﹣": "-", "－": "-", "―": "—", "‗": "_", "⁄": "/", "＆": "&", "．": ".", "，": ",", "：": ":",
    "；": ";", "（": "(", "）": ")", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u3000": " ",
    "\u2028": "\n", "\u2029": "\n", "\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\t": " ",
}  # fmt: skip


class _PlainCharacters(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        if (category in ("Cc", "Cf", "Cs", "Co", "Cn") and char != "\n") or category == "Zs":
            plain = " "
        else:
            plain = char
        self[code] = plain
        return plain


@cache
def _plain_characters() -> _PlainCharacters:
    return _PlainCharacters({ord(odd): plain for odd, plain in _QUOTES.items()})


def plain_text(text: str) -> str:
    """Return a text of the same length in which quotes, blanks and hyphens are the plain ones and
    what steers a screen is a blank.

    >>> plain_text("Munir’s “visit”\u202e\u00a0to\\x00Rabat")
    'Munir\\'s "visit"  to Rabat'
    """
    return text.translate(_plain_characters())
