"""A delay acts once after its pause, which each start begins anew."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.background.delay import Delay, defer


def test_it_acts_once(qtbot: QtBot) -> None:
    owner, acts = QObject(), []
    delay = Delay(owner, 10, lambda: acts.append(1))
    for _ in range(5):
        delay.start()
    qtbot.waitUntil(lambda: bool(acts))
    qtbot.wait(30)
    assert acts == [1] and not delay.isActive()


def test_a_pause_that_runs_is_left_as_it_is(qtbot: QtBot) -> None:
    owner = QObject()
    delay = Delay(owner, 60_000, lambda: None)
    delay.start_once()
    delay.start_once(10)
    assert delay.interval() == 60_000 and delay.isActive()
    delay.stop()
    delay.start_once(10)
    assert delay.interval() == 10
    delay.stop()


def test_what_is_deferred_is_done_after_this_turn(qtbot: QtBot) -> None:
    owner, acts = QObject(), []
    defer(lambda: acts.append(1), owner)
    assert acts == []
    qtbot.waitUntil(lambda: acts == [1])


def test_what_is_deferred_is_left_undone_where_its_owner_is_gone(qtbot: QtBot) -> None:
    owner, acts = QObject(), []
    defer(lambda: acts.append("gone"), owner)
    del owner
    defer(lambda: acts.append("there"))
    qtbot.waitUntil(lambda: bool(acts))
    assert acts == ["there"]
