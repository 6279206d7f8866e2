"""What of a page goes to the clipboard: its words, with what stands side by side on one line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtGui import QTextCursor, QTextTable

_UNSEEN = str.maketrans("", "", "\u2066\u2067\u2068\u2069")
_LINE_BREAK = "\u2028"  # within a paragraph, as Qt writes it
_Place = tuple[int, int, int]  # first position of a table, row and column in it


def text_of_selection(cursor: QTextCursor) -> str:
    """Return what is selected, each row of a table on a line: "Nationality: Pakistan".

    The signs that keep directions apart are left out.
    """
    lines = []
    for (begin, _), blocks in groupby(_blocks(cursor), lambda each: each[0][:2]):
        if begin < 0:
            lines += [text for _, text in blocks]
            continue
        cells: dict[int, list[str]] = {}
        for (_, _, column), text in blocks:
            cells.setdefault(column, []).append(text)
        lines.append(_pair([" · ".join(filter(None, texts)) for texts in cells.values()]))
    return "\n".join(lines).strip("\n")


def _pair(cells: list[str]) -> str:
    """Return a row: a label with a colon, and what it names; the marks of endnotes after it."""
    first, *rest = cells
    value = " ".join(filter(None, rest))
    if not first or not value:
        return first or value
    return f"{first} {value}" if first.endswith("]") else f"{first}: {value}"


def _blocks(cursor: QTextCursor) -> Iterator[tuple[_Place, str]]:
    """Yield the paragraphs that are selected, as far as they are, each with its place."""
    begin, end = cursor.selectionStart(), cursor.selectionEnd()
    document = cursor.document()
    block = document.findBlock(begin)
    while block.isValid() and block.position() < end:
        first = max(0, begin - block.position())
        text = block.text()[first : end - block.position()].translate(_UNSEEN)
        parts = (part.strip("\xa0 ") for part in text.split(_LINE_BREAK))
        at = QTextCursor(block)
        table = at.currentTable()
        place = _place(table, block.position()) if table is not None else (-1, block.position(), 0)
        yield place, " · ".join(filter(None, parts))
        block = block.next()


def _place(table: QTextTable, position: int) -> _Place:
    cell = table.cellAt(position)
    return table.firstPosition(), cell.row(), cell.column()
