"""Lanes are ticked and put in order by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.timeline.lanes.lane_chooser import LaneChooser

LANES = [("pk", "Pakistan"), ("us", "United States"), ("ca", "Canada")]


@pytest.fixture
def chooser(owner: QWidget, qtbot: QtBot) -> LaneChooser:
    made = LaneChooser(LANES, ["ca", "gone", "us"], owner)
    qtbot.addWidget(made)
    return made


def names(chooser: LaneChooser) -> list[str]:
    return [chooser.list.item(row).text() for row in range(chooser.list.count())]


def test_chosen_lanes_stand_first_in_their_order(chooser: LaneChooser) -> None:
    assert names(chooser) == ["Canada", "United States", "Pakistan"]
    assert chooser.keys() == ["ca", "us"]


def test_a_lane_is_moved_by_key_and_by_button(chooser: LaneChooser, qtbot: QtBot) -> None:
    qtbot.keyClick(chooser.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert chooser.keys() == ["us", "ca"]
    qtbot.mouseClick(chooser.up, Qt.MouseButton.LeftButton)
    assert chooser.keys() == ["ca", "us"]
    qtbot.mouseClick(chooser.up, Qt.MouseButton.LeftButton)  # it is the first already
    assert chooser.keys() == ["ca", "us"]


def test_a_lane_is_ticked_with_the_space_bar(chooser: LaneChooser, qtbot: QtBot) -> None:
    chooser.list.setCurrentRow(2)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Space)
    assert chooser.keys() == ["ca", "us", "pk"]
    qtbot.mouseClick(chooser.none, Qt.MouseButton.LeftButton)
    assert chooser.keys() == []


def test_lanes_are_found_by_words_of_their_names(chooser: LaneChooser, qtbot: QtBot) -> None:
    qtbot.keyClicks(chooser.filter, "stat uni")
    assert [chooser.list.item(row).isHidden() for row in range(3)] == [True, False, True]
