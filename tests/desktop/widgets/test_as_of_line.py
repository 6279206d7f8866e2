"""Not on today is plain to see on every tab, and one click or key comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.widgets.as_of_line import AsOfLine
from desktop.window.main_window import Window


@pytest.fixture
def line(window: Window) -> AsOfLine:
    found = window.view.findChild(AsOfLine)
    assert isinstance(found, AsOfLine)
    return found


def said(line: AsOfLine) -> str:
    label = line.findChild(QLabel)
    assert label is not None
    return label.text()


def test_today_is_not_spoken_of(window: Window, line: AsOfLine) -> None:
    assert not line.isVisible()
    assert window.windowTitle() == "Lahore desk – Aide-Mémoire"
    assert not window.menus.action("today").isEnabled()
    assert not window.bar.as_of.property("away")


def test_another_day_stands_on_every_tab_and_in_the_title(window: Window, line: AsOfLine) -> None:
    window.session.stand_on("2015-05-01")
    for at in range(4):
        window.view.show_tab(at)
        assert line.isVisible() and said(line) == "You see 1 May 2015"
        assert window.windowTitle() == "Lahore desk as of 1 May 2015 – Aide-Mémoire"
        assert window.bar.as_of.property("away")


@pytest.mark.parametrize("by_key", [True, False])
def test_one_key_or_click_comes_back(
    window: Window, line: AsOfLine, qtbot: QtBot, by_key: bool
) -> None:
    window.activateWindow()
    window.session.stand_on("2015-05-01")
    if by_key:
        qtbot.keyClick(window, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    else:
        qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert window.session.is_today
    assert not line.isVisible()
    assert window.windowTitle() == "Lahore desk – Aide-Mémoire"
