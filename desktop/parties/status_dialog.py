"""Tools ▸ Status table: who is bound by an agreement since when, sorted, narrowed, and a what-if.

The record on show gives the agreement; what might be done is worked out and written nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from db import DeskError, StatusTable, status_table
from desktop.parties.status_rows import GROUPS, NarrowedRows, StatusRows
from desktop.style.dialog_layout import open_in_steps, stack_in_dialog
from desktop.style.table_setup import fit_columns, set_up_rows
from desktop.widgets.message import Message
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db import Agreement, Lens

_SHARES: Final = (
    0.26,
    0.16,
    0.2,
    0.24,
    0.16,
    0.2,
)  # of the width, at most; the reasons have the rest
_TERRITORY: Final = 1  # the column of territories


class StatusDialog(QDialog):
    """The status of one agreement on the lens's day; it is accepted to be printed."""

    def __init__(self, agreement: Agreement, lens: Lens, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._agreement = agreement
        self._day = lens.as_of
        self.setWindowTitle(self.tr("Status table"))
        self.message = Message(self)
        self.title = PlainLabel(self, agreement.title, role="title", wraps=True)
        self.answer = PlainLabel(self, wraps=True)
        self.count = PlainLabel(self, role="quiet")
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Party or territory"))
        self.words.setAccessibleName(self.tr("Show only parties and territories with these words"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._narrow)
        self.group = QComboBox(self)
        self.group.setAccessibleName(self.tr("Which parties are shown"))
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.group.currentIndexChanged.connect(self._narrow)
        self.rows = StatusRows(self)
        self.narrowed = NarrowedRows(self.rows, self)
        self.table = self._table()
        self.what_if = QLineEdit(self)
        self.what_if.setPlaceholderText(self.tr("What if? Kenya ratifies 2027-03-01"))
        self.what_if.setAccessibleName(
            self.tr("What if: a party, what it does, and the day; Enter works it out")
        )
        self.what_if.setClearButtonEnabled(True)
        self.what_if.returnPressed.connect(self.suppose)
        self.suppose_button = QPushButton(self.tr("&What if"), self)
        self.suppose_button.setAutoDefault(False)
        self.suppose_button.clicked.connect(self.suppose)
        self.print_button = QPushButton(self.tr("&Print…"), self)
        self.print_button.setAutoDefault(False)
        self.print_button.setToolTip(
            self.tr("The agreement's summary with its parties as recorded; no what-if is in it")
        )
        self.print_button.clicked.connect(self.accept)
        self.close_button = QPushButton(self.tr("C&lose"), self)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        open_in_steps(self, 260, 150)
        self.suppose()
        self.words.setFocus()

    def suppose(self) -> None:
        """Show the table as if what is typed in the last line had been done as well."""
        text = self.what_if.text().strip()
        self.message.dismiss()
        try:
            found = status_table(self._agreement, self._day, text)
        except DeskError as refusal:
            self.message.say("error", str(refusal))
            return
        self._show(found, text)

    def _show(self, found: StatusTable, what_if: str) -> None:
        self.rows.show_rows(found.rows)
        number = QLocale().toString
        counts = self.tr("Signatories {signed} · Parties {bound}").format(
            signed=number(found.signatories), bound=number(found.parties)
        )
        self.count.setText(counts)
        is_untold = found.missing and found.missing not in found.answer.reason
        missing = self.tr(" Missing: {what}.").format(what=found.missing) if is_untold else ""
        supposed = self.tr("If {what}: ").format(what=what_if) if what_if else ""
        row = found.supposed
        of_party = f"{row.party}: {row.reason} " if row is not None else ""
        self.answer.setText(f"{supposed}{of_party}{found.answer.reason}{missing}")
        chosen = self.group.currentData()
        acts = sorted({row.act for row in found.rows if row.act})
        self.group.blockSignals(True)
        self.group.clear()
        for group, text in GROUPS.items():
            self.group.addItem(QCoreApplication.translate("Status table", text), group)
        for act in acts:
            self.group.addItem(act.capitalize(), act)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.blockSignals(False)
        self._narrow()
        has_territories = any(row.territory for row in found.rows)
        self.table.setColumnHidden(_TERRITORY, not has_territories)
        fit_columns(self.table, _SHARES)

    def _narrow(self) -> None:
        self.narrowed.narrow(self.words.text(), self.group.currentData() or "")

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.narrowed)
        table.setAccessibleName(self.tr("Parties with what they did and whether they are bound"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        set_up_rows(table)
        table.setWordWrap(False)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_columns(self.table, _SHARES)

    def _lay_out(self) -> None:
        top, ending = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.group)
        top.addWidget(self.count)
        ending.addWidget(self.what_if, 1)
        ending.addWidget(self.suppose_button)
        ending.addWidget(self.print_button)
        ending.addWidget(self.close_button)
        column = stack_in_dialog(self, self.message, self.title, self.answer, top)
        column.addWidget(self.table, 1)
        column.addLayout(ending)
