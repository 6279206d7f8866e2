"""The file of the open desk goes away: the window says so, and goes on in a new one."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import FileMoved, Lens, Person, make_desk, open_desk
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.db.moved_desks import crashed, titles
from tests.desktop.conftest import Answers, title_edit
from tests.desktop.passphrases import set_passphrase

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody move a file that is open."
)


def text_of(window: Window) -> str:
    return window.message.text()


def offered(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.message.action_text() == "Save as…")


def lose(window: Window) -> Path:
    """Rename the file of the open desk."""
    assert window.session is not None
    path = window.session.path
    path.rename(path.with_name("elsewhere.desk"))
    return path


def test_a_save_that_finds_no_file_offers_a_new_one_and_goes_on_there(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    session = window.session
    assert session is not None
    before = session.info().records
    lose(window)
    with pytest.raises(FileMoved):
        session.save(Person(title="Late Comer"))
    offered(window, qtbot)
    assert "is no longer where it was" in text_of(window)
    saved = tmp_path / "saved.desk"
    answers.paths.append(saved)
    window.message.acted.emit()
    assert window.session is not None and window.session is not session
    assert window.session.path == saved and window.session.info().records == before
    assert "saved.desk" in text_of(window)
    assert window.session.save(Person(title="Late Comer")) is not None


def test_what_was_typed_goes_along(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    view = window.view
    assert view is not None and window.session is not None
    lose(window)
    with pytest.raises(FileMoved):
        window.session.keep_draft("person", None, "{}")
    offered(window, qtbot)
    answers.paths.append(tmp_path / "saved.desk")
    window.message.acted.emit()
    assert window.session is not None
    assert [draft.payload for draft in window.session.drafts()] == ["{}"]
    assert window.message.action_text() == "Resume editing"


def test_what_is_typed_is_not_left_with_a_desk_whose_file_is_gone(
    window: Window, qtbot: QtBot, answers: Answers
) -> None:
    answers.paths.append(None)  # no new file for it
    lose(window)
    pane = window.view.tab.pane
    pane.edit()
    qtbot.keyClicks(title_edit(window), " Junior")
    window.menus.action("close_desk").trigger()
    assert window.session is not None and pane.is_editing
    assert pane.form.is_dirty()
    pane.discard_changes()


def test_idle_work_that_finds_another_file_tells_it(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    session = window.session
    assert session is not None
    other = tmp_path / "other.desk"
    make_desk(other)
    os.replace(other, session.path)
    session.idle_work.settle()
    offered(window, qtbot)
    session.idle_work.checkpoint()
    path = session.path
    answers.paths.append(None)
    window.stack.close_desk()
    assert titles(path) == set()


def test_a_file_that_cannot_be_written_keeps_the_offer(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    assert window.session is not None
    lose(window)
    window.session.idle_work.settle()
    offered(window, qtbot)
    taken = tmp_path / "taken.desk"
    taken.write_text("a letter")
    answers.paths.append(taken)
    window.message.acted.emit()
    assert "already exists" in text_of(window)
    assert window.message.action_text() == "Save as…"
    answers.paths.append(None)  # given up
    window.message.acted.emit()
    answers.paths.append(tmp_path / "saved.desk")
    window.stack.close_desk()
    assert taken.read_text() == "a letter"
    with open_desk(tmp_path / "saved.desk") as store:
        assert store.reader.count("person", Lens()) > 0


def test_an_encrypted_desk_goes_on_under_the_same_passphrase(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    assert window.session is not None
    set_passphrase(qtbot, window.session, "zebra crossing")
    lose(window)
    window.session.idle_work.settle()
    offered(window, qtbot)
    answers.paths.append(tmp_path / "saved.desk")
    window.message.acted.emit()
    assert window.session is not None and window.session.is_encrypted
    with open_desk(tmp_path / "saved.desk", "zebra crossing", read_only=True) as store:
        assert store.reader.count("person", Lens()) > 0


def test_a_log_of_another_desk_is_told_in_the_window(start: Window, tmp_path: Path) -> None:
    crashed(tmp_path / "b.desk", ["Other"])
    path = tmp_path / "a.desk"
    make_desk(path)
    shutil.move(tmp_path / "b.desk-wal", f"{path}-wal")
    assert actions_of(start).desks.open_path(path)
    assert "a.desk-wal.not-of-this-desk-" in text_of(start)
