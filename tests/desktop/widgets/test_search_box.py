"""The search box says each keystroke and hands the walking keys on."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.search_box import SearchBox


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    """An empty search box."""
    made = SearchBox()
    qtbot.addWidget(made)
    return made


def test_every_keystroke_is_said(qtbot: QtBot, box: SearchBox) -> None:
    said: list[str] = []
    box.typed.connect(said.append)
    qtbot.keyClicks(box, "Dar")
    assert said == ["D", "Da", "Dar"]


@pytest.mark.parametrize(
    ("key", "rows"),
    [(Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1), (Qt.Key.Key_PageDown, 10)],
)
def test_the_arrows_walk_the_list(qtbot: QtBot, box: SearchBox, key: Qt.Key, rows: int) -> None:
    with qtbot.waitSignal(box.walked) as caught:
        qtbot.keyClick(box, key)
    assert caught.args == [rows]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens(qtbot: QtBot, box: SearchBox, key: Qt.Key) -> None:
    with qtbot.waitSignal(box.opened):
        qtbot.keyClick(box, key)


def test_escape_clears_first_and_then_leaves(qtbot: QtBot, box: SearchBox) -> None:
    box.setText("Dar")
    with qtbot.assertNotEmitted(box.left), qtbot.waitSignal(box.typed) as caught:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert caught.args == [""]
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_it_is_named(box: SearchBox) -> None:
    assert box.accessibleName() and box.placeholderText()
