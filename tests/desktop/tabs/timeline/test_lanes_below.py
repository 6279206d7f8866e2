"""The lanes as a table hold what the band holds, and mark and open the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.tabs.timeline.timeline_tab import TimelineTab
from desktop.window.main_window import Window
from tests.desktop.conftest import settled

FWO = "Frontier Works Organization"


def lane_cells(tab: TimelineTab, column: int) -> list[str]:
    rows = tab.lanes_below.table.rows
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


def test_the_table_of_lanes_has_all_that_the_band_has(
    tab: TimelineTab, window: Window, qtbot: QtBot
) -> None:
    tab.show_lanes("organization")
    tab.lanes.menu().actions()
    entry = next(each for each in tab.lanes.menu().actions() if "Table of the lanes" in each.text())
    entry.trigger()
    assert tab.lanes_below.table.isVisible() and not tab.list.table.isVisible()
    settled(qtbot, window)
    in_band = sum(len(lane) for lane in tab.band.stage.lanes)
    undated = tab.lanes_below.table.rows.rowCount() - in_band
    assert in_band > 0 and undated >= 0
    lane_cells(tab, 3)  # as the view asks
    qtbot.waitUntil(lambda: "…" not in lane_cells(tab, 3))
    assert {"Event", "Agreement", "Office held"} <= set(lane_cells(tab, 2))
    assert {lane.label for lane in tab.band.stage.lanes} <= set(lane_cells(tab, 0))
    entry.trigger()
    assert tab.list.table.isVisible() and not tab.lanes_below.table.isVisible()


def test_a_row_of_a_lane_is_marked_in_the_band_and_opens(
    tab: TimelineTab, window: Window, qtbot: QtBot
) -> None:
    tab.show_lanes("organization")
    tab.lanes.as_table_changed.emit(True)
    settled(qtbot, window)
    tab.list.put_in_front(tab.lanes_below.table)
    tab.lanes_below.table.rows.show_lanes([])
    lane_cells(tab, 3)
    qtbot.waitUntil(lambda: "…" not in lane_cells(tab, 3))
    kinds = lane_cells(tab, 2)
    event, office = kinds.index("Event"), kinds.index("Office held")
    tab.lanes_below.table.setCurrentIndex(tab.lanes_below.table.rows.index(event, 0))
    assert tab.current_id == tab.band.chosen_id == tab.list.target_id
    tab.lanes_below.table.setCurrentIndex(tab.lanes_below.table.rows.index(office, 0))
    assert tab.current_id is None and tab.list.target_id is None  # nothing else is acted on
    assert (tab.band.chosen_id or 0) < 0
    opened: list[int] = []
    tab.link_clicked.connect(opened.append)
    qtbot.keyClick(tab.lanes_below.table, Qt.Key.Key_Return)
    assert len(opened) == 1 and opened[0] > 0
