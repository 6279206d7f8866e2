"""What the list shows is read for the band once, and what is not drawn is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.lists.timeline import lane_summary
from desktop.settings import LANES
from desktop.tabs.timeline import band_drawing
from desktop.tabs.timeline.timeline_tab import TimelineTab
from desktop.timeline.band_items import Drawn
from desktop.timeline.lanes.lane_chooser import LaneChooser
from desktop.timeline.timeline_band import TimelineBand
from desktop.timeline.timeline_lanes import TimelineLane
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled

FWO = "Frontier Works Organization"


@pytest.mark.parametrize(
    ("lanes", "names"),
    [
        ("country", {"Pakistan", "United States"}),
        ("kind", {"Call", "Visit", "Conflict", "Other"}),
        ("person", {"Asim Munir", "Marco Rubio"}),
        (
            "organization",
            {"Pakistan Army", "Department of State", "Frontier Works Organization", "Other"},
        ),
        ("none", {""}),
    ],
)
def test_lanes_are_by_country_or_kind_or_none(
    tab: TimelineTab, window: Window, qtbot: QtBot, lanes: str, names: set[str]
) -> None:
    tab.show_lanes(lanes)
    settled(qtbot, window)
    assert {lane.label for lane in tab.band.stage.lanes} == names
    assert window.settings.get(LANES) == lanes


def test_lanes_that_are_not_drawn_are_told(tab: TimelineTab, window: Window, qtbot: QtBot) -> None:
    tab.show_lanes("organization")
    settled(qtbot, window)
    assert tab.drawing.left_out.isHidden()
    drawn = Drawn([], [], 3)
    tab.drawing.take_drawing(drawn)
    assert "3 lanes more" in tab.drawing.left_out.text() and not tab.drawing.left_out.isHidden()


def test_keys_that_follow_each_other_draw_the_band_once(
    tab: TimelineTab, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, asked = window.session.background_reader, []
    own = reader.ask

    def ask(topic: str, *question: Any, **more: Any) -> None:
        asked.append(topic)
        own(topic, *question, **more)

    settled(qtbot, window)
    monkeypatch.setattr(band_drawing, "TIMELINE_PAUSE_MS", 400)  # a slow machine answers later
    monkeypatch.setattr(reader, "ask", ask)
    for text in ("v", "vi", "visit"):
        window.searching.search(text)
        qtbot.waitUntil(lambda: not tab.list.model.is_asking)
    qtbot.waitUntil(lambda: "band" in asked and reader.is_idle())
    assert asked.count("band") == 1
    qtbot.waitUntil(lambda: bool(tab.band.stage.known) or bool(tab.band.grab().isNull()))
    assert {span.item.title for span in tab.band.stage.in_time()} == {"Visit to Washington"}


def test_lanes_are_chosen_and_put_in_order(
    tab: TimelineTab, window: Window, qtbot: QtBot, answers: Answers
) -> None:
    settled(qtbot, window)
    tab.ask = answers

    def fill(dialog: object) -> bool:
        assert isinstance(dialog, LaneChooser)
        for row in range(dialog.list.count()):
            dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
        dialog.list.setCurrentRow(1)
        dialog.move_lane(-1)
        return True

    before = [lane.label for lane in tab.band.stage.lanes]
    answers.fill = fill
    tab.choose_lanes()
    settled(qtbot, window)
    assert [lane.label for lane in tab.band.stage.lanes] == before[::-1]
    tab.show_lanes("kind")
    settled(qtbot, window)
    tab.show_lanes("country")
    settled(qtbot, window)
    assert [lane.label for lane in tab.band.stage.lanes] == before[::-1]


def test_a_search_filters_every_sort_of_item(
    tab: TimelineTab, window: Window, qtbot: QtBot
) -> None:
    tab.show_lanes("organization")
    window.searching.search("memorandum")
    qtbot.waitUntil(lambda: not tab.list.model.is_asking)
    qtbot.waitUntil(lambda: [each.label for each in tab.band.stage.lanes] == [FWO])


def test_what_is_renamed_is_read_anew(tab: TimelineTab, window: Window, qtbot: QtBot) -> None:
    settled(qtbot, window)
    tab.band.grab()
    qtbot.waitUntil(lambda: bool(tab.band.stage.known))
    key = tab.list.model.id_at(0)
    record = window.session.reader.get(key, window.session.lens)
    record.title = "Another name"
    window.session.save(record)
    settled(qtbot, window)
    tab.band.grab()
    qtbot.waitUntil(lambda: key in tab.band.stage.known)
    assert tab.band.stage.known[key].item.title == "Another name"


KEYS = ["timeline country agreement+event+tenure 3"]


def test_a_large_desk_shows_how_full_its_lanes_are_before_they_are_read(
    desk: Path, start: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane_summary, "MIN_ITEMS", 1)
    monkeypatch.setattr(band_drawing, "SUMMARY_PAUSE_MS", 1)
    drawings: list[bool] = []
    own = TimelineBand.show_lanes

    def note(band: TimelineBand, lanes: list[TimelineLane], undated: list[int]) -> None:
        drawings.append(any(lane.is_summary for lane in lanes))
        own(band, lanes, undated)

    monkeypatch.setattr(TimelineBand, "show_lanes", note)
    for _ in range(2):
        drawings.clear()
        assert actions_of(start).desks.open_path(desk)
        start.view.show_tab(3)
        settled(qtbot, start)
        qtbot.waitUntil(lambda: any(start.session.setting(key) for key in KEYS))
        was_summed_up = drawings[0]
        actions_of(start).desks.close()
    assert was_summed_up and drawings.count(True) == 1
