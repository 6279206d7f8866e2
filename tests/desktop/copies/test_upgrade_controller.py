"""An older desk in the window: upgraded beside it, with what is done, how far, and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import needs_passphrase, open_desk
from db.desk_file.migrations import indexing
from desktop.background.job import Job
from desktop.unlocking.unlock import UnlockPage
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.db.test_desk_opening import content
from tests.db.test_migrations import laid
from tests.desktop.conftest import settled, titles


@pytest.fixture
def older(tmp_path: Path) -> Path:
    laid(path := tmp_path / "older.desk", 9)
    return path


@pytest.fixture
def held_back(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Hold the work back at the search index until it is let go, or stopped."""
    import threading

    gate = threading.Event()
    remake = indexing.remake_all

    def wait_and_remake(sql: object, progress: Callable[[int, int], None]) -> None:
        while not gate.wait(0.01):
            progress(1, 100)
        remake(sql, progress)  # type: ignore[arg-type]

    monkeypatch.setattr(indexing, "remake_all", wait_and_remake)
    return gate.set


def test_an_older_desk_is_upgraded_beside_the_window_and_opened(
    start: Window, older: Path, held_back: Callable[[], None], qtbot: QtBot
) -> None:
    names: list[str] = []
    desks = actions_of(start).desks

    def follow(job: Job) -> None:
        names.append(job.label)
        job.renamed.connect(names.append)

    desks.work_started.connect(follow)
    assert desks.open_path(older)
    assert not start.progress.isHidden()
    assert start.stack.currentWidget() is start.stack.start, "The window is free meanwhile."
    qtbot.waitUntil(lambda: names[-1] == "Upgrading older.desk: its search index")
    assert not desks.open_path(older), "One at a time."
    assert "still running" in start.message.text()
    held_back()
    settled_desk(start, qtbot)
    assert names == [
        "Upgrading older.desk: keeping a copy of it",
        "Upgrading older.desk: keeping a copy of it",
        "Upgrading older.desk: its tables",
        "Upgrading older.desk: its search index",
        "Upgrading older.desk: its checksums",
    ]
    assert start.progress.isHidden()
    assert "As it was before it was brought up to date, the desk is kept in" in start.message.text()
    assert titles(start)


def settled_desk(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    settled(qtbot, window)


def test_cancel_leaves_the_older_desk_as_it_was(
    start: Window, older: Path, held_back: Callable[[], None], qtbot: QtBot
) -> None:
    before = content(older)
    desks = actions_of(start).desks
    desks.open_path(older)
    qtbot.waitUntil(lambda: start.progress.isVisibleTo(start))
    start.progress.cancelled.emit()
    qtbot.waitUntil(lambda: start.progress.isHidden(), timeout=20_000)
    assert start.message.text() == "older.desk was not upgraded; it is as it was."
    assert start.session is None
    assert content(older) == before
    held_back()
    desks.open_path(older)
    settled_desk(start, qtbot)


def test_a_window_that_is_closed_gives_the_upgrade_up(
    start: Window, older: Path, held_back: Callable[[], None]
) -> None:
    before = content(older)
    desks = actions_of(start).desks
    desks.open_path(older)
    desks.stop_work()
    assert content(older) == before


def test_an_encrypted_desk_is_upgraded_once_it_is_unlocked(
    start: Window, older: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    from db.storage.engine import connect, export, make_engine, new_key

    made = make_engine(older, None, read_only=False)
    export(connect(made), path := tmp_path / "locked.desk", new_key("right"))
    made.dispose()
    assert needs_passphrase(path)
    desks = actions_of(start).desks
    assert desks.open_path(path)
    page = start.stack.currentWidget()
    assert isinstance(page, UnlockPage)
    page.unlocked.emit("right")
    settled_desk(start, qtbot)
    assert start.session is not None and start.session.is_encrypted
    desks.close()
    with open_desk(path, "right") as store:
        assert store.says == ""


def test_a_desk_that_was_opened_meanwhile_stays_in_front(
    window: Window, older: Path, held_back: Callable[[], None], tmp_path: Path, qtbot: QtBot
) -> None:
    assert window.session is not None
    other = window.session.path
    desks = actions_of(window).desks
    desks.open_path(older)
    desks.open_path(other)
    settled_desk(window, qtbot)
    held_back()
    qtbot.waitUntil(lambda: "was upgraded" in window.message.text(), timeout=20_000)
    assert window.session is not None and window.session.path == other
