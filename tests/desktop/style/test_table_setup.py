"""Tables of the dialogs are walked alike: whole rows by the arrows, and Tab leads on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableWidget, QTableWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from desktop.style.table_setup import fit_columns, set_up_rows


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


def test_a_column_takes_what_it_needs_up_to_its_share(owner: QWidget) -> None:
    table = QTableWidget(1, 3, owner)
    for column, text in enumerate(("Yes", "A very long text " * 20, "the rest")):
        table.setItem(0, column, QTableWidgetItem(text))
    table.resize(600, 200)
    owner.show()
    fit_columns(table, (0.5, 0.4))
    width = table.viewport().width()
    assert table.columnWidth(0) < 0.25 * width
    assert table.columnWidth(1) == round(0.4 * width)
