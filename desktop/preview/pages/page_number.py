"""The number of the page in front as a line to type another into; the preview's bar has one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.style.theme import space

_STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class PageNumber(QLineEdit):
    """Enter goes to the number, arrows to the next; `chosen` gives a page counted from 1."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._count = 0, 0
        self.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,9}"), self))
        self.editingFinished.connect(self._take)

    def value(self) -> int:
        """Return the page in front, counted from 1; 0 where there is none."""
        return self._page

    def show_page(self, page: int, count: int) -> None:
        """Show the page in front, counted from 1, of how many."""
        self._page, self._count = min(page, count), count
        self.setText(str(self._page) if count else "")
        self.setEnabled(count > 0)
        digits = "0" * max(3, len(str(count)))
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(digits) + space(6))

    def setValue(self, page: int) -> None:
        """Go to a page as if its number were typed; to the nearest that there is."""
        if not self._count:
            return
        page = max(1, min(page, self._count))
        self.setText(str(page))
        if page != self._page:
            self._page = page
            self.chosen.emit(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            self.setValue(self._page + step)
        elif event.key() == Qt.Key.Key_Escape and self.text() != str(self._page):
            self.setText(str(self._page))
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()  # it is for this line, not for a button of the window
                self._take()
                self.selectAll()

    def _take(self) -> None:
        self.setValue(int(self.text() or self._page))
