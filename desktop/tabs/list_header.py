"""The headings of a list, with an arrow over the sorted column that grows with the text.

The style draws its own arrow 8 px wide at every size of text; the table of a list has this one.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from desktop.style.icons import icon
from desktop.style.theme import space


class ListHeader(QHeaderView):
    """Draws each heading as the style does and the arrow itself, where Qt keeps room for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def heading_width(self, section: int) -> int:
        """Return the px that a heading needs, of a hidden column too: Qt's hint of these is 0."""
        return max(self.minimumSectionSize(), self.sectionSizeFromContents(section).width())

    def arrow_rect(self, section: QRect) -> QRect:
        """Return where the arrow of a section stands: at its end, as high as a line of text."""
        size = self.fontMetrics().height()
        arrow = QRect(0, 0, size, size)
        arrow.moveCenter(section.center())
        arrow.moveRight(section.right() - space(1))
        return arrow

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        super().initStyleOptionForIndex(option, logicalIndex)
        option.sortIndicator = QStyleOptionHeader.SortIndicator.None_

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        super().paintSection(painter, rect, logicalIndex)
        if self.isSortIndicatorShown() and logicalIndex == self.sortIndicatorSection():
            is_rising = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            arrow = icon("rising" if is_rising else "falling", "quiet")
            arrow.paint(painter, self.arrow_rect(rect))
