"""The slider goes by days, months and changes, and tells each day that it stands on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.board.day_slider import DaySlider

CHANGES = ["2023-01-01", "2025-06-01", "2025-06-05"]


@pytest.fixture
def slider(qtbot: QtBot) -> DaySlider:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = DaySlider(owner)
    made.show_changes(CHANGES, "2025-06-01")
    made.owner = owner  # type: ignore[attr-defined]
    return made


@pytest.mark.parametrize(
    ("key", "modifier", "day"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, "2025-05-31"),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "2025-06-02"),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, "2025-07-01"),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "2025-05-02"),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, "2025-06-05"),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, "2023-01-01"),
    ],
)
def test_keys_move_the_day(
    slider: DaySlider, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, day: str
) -> None:
    with qtbot.waitSignal(slider.moved) as moved:
        qtbot.keyClick(slider.slider, key, modifier)
    assert (slider.day, moved.args) == (day, [day])


def test_the_day_stands_in_words(slider: DaySlider) -> None:
    assert slider.label.text() == "1 June 2025"
    assert slider.slider.accessibleDescription() == "1 June 2025"


def test_beyond_the_last_change_nothing_moves(slider: DaySlider) -> None:
    slider.stand_on("2025-06-05")
    slider.jump(1)
    assert slider.day == "2025-06-05"


@pytest.mark.parametrize("day", ["-0430-05-01", "9999-12-31", "1815-06-18"])
def test_any_day_can_be_stood_on_without_an_endless_slider(slider: DaySlider, day: str) -> None:
    from db import as_sortable

    slider.show_changes([as_sortable(day) or day], "2025-06-01")
    assert slider.day == "2025-06-01"
