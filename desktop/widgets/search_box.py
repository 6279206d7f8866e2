"""The one search box of the window: says what is typed, and passes the walking keys to the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.icons import icon

_WALKS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_PageUp: -10,
}


class SearchBox(QLineEdit):
    """A line with a glass and a button that clears it.

    `typed` gives the whole text on every keystroke, `opened` asks for the best match,
    `walked` moves the selection of the list by so many rows, `left` gives the focus back.
    """

    typed = Signal(str)
    opened = Signal()
    walked = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("search", True)
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(self.tr("Search the desk"))
        self.setAccessibleName(self.tr("Search the desk"))
        self.setAccessibleDescription(
            self.tr("Each key filters the list. Enter opens the first match, Down walks the list.")
        )
        self.setMinimumWidth(160)
        self.textChanged.connect(self.typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key in _WALKS:
            self.walked.emit(_WALKS[key])
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """Clears the text; an empty box lets go of the focus."""
        if self.text():
            self.clear()
        else:
            self.left.emit()
