"""The changes of the desk or of one record, newest first, each of which can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db import Change, DeskError, local_time
from desktop.session.session import Session
from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel

CHANGES_A_PAGE = 100


class HistoryDialog(QDialog):
    """Reads a page of changes at a time. `reverted` gives the change that was just made."""

    reverted = Signal(object)

    def __init__(self, session: Session, parent: QWidget, record_id: int | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._record_id = record_id
        self._changes: list[Change] = []
        self.setWindowTitle(self.tr("History"))
        self.table = QTableWidget(0, 3, self)
        self.table.setHorizontalHeaderLabels(
            [self.tr("When"), self.tr("Change"), self.tr("Author")]
        )
        self.table.setAccessibleName(self.tr("Changes, newest first"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, space(38))
        self.table.setColumnWidth(2, space(30))
        self.says = PlainLabel(self, role="error", wraps=True)
        self.says.hide()
        self.revert = QPushButton(self.tr("&Undo this change"), self)
        self.revert.clicked.connect(self._revert)
        self.more = QPushButton(self.tr("&Older"), self)
        self.more.clicked.connect(self._read_more)
        close = QPushButton(self.tr("&Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.revert)
        buttons.addWidget(self.more)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(4), space(4), space(4))
        column.setSpacing(space(3))
        column.addWidget(self.table, 1)
        column.addWidget(self.says)
        column.addLayout(buttons)
        self.resize(space(170), space(110))
        self.table.currentCellChanged.connect(self._judge)
        self._read_more()
        if self._changes:
            self.table.selectRow(0)
        self._judge()

    def changes(self) -> list[Change]:
        """Return the changes that are listed."""
        return list(self._changes)

    def _read_more(self) -> None:
        before = self._changes[-1].id if self._changes else None
        found = self._session.reader.changes(
            self._record_id, limit=CHANGES_A_PAGE, before=before, lens=self._session.lens
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

    def _judge(self) -> None:
        chosen = self._selected_change()
        writable = not self._session.is_read_only
        self.revert.setEnabled(writable and chosen is not None and chosen.reverted_by is None)

    def _revert(self) -> None:
        chosen = self._selected_change()
        if chosen is None:
            return
        try:
            change = self._session.revert(chosen.id)
        except DeskError as refusal:
            self.says.setText(str(refusal))
            self.says.show()
            return
        self.says.hide()
        self.table.setRowCount(0)
        self._changes.clear()
        self._read_more()
        self.table.selectRow(0)
        self.reverted.emit(change)
