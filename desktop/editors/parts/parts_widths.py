"""How wide the columns of a parts table are, and which of them have no room and are folded away.

`PartsView` asks it whenever its width, its letters or its rows change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.models.column_widths import Wish, share_widths
from desktop.style.theme import space

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from desktop.editors.parts.parts_model import PartsModel

#: How many letters a column will show, by its sort: "3 November 2025", an office and its body.
_LIKELY_LETTERS: Final = {"flag": 0, "number": 6, "size": 8, "choice": 14, "ref": 28}
_MEASURED_ROWS: Final = 40  # whose texts say how wide a column is to be
#: How many letters a column must show at least, by its sort.
_LETTERS: Final = {
    "flag": 4,
    "number": 4,
    "size": 6,
    "choice": 9,
    "date": 9,
    "act": 8,
    "ref": 9,
    "marking": 10,
}


class PartsWidths:
    """Shares the width of a table among its columns; what is typed changes no width."""

    def __init__(self, view: QTableView, model: PartsModel) -> None:
        self._view = view
        self._model = model

    def share(self) -> None:
        """Give each column what its texts take, but never less than its heading needs, and a share
        of the rest; the last ones that have no room are hidden.
        """
        columns = self._model.parts.columns
        room = self._view.viewport().width()
        self._model.wrap_headings(False)
        least = self._least_widths()
        kept_columns = self._kept_columns() if self._view.isVisible() else set()
        if sum(least[place] for place in kept_columns) > room:
            self._model.wrap_headings(True)
            least = self._least_widths()
        if sum(least[place] for place in kept_columns) > room:
            least = [self._heading_width(place) for place in range(len(least))]
        shown_columns = self._fold(least, room)
        wishes = [
            Wish(
                least[place],
                least[place],
                rank=1,
                grows=columns[place].width + self._model.is_of_days(place),
                need=self._text_width(place),
            )
            for place in shown_columns
        ]
        for place, width in zip(shown_columns, share_widths(room, wishes), strict=True):
            self._view.setColumnWidth(place, min(width, room) if room > 0 else width)

    def _text_width(self, place: int) -> int:
        """Return what the texts of a column take on one line; of a table without rows, what they
        are likely to take.
        """
        metrics, model = self._view.fontMetrics(), self._model
        rows = {*range(min(model.rowCount(), _MEASURED_ROWS)), model.rowCount() - 1}
        texts = (str(model.index(row, place).data() or "") for row in rows)
        lines = (line for text in texts for line in text.splitlines())
        if not model.rows:
            sort = model.parts.columns[place].sort
            return _LIKELY_LETTERS.get(sort, 16) * metrics.averageCharWidth()
        return max(map(metrics.horizontalAdvance, lines), default=0) + space(2)

    def _least_widths(self) -> list[int]:
        letter = self._view.fontMetrics().averageCharWidth()
        return [
            max(self._heading_width(place), _LETTERS.get(column.sort, 10) * letter)
            for place, column in enumerate(self._model.parts.columns)
        ]

    def _heading_width(self, place: int) -> int:
        """Return what a heading needs, of a hidden column too: Qt's hint for such a one is 0."""
        header = self._view.horizontalHeader()
        return max(header.sectionSizeFromContents(place).width(), header.minimumSectionSize())

    def _kept_columns(self) -> set[int]:
        """Return those that always have room: the first, and the one in which a row begins."""
        parts = self._model.parts
        names = [column.name for column in parts.columns]
        return {0, names.index(parts.starts_at) if parts.starts_at else 0}

    def _fold(self, least: list[int], room: int) -> list[int]:
        """Hide the last columns where all are wider than the room; return those that are shown."""
        shown_columns = list(range(len(least)))
        kept_columns = self._kept_columns()
        for place in reversed(range(len(least)) if self._view.isVisible() else ()):
            if sum(least[at] for at in shown_columns) > room and place not in kept_columns:
                shown_columns.remove(place)
        for place in range(len(least)):
            self._view.setColumnHidden(place, place not in shown_columns)
        return shown_columns
