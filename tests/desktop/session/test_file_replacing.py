"""The file is written anew beside the window; until it is in place all is as it was."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from db import DeskError, Progress, Stopped, Store
from desktop.session.session import Session
from tests.desktop.passphrases import set_passphrase


def test_a_passphrase_is_set_off_the_windows_thread(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    write = Store.write_passphrase_copy

    def write_copy(store: Store, passphrase: str, progress: Progress | None = None) -> None:
        threads.append(threading.current_thread())
        write(store, passphrase, progress)

    monkeypatch.setattr(Store, "write_passphrase_copy", write_copy)
    set_passphrase(qtbot, session, "zebra crossing")
    assert session.is_encrypted and len(threads) == 1
    assert threads[0] is not threading.main_thread()
    assert session.reader.count("person", session.lens) > 0


def test_cancelled_it_leaves_the_desk_as_it_was(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_inside, go_on = threading.Event(), threading.Event()
    write = Store.write_passphrase_copy

    def write_copy(store: Store, passphrase: str, progress: Progress | None = None) -> None:
        is_inside.set()
        go_on.wait(10)
        write(store, passphrase, progress)

    monkeypatch.setattr(Store, "write_passphrase_copy", write_copy)
    refusals: list[DeskError] = []
    job = session.replacing.set_passphrase("Setting", "zebra", lambda: None, refusals.append)
    assert is_inside.wait(10)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: session.job is None)
    assert isinstance(refusals[0], Stopped) and not session.is_encrypted


def test_a_removal_that_is_not_finished_is_known_and_finished(
    session: Session, qtbot: QtBot
) -> None:
    session.keep_setting("compacting", "1")
    assert session.replacing.needs_compacting
    says: list[str] = []
    session.replacing.compact("Compacting", says.append, lambda refusal: says.append("refused"))
    qtbot.waitUntil(lambda: says == [""], timeout=20_000)
    assert not session.replacing.needs_compacting
