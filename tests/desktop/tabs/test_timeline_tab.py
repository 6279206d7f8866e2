"""The timeline: band and table show the same events with one selection."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import day_number, today
from db.lists.timeline import lane_summary
from desktop.settings import LANES, TABLE_FOLLOWS
from desktop.tabs import timeline_tab
from desktop.tabs.timeline_tab import TimelineTab
from desktop.timeline.band_items import Drawn, read_bars
from desktop.timeline.lanes.lane_chooser import LaneChooser
from desktop.timeline.timeline_band import TimelineBand
from desktop.timeline.timeline_lanes import TimelineLane
from desktop.widgets.message import Notice
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, titles

FWO = "Frontier Works Organization"


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
    assert tab.left_out.isHidden()
    drawn = Drawn([], [], 3)
    tab.take_drawing(drawn)
    assert "3 lanes more" in tab.left_out.text() and not tab.left_out.isHidden()


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
    qtbot.waitUntil(lambda: bool(tab.band.stage.known) or bool(tab.band.grab().isNull()))
    assert {span.item.title for span in tab.band.stage.in_time()} == {"Visit to Washington"}


def test_a_dragged_span_is_what_the_band_then_shows(
    tab: TimelineTab, window: Window, qtbot: QtBot
) -> None:
    tab.band.spanned.emit("2025-08-01", "2025-08-31")
    settled(qtbot, window)
    # What the filter left is drawn a moment later; the band may move until then, and not after.
    qtbot.waitUntil(lambda: tab.band.visible_days()[1] > day_number("2025-08-31"))
    settled(qtbot, window)
    first, end = tab.band.visible_days()
    assert day_number("2025-07-20") < first <= day_number("2025-08-01")
    assert day_number("2025-08-31") < end < day_number("2025-09-10")
    assert any(lane.count(first, end) for lane in tab.band.stage.lanes)


def test_the_as_of_line_moves_the_day_of_the_desk(
    tab: TimelineTab, window: Window, qtbot: QtBot
) -> None:
    tab.band.as_of_moved.emit("2025-06-01")
    qtbot.waitUntil(lambda: window.session.lens.as_of == "2025-06-01")
    assert not window.session.is_today
    tab.band.as_of_moved.emit(today())
    qtbot.waitUntil(lambda: window.session.is_today)


def test_the_table_can_show_only_what_the_band_shows(
    tab: TimelineTab, window: Window, qtbot: QtBot
) -> None:
    tab.lanes.follow_changed.emit(False)
    window.settings.put(TABLE_FOLLOWS, True)
    tab.band.show_span("2025-08-10", "2025-08-20")
    tab.band.zoom(1.0)
    qtbot.waitUntil(lambda: "held:" in window.bar.search.text())
    settled(qtbot, window)
    assert titles(window) == ["Visit to Washington"]
    count = sum(len(lane) for lane in tab.band.stage.lanes)
    assert count > 3  # the band goes on showing all
    follow = next(each for each in tab.lanes.menu().actions() if "Table" in each.text())
    follow.toggle()  # it was put down in the settings alone
    follow.toggle()
    settled(qtbot, window)
    assert len(titles(window)) == 3


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


def test_another_sort_of_record_is_opened_where_it_stands(
    tab: TimelineTab, window: Window, qtbot: QtBot
) -> None:
    tab.show_lanes("person")
    settled(qtbot, window)
    tenure = next(key for lane in tab.band.stage.lanes for key in lane.ids if key < 0)
    (item,) = read_bars(window.session.reader, [tenure], window.session.lens)
    tab.band.opened.emit(item)
    settled(qtbot, window)
    assert window.view.tab.kind == "person" and window.view.tab.current_id == item.opens


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
        assert "Call on minerals" in (tmp_path / name).read_text()


def test_printing_can_be_given_up(tab: TimelineTab, answers: Answers) -> None:
    tab.ask = answers
    notices: list[Notice] = []
    tab.noticed.connect(notices.append)
    tab.print_band()
    assert len(answers.dialogs) == 1 and notices == []


def test_a_large_desk_shows_how_full_its_lanes_are_before_they_are_read(
    desk: Path, start: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane_summary, "MIN_ITEMS", 1)
    monkeypatch.setattr(timeline_tab, "SUMMARY_PAUSE_MS", 1)
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


KEYS = ["timeline country agreement+event+tenure 3"]


def test_rows_in_the_order_of_time_stand_in_months(
    tab: TimelineTab, window: Window, qtbot: QtBot
) -> None:
    settled(qtbot, window)
    model, header = tab.list.model, tab.list.table.verticalHeader()
    way = Qt.Orientation.Vertical
    assert [model.headerData(row, way) for row in range(4)] == [
        "May 2025", "August 2025", "September 2025", None,
    ]  # fmt: skip
    assert header.isVisibleTo(tab.list.table)
    columns = [column.key for column in model.columns]
    for key, is_grouped in (("what", False), ("when", True)):
        model.sort(columns.index(key))
        settled(qtbot, window)
        assert header.isVisibleTo(tab.list.table) == is_grouped
        assert bool(model.headerData(0, way)) == is_grouped


def lane_cells(tab: TimelineTab, column: int) -> list[str]:
    rows = tab.lane_table.rows
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


def test_the_table_of_lanes_has_all_that_the_band_has(
    tab: TimelineTab, window: Window, qtbot: QtBot
) -> None:
    tab.show_lanes("organization")
    tab.lanes.menu().actions()
    entry = next(each for each in tab.lanes.menu().actions() if "Table of the lanes" in each.text())
    entry.trigger()
    assert tab.lane_table.isVisible() and not tab.list.table.isVisible()
    settled(qtbot, window)
    in_band = sum(len(lane) for lane in tab.band.stage.lanes)
    undated = tab.lane_table.rows.rowCount() - in_band
    assert in_band > 0 and undated >= 0
    lane_cells(tab, 3)  # as the view asks
    qtbot.waitUntil(lambda: "…" not in lane_cells(tab, 3))
    assert {"Event", "Agreement", "Office held"} <= set(lane_cells(tab, 2))
    assert {lane.label for lane in tab.band.stage.lanes} <= set(lane_cells(tab, 0))
    entry.trigger()
    assert tab.list.table.isVisible() and not tab.lane_table.isVisible()


def test_a_row_of_a_lane_is_marked_in_the_band_and_opens(
    tab: TimelineTab, window: Window, qtbot: QtBot
) -> None:
    tab.show_lanes("organization")
    tab.lanes.as_table_changed.emit(True)
    settled(qtbot, window)
    tab.list.put_in_front(tab.lane_table)
    tab.lane_table.rows.show_lanes([])
    lane_cells(tab, 3)
    qtbot.waitUntil(lambda: "…" not in lane_cells(tab, 3))
    kinds = lane_cells(tab, 2)
    event, office = kinds.index("Event"), kinds.index("Office held")
    tab.lane_table.setCurrentIndex(tab.lane_table.rows.index(event, 0))
    assert tab.current_id == tab.band.chosen_id == tab.list.target_id
    tab.lane_table.setCurrentIndex(tab.lane_table.rows.index(office, 0))
    assert tab.current_id is None and tab.list.target_id is None  # nothing else is acted on
    assert (tab.band.chosen_id or 0) < 0
    opened: list[int] = []
    tab.link_clicked.connect(opened.append)
    qtbot.keyClick(tab.lane_table, Qt.Key.Key_Return)
    assert len(opened) == 1 and opened[0] > 0
