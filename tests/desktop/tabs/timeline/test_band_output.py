"""The band is saved as a picture and printed; a file that cannot be written is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.tabs.timeline.timeline_tab import TimelineTab
from desktop.widgets.message import Notice
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled

FWO = "Frontier Works Organization"


@pytest.mark.parametrize("name", ["band.svg", "band.png", "band.pdf"])
def test_the_band_is_saved_as_a_picture(
    tab: TimelineTab, window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path, name: str
) -> None:
    settled(qtbot, window)
    tab.ask = answers
    answers.paths = [tmp_path / name, tmp_path / "no folder" / name, None]
    notices: list[Notice] = []
    tab.noticed.connect(notices.append)
    for _ in range(3):
        tab.save_picture()
    assert (tmp_path / name).stat().st_size > 1_000
    assert [notice.kind for notice in notices] == ["info", "error"]
    if name.endswith(".svg"):
        svg = (tmp_path / name).read_text()
        assert "Call on minerals" in svg and "Lanes by" in svg
        assert window.session.name in svg


def test_printing_can_be_given_up(tab: TimelineTab, answers: Answers) -> None:
    tab.ask = answers
    notices: list[Notice] = []
    tab.noticed.connect(notices.append)
    tab.print_band()
    assert len(answers.dialogs) == 1 and notices == []
