"""The first rows of a file, each with a tick: what is unticked is not imported."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from db import FileLook
from desktop.style.table_setup import set_up_rows
from desktop.style.theme import space
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW = _("Import", "Row")


class TickModel(QAbstractTableModel):
    """`ticked` gives the numbers of all rows that are left out."""

    ticked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.headings: tuple[str, ...] = ()
        self.rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
        self.skipped: frozenset[int] = frozenset()

    def show_rows(self, look: FileLook | None, skipped: frozenset[int]) -> None:
        """Show the first rows of a file, and which are left out."""
        headings, rows = (look.headings, look.rows) if look is not None else ((), ())
        if (headings, rows) == (self.headings, self.rows):
            self.skipped = skipped
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self.headings, self.rows, self.skipped = headings, rows, skipped
        self.endResetModel()

    def flip(self, places: list[int]) -> None:
        """Leave the rows at these places out, or take them all where the first is left out."""
        numbers = {self.rows[place][0] for place in places}
        if not numbers:
            return
        takes = self.rows[places[0]][0] in self.skipped
        self.skipped = self.skipped - numbers if takes else self.skipped | numbers
        self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), 0))
        self.ticked.emit(self.skipped)

    # what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.headings) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number, cells = self.rows[index.row()]
        column = index.column()
        if column == 0:
            if role == Qt.ItemDataRole.DisplayRole:
                return str(number)
            if role == Qt.ItemDataRole.CheckStateRole:
                out = number in self.skipped
                return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[column - 1]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(cells[column - 1])
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        self.flip([index.row()])
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        if section:
            return self.headings[section - 1]
        return QCoreApplication.translate("Import", ROW)


class RowTable(QTableView):
    """Space ticks and unticks the chosen rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ticks = TickModel(self)
        self.setModel(self.ticks)
        self.setProperty("plain", True)
        self.setAccessibleName(self.tr("Rows of the file; Space leaves a row out"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_up_rows(self)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + space(2))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        self.ticks.modelReset.connect(self._begin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.ticks.flip(sorted({each.row() for each in self.selectedIndexes()}))
            return
        super().keyPressEvent(event)

    def _begin(self) -> None:
        self.setColumnWidth(0, space(20))
        if self.ticks.rowCount():
            self.setCurrentIndex(self.ticks.index(0, 0))
