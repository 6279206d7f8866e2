"""The months and years beside the rows of the chronology: what belongs together stands together.

The timeline tab gives its table this header while the rows stand in the order of time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from db import MONTH_NAMES, day_number
from desktop.style.theme import color, space
from desktop.timeline.timeline_paint import year_text
from desktop.timeline.timeline_scale import parts_of

if TYPE_CHECKING:
    from db import Span

_LONGEST_MONTH = 9  # of a year that has four digits: September


def period_text(span: Span | None) -> str:
    """Return the month that something lies in, else its year or years; what has no date is
    undated.
    """
    day = None if span is None else span.first or span.last
    if span is None or day is None:
        return QCoreApplication.translate("Timeline", "Undated")
    year, month, _ = parts_of(day_number(day))
    other_year, other_month, _ = parts_of(day_number(span.last or day))
    if year != other_year and span.start_last is not None and span.start_last != span.last:
        other_year, other_month, _ = parts_of(
            day_number(span.start_last)
        )  # of what lasts, its start
    if year != other_year:
        return f"{year_text(year)}–{year_text(other_year)}"
    if month != other_month:
        return year_text(year)
    return f"{MONTH_NAMES[month]} {year_text(year)}"


class PeriodHeader(QHeaderView):
    """Writes the period of a row where it begins, and at the top of what is in sight."""

    def __init__(self, period_of: Callable[[int], str], table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._period_of = period_of
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName(QCoreApplication.translate("Timeline", "Months and years"))
        table.verticalScrollBar().valueChanged.connect(self.viewport().update)

    def take_heights(self, header: QHeaderView) -> None:
        """Make the rows as high as another header has them."""
        self.setMinimumSectionSize(header.minimumSectionSize())
        self.setDefaultSectionSize(header.defaultSectionSize())

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        longest = f"{MONTH_NAMES[_LONGEST_MONTH]} 0000"
        width = QFontMetrics(self._bold()).horizontalAdvance(longest) + 2 * space(3)
        return QSize(width, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint a row's period where another begins or the first row in sight is."""
        palette = self.palette()
        painter.fillRect(rect, color(palette, "ground"))
        text = self._period_of(logicalIndex)
        is_first = logicalIndex == 0 or self._period_of(logicalIndex - 1) != text
        is_top = self.visualIndexAt(0) == logicalIndex
        if is_first:
            painter.fillRect(rect.x(), rect.y(), rect.width(), 1, color(palette, "edge"))
        if not (is_first or is_top):
            return
        painter.setFont(self._bold())
        painter.setPen(color(palette, "text"))
        inner = rect.adjusted(space(3), 0, -space(2), 0)
        inner.setTop(max(inner.top(), 0))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        label = QFontMetrics(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, flags, label)
