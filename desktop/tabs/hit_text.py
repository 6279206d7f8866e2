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
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from desktop.style.theme import SIZES, font_of_size

if TYPE_CHECKING:
    from desktop.style.palette import Colors


_RTL = Qt.LayoutDirection.RightToLeft
_AUTO = Qt.LayoutDirection.LayoutDirectionAuto
_WAYS = (_RTL, _AUTO, Qt.LayoutDirection.LeftToRight)


class MatchedText(NamedTuple):
    """What is written: the title, the ranges of it that matched (end not included), and why."""

    title: str
    marks: Sequence[tuple[int, int]] = ()
    why: str = ""
    why_marks: Sequence[tuple[int, int]] = ()


def reason_height(font: QFont) -> int:
    """Return what the line that says why adds to the height of a row."""
    return QFontMetrics(font_of_size(font, SIZES.small)).height()


class HitWriter:
    """Writes hits in one font and one set of colours; a list may be read mirrored.

    All that no hit changes is made once: making it took longer than the writing.
    """

    def __init__(self, font: QFont, colors: Colors, *, mirrored: bool = False) -> None:
        self._body = _Hand(font, colors.text)
        self._small = _Hand(font_of_size(font, SIZES.small), colors.quiet)
        self._options = {way: _option(way, mirrored) for way in _WAYS}
        # A reason is a sentence of the program about words in any script: it runs as the list does.
        self._way = _RTL if mirrored else Qt.LayoutDirection.LeftToRight
        self._form = QTextCharFormat()
        self._form.setBackground(QColor(colors.mark))
        self._form.setForeground(QColor(colors.on_mark))

    def write(self, painter: QPainter, rect: QRect, hit: MatchedText) -> None:
        """Draw the one or two lines in the middle of a rectangle."""
        first, second = self._body, self._small
        height = first.height + (second.height if hit.why else 0)
        top = rect.top() + max(0, (rect.height() - height) // 2)
        place = QRect(rect.left(), top, rect.width(), first.height)
        self._write_line(painter, place, first, hit.title, hit.marks, _way_of(hit.title))
        if hit.why:
            place.translate(0, first.height)
            self._write_line(painter, place, second, hit.why, hit.why_marks, self._way)

    def _write_line(
        self,
        painter: QPainter,
        rect: QRect,
        hand: _Hand,
        text: str,
        marks: Sequence[tuple[int, int]],
        way: Qt.LayoutDirection,
    ) -> None:
        """Draw a text, with what matched of it marked; only one that is too long is cut."""
        layout, line = self._lay_out(text, hand, marks, way, rect.width())
        if line.naturalTextWidth() > rect.width():
            cut = hand.metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            layout, line = self._lay_out(cut, hand, marks, way, rect.width())
        painter.setPen(hand.pen)
        # Letters of another font may be taller; the line stands where those of the list's own do.
        layout.draw(painter, QPointF(rect.left(), rect.top() + hand.ascent - line.ascent()))

    def _lay_out(
        self,
        text: str,
        hand: _Hand,
        marks: Sequence[tuple[int, int]],
        way: Qt.LayoutDirection,
        width: int,
    ) -> tuple[QTextLayout, QTextLine]:
        layout = QTextLayout(text, hand.font)
        layout.setTextOption(self._options[way])
        # Ranges that do not lie in what is shown are left out.
        fitting = [(start, end) for start, end in marks if 0 <= start < end <= len(text)]
        layout.setFormats([self._mark(text, start, end) for start, end in fitting])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        return layout, line

    def _mark(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        """Return the format of a marked range. Qt counts in UTF-16, where some letters are two."""
        mark = QTextLayout.FormatRange()
        mark.start = _units(text[:start])
        mark.length = _units(text[start:end])
        mark.format = self._form
        return mark


class _Hand:
    """A font and a colour, with what is known of them."""

    def __init__(self, font: QFont, tone: str) -> None:
        self.font = font
        self.pen = QPen(QColor(tone))
        self.metrics = QFontMetrics(font)
        self.height = self.metrics.height()
        self.ascent = self.metrics.ascent()


def _way_of(text: str) -> Qt.LayoutDirection:
    """Return the direction of the text itself; it stands at the side that the list is read from."""
    if text.isascii():
        return _AUTO
    from db import direction  # with all that is known of scripts

    return _RTL if direction(text) == "rtl" else _AUTO


def _option(way: Qt.LayoutDirection, mirrored: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(way)
    # A name in another script stands under the others, where the eye goes down the list.
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
