"""Paints one hit of a list: its title with what matched marked, and why below in small."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db import direction
from desktop.models.roles import Role
from desktop.theme import SIZES, colors_of, sized, space
from desktop.tones import Colors

Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """Draws from the model's roles alone; a missing role is left out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = colors_of(option.palette)
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setClipRect(rect)
        self._paint_ground(painter, rect, state, colors)
        inner = rect.adjusted(space(3), space(2), -space(3), -space(2))
        top = self._paint_title(painter, inner, option, index, colors)
        self._paint_why(painter, inner.adjusted(0, top, 0, 0), option, index, colors)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = option.font
        height = QFontMetrics(font).height() + 2 * space(2)
        if index.data(Role.WHY):
            height += QFontMetrics(sized(font, SIZES.small)).height()
        width = QFontMetrics(font).horizontalAdvance(_title(index)) + 2 * space(3)
        return QSize(width, height)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, colors: Colors
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colors.accent_soft))
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), QColor(colors.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colors.hover))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colors.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_title(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: Index,
        colors: Colors,
    ) -> int:
        """Draws the title in its own direction; the height that it took."""
        font = option.font
        whole = _title(index)
        title = QFontMetrics(font).elidedText(whole, Qt.TextElideMode.ElideRight, rect.width())
        layout = QTextLayout(title, font)
        layout.setTextOption(_option_for(title, _is_mirrored(option)))
        layout.setFormats([_mark(title, *range_, colors) for range_ in _marks(index, title)])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(rect.width())
        layout.endLayout()
        painter.setPen(QColor(colors.text))
        layout.draw(painter, QPointF(rect.topLeft()))
        return round(line.height())

    def _paint_why(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: Index,
        colors: Colors,
    ) -> None:
        why = str(index.data(Role.WHY) or "")
        if not why:
            return
        font = sized(option.font, SIZES.small)
        painter.setFont(font)
        painter.setPen(QColor(colors.quiet))
        shown = QFontMetrics(font).elidedText(why, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(QRectF(rect), shown, _option_for(why, _is_mirrored(option)))


def _title(index: Index) -> str:
    title = index.data(Role.TITLE)
    return str(title if title is not None else index.data(Qt.ItemDataRole.DisplayRole) or "")


def _option_for(text: str, mirrored: bool) -> QTextOption:
    """One line in the direction of the text itself, at the side that the list is read from."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    if direction(text) == "rtl":
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    # A name in another script stands under the others, where the eye goes down the list.
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _mark(title: str, start: int, end: int, colors: Colors) -> QTextLayout.FormatRange:
    """The format of a marked range. Qt counts in UTF-16, where some letters are two."""
    mark = QTextLayout.FormatRange()
    mark.start = _units(title[:start])
    mark.length = _units(title[start:end])
    form = QTextCharFormat()
    form.setBackground(QColor(colors.mark))
    form.setForeground(QColor(colors.on_mark))
    mark.format = form
    return mark


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _is_mirrored(option: QStyleOptionViewItem) -> bool:
    return bool(option.direction == Qt.LayoutDirection.RightToLeft)


def _marks(index: Index, title: str) -> list[tuple[int, int]]:
    """The ranges of the title that matched, those that do not lie in it left out."""
    marks: Any = index.data(Role.MARKS) or ()
    return [(start, end) for start, end in marks if 0 <= start < end <= len(title)]
