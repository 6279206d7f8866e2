"""A layout that sets its items in rows as text is set, and breaks where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from desktop.style.theme import space
from desktop.widgets.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Rows of items at their own size, from the leading edge; its height follows its width."""

    def __init__(self, parent: QWidget | None = None, gap: int = space(1)) -> None:
        super().__init__(parent, gap)

    def reflow(self) -> None:
        """Set the items at once, after others have come.

        Qt takes this layout for set when the one around it is, though no item was, where the
        widget keeps its size.
        """
        parent = self.parentWidget()
        if parent is not None:
            self.activate()
            self.setGeometry(parent.rect())

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self.visible_items():
            size = size.expandedTo(item.minimumSize())
        return self.with_margins(size)

    def arrange(self, rect: QRect, *, place: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        y = inner.y()
        for row in self._rows(inner.width()):
            height = max(size.height() for _, size in row)
            x = inner.x()
            for item, size in row:
                if place:
                    corner = QPoint(x, y + (height - size.height()) // 2)
                    item.setGeometry(self.mirror(QRect(corner, size), inner))
                x += size.width() + self._gap
            y += height + self._gap
        return max(y - self._gap, inner.y()) - rect.y() + margins.bottom()

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the items that stand side by side in so much room, each with its size."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item in self.visible_items():
            size = item.sizeHint()
            if not rows or size.width() > room:
                rows.append([])
                room = width
            rows[-1].append((item, size))
            room -= size.width() + self._gap
        return rows
