"""How tables of whole rows are set up; those of the dialogs ask it, before what is their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView


def set_up_rows(table: QTableView) -> None:
    """Let whole rows be chosen, without grid or numbers, and Tab lead on out of the table."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setProperty("plain", True)  # what stands in a row begins below its heading
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


def fit_columns(table: QTableView, shares: Sequence[float]) -> None:
    """Give each column what its rows in sight need, up to a share of the table's width; the last
    column takes the rest.
    """
    width = table.viewport().width()
    header = table.horizontalHeader()
    for column, share in enumerate(shares):
        needed = max(table.sizeHintForColumn(column), header.sectionSizeHint(column))
        table.setColumnWidth(column, min(needed, round(share * width)))
