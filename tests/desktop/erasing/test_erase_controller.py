"""Erasing from the window: it is confirmed, told, cannot be undone, and leaves a certificate."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db import Progress
from db.desk_file.replacing.replacement import Replacement
from desktop.erasing.erase_dialog import EraseDialog
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, titles
from tests.desktop.desk_store import store_of


def confirm(qtbot: QtBot, window: Window, dialog: QDialog) -> bool:
    assert isinstance(dialog, EraseDialog)
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    dialog.sure_box.setChecked(True)
    return True


def test_the_record_on_show_is_erased_and_a_certificate_saved(
    window: Window,
    answers: Answers,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settled(qtbot, window)
    is_beside: list[bool] = []
    write = Replacement.write_compact

    def write_compact(replacement: Replacement, progress: Progress | None) -> str:
        is_beside.append(threading.current_thread() is not threading.main_thread())
        return write(replacement, progress)

    monkeypatch.setattr(Replacement, "write_compact", write_compact)
    window.view.tab.pane  # noqa: B018
    title = window.view.tab.pane.reading.record.title
    before = titles(window)
    assert title in before
    answers.fill = lambda dialog: confirm(qtbot, window, dialog)
    window.menus.action("erase").trigger()
    qtbot.waitUntil(lambda: "erased for good" in window.message.text(), timeout=20_000)
    settled(qtbot, window)
    assert title not in titles(window)
    assert not window.menus.action("undo").isEnabled()
    assert store_of(window.session).verify() == []
    assert is_beside == [True]
    assert store_of(window.session).setting("compacting") == ""
    answers.paths = [tmp_path / "certificate.pdf"]
    window.message.acted.emit()
    qtbot.waitUntil(lambda: "certificate.pdf" in window.message.text(), timeout=30_000)
    assert (tmp_path / "certificate.pdf").read_bytes().startswith(b"%PDF")


def test_nothing_happens_when_it_is_given_up(
    window: Window, answers: Answers, qtbot: QtBot
) -> None:
    settled(qtbot, window)
    before = titles(window)
    window.menus.action("erase").trigger()
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    settled(qtbot, window)
    assert titles(window) == before
