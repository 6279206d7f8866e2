"""Copies are made beside the window: saving goes on, and what is given up leaves nothing."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from db import Person, open_desk
from db.copies.desk_copies import DeskCopies
from desktop.session.session import Session
from tests.desktop.desk_store import store_of
from tests.desktop.passphrases import set_passphrase


def test_saving_goes_on_and_the_copy_is_whole(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "copy.desk"
    job = session.copying.start_saving("Saving a copy", path)
    session.save(Person(title="Late Comer"))
    qtbot.waitUntil(lambda: session.copying.job is None, timeout=20_000)
    session.copying.note_place(path)
    assert job.label == "Saving a copy"
    with open_desk(path, read_only=True) as copy:
        assert copy.verify() == []
    assert store_of(session).copies.list_files() == [path]


def test_what_is_given_up_leaves_nothing(session: Session, tmp_path: Path) -> None:
    before = sorted(os.listdir(tmp_path))
    session.copying.start_saving("Saving a copy", tmp_path / "copy.desk")
    session.copying.close()
    assert session.copying.job is None
    left = sorted(os.listdir(tmp_path))
    assert left == before or (tmp_path / "copy.desk").exists(), "It may have been ready by then."
    assert not (tmp_path / "copy.desk.new").exists()


def test_a_passphrase_can_be_set_while_a_copy_is_made(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    session.copying.start_saving("Saving a copy", tmp_path / "copy.desk")
    set_passphrase(qtbot, session, "zebra crossing")
    assert session.is_encrypted


def test_the_system_is_answered_while_the_last_copy_is_made(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_answered = threading.Event()
    QTimer.singleShot(0, is_answered.set)
    done: list[bool] = []

    def keep(_copies: object, _progress: object) -> None:
        done.append(is_answered.wait(5))
        done.append(threading.current_thread() is not threading.main_thread())

    monkeypatch.setattr(DeskCopies, "keep_where_many", keep)
    session.copying.keep_where_many("Keeping")
    assert done == [True, True]
    assert session.copying.job is None


def test_a_bug_in_the_last_copy_is_no_secret(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep(_copies: object, _progress: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(DeskCopies, "keep_where_many", keep)
    with pytest.raises(ZeroDivisionError):
        session.copying.keep_where_many("Keeping")


def test_failures_are_told_once(session: Session) -> None:
    store_of(session).copies.failures.append("No copy.")
    assert session.copying.take_failures() == ["No copy."]
    assert session.copying.take_failures() == []
    assert session.copying.list_copies() == []
    session.copying.keep_where_many("Keeping")
    assert session.copying.start_keeping("Keeping").label == "Keeping"
    session.copying.close()
