"""A column's target is chosen in a drop-down, or by typing alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from db import FieldMap, FileLook, Mapping
from desktop.importing.column_model import BECOMES
from desktop.importing.column_table import ColumnTable

NAMES = tuple(f"column {number}" for number in range(1, 13))
LOOK = FileLook("a.csv", 9, "", "utf-8", ",", NAMES, ("1961",) * 12, rows=((2, ("1961",) * 12),))
MAP = Mapping("people", fields={"name": [FieldMap("column 1")], "died": [FieldMap("column 2")]})


@pytest.fixture
def table(owner: QWidget, qtbot: QtBot) -> ColumnTable:
    made = ColumnTable(owner)
    made.columns.show_map(LOOK, MAP)
    made.resize(600, 300)
    owner.show()
    made.show()
    qtbot.waitExposed(owner)
    return made


def test_it_begins_at_the_first_column_that_becomes_nothing(table: ColumnTable) -> None:
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, BECOMES)


@pytest.mark.parametrize(
    ("typed", "row", "target"),
    [
        ("b", 2, "born"),
        ("na", 2, "name"),
        ("nat", 2, "native_name"),
        ("family n", 2, "family_name"),
        ("the r", 2, "id"),
        ("2left", 1, ""),
        ("12note", 11, "notes"),
    ],
)
def test_letters_choose_what_the_column_becomes(
    table: ColumnTable, qtbot: QtBot, typed: str, row: int, target: str
) -> None:
    told: list[tuple[str, str]] = []
    table.columns.chosen.connect(lambda line, chosen: told.append((line.source, chosen)))
    qtbot.keyClicks(table, typed)
    assert told == [], "another column would have given way to a letter"
    assert table.currentIndex().data() == table.columns.name_of(target)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(NAMES[row], target)]


def test_enter_settles_what_is_typed(table: ColumnTable, qtbot: QtBot) -> None:
    qtbot.keyClicks(table, "bo")
    with qtbot.waitSignal(table.columns.chosen) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args[1] == "born"


def test_what_begins_no_target_chooses_nothing(table: ColumnTable, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.columns.chosen):
        qtbot.keyClicks(table, "2qq")
        table.settle()
    assert table.currentIndex().row() == 1


def test_digits_go_to_a_column_by_its_number(table: ColumnTable, qtbot: QtBot) -> None:
    qtbot.keyClicks(table, "12")
    assert table.currentIndex().row() == 11
    assert table.columns.headerData(11, Qt.Orientation.Vertical) == "12"


def test_space_opens_the_choice_with_examples(table: ColumnTable, qtbot: QtBot) -> None:
    qtbot.keyClick(table, Qt.Key.Key_Space)
    (box,) = table.viewport().findChildren(QComboBox)
    assert box.view().isVisible()
    texts = [box.itemText(row) for row in range(box.count())]
    assert texts[0] == "left out" and "born: 1961" in texts
    with qtbot.waitSignal(table.columns.chosen) as told:
        box.setCurrentIndex(box.findData("born"))
        box.activated.emit(box.currentIndex())
    assert (told.args[0].source, told.args[1]) == ("column 3", "born")


def test_a_click_on_what_a_column_becomes_opens_the_choice(
    table: ColumnTable, qtbot: QtBot
) -> None:
    at = table.visualRect(table.columns.index(1, BECOMES)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    (box,) = table.viewport().findChildren(QComboBox)
    assert box.currentData() == "died"
