"""What a kill has left of an erasure is finished once the desk is open, beside the window."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from db import open_desk
from desktop.app import show_window
from tests.desktop.conftest import Answers, settled
from tests.desktop.desk_store import store_of


def test_it_is_taken_up_after_the_first_list_is_painted(desk: Path, qtbot: QtBot) -> None:
    with open_desk(desk) as store:
        store.keep_setting("compacting", "1")
    window = show_window(desk, ask=Answers())
    qtbot.addWidget(window)
    assert store_of(window.session).setting("compacting") == "1"
    settled(qtbot, window)
    qtbot.waitUntil(lambda: store_of(window.session).setting("compacting") == "", timeout=20_000)
    assert window.message.text() == ""


def test_what_stands_against_it_is_told(desk: Path, qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(desk) as store:
        store.keep_setting("compacting", "1")
    (tmp_path / "other name.desk").hardlink_to(desk)
    window = show_window(desk, ask=Answers())
    qtbot.addWidget(window)
    says = "has other names on this disk"
    qtbot.waitUntil(lambda: says in window.message.text(), timeout=20_000)
