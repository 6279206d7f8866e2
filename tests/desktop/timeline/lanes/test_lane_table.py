"""The lanes of the band as rows: any number of them, read when they come into sight."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import day_number
from desktop.timeline.lanes.lane_table import LaneRows, LaneTable
from desktop.timeline.timeline_lanes import BandItem, SummaryLane, TimelineLane
from desktop.timeline.timeline_layout import Metrics
from desktop.timeline.timeline_stage import Stage

DAY = day_number("2025-09-15")


def stage_of(*lanes: TimelineLane) -> Stage:
    stage = Stage(Metrics(20, 4, len))
    stage.show_lanes(list(lanes), [])
    return stage


def lane(label: str, days: list[int], first_id: int, stage: Stage | None = None) -> TimelineLane:
    ids = array("q", range(first_id, first_id + len(days)))
    columns = ids, array("f", days), array("f", [day + 1 for day in days])
    return TimelineLane.of_columns(label, label, columns, {} if stage is None else stage.known)


def texts(rows: LaneRows, column: int) -> list[str]:
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


def test_rows_stand_lane_by_lane_and_the_undated_last(owner: QWidget) -> None:
    stage = stage_of(lane("Kenya", [DAY, DAY + 9], 1), lane("Togo", [DAY - 5], 7))
    rows = LaneRows(stage, owner)
    rows.show_lanes([40, 41])
    assert texts(rows, 0) == ["Kenya", "Kenya", "Togo", "Without a date", "Without a date"]
    assert texts(rows, 1)[:3] == ["15 September 2025", "24 September 2025", "10 September 2025"]
    assert texts(rows, 1)[3:] == ["", ""]
    assert [rows.row_of(key) for key in (1, 2, 7, 41, 99)] == [0, 1, 2, 4, None]


def test_only_what_touches_the_days_in_sight_is_shown(owner: QWidget) -> None:
    rows = LaneRows(stage_of(lane("Kenya", [DAY, DAY + 9, DAY + 40], 1)), owner)
    rows.show_lanes([40], (DAY + 5, DAY + 50))
    assert texts(rows, 1) == ["24 September 2025", "25 October 2025"]
    assert [rows.row_of(key) for key in (1, 2, 3)] == [None, 0, 1]


def test_names_are_asked_for_once_and_shown(owner: QWidget, qtbot: QtBot) -> None:
    stage = stage_of()
    stage.show_lanes([lane("Kenya", [DAY, DAY], 1, stage)], [])
    rows = LaneRows(stage, owner)
    rows.show_lanes([])
    with qtbot.waitSignal(rows.names_wanted) as caught:
        assert texts(rows, 3) == ["…", "…"]
    assert caught.args == [[1, 2]]
    stage.learn([BandItem(1, "Talks", None, None, doubt="about", kind="agreement")], [1, 2])
    rows.learn([1, 2])
    assert texts(rows, 3) == ["≈ Talks", "…"] and texts(rows, 2) == ["Agreement", ""]
    with qtbot.assertNotEmitted(rows.names_wanted, wait=40):
        texts(rows, 3)  # of the second there is nothing to tell


def test_lanes_that_are_only_counted_yet_have_no_rows(owner: QWidget) -> None:
    rows = LaneRows(stage_of(SummaryLane("Kenya", "ke", DAY, 30, [4, 2])), owner)
    rows.show_lanes([])
    assert rows.rowCount() == 0


def test_a_million_rows_take_no_time(owner: QWidget) -> None:
    days = array("f", range(1_000_000))
    ids = array("q", range(1_000_000))
    many = TimelineLane.of_columns("All", "all", (ids, days, days), {})
    rows = LaneRows(stage_of(many), owner)
    rows.show_lanes([])
    assert rows.rowCount() == 1_000_000
    assert rows.index(999_999, 0).data() == "All"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_row_is_chosen_and_opened_by_keys(owner: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    table = LaneTable(stage_of(lane("Kenya", [DAY, DAY + 9], 1)), owner)
    table.rows.show_lanes([])
    with qtbot.waitSignal(table.chosen) as caught:
        table.setCurrentIndex(table.rows.index(1, 0))
    assert caught.args == [2]
    with qtbot.waitSignal(table.opened) as caught:
        qtbot.keyClick(table, key)
    assert caught.args[0].id == 2
    with qtbot.assertNotEmitted(table.chosen):
        table.select(1)
    assert table.currentIndex().row() == 0
    table.select(None)
    assert not table.currentIndex().isValid()
