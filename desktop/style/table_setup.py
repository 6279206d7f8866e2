"""How tables of whole rows are set up; those of the dialogs ask it, before what is their own."""

from __future__ import annotations

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
