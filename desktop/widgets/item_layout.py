"""What layouts of our own share: their items, and a height that follows the width.

The flow of chips and the pair of a header are such layouts.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class ItemLayout(QLayout):
    """A layout that arranges items in a given width; what is hidden takes no room."""

    def __init__(self, parent: QWidget | None, gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def arrange(self, rect: QRect, *, place: bool) -> int:
        """Set the items where `place` is true; return the height that they take in any case."""
        raise NotImplementedError

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self.arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self.visible_items()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return self.with_margins(QSize(width, max((hint.height() for hint in hints), default=0)))

    def with_margins(self, size: QSize) -> QSize:
        """Return a size with the margins around it."""
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def visible_items(self) -> list[QLayoutItem]:
        """Return the items that take room."""
        return [item for item in self._items if not item.isEmpty()]

    def mirror(self, where: QRect, inner: QRect) -> QRect:
        """Return the place of an item, from the right in a window that is read from the right."""
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            where.moveRight(inner.right() - (where.left() - inner.left()))
        return where
