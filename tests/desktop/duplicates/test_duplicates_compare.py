"""Two records stand side by side; where both say something, one of the two is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import Person
from desktop.duplicates.duplicates_compare import CompareTable


@pytest.fixture
def table(two: tuple[Person, Person], qtbot: QtBot) -> CompareTable:
    made = CompareTable()
    qtbot.addWidget(made)
    made.compare(*two)
    return made


def rows(table: CompareTable) -> dict[str, tuple[int, str, str]]:
    return {
        table.item(row, 0).text(): (row, table.item(row, 1).text(), table.item(row, 2).text())
        for row in range(table.rowCount())
    }


def test_fields_and_parts_stand_in_words(table: CompareTable) -> None:
    said = rows(table)
    assert said["Name"][1:] == ("Ada Ashe", "A. Ashe")
    assert said["Nationality"][1:] == ("Pakistan", "United States")
    assert said["Notes"][1:] == ("a note", "")


def test_only_where_both_differ_there_is_something_to_choose(table: CompareTable) -> None:
    said = rows(table)
    differing = {said["Name"][0], said["Nationality"][0]}
    assert differing <= set(table.rows_that_differ())
    assert said["Gender"][0] not in table.rows_that_differ()
    table.choose(said["Gender"][0], "theirs")
    table.choose(said["Notes"][0], "theirs")
    table.choose(-1, "theirs")
    assert table.choices == {}


@pytest.mark.parametrize(
    ("keys", "side"),
    [
        ([Qt.Key.Key_Right], "theirs"),
        ([Qt.Key.Key_Right, Qt.Key.Key_Left], "ours"),
    ],
)
def test_arrows_choose_a_side(
    table: CompareTable, qtbot: QtBot, keys: list[Qt.Key], side: str
) -> None:
    row = rows(table)["Nationality"][0]
    table.setCurrentCell(row, 1)
    for key in keys:
        qtbot.keyClick(table, key)
    assert table.choices["country"] == side
    column = 1 if side == "ours" else 2
    assert table.chosen_text(table.model().index(row, column)) == side
    assert table.chosen_text(table.model().index(row, 3 - column)) == ""


def test_space_and_a_click_choose_what_they_are_on(table: CompareTable, qtbot: QtBot) -> None:
    row = rows(table)["Nationality"][0]
    table.setCurrentCell(row, 2)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.choices["country"] == "theirs"
    table.cellClicked.emit(row, 1)
    assert table.choices["country"] == "ours"
    table.cellClicked.emit(row, 0)
    assert table.choices["country"] == "ours"


def test_another_pair_begins_without_choices(
    table: CompareTable, two: tuple[Person, Person]
) -> None:
    table.choose(rows(table)["Name"][0], "theirs")
    table.compare(*reversed(two))
    assert table.choices == {}
    assert rows(table)["Name"][1:] == ("A. Ashe", "Ada Ashe")
