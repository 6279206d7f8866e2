"""Records that differ are ticked by key, and shown field by field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import CopyDifference, Person
from desktop.copies.difference_tables import DifferenceTable, FieldTable

ANN, ANN_NOW = Person(title="Ann"), Person(title="Ann Ashe")
FOUND = [
    CopyDifference("u1", "person", "Ann Ashe", "changed", ANN, ANN_NOW),
    CopyDifference("u2", "person", "Bo Birch", "deleted", Person(title="Bo Birch", gender="male")),
    CopyDifference("u3", "person", "Cy Cole", "added", None, Person(title="Cy Cole")),
]


def test_only_what_the_copy_has_can_be_ticked(qtbot: QtBot, owner: QWidget) -> None:
    table = DifferenceTable(owner)
    heard = []
    table.ticks_changed.connect(lambda: heard.append(1))
    table.show_differences(FOUND)
    assert (table.chosen_uids(), heard) == ((), [])
    table.show()
    for row in range(3):
        table.setCurrentCell(row, 0)
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.chosen_uids() == ("u1", "u2")
    assert len(heard) == 2
    table.show_differences(FOUND)
    table.tick_all("deleted")
    assert table.chosen_uids() == ("u2",)


def test_a_record_is_shown_as_it_was_and_is(owner: QWidget) -> None:
    fields = FieldTable(owner)

    def texts() -> list[list[str]]:
        return [
            [fields.item(row, column).text() for column in range(3)]
            for row in range(fields.rowCount())
        ]

    fields.show_record(FOUND[0])
    assert ["Ann", "Ann Ashe"] in [line[1:] for line in texts()]
    fields.show_record(FOUND[1])
    assert ["male", ""] in [line[1:] for line in texts()]
    fields.show_record(None)
    assert texts() == []
