"""Findings in a table: how grave, which record, and the sentence; Enter opens the record."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import SEVERITIES, Finding
from desktop.checks.findings_table import SEVERITY_TEXTS, FindingsTable

FOUND = [
    Finding("party-twice", "error", 7, "u", "agreement", "Treaty", "", "Peru stands twice."),
    Finding("two-consents", "warn", 8, "v", "agreement", "Pact", "Kenya", "Ratified and acceded."),
]


def test_a_line_says_all_of_a_finding(owner: QWidget, qtbot: QtBot) -> None:
    table = FindingsTable(owner)
    table.found.show_findings(FOUND)
    cells = [[table.found.index(row, at).data() for at in range(3)] for row in range(2)]
    assert cells == [
        ["cannot be", "Treaty", "Peru stands twice."],
        ["likely wrong", "Pact · Kenya", "Ratified and acceded."],
    ]
    assert table.found.headerData(2, Qt.Orientation.Horizontal) == "What is found"
    assert not table.found.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_every_severity_has_words() -> None:
    assert tuple(SEVERITY_TEXTS) == SEVERITIES


def test_enter_and_a_double_click_open_the_record(owner: QWidget, qtbot: QtBot) -> None:
    table = FindingsTable(owner)
    table.found.show_findings(FOUND)
    table.selectRow(1)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [8]
    with qtbot.waitSignal(table.opened) as opened:
        table.doubleClicked.emit(table.found.index(0, 2))
    assert opened.args == [7]
