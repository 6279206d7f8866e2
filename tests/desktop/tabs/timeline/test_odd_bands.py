"""What no timeline expects is drawn, walked and told in the window: ends of time, no length, a
circle, five thousand at one instant.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import Event, HistoricalDate, Lens, Ref, open_desk
from desktop.commands.run import run
from desktop.tabs.timeline.timeline_tab import TimelineTab
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.db.desk_sql import sql_of
from tests.desktop.conftest import settled

LENS = Lens("2026-06-01")
DATE = HistoricalDate.parse
ENDS = ("-4712-01-01", "9999-12-31")
MANY = 5_000


def open_timeline(window: Window, desk: Path, qtbot: QtBot) -> TimelineTab:
    assert actions_of(window).desks.open_path(desk)
    window.view.show_tab(3)
    settled(qtbot, window)
    tab = window.view.tab
    assert isinstance(tab, TimelineTab)
    return tab


def test_the_ends_of_time_and_a_circle_are_drawn_and_walked(
    desk: Path, start: Window, qtbot: QtBot
) -> None:
    with open_desk(desk) as store:
        made = [Event(title=day, start=DATE(day), end=DATE(day)) for day in ENDS]
        one, two = Event(title="One", start=DATE("2025")), Event(title="Two", start=DATE("2025"))
        for event in (*made, one):
            store.save(event, LENS)
        two.part_of = Ref(one.id, "One", "event")
        store.save(two, LENS)
        sql_of(store).run("UPDATE event SET part_of_id = ? WHERE id = ?", (two.id, one.id))
    tab = open_timeline(start, desk, qtbot)
    ids = {key for lane in tab.band.stage.lanes for key in lane.ids}
    assert {event.id for event in (*made, one, two)} <= ids
    for event in (*made, one):
        tab.band.selected.emit(event.id)
        settled(qtbot, start)
        assert tab.current_id == event.id
        for step in (4.0, 4.0, -9.0):
            tab.band.zoom(step)
            assert not tab.band.grab().isNull()
    for day in ENDS:
        start.session.stand_on(day)
        settled(qtbot, start)
        assert start.session.lens.as_of == day and not tab.band.grab().isNull()


@pytest.mark.slow
def test_five_thousand_at_one_instant_are_a_density_and_rows(
    desk: Path, start: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = "".join(f"Toast {number},2025-09-15\n" for number in range(MANY))
    file = tmp_path / "toasts.csv"
    file.write_text(f"title,start\n{rows}")
    assert run(["import", str(desk), str(file), "--kind", "events"]) == 0
    tab = open_timeline(start, desk, qtbot)
    tab.show_lanes("none")
    settled(qtbot, start)
    (lane,) = tab.band.stage.lanes
    assert len(lane) >= MANY
    tab.lanes.as_table_changed.emit(True)
    for _ in range(12):
        tab.band.zoom(1.0)
        assert not tab.band.grab().isNull()
    settled(qtbot, start)
    assert tab.list.model.rowCount() >= MANY
