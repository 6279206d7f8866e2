"""Text for people in a terminal: columns that align in any script, cells that cannot harm.

The commands ask it for their lines; `output` prints nothing that did not pass `printable`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# A column is padded to this at most; a longer cell pushes its own line along.
MAX_COLUMN_LETTERS = 60
GAP = "  "
# Control characters, lone surrogates, and what turns the direction of all that follows.
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a\u202b\u202d\u202e\u2066-\u2068]")
UNSEEN = frozenset({"Mn", "Me", "Cf"})


def printable(text: str) -> str:
    """Return one line without control characters, so that no record can steer a terminal.

    >>> printable("two\\nlines\\x1b[31m")
    'two lines�[31m'
    """
    return STEERING.sub("�", text.replace("\n", " ").replace("\t", " ").replace("\r", " "))


def width_of(text: str) -> int:
    """Say how many cells of a terminal a text takes.

    >>> width_of("Dar"), width_of("ڈار"), width_of("王毅"), width_of("e\\u0301")
    (3, 3, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
        if unicodedata.category(letter) not in UNSEEN
    )


def align_rows(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines with their columns below each other; columns that are empty are left
    out.

    >>> align_rows([["Dan Caine", "", "us"], ["Dar", "", "pk"]])
    ['Dan Caine  us', 'Dar        pk']
    """
    if not rows:
        return []
    cells = [[printable(cell) for cell in row] for row in rows]
    columns = [place for place in range(len(cells[0])) if any(row[place] for row in cells)]
    widths = {
        place: max(
            (w for row in cells if (w := width_of(row[place])) <= MAX_COLUMN_LETTERS), default=0
        )
        for place in columns
    }
    return [
        GAP.join(
            row[place] + " " * (widths[place] - width_of(row[place])) for place in columns
        ).rstrip()
        for row in cells
    ]


def count_phrase(count: int, plural: str) -> str:
    """Return a number with its word.

    >>> count_phrase(1, "people"), count_phrase(4271, "events"), count_phrase(1, "agreements")
    ('1 person', '4,271 events', '1 agreement')
    """
    word = {"people": "person"}.get(plural, plural.removesuffix("s")) if count == 1 else plural
    return f"{count:,} {word}"
