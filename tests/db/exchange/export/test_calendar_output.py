"""iCalendar: an event whose day is known stands on it; others are counted and left out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from db import Event, HistoricalDate, Store
from tests.db.conftest import Small
from tests.db.exchange.export.exports import LENS, export_all


def entries(store: Store, path: Path) -> list[Any]:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def save(store: Store, start: str, **fields: Any) -> None:
    end = fields.pop("end", "")
    until = HistoricalDate.parse(end) if end else None
    event = Event(
        title="Visit", kind="visit", start=HistoricalDate.parse(start), end=until, **fields
    )
    store.save(event, LENS)


def test_an_event_has_its_day_its_people_and_its_uid(small: Small, tmp_path: Path) -> None:
    report = export_all(small.store, tmp_path / "all.ics")
    [entry] = entries(small.store, tmp_path / "all.ics")
    assert str(entry["uid"]) == small.call.uid
    assert entry.decoded("dtstart") == dt.date(2025, 9, 15)
    assert "Asim Munir" in entry["description"]
    assert report.written == {"events": 1} and report.lost["People"] == 1


@pytest.mark.parametrize(
    ("start", "end", "first", "after"),
    [
        ("2025-07-01", "", "2025-07-01", "2025-07-02"),
        ("1-4 July 2025", "", "2025-07-01", "2025-07-05"),
        ("2025-07-30", "2025-08-02", "2025-07-30", "2025-08-03"),
    ],
)
def test_the_days_of_an_event_are_whole_days(
    store: Store, tmp_path: Path, start: str, end: str, first: str, after: str
) -> None:
    save(store, start, end=end)
    export_all(store, tmp_path / "all.ics")
    [entry] = entries(store, tmp_path / "all.ics")
    assert (str(entry.decoded("dtstart")), str(entry.decoded("dtend"))) == (first, after)


def test_a_time_in_a_zone_is_that_moment(store: Store, tmp_path: Path) -> None:
    save(store, "2025-07-14", local_time="09:30", zone="Asia/Karachi")
    export_all(store, tmp_path / "all.ics")
    [entry] = entries(store, tmp_path / "all.ics")
    moment = entry.decoded("dtstart")
    assert moment.astimezone(dt.UTC) == dt.datetime(2025, 7, 14, 4, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize("start", ["July 2025", "about 2025-07-14", "2025", "since 2025-07-01"])
def test_an_event_without_a_day_is_counted_and_left_out(
    store: Store, tmp_path: Path, start: str
) -> None:
    save(store, start)
    report = export_all(store, tmp_path / "all.ics")
    assert entries(store, tmp_path / "all.ics") == []
    assert report.written["events"] == 0 and report.lost["Events whose day is not known"] == 1
