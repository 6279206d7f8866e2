"""Calendars typed in a test and brought onto a desk; the tests of calendars ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from db import Event, ImportReport, Lens, Store, import_files
from db.exchange.calendars.calendar_events import CalendarEvent, read_event
from db.exchange.calendars.calendar_file import Block
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15")


def calendar(*events: str, head: str = "") -> str:
    """A calendar of these events, each the lines of one; a line of `head` is the calendar's."""
    text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + (f"{head}\n" if head else "")
    text += "".join(f"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n" for lines in events)
    return (text + "END:VCALENDAR\n").replace("\n", "\r\n")


def read_one(*lines: str, zone: str = "") -> CalendarEvent:
    """What an event of these lines says."""
    return read_event(Block(1, list(lines), True), zone)


def bring_in(
    store: Store, folder: Path, text: str, name: str = "visits.ics", **given: Any
) -> ImportReport:
    """Import a calendar typed here."""
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return import_files(store, [path], LENS, **given)


def event(store: Store, title: str) -> Event:
    """The one event of a title."""
    keys = [row[0] for row in sql_of(store).rows("SELECT id FROM record WHERE title=?", (title,))]
    assert len(keys) == 1, f"{len(keys)} records are called {title}"
    found = store.reader.get(keys[0], LENS)
    assert isinstance(found, Event)
    return found
