"""Refused rows stand before remarks, and no spreadsheet takes what a file said for a formula."""

from __future__ import annotations

import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db import ImportReport
from desktop.importing.import_faults import FaultTable, as_csv, faults_of, plain_cell


@pytest.fixture
def table(owner: QWidget, report: ImportReport) -> FaultTable:
    made = FaultTable(owner)
    made.show_report(report)
    return made


def shown(
    table: FaultTable, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole
) -> list[list[str]]:
    model = table.faults
    return [
        [model.index(row, column).data(role) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_refused_rows_come_first_then_remarks(report: ImportReport) -> None:
    assert [(is_refused, row) for is_refused, row, *_ in faults_of(report)] == [
        (True, 3),
        (False, 0),
    ]


def test_a_remark_on_the_whole_file_names_no_row(table: FaultTable) -> None:
    assert shown(table) == [
        ["3", "date", "=1+1", "no date"],
        ["the file", "", "", "a column has no heading"],
    ]
    assert [row[0] for row in shown(table, Qt.ItemDataRole.AccessibleTextRole)] == [
        "3, refused",
        "0, imported, please check",
    ]


def test_columns_that_say_nothing_take_no_room(table: FaultTable, report: ImportReport) -> None:
    assert not table.isColumnHidden(1) and not table.isColumnHidden(2)
    report.rejected.clear()
    table.show_report(report)
    assert table.isColumnHidden(1) and table.isColumnHidden(2)
    table.show_report(None)
    assert shown(table) == []


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(sign: str) -> None:
    assert plain_cell(f"{sign}cmd") == f"'{sign}cmd"
    assert plain_cell("-1.5") == "-1.5"


def test_the_table_can_be_read_by_any_spreadsheet(report: ImportReport) -> None:
    written = as_csv(faults_of(report))
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))
    assert written.startswith(b"\xef\xbb\xbf")
    assert rows[0] == ["Row", "Outcome", "Column", "Value", "Why"]
    assert rows[1] == ["3", "refused", "date", "'=1+1", "no date"]
    assert rows[2][0] == ""
