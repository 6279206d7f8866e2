"""How the rows in sight of a list are painted: one ground for a row, its texts column by column.

The table asks it for every painting. A delegate for each cell takes half a frame in calls alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QPainter

from db import short_months
from desktop.models.column_room import DAYS, TITLES
from desktop.paper.content.isolates import isolate_each
from desktop.style.theme import colors_of, space, tabular
from desktop.tabs.hit_text import HitWriter, MatchedText

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from db import Line
    from desktop.models.record_model import RecordModel
    from desktop.style.palette import Colors

_MAX_CUT_TEXTS = 4_096  # texts that are remembered as they were cut
_BAR_PX = 3  # px of the bar before a chosen row
BEFORE, AFTER = space(3), space(2)  # px of a cell that its text leaves free


class PaintedRow(NamedTuple):
    """A row in sight: which, where it begins, and its line, None where there is none to show."""

    at: int
    top: int
    line: Line | None


class _Face:
    """A font with what it measures; the texts that it cut are asked for again at every key."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.cuts: dict[tuple[str, int], str] = {}

    def cut(self, text: str, width: int) -> str:
        """Return a text, cut at the end where it is too long."""
        known = self.cuts.get((text, width))
        if known is None:
            if len(self.cuts) > _MAX_CUT_TEXTS:
                self.cuts.clear()
            known = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self.cuts[text, width] = known
        return known


class _DayFace(_Face):
    """Of dates: where one has no room its months are shortened before anything is cut."""

    def cut(self, text: str, width: int) -> str:
        known = self.cuts.get((text, width))
        if known is None and self.metrics.horizontalAdvance(text) > width:
            known = super().cut(short_months(text), width)
            self.cuts[text, width] = known
        return super().cut(text, width) if known is None else known


class _Look:
    """What a list is written with; made anew only when its font, colours or side are others."""

    def __init__(self, font: QFont, colors: Colors, mirrored: bool) -> None:
        self.of = font, colors, mirrored
        self.colors = colors
        self.is_mirrored = mirrored
        self.plain = _Face(font)
        self.days = _DayFace(tabular(font))
        self.hits = HitWriter(font, colors, mirrored=mirrored)


class RowPainter:
    """Belongs to one table, and paints from its model's lines; a missing one is a faint sentence.

    Drawn without the style sheet, which would cost a frame on a large screen.
    """

    def __init__(self, table: QTableView, model: RecordModel, keys: Sequence[str]) -> None:
        self._table = table
        self._model = model
        self._keys = keys
        self.look: _Look | None = None

    @property
    def _look(self) -> _Look:
        table = self._table
        mirrored = table.layoutDirection() == Qt.LayoutDirection.RightToLeft
        wanted = table.font(), colors_of(table.palette()), mirrored
        if self.look is None or self.look.of != wanted:
            self.look = _Look(*wanted)
        return self.look

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Paint the rows that meet a rectangle of the viewport."""
        rows = self._rows(clip)
        if not rows:
            return
        table, look = self._table, self._look
        height = table.rowHeight(rows[0].at)
        self._paint_grounds(painter, rows, height, look)
        for column, key in enumerate(self._keys):
            if not table.isColumnHidden(column):
                left, width = table.columnViewportPosition(column), table.columnWidth(column)
                rect = QRect(left + BEFORE, 0, width - BEFORE - AFTER, height)
                if key in TITLES:
                    self._paint_titles(painter, rows, rect, column, look)
                else:
                    face = look.days if key in DAYS else look.plain
                    texts = _texts(rows, column)
                    _paint_texts(painter, texts, rect, face, look.colors.quiet, look.is_mirrored)

    def _rows(self, clip: QRect) -> list[PaintedRow]:
        table, model = self._table, self._model
        first = table.rowAt(max(0, clip.top()))
        if first < 0:
            return []
        height, top = table.rowHeight(first), table.rowViewportPosition(first)
        last = min(model.rowCount() - 1, first + (clip.bottom() - top) // height)
        return [
            PaintedRow(at, top + (at - first) * height, model.line(at))
            for at in range(first, last + 1)
        ]

    # the ground

    def _paint_grounds(
        self, painter: QPainter, rows: Sequence[PaintedRow], height: int, look: _Look
    ) -> None:
        """Paint the ground of the rows that are chosen or under the mouse, and where the keys
        are.
        """
        table, colors = self._table, look.colors
        chosen = [
            (each.top(), each.bottom()) for each in table.selectionModel().selection().toList()
        ]
        width = table.viewport().width()
        under, current = self._row_under_mouse(), table.currentIndex().row()
        bar = width - _BAR_PX if look.is_mirrored else 0
        for row in rows:
            if any(first <= row.at <= last for first, last in chosen):
                painter.fillRect(0, row.top, width, height, QColor(colors.accent_soft))
                painter.fillRect(bar, row.top, _BAR_PX, height, QColor(colors.accent))
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

    # the texts

    def _paint_titles(
        self, painter: QPainter, rows: Sequence[PaintedRow], rect: QRect, column: int, look: _Look
    ) -> None:
        """Paint the names of the records, with what matched of them while words are searched."""
        rows_read = [row for row in rows if row.line is not None]
        if self._model.query.words:
            for row in rows_read:
                look.hits.write(painter, rect.translated(0, row.top), self._hit(row, column))
        else:
            texts = _texts(rows_read, column)
            _paint_texts(painter, texts, rect, look.plain, look.colors.text, look.is_mirrored)
        missing = [(row.top, self._missing(row.at)) for row in rows if row.line is None]
        if missing:
            _paint_texts(painter, missing, rect, look.plain, look.colors.faint, look.is_mirrored)

    def _hit(self, row: PaintedRow, column: int) -> MatchedText:
        title = row.line.cells[column] if row.line is not None else ""
        found = self._model.hit(row.at)
        return MatchedText(title, found.marks, found.why or "", found.why_marks)

    def _missing(self, row: int) -> str:
        return str(self._model.index(row, 0).data() or "")


def _texts(rows: Sequence[PaintedRow], column: int) -> list[tuple[int, str]]:
    """Say where the rows begin, and what they say in a column."""
    return [(row.top, isolate_each(row.line.cells[column])) for row in rows if row.line is not None]


def _paint_texts(
    painter: QPainter,
    texts: Sequence[tuple[int, str]],
    rect: QRect,
    face: _Face,
    tone: str,
    mirrored: bool,
) -> None:
    """Paint lines of text, each in the middle of its row and cut at the end where it is too
    long.
    """
    painter.setFont(face.font)
    painter.setPen(QColor(tone))
    metrics, width, left = face.metrics, rect.width(), rect.left()
    base = (rect.height() - metrics.height()) // 2 + metrics.ascent()
    for top, text in texts:
        if text:
            cut = face.cut(text, width)
            at = left + width - metrics.horizontalAdvance(cut) if mirrored else left
            # By its base line: twice as quick as into a rectangle, which one line needs not.
            painter.drawText(at, top + base, cut)
