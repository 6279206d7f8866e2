"""Cells that hold what no text is, more than a record's text may have, or a formula.

`table_file` looks at every row; what is odd is told by row and column. The readers of contacts,
calendars and JSON ask `odd_text` for theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from db.changes.validate import UNSTORABLE

MAX_TEXT_LETTERS = 1 << 20  # of one cell that is taken: more than any letter or biography has
_FORMULA = re.compile(r'=(?!"[^"]*"$)[^\s=<>]')  # ="007" is how programs write a text of figures
_MARK = "\x1f"  # between the cells of a row that is looked at as one text
_SHOWN_LETTERS = 60
_NAME = re.compile(r"[A-Za-z][\w-]*(?=[:;])")  # of a property of a card or event
_ESCAPED = re.compile(r"\\u(?:0000|[dD][89abAB])")
MAX_ODD_LINES = 100  # that are told one by one


class OddCell(NamedTuple):
    """What is odd about a cell: its row, the place of its column, what it began with, and why."""

    row: int
    place: int
    value: str
    why: str


def odd_text(text: str) -> tuple[str, str]:
    r"""Return a text as it can be kept, and what became of it; "" where nothing had to.

    >>> odd_text("Ana"), odd_text("An\0a")
    (('Ana', ''), ('Ana', 'holds NUL characters, which were left out'))
    >>> odd_text("x" * (MAX_TEXT_LETTERS + 1))[1]
    'has 1,048,577 characters, of which 1,048,576 are taken at most; it was left out'
    """
    if len(text) > MAX_TEXT_LETTERS:
        counts = f"{len(text):,} characters, of which {MAX_TEXT_LETTERS:,} are taken at most"
        return "", f"has {counts}; it was left out"
    if not UNSTORABLE.search(text):
        return text, ""
    bare = text.replace("\0", "")
    clean = UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", bare)
    if clean == bare:
        return bare, "holds NUL characters, which were left out"
    return clean, "holds halves of characters, which cannot be kept and are shown as \ufffd"


def odd_lines(text: str) -> list[str]:
    r"""Return a sentence for each line of a text that holds NUL characters, which it must lose.

    >>> odd_lines("BEGIN:VCARD\nFN;X=1:A\0na")
    ['Line 2 (FN) holds NUL characters, which were left out.']
    """
    if "\0" not in text:
        return []
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if "\0" in line]
    found = []
    for number, line in lines[:MAX_ODD_LINES]:
        name = _NAME.match(line.replace("\0", ""))
        where = f"Line {number} ({name[0]})" if name else f"Line {number}"
        found.append(f"{where} holds NUL characters, which were left out.")
    if len(lines) > MAX_ODD_LINES:
        found.append(f"{len(lines) - MAX_ODD_LINES:,} more lines hold NUL characters.")
    return found


def may_be_odd(text: str) -> bool:
    r"""Say whether a text of JSON may hold what `odd_text` takes out.

    >>> may_be_odd('["a"]'), may_be_odd('["\\ud83d"]')
    (False, True)
    """
    return (
        _ESCAPED.search(text) is not None
        or (not text.isascii() and UNSTORABLE.search(text) is not None)
        or (len(text) > MAX_TEXT_LETTERS and max(map(len, text.split('"'))) > MAX_TEXT_LETTERS)
    )


def clean_json(value: Any, where: str, found: list[tuple[str, str, str]]) -> Any:
    r"""Return a value out of JSON with its texts as they can be kept; `found` gets of each that is
    odd where it stands, how it begins, and why.

    >>> odd = []
    >>> clean_json({"name": ["An\0a"]}, "persons[1]", odd), odd[0][0]
    ({'name': ['Ana']}, 'persons[1].name[0]')
    """
    if isinstance(value, dict):
        at = f"{where}." if where else ""
        return {key: clean_json(each, f"{at}{key}", found) for key, each in value.items()}
    if isinstance(value, list):
        return [clean_json(each, f"{where}[{n}]", found) for n, each in enumerate(value)]
    if not isinstance(value, str):
        return value
    clean, why = odd_text(value)
    if why:
        found.append((where, (clean or value)[:_SHOWN_LETTERS], why))
    return clean


def look_at_cells(rows: Iterable[list[str]], found: list[OddCell]) -> Iterator[list[str]]:
    """Yield the rows of a file with their cells as they can be kept; what is odd comes to `found`.

    >>> odd = []
    >>> list(look_at_cells([["name"], ["=1+1"], ['="7"']], odd)), odd[0].row, odd[0].why
    ([['name'], ['=1+1'], ['="7"']], 2, 'is a formula; its words were taken, nothing was done')
    """
    for number, cells in enumerate(rows, 1):
        whole = _MARK.join(cells)
        if (
            len(whole) > MAX_TEXT_LETTERS
            or "\0" in whole
            or whole[:1] == "="
            or f"{_MARK}=" in whole
            or (not whole.isascii() and UNSTORABLE.search(whole))
        ):
            cells = [_look_at(cell, number, place, found) for place, cell in enumerate(cells)]
        yield cells


def _look_at(cell: str, row: int, place: int, found: list[OddCell]) -> str:
    clean, why = odd_text(cell)
    if not why and _FORMULA.match(clean):
        why = "is a formula; its words were taken, nothing was done"
    if why:
        found.append(OddCell(row, place, (clean or cell)[:_SHOWN_LETTERS], why))
    return clean
