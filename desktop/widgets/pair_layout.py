"""Two things side by side, or under each other where the width is too small; the header asks it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

from desktop.style.theme import space


class PairLayout(QLayout):
    """The first item at the leading edge with the room that is left, the second at the other.

    `share` is the part of the width that the second may take while the first is broken into lines.
    """

    def __init__(self, gap: int = space(4), share: float = 0.4) -> None:
        super().__init__()
        self._share = share
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._visible_items()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        return QSize(0, 0)

    def _visible_items(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, place: bool) -> int:
        """Set the items when told to; the height that they take in any case."""
        visible = self._visible_items()
        places = self._beside(rect, visible) if self._fit(rect.width(), visible) else None
        if places is None:
            places = self._below(rect, visible)
        if place:
            for item, where in zip(visible, places, strict=True):
                item.setGeometry(self._mirror(where, rect))
        return max((where.bottom() + 1 for where in places), default=rect.y()) - rect.y()

    def _fit(self, width: int, items: list[QLayoutItem]) -> bool:
        hints = [item.sizeHint().width() for item in items]
        return len(hints) < 2 or sum(hints) + self._gap <= width or hints[1] <= width * self._share

    def _beside(self, rect: QRect, items: list[QLayoutItem]) -> list[QRect]:
        if len(items) < 2:
            return self._below(rect, items)
        width = items[1].sizeHint().width()
        left = max(0, rect.width() - width - self._gap)
        first = QRect(rect.x(), rect.y(), left, height_of(items[0], left))
        second = QRect(rect.right() + 1 - width, rect.y(), width, height_of(items[1], width))
        if first.height() < 2 * second.height():
            # Of one line each: they stand on one middle. Else the second is beside the first line.
            higher = max(first.height(), second.height())
            for each in (first, second):
                each.translate(0, (higher - each.height()) // 2)
        return [first, second]

    def _below(self, rect: QRect, items: list[QLayoutItem]) -> list[QRect]:
        places: list[QRect] = []
        top = rect.y()
        for item in items:
            height = height_of(item, rect.width())
            places.append(QRect(rect.x(), top, rect.width(), height))
            top += height + space(1)
        return places

    def _mirror(self, where: QRect, rect: QRect) -> QRect:
        """Return the place of an item, from the right in a window that is read from the right."""
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            where.moveRight(rect.right() - (where.left() - rect.left()))
        return where


def height_of(item: QLayoutItem, width: int) -> int:
    """Return the height that an item takes in a width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
