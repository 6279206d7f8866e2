"""The timeline: band and table show the same events with one selection."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.settings import LANES
from desktop.tabs import timeline_tab
from desktop.tabs.timeline_tab import TimelineTab
from desktop.timeline import band_items
from desktop.timeline.band_items import read_items
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, titles


@pytest.fixture
def tab(window: Window, qtbot: QtBot) -> TimelineTab:
    window.view.show_tab(3)
    settled(qtbot, window)
    tab = window.view.tab
    assert isinstance(tab, TimelineTab)
    return tab


def test_the_band_has_the_width_until_an_event_is_chosen(tab: TimelineTab, qtbot: QtBot) -> None:
    assert tab.pane.isHidden()
    tab.list.walk(1)
    qtbot.waitUntil(lambda: not tab.pane.isHidden())
    tab.list.left.emit()
    assert tab.pane.isHidden()


def test_the_band_gives_its_room_to_the_table_where_it_is_low(
    window: Window, tab: TimelineTab
) -> None:
    for height, is_shown in ((800, True), (420, False), (800, True)):
        window.resize(1024, height)
        assert tab.band.isVisible() == is_shown


def test_an_event_chosen_in_the_band_is_chosen_in_the_table(tab: TimelineTab) -> None:
    visit = tab.list.model.id_at(1)
    tab.band.selected.emit(visit)
    assert tab.list.chosen_ids() == [visit]
    assert tab.current_id == visit


def test_a_span_of_the_band_filters_the_list(
    tab: TimelineTab, window: Window, qtbot: QtBot
) -> None:
    tab.band.spanned.emit("2025-08-01", "2025-08-31")
    settled(qtbot, window)
    assert titles(window) == ["Visit to Washington"]
    assert window.bar.search.text() == "held:2025-08-01..2025-08-31"
    tab.band.spanned.emit("2025-05-01", "2025-05-31")
    settled(qtbot, window)
    assert titles(window) == ["Armed conflict"]


@pytest.mark.parametrize(
    ("lanes", "names"),
    [
        ("country", {"Pakistan – United States", "United States"}),
        ("kind", {"Call", "Visit", "Conflict"}),
        ("none", {""}),
    ],
)
def test_lanes_are_by_country_or_kind_or_none(
    tab: TimelineTab, window: Window, qtbot: QtBot, lanes: str, names: set[str]
) -> None:
    tab.show_lanes(lanes)
    settled(qtbot, window)
    session = window.session
    drawn = read_items(session.reader, tab.list.model.ids, session.lens, lanes, "Other")
    assert {lane.label for lane in drawn.lanes} == names
    assert window.settings.get(LANES) == lanes


def test_what_is_not_drawn_is_said(
    tab: TimelineTab, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(band_items, "MAX_EVENTS", 2)
    tab.draw()
    settled(qtbot, window)
    assert "1 earlier" in tab.left_out.text()
    assert not tab.left_out.isHidden()


def test_keys_that_follow_each_other_draw_the_band_once(
    tab: TimelineTab, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, asked = window.session.background_reader, []
    own = reader.ask

    def ask(topic: str, *question: Any, **more: Any) -> None:
        asked.append(topic)
        own(topic, *question, **more)

    settled(qtbot, window)
    monkeypatch.setattr(timeline_tab, "TIMELINE_PAUSE_MS", 400)  # a slow machine answers later
    monkeypatch.setattr(reader, "ask", ask)
    for text in ("v", "vi", "visit"):
        window.searching.search(text)
        qtbot.waitUntil(lambda: not tab.list.model.is_asking)
    qtbot.waitUntil(lambda: "band" in asked and reader.is_idle())
    assert asked.count("band") == 1
    assert [span.item.title for span in tab.band.stage.in_time()] == ["Visit to Washington"]
