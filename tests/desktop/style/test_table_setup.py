"""Tables of the dialogs are walked alike: whole rows by the arrows, and Tab leads on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.style.table_setup import set_up_rows


def test_an_arrow_chooses_a_whole_row_and_tab_leads_on(qtbot: QtBot, owner: QWidget) -> None:
    table, line = QTableWidget(2, 3, owner), QLineEdit(owner)
    set_up_rows(table)
    owner.show()
    table.setCurrentCell(0, 0)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert [(at.topRow(), at.columnCount()) for at in table.selectedRanges()] == [(1, 3)]
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert owner.focusWidget() is line and table.currentColumn() == 0
