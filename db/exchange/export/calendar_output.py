"""Events as iCalendar, which calendars take: those whose day is known.

RFC 5545. An event of a month or "about" a day has no place in a calendar; it is counted.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, BinaryIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from db.exchange.export.export_job import ExportJob
from db.exchange.export.vcard_output import CLASSES
from db.record_types import Event
from db.vocabulary.choices import MARKINGS, choice_text

if TYPE_CHECKING:
    from icalendar import Component

_STATUS = {"planned": "TENTATIVE", "postponed": "CANCELLED", "cancelled": "CANCELLED"}
_KEPT = frozenset((
    "title", "kind", "start", "end", "local_time", "zone", "place", "outcome", "participants",
    "topics", "status", "notes",
))  # fmt: skip
_WITHOUT_DAY = "Events whose day is not known"
_BEFORE_YEAR_ONE = "Events before the year 1"
_TOLD_STATES = frozenset(("", "planned", "cancelled"))  # that a calendar says as they are


def write_calendar(job: ExportJob, file: BinaryIO) -> None:
    """Write the events whose first day is known as one calendar."""
    from icalendar import Calendar

    job.lose_kinds("event")
    calendar = Calendar()
    calendar.add("prodid", "-//Aide-Mémoire//EN")
    calendar.add("version", "2.0")
    for record in job.records("event"):
        assert isinstance(record, Event)
        if (entry := _entry(job, record)) is not None:
            calendar.add_component(entry)
        else:
            job.report.written["events"] -= 1
            is_old = record.start is not None and (record.start.first or "")[:1] == "!"
            job.report.lost[_BEFORE_YEAR_ONE if is_old else _WITHOUT_DAY] += 1
    file.write(calendar.to_ical())


def _entry(job: ExportJob, record: Event) -> Component | None:
    from icalendar import Event as Entry

    days = _days(record)
    if days is None:
        return None
    entry = Entry()
    entry.add("uid", record.uid)
    entry.add("dtstamp", dt.datetime.fromisoformat(record.changed.replace("Z", "+00:00")))
    entry.add("summary", record.title)
    first, last = days
    if start := _time(record, first):
        entry.add("dtstart", start)
    else:
        entry.add("dtstart", first)
        entry.add("dtend", last + dt.timedelta(days=1))
    for name, text in (
        ("location", record.place),
        ("description", _description(record)),
        ("class", CLASSES[record.marking]),
        ("x-marking", MARKINGS[record.marking]),
        ("status", _STATUS.get(record.status, "CONFIRMED")),
    ):
        if text:
            entry.add(name, text)
    if categories := [text for text in (record.kind, *record.topics) if text]:
        entry.add("categories", categories)
    for note in record.notes:
        entry.add("comment", note.text)
    job.report.lose_fields(record, _KEPT)
    job.report.lose_of_parts("notes", record.notes, frozenset(("text",)))
    job.report.lost["Status"] += record.status not in _TOLD_STATES
    return entry


def _days(record: Event) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of an event; None where either is not known to the day."""
    if record.start is None:
        return None
    low, _, high = record.start.edtf.partition("/")
    first = _day(low)
    last = _day(record.end.edtf.rpartition("/")[2]) if record.end else _day(high or low)
    return (first, last) if first and last and first <= last else None


def _day(edtf: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(edtf) if len(edtf) == len("2025-07-14") else None
    except ValueError:
        return None


def _time(record: Event, day: dt.date) -> dt.datetime | None:
    """Return the beginning of an event of one day whose time and zone are known."""
    if not record.local_time or not record.zone or record.end is not None:
        return None
    try:
        hour, minute = map(int, record.local_time.split(":"))
        return dt.datetime.combine(day, dt.time(hour, minute), ZoneInfo(record.zone))
    except (ValueError, ZoneInfoNotFoundError):
        return None


def _description(record: Event) -> str:
    """Return who took part and what came of it, in lines."""
    people = [
        f"{each.who.title} ({choice_text(each.role)})" if each.role else each.who.title
        for each in record.participants
        if each.who
    ]
    time = f"Local time: {record.local_time} {record.zone}".strip() if record.local_time else ""
    participants_line = f"Participants: {', '.join(people)}" if people else ""
    return "\n".join(filter(None, (participants_line, time, record.outcome)))
