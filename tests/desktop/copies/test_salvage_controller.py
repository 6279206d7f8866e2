"""A damaged desk in the window: told, and what can be read of it saved in a new one beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import load_sample, make_desk, open_desk
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.db.damage.desks import connected
from tests.desktop.conftest import Answers, settled, titles


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A desk without the table of its people: the window does not open it."""
    make_desk(path := tmp_path / "damaged.desk")
    with open_desk(path) as store:
        load_sample(store)
    raw = connected(path)
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute("DELETE FROM sqlite_master WHERE name = 'person'")
    raw.close()
    return path


def save(window: Window, qtbot: QtBot) -> None:
    assert window.notice is not None and window.notice.act is not None
    assert window.notice.action == "Save what can be read…"
    window.notice.act()
    qtbot.waitUntil(lambda: not window.message.isHidden(), timeout=20_000)


def test_a_damaged_desk_is_saved_in_a_new_one_and_opened(
    start: Window, damaged: Path, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    before = damaged.read_bytes()
    answers.paths = [tmp_path / "new.desk"]
    assert not actions_of(start).desks.open_path(damaged)
    save(start, qtbot)
    assert "saved as new.desk: 7 people" in start.message.text()
    assert start.notice is not None and start.notice.action == "Open it"
    assert damaged.read_bytes() == before
    assert start.notice.act is not None
    start.notice.act()
    settled(qtbot, start)
    assert len(titles(start)) == 7


def test_damage_that_is_met_in_an_open_desk_is_told_with_the_offer(
    window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    window.damage_told.emit("Row 1 is damaged.")
    assert window.notice is not None
    assert (window.notice.kind, window.notice.text) == ("warn", "Row 1 is damaged.")
    answers.paths = [tmp_path / "new.desk"]
    save(window, qtbot)
    assert window.view is None, "The desk is closed while it is read."
    assert "Nothing was lost." in window.message.text()


def test_no_file_of_another_program_is_offered_to_be_saved(start: Window, tmp_path: Path) -> None:
    for content in (b"a letter " * 9_000, b"", bytes(50)):
        path = tmp_path / "other.desk"
        path.write_bytes(content)
        actions_of(start).desks.open_path(path)
        assert start.notice is None or not start.notice.action


def test_a_refusal_is_told_and_leaves_nothing(
    start: Window, damaged: Path, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    (taken := tmp_path / "taken.desk").write_bytes(b"mine")
    answers.paths = [taken]
    actions_of(start).desks.open_path(damaged)
    save(start, qtbot)
    assert "already exists" in start.message.text()
    assert taken.read_bytes() == b"mine"
