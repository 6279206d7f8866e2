"""Paints the text of one hit of a list: its title with what matched marked, and why below, small.

The painter of the rows asks it for every row of a search.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desktop.theme import SIZES, sized

if TYPE_CHECKING:
    from desktop.tones import Colors


_RTL = Qt.LayoutDirection.RightToLeft


class Hit(NamedTuple):
    """What is written: the title, the ranges of it that matched (end not included), and why."""

    title: str
    marks: Sequence[tuple[int, int]] = ()
    why: str = ""
    why_marks: Sequence[tuple[int, int]] = ()


def reason_height(font: QFont) -> int:
    """What the line that says why adds to the height of a row."""
    return QFontMetrics(sized(font, SIZES.small)).height()


def paint_hit(
    painter: QPainter, rect: QRect, font: QFont, hit: Hit, colors: Colors, *, mirrored: bool = False
) -> None:
    """Draws the one or two lines in the middle of a rectangle; the list may be read mirrored."""
    metrics = QFontMetrics(font)
    height = metrics.height() + (reason_height(font) if hit.why else 0)
    top = rect.top() + max(0, (rect.height() - height) // 2)
    place = QRect(rect.left(), top, rect.width(), height)
    option = _option_for(hit.title, mirrored)
    _paint_line(painter, place, font, hit.title, hit.marks, colors.text, colors, option)
    if not hit.why:
        return
    below = QRect(rect.left(), top + metrics.height(), rect.width(), height - metrics.height())
    small = sized(font, SIZES.small)
    # A reason is a sentence of the program about words in any script: it runs as the list does.
    way = _RTL if mirrored else Qt.LayoutDirection.LeftToRight
    option = _option(way, mirrored)
    _paint_line(painter, below, small, hit.why, hit.why_marks, colors.quiet, colors, option)


def _paint_line(
    painter: QPainter,
    rect: QRect,
    font: QFont,
    text: str,
    marks: Sequence[tuple[int, int]],
    tone: str,
    colors: Colors,
    option: QTextOption,
) -> None:
    """Draws a text, with what matched of it marked."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    layout = QTextLayout(shown, font)
    layout.setTextOption(option)
    # Ranges that do not lie in what is shown are left out.
    fitting = [(start, end) for start, end in marks if 0 <= start < end <= len(shown)]
    layout.setFormats([_mark(shown, start, end, colors) for start, end in fitting])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    layout.endLayout()
    painter.setPen(QColor(tone))
    # Letters of another font may be taller; the line stands where those of the list's own do.
    layout.draw(painter, QPointF(rect.left(), rect.top() + metrics.ascent() - line.ascent()))


def _option_for(text: str, mirrored: bool) -> QTextOption:
    """One line in the direction of the text itself, at the side that the list is read from."""
    from db import direction  # with all that is known of scripts

    way = _RTL if direction(text) == "rtl" else Qt.LayoutDirection.LayoutDirectionAuto
    return _option(way, mirrored)


def _option(way: Qt.LayoutDirection, mirrored: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(way)
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
