"""The timeline: band and table show the same events with one selection."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import day_number, today
from desktop.settings import TABLE_FOLLOWS
from desktop.tabs.timeline.timeline_tab import TimelineTab
from desktop.timeline.band_items import read_bars
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, titles

FWO = "Frontier Works Organization"


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


def test_what_the_band_filters_opens_no_page(
    tab: TimelineTab, window: Window, qtbot: QtBot
) -> None:
    """A page that opened beside the band would take half of the days that were dragged over."""
    window.settings.put(TABLE_FOLLOWS, True)
    tab.band.spanned.emit("2025-08-01", "2025-08-31")
    settled(qtbot, window)
    assert titles(window) == ["Visit to Washington"]
    assert tab.pane.isHidden() and tab.current_id is None
    conflict = tab.list.model.id_at(0)
    assert conflict is not None and tab.show_record(conflict)
    tab.band.spanned.emit("2025-05-01", "2025-05-31")
    settled(qtbot, window)
    assert (titles(window), tab.current_id) == (["Armed conflict"], conflict)
    qtbot.keyClick(tab.band, Qt.Key.Key_Home)  # all that is dated: all, undated too
    qtbot.waitUntil(lambda: not window.bar.search.text())
    settled(qtbot, window)
    assert len(titles(window)) == 3
    window.bar.search.setText("visit")
    settled(qtbot, window)
    assert tab.current_id == tab.list.model.id_at(0)


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
