"""Labels that are cut with dots where they have no room; the status bar is made of such, and tables
have one below their cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt

from desktop.widgets.plain import PlainLabel, plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

MIN_WIDE_LETTERS: Final = 90  # letters: in a line of so many most sentences find room
_NO_LIMIT_PX: Final = 1 << 20  # higher than any text


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
        text = self._fitting(self._whole)
        self.setText(text)
        self.setToolTip(plain_tip(self._whole if text != self._whole else ""))

    def _fitting(self, text: str) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)


class FootLabel(ShortLabel):
    """Keeps room for a line, where it is narrow for two, and takes no more for any sentence: what
    stands below it is never pushed down.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        metrics = self.fontMetrics()
        is_wide = width >= MIN_WIDE_LETTERS * metrics.averageCharWidth()
        return metrics.height() + (0 if is_wide else metrics.lineSpacing())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()

    def _fitting(self, text: str) -> str:
        words = text.split(" ")
        count = len(words)
        while count > 1 and not self._has_room_for(" ".join(words[:count])):
            count -= 1
        return text if count == len(words) else " ".join(words[:count]).rstrip(".,;:") + "…"

    def _has_room_for(self, text: str) -> bool:
        room = QRect(0, 0, self.contentsRect().width(), _NO_LIMIT_PX)
        needed = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, f"{text}…")
        return needed.height() <= self.heightForWidth(self.width())
