"""What is chosen in the menu of the lanes is remembered and told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.settings import LANES, TABLE_FOLLOWS, TIMELINE_ITEMS, Settings
from desktop.timeline.band_items import LANES as LANE_NAMES
from desktop.timeline.lanes.lane_button import SCHEMES, LaneButton


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def entry(button: LaneButton, text: str) -> object:
    return next(each for each in button.menu().actions() if each.text().replace("&", "") == text)


def test_every_way_to_form_lanes_can_be_chosen(settings: Settings, owner: QWidget) -> None:
    button = LaneButton(settings, owner)
    told: list[str] = []
    button.changed.connect(lambda: told.append(button.scheme))
    for name, text in SCHEMES.items():
        entry(button, text.replace("&", "")).trigger()
        assert settings.get(LANES) == button.scheme == name
        assert button.text() == text.replace("&", "")
    assert told == [*SCHEMES] and set(SCHEMES) == set(LANE_NAMES)


def test_what_is_drawn_is_remembered(settings: Settings, owner: QWidget, qtbot: QtBot) -> None:
    button = LaneButton(settings, owner)
    with qtbot.waitSignal(button.changed):
        entry(button, "Show agreements").trigger()
    assert settings.get(TIMELINE_ITEMS) == button.items == ["event", "tenure"]
    with qtbot.waitSignal(button.follow_changed):
        entry(button, "Table shows only what the band shows").trigger()
    assert settings.get(TABLE_FOLLOWS) and button.table_follows


def test_a_setting_of_another_release_is_the_usual_one(settings: Settings, owner: QWidget) -> None:
    settings.put(LANES, "planet")
    assert LaneButton(settings, owner).scheme == "country"


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Choose lanes…", "lanes_asked"),
        ("Save as picture…", "picture_asked"),
        ("Print band…", "print_asked"),
    ],
)
def test_each_entry_asks_for_what_it_says(
    settings: Settings, owner: QWidget, qtbot: QtBot, text: str, signal: str
) -> None:
    button = LaneButton(settings, owner)
    with qtbot.waitSignal(getattr(button, signal)):
        entry(button, text).trigger()
