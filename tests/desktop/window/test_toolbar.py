"""Every button of the toolbar is on the screen, at any size of text and of window."""

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.app import show_window
from desktop.window.main_window import Window
from tests.desktop.conftest import settled

SEARCH_LEAST = 120  # px


@pytest.mark.parametrize("day", [None, "2025-09-30"])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_nothing_falls_off(
    window: Window, qtbot: QtBot, size: tuple[int, int], percent: int, day: str | None
) -> None:
    window.theme.resize(percent)
    try:
        window.session.limit(2)  # Confidential: the longest
        window.session.stand_on(day)
        window.resize(*size)
        settled(qtbot, window)
        bar = window.bar
        buttons = [bar.widgetForAction(action) for action in bar.actions()]
        shown = [button for button in buttons if isinstance(button, QToolButton)]
        assert len(shown) == 9
        qtbot.waitUntil(lambda: all(button.isVisible() for button in shown))
        assert all(button.geometry().right() <= bar.width() for button in shown)
        assert bar.search.width() >= SEARCH_LEAST
    finally:
        window.theme.resize(100)


def test_without_a_desk_there_is_nothing_to_search(start: Window) -> None:
    assert not start.bar.search.isEnabled()


def test_new_offers_every_kind(window: Window) -> None:
    button = next(
        button
        for action in window.bar.actions()
        if isinstance(button := window.bar.widgetForAction(action), QToolButton)
        and button.menu() is not None
        and len(button.menu().actions()) == 4
    )
    button.menu().actions()[2].trigger()
    assert window.view.tab.kind == "agreement" and window.view.tab.pane.is_editing
    window.view.tab.pane.discard_changes()


def test_the_day_and_the_ceiling_are_said_whole_where_there_is_room(
    window: Window, qtbot: QtBot
) -> None:
    bar = window.bar
    window.resize(1600, 800)
    qtbot.waitUntil(lambda: bar.ceiling.text() == "Up to Secret")
    assert bar.as_of.text() == "As of today"
    window.theme.resize(200)
    try:
        window.resize(1024, 640)
        qtbot.waitUntil(lambda: (bar.ceiling.text(), bar.as_of.text()) == ("Secret", "Today"))
    finally:
        window.theme.resize(100)


def test_a_window_that_opens_in_large_type_has_large_icons(start: Window, qtbot: QtBot) -> None:
    start.theme.resize(200)
    again = show_window(settings=start.settings, theme=start.theme, ask=start.ask)
    qtbot.addWidget(again)
    qtbot.waitExposed(again)
    sides = {each.iconSize().height() for each in again.bar.findChildren(QToolButton)}
    again.close()
    start.theme.resize(100)
    assert sides == {36}
