"""A row whose tick is taken away is not imported."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import FileLook
from desktop.importing.row_ticks import RowTable

ROWS = tuple((number, (f"Name {number}",)) for number in range(2, 6))
LOOK = FileLook("a.csv", 9, "", "utf-8", ",", ("name",), ("Name 2",), rows=ROWS)
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture
def table(owner: QWidget) -> RowTable:
    made = RowTable(owner)
    made.ticks.show_rows(LOOK, frozenset({4}))
    return made


def states(table: RowTable) -> list[Qt.CheckState]:
    model = table.ticks
    role = Qt.ItemDataRole.CheckStateRole
    return [Qt.CheckState(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_every_row_has_its_number_its_tick_and_its_cells(table: RowTable) -> None:
    assert states(table) == [CHECKED, CHECKED, UNCHECKED, CHECKED]
    assert [table.ticks.index(0, column).data() for column in (0, 1)] == ["2", "Name 2"]


def test_a_tick_is_taken_away_by_a_click(table: RowTable, qtbot: QtBot) -> None:
    role = Qt.ItemDataRole.CheckStateRole
    with qtbot.waitSignal(table.ticks.ticked) as told:
        assert table.ticks.setData(table.ticks.index(0, 0), UNCHECKED, role)
    assert told.args == [frozenset({2, 4})]


def test_space_ticks_all_chosen_rows(table: RowTable, qtbot: QtBot) -> None:
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert states(table) == [UNCHECKED] * 4
    with qtbot.waitSignal(table.ticks.ticked) as told:
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert told.args == [frozenset()]


def test_a_new_preview_of_the_same_file_keeps_the_place(table: RowTable, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.ticks.modelReset):
        table.ticks.show_rows(LOOK, frozenset())
    assert states(table) == [CHECKED] * 4
