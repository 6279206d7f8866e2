"""What stands above the band on paper and in a picture: its marking, whose it is, what it shows.

`band_picture` paints it on each page; without it a sheet that lies about says nothing of itself.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from desktop.style.palette import LIGHT
from desktop.style.theme import color, palette_of, space

_LINES: Final = 2
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PictureHead(NamedTuple):
    """The marking as sheets bear it, the name of the desk, and what is shown of it and when."""

    marking: str
    title: str
    detail: str


def head_height(font: QFont) -> int:
    """Return the height of a head in px."""
    return _LINES * QFontMetrics(font).height() + 2 * space(2)


def paint_picture_head(
    painter: QPainter, view: QRectF, head: PictureHead, font: QFont, page: str
) -> None:
    """Paint the head at the top of a view: title and marking above, the rest below."""
    palette = palette_of(LIGHT)
    painter.fillRect(view, color(palette, "surface"))
    inner = view.adjusted(space(3), space(2), -space(3), -space(2))
    upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / _LINES)
    lower = upper.translated(0, upper.height())
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setPen(color(palette, "text"))
    _paint_line(painter, upper, bold, head.title, head.marking)
    painter.setPen(color(palette, "quiet"))
    _paint_line(painter, lower, font, head.detail, page)


def _paint_line(painter: QPainter, row: QRectF, font: QFont, left: str, right: str) -> None:
    """Paint a text at each side; what the right one leaves no room for is cut."""
    painter.setFont(font)
    metrics = QFontMetrics(font)
    room = row.width() - metrics.horizontalAdvance(right) - space(4)
    text = metrics.elidedText(left, Qt.TextElideMode.ElideRight, max(0, int(room)))
    painter.drawText(row, _LEFT, text)
    painter.drawText(row, _RIGHT, right)
