"""The rows that need a look can be read after an import, and saved as a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from db import ImportReport
from desktop.importing.import_report_dialog import ImportReportDialog
from tests.desktop.conftest import Answers


@pytest.fixture
def dialog(owner: QWidget, report: ImportReport, answers: Answers) -> ImportReportDialog:
    return ImportReportDialog(report, answers, owner)


def said(dialog: ImportReportDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_says_what_was_done_and_lists_the_rows(dialog: ImportReportDialog) -> None:
    assert "2 events imported" in said(dialog)
    assert dialog.table.faults.rowCount() == 2


@pytest.mark.parametrize(("asked", "lies"), [("rows", "rows.csv"), ("rows.txt", "rows.txt")])
def test_the_rows_are_saved_under_the_name_that_is_given(
    dialog: ImportReportDialog, answers: Answers, tmp_path: Path, asked: str, lies: str
) -> None:
    answers.paths = [tmp_path / asked]
    dialog.save_button.click()
    assert "no date" in (tmp_path / lies).read_text(encoding="utf-8-sig")
    assert f"Saved the report to {tmp_path / lies}." in said(dialog)


def test_what_cannot_be_saved_is_said(
    dialog: ImportReportDialog, answers: Answers, tmp_path: Path
) -> None:
    answers.paths = [tmp_path / "no folder" / "rows.csv"]
    dialog.save_button.click()
    assert "There is no folder" in said(dialog)
    assert "Saved" not in said(dialog)


def test_nothing_is_saved_without_a_name(
    dialog: ImportReportDialog, answers: Answers, tmp_path: Path
) -> None:
    answers.paths = [None]
    dialog.save_button.click()
    assert "Saved" not in said(dialog)
