"""The table of the board is walked by keys, and its menu names the records of a row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import BoardScope
from desktop.board.board_table import BoardTable
from tests.cabinet_desk import AFTER
from tests.desktop.board.conftest import OpenCabinet


def table(opened: OpenCabinet, qtbot: QtBot) -> BoardTable:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = BoardTable(owner)
    scope = BoardScope("Ruritania", country="pk")
    made.rows.show_board(opened.session.reader.board(scope, opened.session.lens), AFTER)
    made.owner = owner  # type: ignore[attr-defined]
    return made


def test_enter_opens_and_insert_names_a_successor(opened: OpenCabinet, qtbot: QtBot) -> None:
    made = table(opened, qtbot)
    office = opened.cabinet.office("Prime Minister")
    made.selectRow(made.rows.row_of(office.id) or 0)
    with qtbot.waitSignal(made.opened) as shown:
        qtbot.keyClick(made, Qt.Key.Key_Return)
    assert shown.args == [opened.cabinet.people["Boris"].id]
    with qtbot.waitSignal(made.succession_wanted) as wanted:
        qtbot.keyClick(made, Qt.Key.Key_Insert)
    assert wanted.args is not None and wanted.args[0].id == office.id
    made.selectRow(0)
    with qtbot.assertNotEmitted(made.succession_wanted):  # a body is no office
        qtbot.keyClick(made, Qt.Key.Key_Insert)


def test_a_body_has_the_whole_row_and_the_columns_the_whole_width(
    opened: OpenCabinet, qtbot: QtBot
) -> None:
    made = table(opened, qtbot)
    made.resize(400, 300)
    made.show()
    office = made.rows.row_of(opened.cabinet.office("Prime Minister").id) or 0
    assert made.columnSpan(0, 0) == made.rows.columnCount()
    assert made.columnSpan(office, 0) == 1
    assert not made.horizontalScrollBar().isVisible()


def test_the_menu_offers_the_successor_and_the_records(opened: OpenCabinet, qtbot: QtBot) -> None:
    made = table(opened, qtbot)
    row = made.rows.row_of(opened.cabinet.office("Prime Minister").id) or 0
    texts = [action.text() for action in made.menu_of(row).actions() if action.text()]
    assert texts == ["&New holder…\tIns", "Show Boris", "Show Government of Ruritania"]
    assert [each.text() for each in made.menu_of(0).actions()] == ["Show Government of Ruritania"]
    made.can_write = False
    assert not made.menu_of(row).actions()[0].isEnabled()
