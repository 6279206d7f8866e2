"""Intake from the window: what was taken is told, undone as one, and asked for by key and drop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.intake.intake_dialog import IntakeDialog
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, titles

TEXT = "Foreign Minister Ishaq Dar met Foreign Minister Espen Barth Eide in Oslo on Monday."


def test_what_was_taken_is_told_and_undone_as_one(
    window: Window, answers: Answers, qtbot: QtBot
) -> None:
    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, IntakeDialog)
        dialog.source.published.set_value("16 September 2025")
        dialog.text.setPlainText(TEXT)
        with qtbot.waitSignal(dialog.previewed, timeout=20_000):
            dialog.read()
        for row in dialog.table.proposals.rows:
            row.is_taken = row.kind == "person"
        dialog.accept()
        return dialog.result() == QDialog.DialogCode.Accepted

    settled(qtbot, window)
    before = titles(window)
    answers.fill = fill
    window.menus.action("intake").trigger()
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    settled(qtbot, window)
    assert window.message.text() == "Taken in from the text: 2 proposals."
    assert set(titles(window)) == {*before, "Espen Barth Eide"}
    window.message.acted.emit()
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    settled(qtbot, window)
    assert titles(window) == before


def test_giving_up_changes_nothing(window: Window, answers: Answers, qtbot: QtBot) -> None:
    settled(qtbot, window)
    before = window.session.reader.last_change()
    window.menus.action("intake").trigger()
    [dialog] = answers.dialogs
    assert isinstance(dialog, IntakeDialog)
    assert window.session.reader.last_change() == before


def test_a_text_that_is_dropped_is_read_and_a_table_imported(
    window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    texts: list[str] = []

    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, IntakeDialog)
        qtbot.waitUntil(lambda: bool(dialog.table.proposals.rows), timeout=20_000)
        texts.append(dialog.text.text())
        return False

    answers.fill = fill
    actions_of(window).take_files([path])
    assert texts == [TEXT]
