"""How the rows in sight of a list are painted: one ground for a row, its texts column by column.

The table asks it for every painting. A delegate for each cell takes half a frame in calls alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QPainter

from desktop.models.headings import DAYS, TITLES
from desktop.theme import colors_of, space, tabular
from desktop.widgets.hit_text import Hit, paint_hit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from db import Line
    from desktop.models.record_model import RecordModel
    from desktop.tones import Colors

_BAR = 3  # px of the bar before a chosen row
BEFORE, AFTER = space(3), space(2)  # px of a cell that its text leaves free


class Row(NamedTuple):
    """A row in sight: which, where it begins, and its line, None where there is none to show."""

    at: int
    top: int
    line: Line | None


class RowPainter:
    """Belongs to one table, and paints from its model's lines; a missing one is a faint sentence.

    Drawn without the style sheet, which would cost a frame on a large screen.
    """

    def __init__(self, table: QTableView, model: RecordModel, keys: Sequence[str]) -> None:
        self._table = table
        self._model = model
        self._keys = keys

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Paints the rows that meet a rectangle of the viewport."""
        rows = self._rows(clip)
        if not rows:
            return
        table = self._table
        colors = colors_of(table.palette())
        height = table.rowHeight(rows[0].at)
        self._paint_grounds(painter, rows, height, colors)
        for column, key in enumerate(self._keys):
            if not table.isColumnHidden(column):
                left, width = table.columnViewportPosition(column), table.columnWidth(column)
                rect = QRect(left + BEFORE, 0, width - BEFORE - AFTER, height)
                if key in TITLES:
                    self._paint_titles(painter, rows, rect, column, colors)
                else:
                    font = tabular(table.font()) if key in DAYS else table.font()
                    self._paint_texts(painter, rows, rect, column, font, colors.quiet)

    def _rows(self, clip: QRect) -> list[Row]:
        table, model = self._table, self._model
        first = table.rowAt(max(0, clip.top()))
        if first < 0:
            return []
        height, top = table.rowHeight(first), table.rowViewportPosition(first)
        last = min(model.rowCount() - 1, first + (clip.bottom() - top) // height)
        return [
            Row(at, top + (at - first) * height, model.line(at)) for at in range(first, last + 1)
        ]

    # the ground

    def _paint_grounds(
        self, painter: QPainter, rows: Sequence[Row], height: int, colors: Colors
    ) -> None:
        """The ground of the rows that are chosen or under the mouse, and where the keys are."""
        table = self._table
        chosen = [
            (each.top(), each.bottom()) for each in table.selectionModel().selection().toList()
        ]
        width = table.viewport().width()
        under, current = self._row_under_mouse(), table.currentIndex().row()
        bar = width - _BAR if self._is_mirrored else 0
        for row in rows:
            if any(first <= row.at <= last for first, last in chosen):
                painter.fillRect(0, row.top, width, height, QColor(colors.accent_soft))
                painter.fillRect(bar, row.top, _BAR, height, QColor(colors.accent))
            elif row.at == under:
                painter.fillRect(0, row.top, width, height, QColor(colors.hover))
            elif row.at == current and table.hasFocus():
                painter.setPen(QColor(colors.accent))
                painter.drawRect(0, row.top, width - 1, height - 1)

    def _row_under_mouse(self) -> int:
        viewport = self._table.viewport()
        if not viewport.underMouse():
            return -1
        return self._table.rowAt(viewport.mapFromGlobal(QCursor.pos()).y())

    @property
    def _is_mirrored(self) -> bool:
        return bool(self._table.layoutDirection() == Qt.LayoutDirection.RightToLeft)

    # the texts

    def _paint_titles(
        self, painter: QPainter, rows: Sequence[Row], rect: QRect, column: int, colors: Colors
    ) -> None:
        """The names of the records, with what matched of them while words are searched."""
        font = self._table.font()
        shown = [row for row in rows if row.line is not None]
        if not self._model.query.words:
            self._paint_texts(painter, shown, rect, column, font, colors.text)
        else:
            for row in shown:
                place = rect.translated(0, row.top)
                hit = self._hit(row, column)
                paint_hit(painter, place, font, hit, colors, mirrored=self._is_mirrored)
        for row in rows:
            if row.line is None:
                self._paint_missing(painter, row, rect, colors)

    def _hit(self, row: Row, column: int) -> Hit:
        title = row.line.cells[column] if row.line is not None else ""
        found = self._model.hit(row.at)
        return Hit(title, found.marks, found.why or "", found.why_marks)

    def _paint_missing(self, painter: QPainter, row: Row, rect: QRect, colors: Colors) -> None:
        painter.setFont(self._table.font())
        painter.setPen(QColor(colors.faint))
        self._write(painter, str(self._model.index(row.at, 0).data() or ""), rect, row.top)

    def _paint_texts(
        self,
        painter: QPainter,
        rows: Sequence[Row],
        rect: QRect,
        column: int,
        font: QFont,
        tone: str,
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(tone))
        for row in rows:
            text = row.line.cells[column] if row.line is not None else ""
            if text:
                self._write(painter, text, rect, row.top)

    def _write(self, painter: QPainter, text: str, rect: QRect, top: int) -> None:
        """One line of text in the middle of a row, cut at the end where it is too long."""
        metrics: QFontMetrics = painter.fontMetrics()
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        base = top + (rect.height() - metrics.height()) // 2 + metrics.ascent()
        left = rect.left()
        if self._is_mirrored:
            left += rect.width() - metrics.horizontalAdvance(cut)
        # By its base line: twice as quick as into a rectangle, which a text of one line needs not.
        painter.drawText(left, base, cut)
