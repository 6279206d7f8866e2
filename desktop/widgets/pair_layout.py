"""Two things side by side, or under each other where the width is too small; the header asks it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem

from desktop.style.theme import space
from desktop.widgets.item_layout import ItemLayout


class PairLayout(ItemLayout):
    """The first item at the leading edge with the room that is left, the second at the other.

    `share` is the part of the width that the second may take while the first is broken into lines.
    """

    def __init__(self, gap: int = space(4), share: float = 0.4) -> None:
        super().__init__(None, gap)
        self._share = share

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def minimumSize(self) -> QSize:
        return QSize(0, 0)

    def arrange(self, rect: QRect, *, place: bool) -> int:
        visible = self.visible_items()
        places = self._beside(rect, visible) if self._fit(rect.width(), visible) else None
        if places is None:
            places = self._below(rect, visible)
        if place:
            for item, where in zip(visible, places, strict=True):
                item.setGeometry(self.mirror(where, rect))
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


def height_of(item: QLayoutItem, width: int) -> int:
    """Return the height that an item takes in a width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
