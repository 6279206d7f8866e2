"""What both desks changed, a row each, with both values, authors and times, and the side taken.

The merge dialog shows it. Left takes what this desk has, Right what the other has, Space the other
side than the one that is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from db import local_time, short_months
from desktop.models.column_room import ColumnRoom
from desktop.models.column_widths import Wish, share_widths
from desktop.style.table_setup import set_up_rows
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.plain import plain_tip

if TYPE_CHECKING:
    from db import MergeConflict

OURS, THEIRS = "ours", "theirs"
HEADINGS = (
    _("Merge", "Record"),
    _("Merge", "Field"),
    _("Merge", "This desk"),
    _("Merge", "Changed here"),
    _("Merge", "Other desk"),
    _("Merge", "Changed there"),
    _("Merge", "Taken"),
)
COLUMN_ROOM = (  # of each heading
    ColumnRoom(10, 22, 1, 2),
    ColumnRoom(6, 12, 2),
    ColumnRoom(8, 18, 4, 3),
    ColumnRoom(8, 26, 6),
    ColumnRoom(8, 18, 5, 3),
    ColumnRoom(8, 26, 7),
    ColumnRoom(13, 16, 3),
)
CHOICES = {
    "": _("Merge", "not decided"),
    OURS: _("Merge", "this desk"),
    THEIRS: _("Merge", "other desk"),
}
_SIDE_OF_COLUMN = {2: OURS, 3: OURS, 4: THEIRS, 5: THEIRS}
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ConflictModel(QAbstractTableModel):
    """Any number of conflicts; `sides` are those that were chosen, by uid and field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.conflicts: list[MergeConflict] = []
        self.sides: dict[tuple[str, str], str] = {}

    def show_conflicts(self, conflicts: Sequence[MergeConflict]) -> None:
        """Show these; none is decided yet."""
        self.beginResetModel()
        self.conflicts = list(conflicts)
        self.sides = {}
        self.endResetModel()

    def choose(self, row: int, side: str) -> None:
        """Take a side in a row."""
        self.sides[self.conflicts[row].key] = side
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADINGS) - 1))

    def choose_all(self, side: str) -> None:
        """Take one side in every row, "newer" whichever was written last; what one desk deleted and
        the other changed stays: that is for each to be said.
        """
        for row, conflict in enumerate(self.conflicts):
            if conflict.is_deletion:
                self.choose(row, conflict.choice)
            elif side == "newer":
                is_ours = conflict.our_time >= conflict.their_time
                self.choose(row, OURS if is_ours else THEIRS)
            else:
                self.choose(row, side)

    def side(self, row: int) -> str:
        """Return the side that is taken in a row, "" while nothing was chosen."""
        return self.sides.get(self.conflicts[row].key, "")

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.conflicts)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(index.row())[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._texts(index.row())[index.column()])
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            side = self.side(index.row())
            font.setBold(bool(side) and _SIDE_OF_COLUMN.get(index.column()) == side)
            return font
        return None

    def _texts(self, row: int) -> tuple[str, ...]:
        each = self.conflicts[row]
        tr = QCoreApplication.translate
        return (
            each.title,
            each.label or tr("Merge", "the whole record"),
            each.ours,
            _by_text(each.our_author, each.our_time),
            each.theirs,
            _by_text(each.their_author, each.their_time),
            tr("Merge", CHOICES[self.side(row)]),
        )

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Merge", HEADINGS[section])
        return None


def _by_text(author: str, time: str) -> str:
    """Return who changed something and when, by the officer's clock."""
    return ", ".join(filter(None, (author, short_months(local_time(time)))))


class ConflictTable(QTableView):
    """The table of a `ConflictModel`. `chosen` says that a side was taken by key or mouse."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.conflicts = ConflictModel(self)
        self.setModel(self.conflicts)
        self.setAccessibleName(self.tr("What both desks changed"))
        self.setAccessibleDescription(
            self.tr(
                "Left takes what this desk has, Right what the other has, Space turns it round."
            )
        )
        set_up_rows(self)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        self.doubleClicked.connect(self._choose_cell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header, letter = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        wishes = []
        for column, room in enumerate(COLUMN_ROOM):
            least = max(header.sectionSizeHint(column), room.least * letter)
            wishes.append(Wish(least, room.wanted * letter, room.rank, room.grows))
        for column, width in enumerate(share_widths(self.viewport().width(), wishes)):
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        sides = {Qt.Key.Key_Left: OURS, Qt.Key.Key_Right: THEIRS}
        if rows and event.key() == Qt.Key.Key_Space:
            for row in rows:
                self.conflicts.choose(row, OURS if self.conflicts.side(row) == THEIRS else THEIRS)
            self.chosen.emit()
        elif rows and event.key() in sides:
            for row in rows:
                self.conflicts.choose(row, sides[Qt.Key(event.key())])
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    def _choose_cell(self, index: Index) -> None:
        if (side := _SIDE_OF_COLUMN.get(index.column())) is not None:
            self.conflicts.choose(index.row(), side)
            self.chosen.emit()
