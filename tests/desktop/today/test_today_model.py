"""Rows of Today: a section's name across the table, its lines, and what is left out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db import TodayLine, TodaySection
from desktop.today.today_model import TodayModel


def test_sections_that_hold_something_are_shown(owner: QWidget) -> None:
    model = TodayModel(owner)
    line = TodayLine("2026-06-10", 7, "event", "Visit", "Visit, Rome.")
    model.show_sections([TodaySection("coming", (line,), 3), TodaySection("due")])
    texts = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert texts == [
        ["Visits and meetings to come (3)", "", ""],
        ["10 June 2026", "Visit", "Visit, Rome."],
        ["and 2 others", "", ""],
    ]
    assert model.spans() == [0, 2]
    assert [model.record_at(row) for row in range(-1, 4)] == [0, 0, 7, 0, 0]
    assert model.index(0, 0).data(Qt.ItemDataRole.FontRole).bold()
