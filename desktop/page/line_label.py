"""A text of the page's head that asks for one line and takes as many as the width leaves it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from desktop.paper.letters import one_line, printable
from desktop.theme import sized

MOST = 240  # letters; the whole of a longer name stands in the text below


class LineLabel(QLabel):
    """Plain text in one of the three sizes of the theme; hidden while it is empty."""

    def __init__(self, size: int, parent: QWidget, *, bold: bool = False) -> None:
        super().__init__(parent)
        self._size = size
        self._weight = QFont.Weight.Bold if bold else QFont.Weight.Normal
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.restyle()
        self.hide()

    def show_text(self, text: str) -> None:
        """Shows a text, cut where it is longer than a head can hold."""
        self._whole = one_line(text, MOST)
        self.setText(printable(self._whole))
        self.setAccessibleName(self._whole)
        self.setVisible(bool(self._whole))

    def restyle(self) -> None:
        """Takes the size of the text from the theme anew."""
        font = sized(self.font(), self._size)
        font.setWeight(self._weight)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())
