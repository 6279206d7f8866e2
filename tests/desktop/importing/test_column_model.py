"""Each column of a file says what it becomes and how its first value would be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import FieldMap, FileLook, Mapping
from desktop.importing.column_model import BECOMES, EXAMPLE, ColumnModel

LOOK = FileLook(
    "a.csv", 9, "", "utf-8", ",", ("who", "b", "oid"), ("Ana", "03/04/1961", "7"),
    rows=((2, ("Ana", "03/04/1961", "7")), (3, ("Bo", "", ""))),
)  # fmt: skip
MAP = Mapping("people", day_first=True, fields={"name": [FieldMap("who")]})


@pytest.fixture
def model(owner: QWidget) -> ColumnModel:
    made = ColumnModel(owner)
    made.show_map(LOOK, MAP)
    return made


def test_a_target_is_offered_with_the_value_as_it_would_be_read(model: ColumnModel) -> None:
    assert model.targets(1)[:3] == ["", "id", "name"]
    assert model.choice_text(1, "born") == "born: 3 April 1961"
    assert model.choice_text(0, "born") == "born (not readable)"
    assert model.choice_text(1, "") == "left out"


def test_an_example_shows_its_reading_once_the_column_has_a_target(model: ColumnModel) -> None:
    assert model.index(1, EXAMPLE).data() == "03/04/1961"
    born = Mapping("people", day_first=False, fields={"born": [FieldMap("b")]})
    model.show_map(LOOK, born)
    assert model.index(1, EXAMPLE).data() == "03/04/1961 → 4 March 1961"
    model.show_map(LOOK, Mapping("people", fields={"born": [FieldMap("b")]}))
    assert model.index(1, EXAMPLE).data() == "03/04/1961 (not readable)"


def test_a_choice_is_told_with_some_cells_of_the_column(model: ColumnModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.chosen) as told:
        assert model.setData(model.index(1, BECOMES), "born")
    line, target = told.args
    assert (line.source, line.values, target) == ("b", ("03/04/1961", ""), "born")


@pytest.mark.parametrize("value", ["", "nonsense"])
def test_what_it_is_already_or_cannot_be_is_no_choice(model: ColumnModel, value: str) -> None:
    assert not model.setData(model.index(1, BECOMES), value)


def test_without_a_map_nothing_can_be_chosen(model: ColumnModel) -> None:
    model.show_map(LOOK, None)
    assert model.targets(0) == []
    assert model.index(0, BECOMES).data() == ""
    assert not model.flags(model.index(0, BECOMES)) & Qt.ItemFlag.ItemIsEditable


def test_a_column_that_tells_more_of_another_says_of_which(model: ColumnModel) -> None:
    office = FieldMap("b", id="oid", scheme="x")
    model.show_map(LOOK, Mapping("people", fields={"office": [office]}))
    assert model.index(2, BECOMES).data() == "tells more of office"
    assert model.first_doubtful_row() == 0
    assert "name" in model.targets(2)


def test_the_first_column_that_becomes_nothing_is_the_doubtful_one(model: ColumnModel) -> None:
    assert model.first_doubtful_row() == 1


def test_a_change_of_the_map_leaves_the_table_where_it_is(model: ColumnModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_map(LOOK, Mapping("people", fields={"name": [FieldMap("b")]}))
    with qtbot.waitSignal(model.modelReset):
        model.show_map(None, None)
