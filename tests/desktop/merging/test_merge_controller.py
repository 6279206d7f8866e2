"""Merging from the window: the file is asked for, the merge is told and undone as one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.merging.merge_dialog import MergeDialog
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, titles
from tests.desktop.merging.forked import forked_copy


def test_a_merge_is_told_and_undone_as_one(
    window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, MergeDialog)
        qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
        dialog.table.conflicts.choose_all("theirs")
        return True

    path = forked_copy(window.session, tmp_path)
    settled(qtbot, window)
    before = titles(window)
    answers.fill, answers.paths = fill, [path]
    window.menus.action("merge").trigger()
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    settled(qtbot, window)
    assert window.message.text() == "Merged other.desk: 1 person added; 1 person changed."
    assert set(titles(window)) == {*before, "Zoe Zed"}
    window.message.acted.emit()
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    settled(qtbot, window)
    assert titles(window) == before


def test_nothing_happens_when_no_file_is_chosen(window: Window, answers: Answers) -> None:
    answers.paths = [None]
    window.menus.action("merge").trigger()
    assert not answers.dialogs
