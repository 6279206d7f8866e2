"""The band's table, its tips and screen readers say the words of a date, not its possible days."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from db import Agreement, Event, HistoricalDate, Lens, Record, Store, make_desk, open_desk
from desktop.timeline.band_items import read_bars
from desktop.timeline.lanes.lane_table import LaneRows
from desktop.timeline.timeline_lanes import TimelineLane, span_of
from desktop.timeline.timeline_layout import Metrics
from desktop.timeline.timeline_stage import Stage
from tests.cabinet_desk import Cabinet, fill_cabinet

LENS = Lens("2026-06-01")


@pytest.fixture(scope="module")
def cabinet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cabinet]:
    path = tmp_path_factory.mktemp("words") / "cabinet.desk"
    make_desk(path, name="Cabinet")
    with open_desk(path) as store:
        yield fill_cabinet(store)


@pytest.fixture
def store(cabinet: Cabinet) -> Store:
    return cabinet.store


def date(text: str) -> HistoricalDate:
    return HistoricalDate.parse(text)


def event(start: str, end: str = "") -> Event:
    return Event(title="E", start=date(start), end=date(end) if end else None)


SAYS: list[tuple[Record, str]] = [
    (event("about 2019"), "about 2019"),
    (event("late July 2025"), "late July 2025"),
    (event("before August 2025"), "before August 2025"),
    (event("summer 2024"), "summer 2024"),
    (event("2025-07-03", "2025-07-05"), "3–5 July 2025"),
    (Agreement(title="A", concluded=date("1949-04-04"), in_force=date("1949-08-24")),
     "concluded 4 April 1949, in force from 24 August 1949"),
    (Agreement(title="A", concluded=HistoricalDate("2025-06~", "2025-05-01", "2025-07-31",
                                                   "shortly after the June talks, it is said")),
     "concluded about June 2025"),
    (Agreement(title="A", adopted=date("May 1990"), terminated=date("2001")),
     "adopted May 1990, ended 2001"),
    (Agreement(title="A", provisional=date("1 March 2001")),
     "applied provisionally from 1 March 2001"),
]  # fmt: skip


@pytest.mark.parametrize(("record", "says"), SAYS)
def test_dates_are_told_as_they_are_written(store: Store, record: Record, says: str) -> None:
    made = record.model_copy()
    store.save(made, LENS)
    (item,) = read_bars(store.reader, [made.id], LENS)
    assert item.when == says


def test_a_tenure_says_what_is_not_known_of_its_end(cabinet: Cabinet) -> None:
    emil, greta = (-cabinet.people[name].tenures[0].id for name in ("Emil", "Greta"))
    items = {each.id: each for each in read_bars(cabinet.store.reader, [emil, greta], LENS)}
    assert items[emil].when == "1 January 2023 – 10 June 2025"
    assert items[greta].when == "since 1 January 2020, end not known"


def test_a_row_of_the_table_says_them(store: Store, owner: QWidget) -> None:
    made = event("about 2019")
    store.save(made, LENS)
    (item,) = read_bars(store.reader, [made.id], LENS)
    stage = Stage(Metrics(20, 4, len))
    stage.show_lanes([TimelineLane("Kenya", [span_of(item)])], [])
    rows = LaneRows(stage, owner)
    rows.show_lanes([])
    assert rows.index(0, 1).data() == "about 2019"
