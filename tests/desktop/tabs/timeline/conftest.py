"""The window with the timeline in front."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.tabs.timeline.timeline_tab import TimelineTab
from desktop.window.main_window import Window
from tests.desktop.conftest import settled

FWO = "Frontier Works Organization"


@pytest.fixture
def tab(window: Window, qtbot: QtBot) -> TimelineTab:
    window.view.show_tab(3)
    settled(qtbot, window)
    tab = window.view.tab
    assert isinstance(tab, TimelineTab)
    return tab
