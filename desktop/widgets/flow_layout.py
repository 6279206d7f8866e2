"""A layout that sets its items in rows as text is set, and breaks where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.style.theme import space


class FlowLayout(QLayout):
    """Rows of items at their own size, from the leading edge; its height follows its width."""

    def __init__(self, parent: QWidget | None = None, gap: int = space(1)) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def reflow(self) -> None:
        """Set the items at once, after others have come.

        Qt takes this layout for set when the one around it is, though no item was, where the
        widget keeps its size.
        """
        parent = self.parentWidget()
        if parent is not None:
            self.activate()
            self.setGeometry(parent.rect())

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._flow(rect, place=True)

    def sizeHint(self) -> QSize:
        items = [item.sizeHint() for item in self._visible_items()]
        width = sum(size.width() + self._gap for size in items) - (self._gap if items else 0)
        height = max((size.height() for size in items), default=0)
        return self._with_margins(QSize(width, height))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._visible_items():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _visible_items(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _flow(self, rect: QRect, place: bool) -> int:
        """Set the items when told to; the height that they take in any case."""
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        y = inner.y()
        for row in self._rows(inner.width()):
            height = max(size.height() for _, size in row)
            x = inner.x()
            for item, size in row:
                if place:
                    corner = QPoint(x, y + (height - size.height()) // 2)
                    item.setGeometry(self._mirror(QRect(corner, size), inner))
                x += size.width() + self._gap
            y += height + self._gap
        return max(y - self._gap, inner.y()) - rect.y() + margins.bottom()

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the items that stand side by side in so much room, each with its size."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item in self._visible_items():
            size = item.sizeHint()
            if not rows or size.width() > room:
                rows.append([])
                room = width
            rows[-1].append((item, size))
            room -= size.width() + self._gap
        return rows

    def _mirror(self, rect: QRect, inner: QRect) -> QRect:
        """Return the place of an item, from the right in a window that is read from the right."""
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect.moveRight(inner.right() - (rect.left() - inner.left()))
        return rect
