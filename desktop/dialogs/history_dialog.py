"""The changes of the desk or of one record, newest first: what each did, and the way to undo it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db import Change, DeskError, Record, local_time
from desktop.dialogs.change_table import ChangeTable
from desktop.dialogs.history_filter import HistoryFilter
from desktop.session.session import Session
from desktop.style.dialog_layout import open_in_steps
from desktop.style.table_setup import set_up_rows
from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel

CHANGES_A_PAGE = 100


class HistoryDialog(QDialog):
    """Reads a page of changes at a time. `reverted` gives the change that was just made."""

    reverted = Signal(object)

    def __init__(self, session: Session, parent: QWidget, record: Record | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._changes: list[Change] = []
        self.setWindowTitle(self.tr("History"))
        self.filter = HistoryFilter(session, record, self)
        self.table = self._list_table()
        self.parts = ChangeTable(session, self)
        self.says = PlainLabel(self, role="error", wraps=True)
        self.says.hide()
        self.revert = self._button(self.tr("&Undo this change"), self._revert)
        self.revert_field = self._button(self.tr("Undo &only this field"), self._revert_field)
        self.more = self._button(self.tr("O&lder"), self._read_more)
        close = self._button(self.tr("&Close"), self.reject)
        close.setDefault(True)
        self._arrange(close)
        open_in_steps(self, 190, 140)
        self.table.currentCellChanged.connect(lambda row, *_: self._show(row))
        self.parts.itemSelectionChanged.connect(self._judge)
        self.filter.changed.connect(self._read_anew)
        self._read_anew()
        self.table.setFocus()

    def _list_table(self) -> QTableWidget:
        table = QTableWidget(0, 3, self)
        table.setHorizontalHeaderLabels([self.tr("When"), self.tr("Change"), self.tr("Author")])
        table.setAccessibleName(self.tr("Changes, newest first"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_up_rows(table)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return table

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda _=False: act())
        return button

    def _arrange(self, close: QPushButton) -> None:
        buttons = QHBoxLayout()
        for button in (self.revert, self.revert_field, self.more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.addWidget(self.table)
        halves.addWidget(self.parts)
        halves.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(4), space(4), space(4))
        column.setSpacing(space(3))
        column.addWidget(self.filter)
        column.addWidget(halves, 1)
        column.addWidget(self.says)
        column.addLayout(buttons)

    def changes(self) -> list[Change]:
        """Return the changes that are listed."""
        return list(self._changes)

    def _read_anew(self) -> None:
        """List the changes that are wanted now, the newest chosen."""
        self.table.setRowCount(0)
        self._changes.clear()
        self._read_more()
        if self._changes:
            self.table.selectRow(0)
        self._show(self.table.currentRow())

    def _read_more(self) -> None:
        before = self._changes[-1].id if self._changes else None
        found = self._session.reader.changes(
            limit=CHANGES_A_PAGE, before=before, lens=self._session.lens, **self.filter.values()
        )
        self._changes += found
        self.more.setEnabled(len(found) == CHANGES_A_PAGE)
        for change in found:
            self._add(change)

    def _add(self, change: Change) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        label = change.label
        if change.reverted_by is not None:
            label = self.tr("{label} (undone)").format(label=label)
        for column, text in enumerate((local_time(change.time), label, change.author)):
            self.table.setItem(row, column, QTableWidgetItem(text))

    def _selected_change(self) -> Change | None:
        row = self.table.currentRow()
        return self._changes[row] if 0 <= row < len(self._changes) else None

    def _show(self, row: int) -> None:
        """Show what a change did."""
        self.says.hide()
        change = self._changes[row] if 0 <= row < len(self._changes) else None
        self.parts.show_change(change, self.filter.record_id())
        self._judge()

    def _judge(self) -> None:
        chosen = self._selected_change()
        writable = not self._session.is_read_only
        stands = writable and chosen is not None and chosen.reverted_by is None
        self.revert.setEnabled(stands)
        self.revert_field.setEnabled(stands and self.parts.can_undo_field)

    def _revert(self) -> None:
        chosen = self._selected_change()
        if chosen is not None:
            self._try(lambda: self._session.revert(chosen.id))

    def _revert_field(self) -> None:
        self._try(self.parts.undo_chosen_field)

    def _try(self, undo: Callable[[], Change | None]) -> None:
        try:
            change = undo()
        except DeskError as refusal:
            self.says.setText(str(refusal))
            self.says.show()
            return
        self._read_anew()
        if change is not None:
            self.reverted.emit(change)
