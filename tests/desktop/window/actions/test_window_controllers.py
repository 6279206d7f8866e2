"""Each controller is made once, when it is asked for, and the window hears what it has to say."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.widgets.message import Notice
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window

CONTROLLERS = (
    "importing",
    "merging",
    "couriers",
    "copies",
    "erasing",
    "boards",
    "intake",
    "exporting",
    "printing",
    "saved_searches",
)


@pytest.mark.parametrize("name", CONTROLLERS)
def test_what_a_controller_notices_is_said_once(window: Window, name: str) -> None:
    actions = actions_of(window)
    heard: list[Notice] = []
    actions.noticed.connect(heard.append)
    controller = getattr(actions, name)
    assert getattr(actions, name) is controller
    controller.noticed.emit(said := Notice("info", "There is room."))
    assert heard == [said]


@pytest.mark.parametrize(
    "name", ["importing", "merging", "copies", "intake", "couriers", "erasing"]
)
def test_work_that_a_controller_starts_is_followed(window: Window, name: str, qtbot: QtBot) -> None:
    actions = actions_of(window)
    controller = getattr(actions, name)
    answers: list[object] = []
    job = window.session.start(
        "Nothing", lambda *_: "done", lambda answer, _: answers.append(answer), answers.append
    )
    with qtbot.waitSignal(actions.work_started) as following:
        controller.work_started.emit(job)
    assert following.args == [job]
    qtbot.waitUntil(lambda: answers == ["done"])
