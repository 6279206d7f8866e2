"""What differs in an older copy: a row for each record, to be ticked, and one for each field.

The dialog of older copies shows both; the second follows the row that is marked in the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.models.tab_kinds import TAB_KINDS, index_of_kind
from desktop.printing.differences import differences
from desktop.style.table_setup import set_up_rows
from desktop.style.theme import space
from desktop.style.translated import QT_TRANSLATE_NOOP as _

if TYPE_CHECKING:
    from db import CopyDifference

STATES: Final = {
    "deleted": _("Copies", "deleted since"),
    "changed": _("Copies", "changed since"),
    "added": _("Copies", "added since"),
    "merged": _("Copies", "merged into another since"),
}


class DifferenceTable(QTableWidget):
    """Space or a click ticks a record that can be brought back; `ticks_changed` says so."""

    ticks_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 3, parent)
        self.differences: list[CopyDifference] = []
        self.setHorizontalHeaderLabels([self.tr("Record"), self.tr("Type"), self.tr("Since then")])
        self.setAccessibleName(self.tr("Records that differ"))
        self.setAccessibleDescription(self.tr("Space ticks a record that is to come back."))
        _set_up(self, (2, 1, 1))
        self._is_filling = False
        self.itemChanged.connect(self._tell)

    def _tell(self) -> None:
        if not self._is_filling:
            self.ticks_changed.emit()

    def show_differences(self, found: Sequence[CopyDifference]) -> None:
        """Show these; none is ticked."""
        self.differences = list(found)
        self._is_filling = True
        self.setRowCount(len(self.differences))
        for row, each in enumerate(self.differences):
            title = QTableWidgetItem(each.title)
            if each.can_come_back:
                title.setCheckState(Qt.CheckState.Unchecked)
            kind = QCoreApplication.translate("Tabs", TAB_KINDS[index_of_kind(each.kind)].one)
            state = QCoreApplication.translate("Copies", STATES[each.state])
            for column, item in enumerate((title, QTableWidgetItem(kind), QTableWidgetItem(state))):
                flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
                if column == 0 and each.can_come_back:
                    flags |= Qt.ItemFlag.ItemIsUserCheckable
                item.setFlags(flags)
                self.setItem(row, column, item)
        self._is_filling = False
        if self.differences:
            self.setCurrentCell(0, 0)

    def chosen_uids(self) -> tuple[str, ...]:
        """Return the uids of the records that are to come back."""
        return tuple(
            each.uid
            for row, each in enumerate(self.differences)
            if self._item(row).checkState() == Qt.CheckState.Checked and each.can_come_back
        )

    def tick_all(self, state: str) -> None:
        """Choose all records of a state, and leave the others as they are."""
        self._is_filling = True
        for row, each in enumerate(self.differences):
            if each.state == state:
                self._item(row).setCheckState(Qt.CheckState.Checked)
        self._is_filling = False
        self.ticks_changed.emit()

    def _item(self, row: int) -> QTableWidgetItem:
        item = self.item(row, 0)
        assert item is not None, "each row was filled"
        return item


class FieldTable(QTableWidget):
    """How one record is in the copy, and how it is now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([self.tr("Field"), self.tr("In the copy"), self.tr("Now")])
        self.setAccessibleName(self.tr("How the record differs"))
        _set_up(self, (1, 2, 2))

    def show_record(self, difference: CopyDifference | None) -> None:
        """Show one record's fields; None empties the table."""
        then = difference.then if difference is not None else None
        now = difference.now if difference is not None else None
        known = then or now
        found = []
        if known is not None:
            empty = type(known)()
            found = differences(then or empty, now or empty)
        self.setRowCount(len(found))
        for row, each in enumerate(found):
            for column, text in enumerate((each.what, each.then, each.now)):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
                self.setItem(row, column, item)
        self.resizeRowsToContents()


def _set_up(table: QTableWidget, widths: Sequence[int]) -> None:
    table.setProperty("plain", True)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    set_up_rows(table)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    for column, width in enumerate(widths):
        table.setColumnWidth(column, width * space(36))
    header.setSectionResizeMode(len(widths) - 1, QHeaderView.ResizeMode.Stretch)
