"""Chips show the filters and drop the right one, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.widgets.chips import Chip, Chips

LABELS = ["country: Pakistan", "Q&A", "in office"]


@pytest.fixture
def chips(qtbot: QtBot) -> Chips:
    """Three chips on screen."""
    made = Chips()
    qtbot.addWidget(made)
    made.show_chips([Chip(label) for label in LABELS])
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def buttons(chips: Chips) -> list[QPushButton]:
    """The chips that are shown, in order."""
    return [button for button in chips.findChildren(QPushButton) if not button.isHidden()]


@pytest.mark.parametrize("at", range(3))
def test_a_click_drops_the_filter(qtbot: QtBot, chips: Chips, at: int) -> None:
    with qtbot.waitSignal(chips.dropped) as caught:
        qtbot.mouseClick(buttons(chips)[at], Qt.MouseButton.LeftButton)
    assert caught.args == [at]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return])
def test_the_keyboard_drops_the_filter(qtbot: QtBot, chips: Chips, key: Qt.Key) -> None:
    with qtbot.waitSignal(chips.dropped) as caught:
        qtbot.keyClick(buttons(chips)[1], key)
    assert caught.args == [1]


def test_the_arrows_go_to_the_neighbour_and_a_drop_keeps_the_focus(
    qtbot: QtBot, chips: Chips
) -> None:
    buttons(chips)[0].setFocus()
    qtbot.keyClick(buttons(chips)[0], Qt.Key.Key_Right)
    qtbot.waitUntil(buttons(chips)[1].hasFocus)
    chips.show_chips([Chip(LABELS[0]), Chip(LABELS[2])])
    qtbot.waitUntil(buttons(chips)[1].hasFocus)


def test_no_filter_takes_no_room(chips: Chips) -> None:
    chips.show_chips([])
    assert chips.isHidden() and chips.labels() == []


def test_a_chip_is_named_by_its_filter(chips: Chips) -> None:
    assert [
        label in button.accessibleName()
        for label, button in zip(LABELS, buttons(chips), strict=True)
    ] == [True] * 3
    assert chips.labels() == LABELS


def test_a_narrow_row_breaks(chips: Chips) -> None:
    assert chips.heightForWidth(120) > chips.heightForWidth(2000)


def test_what_is_kept_out_says_not_and_looks_so(chips: Chips) -> None:
    chips.show_chips([Chip("country:pk"), Chip("-country:us", True)])
    assert chips.labels() == ["country:pk", "not country:us"]
    assert [button.property("chip") for button in buttons(chips)] == ["filter", "excluded"]
