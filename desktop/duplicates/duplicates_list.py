"""The pairs that may be one, likeliest first, and the choice of kinds, for `DuplicatesDialog`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from db import KINDS, Pair
from desktop.models.tab_kinds import TAB_KINDS
from desktop.style.icons import icon
from desktop.style.table_setup import set_up_rows
from desktop.style.theme import space
from desktop.widgets.plain import plain_tip

MAX_LISTED_PAIRS = 300  # pairs on show; the others come as these are answered


class KindsBox(QComboBox):
    """Which records are compared: those of one kind, or of each by itself."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Which records are compared"))
        self.addItem(self.tr("All records"), "")
        for tab in TAB_KINDS:
            name = QCoreApplication.translate("Tabs", tab.name)
            self.addItem(icon(tab.icon), name, tab.kind)
        self.setCurrentIndex(max(0, self.findData(kind)))

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds that are chosen."""
        chosen = self.currentData()
        return (chosen,) if chosen else KINDS


class PairsTable(QTableWidget):
    """`chosen` says that another pair is in hand."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self.setAccessibleName(self.tr("Pairs, the likeliest first"))
        self.setHorizontalHeaderLabels([self.tr("Likely"), self.tr("Which two")])
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_up_rows(self)
        header = self.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.currentCellChanged.connect(self.chosen)

    def show_pairs(self, pairs: Sequence[Pair], at: int) -> None:
        """Show the first of these pairs and take one in hand, without saying so."""
        self.blockSignals(True)
        self.setRowCount(min(len(pairs), MAX_LISTED_PAIRS))
        lines = 2 * self.fontMetrics().height() + space(4)
        for row, pair in enumerate(pairs[:MAX_LISTED_PAIRS]):
            score = self.tr("{n}\u00a0%").format(n=min(99, int(pair.score * 100)))
            for column, text in enumerate((score, f"{pair.a.title}\n{pair.b.title}")):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(pair.summary()))
                if column:
                    item.setIcon(icon(pair.kind, "quiet"))
                self.setItem(row, column, item)
            self.setRowHeight(row, lines)
        if pairs:
            self.selectRow(max(0, min(at, self.rowCount() - 1)))
        self.blockSignals(False)
