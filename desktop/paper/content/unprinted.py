"""What of the texts of sheets cannot be printed and is left out, so that it can be told.

Every output asks it. Letters that no font has are another matter: `compiling` finds those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from desktop.paper.content.blocks import Run, Sheet
from desktop.paper.content.isolates import pieces
from desktop.paper.content.printable_text import one_line, unprintable_letters

MAX_NAMED_LETTERS = 12
MAX_TITLE_LETTERS = 40


def unprinted_in(sheets: Iterable[Sheet]) -> str:
    """Return a sentence about the characters that are left out; empty where there are none.

    >>> unprinted_in([Sheet("Dar", ["a\\x00b\\x1b"])])
    'Characters that cannot be printed were left out: U+0000, U+001B on “Dar”.'
    """
    found: dict[str, str] = {}
    for sheet in sheets:
        for text in _texts(sheet):
            if not (text.isascii() and text.isprintable()):
                for letter in unprintable_letters(text):
                    found.setdefault(letter, sheet.title)
    if not found:
        return ""
    codes = ", ".join(f"U+{ord(letter):04X}" for letter in sorted(found)[:MAX_NAMED_LETTERS])
    more = ", …" if len(found) > MAX_NAMED_LETTERS else ""
    titles = list(dict.fromkeys(found.values()))
    others = " and on others" if len(titles) > 1 else ""
    title = one_line(titles[0], MAX_TITLE_LETTERS)
    return f"Characters that cannot be printed were left out: {codes}{more} on “{title}”{others}."


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str | Run):
        # The signs that enclose a text are ours, and are no loss.
        yield "".join(pieces(part if isinstance(part, str) else part.text))
    elif isinstance(part, Sequence) and not isinstance(part, bytes):
        for each in part:
            yield from _texts(each)
    else:
        for name in getattr(part, "__dataclass_fields__", ()):
            yield from _texts(getattr(part, name))
