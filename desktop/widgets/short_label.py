"""A label of one line that is cut with dots where it has no room; the status bar is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from desktop.widgets.plain import PlainLabel, plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


class ShortLabel(PlainLabel):
    """Shows as much of a text as fits; the whole stands in its tool tip and accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""

    @property
    def whole(self) -> str:
        """The text, cut or not."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def sizeHint(self) -> QSize:
        metrics, around = self.fontMetrics(), self.contentsMargins()
        width = metrics.horizontalAdvance(self._whole) + around.left() + around.right() + 2
        return QSize(width, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def _cut(self) -> None:
        room = self.contentsRect().width()
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(text)
        self.setToolTip(plain_tip(self._whole if text != self._whole else ""))
