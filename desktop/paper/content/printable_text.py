"""Makes any text fit to be set: no control characters, no stray direction marks, no endless word.

`payload` passes every text through here on its way to Typst, and `page_html` on its way to HTML.
"""

from __future__ import annotations

import re
from unicodedata import category

long_word = 40
"""Letters without a gap that still fit a column; longer words may be broken anywhere."""

piece = 8
"""Letters between two places where a longer word may be broken."""

_line_ends = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Overrides, embeddings and isolates would reach past their own text into the rest of the line;
# every run is isolated by the setting itself. LRM, RLM, ZWJ and ZWNJ are spelling and stay.
_unprinted = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_unnamed = re.compile("[\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]")
_endless = re.compile(rf"[^\s\u200b]{{{long_word + 1},}}")


def code_point(letter: str) -> str:
    """Return the stand-in for a letter that cannot be set: its code point, as Unicode writes it.

    >>> code_point("\\ue000")
    '[U+E000]'
    """
    return f"[U+{ord(letter):04X}]"


def unprintable_letters(text: str) -> list[str]:
    """Return the characters of a text that `printable` leaves out without a trace, each once.

    >>> unprintable_letters("a\\x00b\\x1b\\x00\\u202e") == ["\\x00", "\\x1b", "\\u202e"]
    True
    """
    return list(dict.fromkeys(_unprinted.findall(_line_ends.sub("", text))))


def _break_word(found: re.Match[str]) -> str:
    """Return a long word with a zero-width space every few letters, never before a combining
    mark.
    """
    word, out, since = found.group(), [], 0
    for at, letter in enumerate(word):
        joined = category(letter)[0] == "M" or letter == "\u200d" or word[at - 1] == "\u200d"
        if since >= piece and not joined:
            out.append("\u200b")
            since = 0
        out.append(letter)
        since += 1
    return "".join(out)


def printable(text: str, *, endless: bool = False) -> str:
    """Return the text with line ends as line feeds and without what has no picture.

    `endless` leaves long words whole, for a writer that breaks them by itself. Control characters
    are left out; private and unassigned code points and lone surrogates are written as code
    points, since they mean nothing outside the machine they come from.

    >>> printable("a\\x00b\\r\\nc\\x1b[0m")
    'ab\\nc[0m'
    >>> printable("#let *x* $y$ <a> @b // c")
    '#let *x* $y$ <a> @b // c'
    >>> printable("\\u202eevil\\ud800")
    'evil[U+D800]'
    >>> printable("w" * 41).count("\\u200b")
    5
    """
    if not (text.isascii() and text.isprintable()):
        text = _line_ends.sub("\n", text).replace("\t", " ")
        text = _unprinted.sub("", text)
        text = _unnamed.sub(lambda found: code_point(found.group()), text)
    return text if endless or len(text) <= long_word else _endless.sub(_break_word, text)


def one_line(text: str, limit: int) -> str:
    """Return the text on one line of at most `limit` letters, for the head, the foot and the file's
    title.

    >>> one_line("Pakistan –\\n United States", 80), one_line("abcdef", 4)
    ('Pakistan – United States', 'abc…')
    """
    text = " ".join(printable(text[: limit * 4]).replace("\u200b", "").split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
