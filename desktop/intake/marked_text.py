"""The text that is read, with the words of each proposal coloured by its kind; intake shows it.

Proposals count characters as Python does, the document of Qt in units of UTF-16: `TextPlaces` is
the way between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeySequence,
    QMouseEvent,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QWidget

from desktop.style.icons import icon
from desktop.style.theme import color
from desktop.style.translated import QT_TRANSLATE_NOOP as _

GROUNDS: Final = {
    "person": "accent_soft",
    "organization": "good_soft",
    "agreement": "warn_soft",
}
PROPOSE: Final = {
    "person": (_("MarkedText", "Propose as a &person"), "Ctrl+1"),
    "organization": (_("MarkedText", "Propose as an &organization"), "Ctrl+2"),
    "agreement": (_("MarkedText", "Propose as an &agreement"), "Ctrl+3"),
    "event": (_("MarkedText", "Propose as an &event"), "Ctrl+4"),
}


class TextSpan(NamedTuple):
    """Words of a text by the places of their characters, of what kind, and whose they are."""

    start: int
    end: int
    kind: str
    row: int


class TextPlaces:
    """The way from a character's place to its place in UTF-16, and back.

    >>> places = TextPlaces("a😀b")
    >>> places.to_document(2), places.to_text(3), TextPlaces("abc").to_document(2)
    (3, 2, 2)
    """

    def __init__(self, text: str) -> None:
        self._wide = [at for at, char in enumerate(text) if ord(char) > 0xFFFF]

    def to_document(self, place: int) -> int:
        """Return where a character stands in the document."""
        return place + bisect_left(self._wide, place)

    def to_text(self, place: int) -> int:
        """Return which character stands at a place of the document."""
        low, high = 0, len(self._wide)
        while low < high:  # the wide characters before it
            middle = (low + high) // 2
            if self._wide[middle] + middle < place:
                low = middle + 1
            else:
                high = middle
        return place - low


class MarkedText(QPlainTextEdit):
    """`pointed` gives the row whose words the pointer is on, `clicked` the row that was clicked,
    `proposed` a kind with the start and end of words that the officer marked; `filled` says that
    something was pasted or dropped where nothing stood.
    """

    pointed = Signal(int)
    clicked = Signal(int)
    proposed = Signal(str, int, int)
    filled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("The text that is read"))
        self.setPlaceholderText(
            self.tr("Paste an article, a press release or a cable here, or open a file.")
        )
        self.spans: tuple[TextSpan, ...] = ()
        self._places = TextPlaces("")
        self._lit = -1
        self._pointed = -1
        for kind, (_text, keys) in PROPOSE.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._propose, kind))

    def text(self) -> str:
        """Return the text as it is read."""
        return self.toPlainText()

    def show_spans(self, spans: Sequence[TextSpan]) -> None:
        """Show these words in colour; none takes all colour away."""
        self._places = TextPlaces(self.text())
        self.spans = tuple(spans)
        self._lit = -1
        self._color()

    def light(self, row: int) -> None:
        """Show the words of one row in the colour of what is chosen, and bring them into sight."""
        if row == self._lit:
            return
        self._lit = row
        self._color()
        mine = [span for span in self.spans if span.row == row]
        if mine and not self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(self._places.to_document(mine[0].start))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _color(self) -> None:
        # The narrower over the wider, and those of the chosen row over all.
        ordered = sorted(
            self.spans, key=lambda span: (span.row == self._lit, span.start - span.end)
        )
        self.setExtraSelections([self._selection(span) for span in ordered])

    def _selection(self, span: TextSpan) -> QTextEdit.ExtraSelection:
        looks = QTextCharFormat()
        palette = self.palette()
        if span.row == self._lit:
            looks.setBackground(color(palette, "accent"))
            looks.setForeground(color(palette, "on_accent"))
        elif span.kind in GROUNDS:
            looks.setBackground(color(palette, GROUNDS[span.kind]))
        else:
            looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            looks.setUnderlineColor(color(palette, "warn"))
        found = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places.to_document(span.start))
        cursor.setPosition(self._places.to_document(span.end), QTextCursor.MoveMode.KeepAnchor)
        found.cursor = cursor
        found.format = looks
        return found

    # the mouse

    def row_at(self, place: QPoint) -> int:
        """Return the row of the narrowest words at a point of the widget; -1 where there are
        none.
        """
        at = self._places.to_text(self.cursorForPosition(place).position())
        under = [span for span in self.spans if span.start <= at < span.end]
        return min(under, key=lambda span: span.end - span.start).row if under else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton and self.spans:
            row = self.row_at(event.position().toPoint())
            if row != self._pointed:
                self._pointed = row
                self.pointed.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            row = self.row_at(event.position().toPoint())
            if row >= 0:
                self.clicked.emit(row)

    def insertFromMimeData(self, source: QMimeData) -> None:
        was_empty = not self.text()
        super().insertFromMimeData(source)
        if was_empty and self.text():
            self.filled.emit()

    # what the officer proposes

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        self.add_proposals(menu)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def add_proposals(self, menu: QMenu) -> None:
        """Put before what a menu has: the marked words as each kind."""
        first = menu.actions()[0] if menu.actions() else None
        for kind, (text, keys) in PROPOSE.items():
            action = menu.addAction(icon(kind), f"{self.tr(text)}\t{keys}")
            action.setEnabled(self.textCursor().hasSelection())
            action.triggered.connect(self._proposing(kind))
            if first is not None:
                menu.insertAction(first, action)
        if first is not None:
            menu.insertSeparator(first)

    def _proposing(self, kind: str) -> Callable[[], None]:
        return partial(self._propose, kind)

    def _propose(self, kind: str) -> None:
        cursor = self.textCursor()
        start = self._places.to_text(cursor.selectionStart())
        end = self._places.to_text(cursor.selectionEnd())
        words = self.text()[start:end]
        if words.strip():
            start += len(words) - len(words.lstrip())
            self.proposed.emit(kind, start, start + len(words.strip()))
