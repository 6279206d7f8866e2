"""Rows of a chronology say their month once, what is less exact its year, and the rest nothing."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from db import Span
from desktop.timeline.period_header import PeriodHeader, period_text

# first, last, last start, first end → the period
PERIODS = [
    (("2025-07-01", "2025-07-01", "2025-07-01", "2025-07-01"), "July 2025"),
    (("2025-07-01", "2025-07-31", "2025-07-31", "2025-07-01"), "July 2025"),
    (("2025-07-20", "2025-08-02", "2025-07-20", "2025-08-02"), "2025"),
    (("2018-01-01", "2020-12-31", "2020-12-31", "2018-01-01"), "2018–2020"),
    (("2025-12-20", "2026-01-02", "2025-12-20", "2026-01-02"), "December 2025"),
    ((None, "2025-05-31", "2025-05-31", None), "May 2025"),
    (("2025-05-04", None, None, "2025-05-04"), "May 2025"),
    ((None, None, None, None), "Undated"),
]


@pytest.mark.parametrize(("days", "text"), PERIODS)
def test_a_period_is_as_exact_as_the_date(
    qapp: object, days: tuple[str | None, ...], text: str
) -> None:
    assert period_text(Span(*days)) == text
    assert period_text(None) == "Undated"


def test_a_period_is_written_where_it_begins_and_at_the_top(qtbot: QtBot) -> None:
    periods = ["May 2025"] * 30 + ["June 2025"] * 30
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(60, 1, table))
    header = PeriodHeader(periods.__getitem__, table)
    header.take_heights(table.verticalHeader())
    table.setVerticalHeader(header)
    table.resize(400, 300)
    table.show()

    def rows_with_text() -> set[int]:
        image = header.viewport().grab().toImage()
        height = header.sectionSize(0)
        found = set()
        for row in range(image.height() // height):
            colours = {
                image.pixelColor(x, row * height + y).name()
                for x in range(12, 60)
                for y in range(4, height - 4)
            }
            if len(colours) > 1:
                found.add(row)
        return found

    assert rows_with_text() == {0}
    table.verticalScrollBar().setValue(25)
    assert rows_with_text() == {0, 5}
