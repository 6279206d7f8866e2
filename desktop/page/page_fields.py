"""Which field of the record a place in a page's text shows; the text of the page asks it.

The renderer writes the path of a field where Qt keeps it with every letter: as its tip, which is
never shown (`rich_text.shows`).
"""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit


def field_at(cursor: QTextCursor) -> str:
    """Return the path of the field that the letter after a cursor shows, or at the end of a
    paragraph the one before; '' where there is none.
    """
    here = QTextCursor(cursor)
    here.setPosition(cursor.selectionStart())
    if not here.atBlockEnd():
        here.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return here.charFormat().toolTip()


def cursor_under(view: QTextEdit, spot: QPoint) -> QTextCursor:
    """Return a cursor before the letter under a spot of a view, whichever way the letter is
    read.
    """
    cursor = view.cursorForPosition(spot)
    before = QTextCursor(cursor)
    if before.atBlockStart():
        return cursor
    before.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    edges = sorted((view.cursorRect(before).x(), view.cursorRect(cursor).x()))
    return before if edges[0] <= spot.x() < edges[1] else cursor


def stretch_of(cursor: QTextCursor) -> QTextCursor | None:
    """Return the text around a cursor that shows the same field, within its paragraph."""
    field = field_at(cursor)
    if not field:
        return None
    place = cursor.selectionStart()
    begin = end = -1
    for first, last, path in _fragments(cursor.block()):
        if path != field:
            if begin <= place <= end:
                break
            begin = -1
        else:
            begin, end = (first if begin < 0 else begin), last
    if begin < 0:  # a paragraph without a letter may bear the path of the one before it
        return None
    found = QTextCursor(cursor)
    found.setPosition(begin)
    found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return found


def find_field(document: QTextDocument, field: str) -> QTextCursor | None:
    """Return a cursor where a text first shows a field."""
    block = document.begin()
    while block.isValid():
        for first, _, path in _fragments(block):
            if path == field:
                cursor = QTextCursor(document)
                cursor.setPosition(first)
                return cursor
        block = block.next()
    return None


def _fragments(block: QTextBlock) -> list[tuple[int, int, str]]:
    """Return of each fragment of a paragraph its first and last position and the field it shows."""
    found = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        first = fragment.position()
        found.append((first, first + fragment.length(), fragment.charFormat().toolTip()))
        at += 1
    return found
