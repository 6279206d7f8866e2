"""Copies from the window: kept in silence, saved where asked, records brought back with Undo."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db import CopyPlan, open_desk
from db.copies import copy_folder
from desktop.copies.older_copy_dialog import OlderCopyDialog
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, titles
from tests.desktop.desk_store import store_of


@pytest.fixture
def plan(window: Window, tmp_path: Path) -> CopyPlan:
    """The plan of the desk in the window, with a folder of the test's own."""
    copies = store_of(window.session).copies
    copies.plan = CopyPlan(tmp_path / "kept", 3, 1)
    return copies.plan


def test_a_copy_that_is_due_is_told_in_the_status_bar(
    window: Window, plan: CopyPlan, qtbot: QtBot
) -> None:
    copies = actions_of(window).copies
    copies.keep_if_due()
    qtbot.waitUntil(lambda: window.mention_label.whole != "", timeout=20_000)
    assert window.mention_label.whole == f"A copy of the desk was kept in {plan.folder}."
    assert window.message.isHidden()
    qtbot.wait(0)
    assert window.name_label.isVisible() and window.saved_label.isVisible()
    assert window.name_label.text() == window.name_label.whole, "It is not cut for it."
    copies.keep_if_due()
    qtbot.waitUntil(lambda: window.session.copying.job is None, timeout=20_000)
    assert len(list(plan.folder.glob("*.desk"))) == 1, "The last is young."


def test_the_window_does_not_wait_for_a_stick(
    window: Window, plan: CopyPlan, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    find_folder = copy_folder.find_folder

    def note_thread(folder: Path, tag: str) -> Path:
        threads.append(threading.current_thread())
        return find_folder(folder, tag)

    monkeypatch.setattr(copy_folder, "find_folder", note_thread)
    actions_of(window).copies.keep_if_due()
    qtbot.waitUntil(lambda: window.session.copying.job is None, timeout=20_000)
    assert threads and threading.main_thread() not in threads


def test_one_that_fails_is_told_and_the_window_goes_on(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("")
    store_of(window.session).copies.plan = CopyPlan(tmp_path / "file" / "kept")
    actions_of(window).copies.keep_if_due()
    qtbot.waitUntil(lambda: "No copy of the desk was kept." in window.message.text(), timeout=9_000)
    store_of(window.session).copies.failures.append("No copy at all.")
    window.session.working.emit()
    qtbot.waitUntil(lambda: window.mention_label.whole == "No copy at all.")


def test_a_copy_is_saved_where_it_is_wanted(
    window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "saved.desk"
    answers.paths = [target]
    window.menus.action("save_copy").trigger()
    qtbot.waitUntil(lambda: "saved.desk" in window.message.text(), timeout=20_000)
    assert window.message.text() == "A whole copy of the desk is saved as saved.desk."
    with open_desk(target, read_only=True) as copy:
        assert copy.verify() == []
    answers.paths = [target]
    window.menus.action("save_copy").trigger()
    qtbot.waitUntil(lambda: "already exists" in window.message.text(), timeout=20_000)
    answers.paths = [None]
    window.menus.action("save_copy").trigger()
    assert window.session.copying.job is None


def test_records_are_brought_back_and_that_is_undone(
    window: Window, answers: Answers, plan: CopyPlan, qtbot: QtBot
) -> None:
    settled(qtbot, window)
    before = titles(window)
    store_of(window.session).copies.keep()
    window.session.remove(window.session.reader.all_ids("person", window.session.lens, "name")[:1])
    settled(qtbot, window)
    without = titles(window)

    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, OlderCopyDialog)
        qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
        dialog.all_deleted.click()
        return True

    answers.fill = fill
    window.menus.action("older_copies").trigger()
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    settled(qtbot, window)
    assert window.message.text() == "Records brought back: 1."
    assert titles(window) == before
    window.message.acted.emit()
    qtbot.waitUntil(lambda: window.session.job is None, timeout=20_000)
    settled(qtbot, window)
    assert titles(window) == without


def test_a_copy_is_made_when_the_window_closes_after_many_changes(
    window: Window, plan: CopyPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.copies.desk_copies.MANY_CHANGES", 2)
    window.close()
    assert len(list(plan.folder.iterdir())) == 1
