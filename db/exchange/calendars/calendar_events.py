"""One event of a calendar: its days and times, who comes, and what has no place; pure.

`calendar_import` asks. A recurring event is taken once and told; it is never written out.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from db.exchange.calendars.calendar_file import Block
from db.vocabulary.choices import choices

#: What programs write down for themselves: listed as left out, not told event by event.
HOUSEKEEPING = frozenset((
    "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "PRIORITY", "X-ALT-DESC",
    "REQUEST-STATUS", "X-BUSYMAC-LASTMODBY", "ACKNOWLEDGED", "COLOR",
))  # fmt: skip
_PROGRAMS = re.compile(r"X-(?:MICROSOFT|MOZ|APPLE|LIC|WR|MS-OLK|GOOGLE|EVOLUTION|CALENDARSERVER)-?")
_RECURRENCE = ("RRULE", "RDATE", "EXDATE", "EXRULE")
_STATES = {"TENTATIVE": "planned", "CANCELLED": "cancelled"}
_KINDS = (*choices("event.kind"), "renewal", "deadline")
_LABELS = {"DTSTART": "Start", "DTEND": "End", "DURATION": "Duration"}  # of words kept as notes
_UNTITLED_LETTERS = 80  # characters of a description that an event without a title stands under
_WORDS = re.compile(r"\w+(?: of \w+)?")


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who is invited, or invites."""

    name: str
    email: str
    is_organizer: bool = False

    def text(self) -> str:
        """Return the name with the address.

        >>> Invited("Ana", "a@b.pt").text(), Invited("", "a@b.pt").text()
        ('Ana <a@b.pt>', 'a@b.pt')
        """
        return (
            f"{self.name} <{self.email}>" if self.name and self.email else self.name or self.email
        )


@dataclass(slots=True)
class CalendarEvent:
    """What an event says. `left_out` is what is not taken: (property, value, why)."""

    title: str = ""
    uid: str = ""
    start: str = ""  # EDTF
    end: str = ""
    local_time: str = ""
    zone: str = ""
    place: str = ""
    kind: str = ""
    status: str = ""
    marking: str = ""
    description: str = ""
    topics: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    attendees: list[Invited] = field(default_factory=list)
    files: list[bytes] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    left_out: list[tuple[str, str, str]] = field(default_factory=list)

    def leave(self, name: str, value: object, why: str) -> None:
        """Tell that something is not taken."""
        self.left_out.append((name, " ".join(str(value).split()), why))

    def keep(self, name: str, text: str, why: str) -> None:
        """Keep the words of what is not taken as a note, and tell it."""
        self.notes.append(f"{_LABELS.get(name, name)}: {text}")
        self.leave(name, text, f"{why}; it was kept as a note.")


def read_event(block: Block, zone: str) -> CalendarEvent:
    """Return what a block says; `zone` is the calendar's own. Raises ValueError for none."""
    from icalendar import Event as Entry
    from icalendar.error import GloballyUniqueTZIDGuessed

    text = "\r\n".join(("BEGIN:VEVENT", *block.lines, "END:VEVENT", ""))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GloballyUniqueTZIDGuessed)
        entry = Entry.from_ical(text)
    event = CalendarEvent()
    broken = dict.fromkeys(str(name).upper() for name, _ in entry.errors if name)
    for name, why in entry.errors:
        if not name or str(name).upper() in HOUSEKEEPING:
            event.leave(str(name or "line"), why, "cannot be read; it was left out.")
    for name, text in _lines_of(block, broken.keys() - HOUSEKEEPING):
        event.keep(name, text, "cannot be read")
    found: dict[str, list[Any]] = {}
    for name, value in entry.property_items(recursive=False):
        if name not in ("BEGIN", "END") and name not in broken:
            found.setdefault(name, []).append(value)
    _read_texts(event, found)
    _read_days(event, found, zone)
    _read_people(event, found)
    _read_rest(event, found)
    _name(event)
    return event


def _lines_of(block: Block, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield what stands in the lines of these properties, with its name."""
    for line in re.sub(r"\n[ \t]", "", "\n".join(block.lines)).split("\n") if names else ():
        head, _, text = line.partition(":")
        name = head.partition(";")[0].strip().upper()
        if name in names and text.strip():
            yield name, text.strip()


def left_out_names(names: list[str]) -> list[str]:
    """Return the properties of which nothing is taken."""
    return [name for name in names if name not in _TAKEN]


def _first(found: dict[str, list[Any]], name: str) -> str:
    return str(found[name][0]).strip() if name in found else ""


def _read_texts(event: CalendarEvent, found: dict[str, list[Any]]) -> None:
    event.title = " ".join(_first(found, "SUMMARY").split())
    event.uid = _first(found, "UID")
    event.place = " ".join(_first(found, "LOCATION").split())
    event.description = _first(found, "DESCRIPTION").replace("\r\n", "\n")
    event.status = _STATES.get(_first(found, "STATUS").upper(), "")
    event.marking = _first(found, "X-MARKING")
    klass = _first(found, "CLASS")
    if klass.upper() not in ("", "PUBLIC") and not event.marking:
        event.leave("CLASS", klass, "is no marking of the desk; mark the record yourself.")
    for name in ("COMMENT", "CONTACT", "RESOURCES"):
        event.notes += [str(value).strip() for value in found.get(name, ()) if str(value).strip()]
    for name in ("URL", "CONFERENCE"):
        event.pages += [str(value) for value in found.get(name, ())]
    words = [str(each).strip() for value in found.get("CATEGORIES", ()) for each in value.cats]
    for word in filter(None, words):
        if not event.kind and word.casefold() in _KINDS:
            event.kind = word.casefold()
        elif word not in event.topics:
            event.topics.append(word)


def _name(event: CalendarEvent) -> None:
    """Find the kind in the title, and a title where there is none."""
    if not event.kind:
        words = {word for part in _WORDS.findall(event.title.casefold()) for word in part.split()}
        kinds = [kind for kind in _KINDS if set(kind.split()) <= words]
        event.kind = kinds[0] if len(kinds) == 1 else ""
    if event.title:
        return
    line = event.description.split("\n")[0].strip()[:_UNTITLED_LETTERS]
    event.title = line or (f"Event at {event.place}" if event.place else event.kind.capitalize())
    if event.title:
        event.remarks.append(f"It has no title; it stands under “{event.title}”.")


def _read_days(event: CalendarEvent, found: dict[str, list[Any]], zone: str) -> None:
    """Read when it is: a day, days, or a day with its time in a zone."""
    start = _moment(found, "DTSTART")
    if start is None:
        event.remarks.append("It has no date that can be read; it was taken without one.")
        for name in ("DTSTART", "DTEND", "DURATION"):
            if name in found:
                event.keep(
                    name, _property_text(found, name), "is the day of an event without a start"
                )
        return
    end = _moment(found, "DTEND")
    if end is None and "DTEND" in found:
        event.keep("DTEND", _property_text(found, "DTEND"), "is no day")
    if end is None and "DURATION" in found:
        length = getattr(found["DURATION"][0], "dt", None)
        end = start + length if isinstance(length, dt.timedelta) else None
    if not isinstance(start, dt.datetime):
        event.start = start.isoformat()
        _read_last_day(event, start, end.date() if isinstance(end, dt.datetime) else end)
        return
    parameters = getattr(found["DTSTART"][0], "params", {})
    begin, event.zone = _in_zone(event, start, str(parameters.get("TZID", "")), zone)
    event.start, event.local_time = begin.date().isoformat(), begin.strftime("%H:%M")
    if isinstance(end, dt.datetime):
        _read_end(event, begin, end)
    else:
        _read_last_day(event, begin.date(), end)


def _read_last_day(event: CalendarEvent, first: dt.date, end: dt.date | None) -> None:
    """Read the end of whole days: the day after the last one."""
    if end is None:
        return
    if end < first:
        event.keep("DTEND", end.isoformat(), "is before the start")
    elif end - dt.timedelta(days=1) > first:
        event.end = (end - dt.timedelta(days=1)).isoformat()


def _property_text(found: dict[str, list[Any]], name: str) -> str:
    return str(found[name][0].to_ical().decode("utf-8", "replace"))


def _moment(found: dict[str, list[Any]], name: str) -> dt.date | None:
    value = getattr(found[name][0], "dt", None) if name in found else None
    return value if isinstance(value, dt.date) else None


def _in_zone(
    event: CalendarEvent, moment: dt.datetime, zone_given: str, calendar: str
) -> tuple[dt.datetime, str]:
    """Return a moment as clocks show it where it is, and the zone; "" for one that is not said.

    A time in UTC is given in the calendar's own zone, as the calendar shows it.
    """
    if zone_given:
        if zone := zone_name(zone_given):
            return moment, zone
        event.notes.append(f"Time zone: {zone_given}")
        why = "is no time zone that is known; the time stands without one."
        event.leave("DTSTART", zone_given, why)
        return moment, ""
    if moment.tzinfo is None:
        return moment, ""
    if own := zone_name(calendar):
        return moment.astimezone(ZoneInfo(own)), own
    return moment.astimezone(dt.UTC), "UTC"


def zone_name(text: str) -> str:
    """Return the IANA name of a zone, also of Windows' names and with a maker's before it.

    >>> zone_name("Romance Standard Time"), zone_name("/citadel.org/20210210/Europe/Lisbon")
    ('Europe/Paris', 'Europe/Lisbon')
    >>> zone_name("Custom 7"), zone_name("../etc/passwd")
    ('', '')
    """
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    text = text.strip().strip('"')
    parts = text.strip("/").split("/")
    for name in (text, WINDOWS_TO_OLSON.get(text, ""), "/".join(parts[-2:]), "/".join(parts[-3:])):
        if name and _is_zone(name):
            return name
    return ""


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):  # none such, or a folder of them
        return False
    return True


def _read_end(event: CalendarEvent, begin: dt.datetime, end: dt.datetime) -> None:
    if end.tzinfo is not None and begin.tzinfo is not None:
        end = end.astimezone(begin.tzinfo)
    if end.replace(tzinfo=None) < begin.replace(tzinfo=None):
        event.keep("DTEND", end.isoformat(" "), "is before the start")
    elif end.date() != begin.date() and end.time() != dt.time():
        event.end = end.date().isoformat()
        event.notes.append(f"Ends at {end:%H:%M}")
    elif end.replace(tzinfo=None) > begin.replace(tzinfo=None):
        last = end.date() if end.time() != dt.time() else end.date() - dt.timedelta(days=1)
        event.end = last.isoformat() if last > begin.date() else ""
        event.notes.append(f"Ends at {end:%H:%M}")


def _read_people(event: CalendarEvent, found: dict[str, list[Any]]) -> None:
    for name in ("ORGANIZER", "ATTENDEE"):
        for value in found.get(name, ()):
            parameters = getattr(value, "params", {})
            email = re.sub("^mailto:", "", str(value), flags=re.I).strip()
            called = " ".join(str(parameters.get("CN", "")).strip("'\" ").split())
            if str(parameters.get("CUTYPE", "")).upper() in ("ROOM", "RESOURCE"):
                if called and not event.place:
                    event.place = called
                elif called and called not in event.place:
                    event.notes.append(f"Room: {called}")
                continue
            email = email if "@" in email else ""
            invited = Invited(called if called != email else "", email, name == "ORGANIZER")
            alike = [(each.name, each.email) for each in event.attendees]
            if invited.text() and (invited.name, invited.email) not in alike:
                event.attendees.append(invited)


def _read_rest(event: CalendarEvent, found: dict[str, list[Any]]) -> None:
    for name in _RECURRENCE:
        for value in found.get(name, ()):
            rule = value.to_ical().decode("utf-8", "replace")
            event.notes.append(f"Repeats ({name}): {rule}")
            event.leave(name, rule, "says that it repeats; only the first was taken.")
    for value in found.get("RECURRENCE-ID", ()):
        day = value.to_ical().decode("utf-8", "replace")
        event.uid = f"{event.uid}#{day}" if event.uid else ""
        event.remarks.append("It is one occurrence of an event that repeats.")
    for value in found.get("ATTACH", ()):
        if isinstance(value, str) and re.match(r"https?://", value):
            event.pages.append(str(value))
        else:
            text = value.to_ical().decode("utf-8", "replace")[:80]
            event.leave("ATTACH", text, "is no page on the web; it was left out.")
    for name, values in found.items():
        if name in _TAKEN or name in HOUSEKEEPING or _PROGRAMS.match(name):
            continue
        for value in values:
            event.leave(name, value, "has no place on a record; it was left out.")


_TAKEN = frozenset((
    "SUMMARY", "UID", "LOCATION", "DESCRIPTION", "STATUS", "CLASS", "COMMENT", "CONTACT",
    "RESOURCES", "URL", "CONFERENCE", "CATEGORIES", "DTSTART", "DTEND", "DURATION", "ORGANIZER",
    "ATTENDEE", "ATTACH", "RECURRENCE-ID", "X-MARKING", *_RECURRENCE,
))  # fmt: skip
