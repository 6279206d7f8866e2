"""How the cells of a list are painted: one ground for the whole row, the title with its marks.

Drawn without the style sheet, which would cost a frame on a large screen.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme import colors_of, space, tabular
from desktop.widgets.hit_delegate import HitDelegate

Index = QModelIndex | QPersistentModelIndex
_BAR = 3  # px of the bar before the chosen row
_SELECTED = QStyle.StateFlag.State_Selected
_HOVERED = QStyle.StateFlag.State_MouseOver
_ENABLED = QStyle.StateFlag.State_Enabled
_ROW_STATES = _SELECTED | _HOVERED | QStyle.StateFlag.State_HasFocus
_IN_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """The ground of a cell, as if the row were one: chosen, under the mouse, or plain."""
    colors = colors_of(option.palette)
    rect: QRect = option.rect
    if option.state & _SELECTED:
        painter.fillRect(rect, QColor(colors.accent_soft))
        if index.column() == 0:
            painter.fillRect(QRect(rect.topLeft(), QSize(_BAR, rect.height())), colors.accent)
    elif option.state & _HOVERED:
        painter.fillRect(rect, QColor(colors.hover))


class TitleCell(HitDelegate):
    """A title, in the middle of a tall row when nothing stands below it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option, index)
        if not option.state & _ENABLED:
            paint_text(painter, option, str(index.data() or ""), "faint")
            return
        inner = QStyleOptionViewItem(option)
        inner.state = option.state & ~_ROW_STATES
        if option.rect.height() > self._one_line(option):
            spare = option.rect.height() - self.sizeHint(option, index).height()
            inner.rect = option.rect.adjusted(0, max(0, spare // 2), 0, 0)
        super().paint(painter, inner, index)

    def _one_line(self, option: QStyleOptionViewItem) -> int:
        return QFontMetrics(option.font).height() + 2 * space(2)


class PlainCell(QStyledItemDelegate):
    """Text beside the title: quiet, and with figures of one width where it is a date."""

    def __init__(self, *, is_day: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_day = is_day

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option, index)
        text = str(index.data() or "")
        if text:
            shown = QStyleOptionViewItem(option)
            if self._is_day:
                shown.font = tabular(option.font)
            paint_text(painter, shown, text, "quiet" if option.state & _ENABLED else "faint")


def paint_text(painter: QPainter, option: QStyleOptionViewItem, text: str, tone: str) -> None:
    """One line of text, cut at the end where it is too long."""
    rect = option.rect.adjusted(space(3), 0, -space(2), 0)
    cut = QFontMetrics(option.font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(option.font)
    painter.setPen(QColor(getattr(colors_of(option.palette), tone)))
    painter.drawText(rect, _IN_MIDDLE, cut)
