"""An iCalendar file as blocks, one for each event; `object_files` asks.

RFC 5545. Events are cut apart here and read one by one, so that a broken one costs only itself.
"""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from db.errors import Refused, Unavailable
from db.exchange.files import encoding
from db.exchange.files.odd_cells import MAX_TEXT_LETTERS, odd_lines, odd_text
from db.exchange.mapping.guess.mapping_guess import file_scheme
from db.storage.files import disk

MAX_CALENDAR_BYTES = 64 << 20  # bytes; read whole
MAX_EVENTS = 100_000
MAX_NESTING = 20  # components within components
OWN_PRODUCT = "-//Aide-Mémoire//"
_SAMPLED_EVENTS = 200  # looked through for the first value of each property
_OTHERS = {"VTODO": "task", "VJOURNAL": "journal entry", "VFREEBUSY": "entry of free and busy time",
           "VAVAILABILITY": "entry of availability"}  # fmt: skip
_PLURALS = {"journal entry": "journal entries", "entry of free and busy time": "entries of free and"
            " busy time", "entry of availability": "entries of availability"}  # fmt: skip
#: What becomes what: target → property.
MAPPING = {
    "events.title": "SUMMARY", "events.start": "DTSTART", "events.end": "DTEND",
    "events.place": "LOCATION", "events.type": "CATEGORIES", "events.topics": "CATEGORIES",
    "events.participants": "ATTENDEE", "events.notes": "DESCRIPTION", "events.status": "STATUS",
}  # fmt: skip


@dataclass(slots=True)
class Block:
    """The lines of one event; `is_closed` unless the file breaks off in it."""

    number: int
    lines: list[str] = field(default_factory=list)
    is_closed: bool = False


@dataclass(slots=True)
class CalendarFile:
    """What a file holds. `zone` is the time zone that the calendar as a whole is of, `is_own` says
    that this program wrote it, `remarks` concern the whole file.
    """

    path: Path
    encoding: str
    scheme: str
    events: list[Block]
    zone: str = ""
    is_own: bool = False
    remarks: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    samples: dict[str, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many events there are."""
        return len(self.events)

    def mapping(self) -> dict[str, str]:
        """Return what becomes what, of the properties that the file has."""
        return {
            target: f"events.{name}" for target, name in MAPPING.items() if name in self.samples
        }


def is_calendar(head: bytes) -> bool:
    """Say whether a file begins as a calendar does.

    >>> is_calendar(b"\\xef\\xbb\\xbfBEGIN:VCALENDAR\\r\\n"), is_calendar(b"BEGIN:VCARD")
    (True, False)
    """
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start[:15].upper().startswith(b"BEGIN:VCALENDAR")


def read_calendar(path: Path) -> CalendarFile:
    """Return the events of a file. Raises Unavailable when it cannot be read, Refused when it is
    too large or holds none.
    """
    try:
        if disk.need_file(path).st_size > MAX_CALENDAR_BYTES:
            raise Refused(
                f"{path.name} is larger than {MAX_CALENDAR_BYTES >> 20} MB; split it into several"
                " files."
            )
        found = encoding.detect(path)
        text = disk.read_file(path).decode(found.codec, "replace")
    except OSError as error:
        raise Unavailable(f"{path.name} cannot be read: {error.strerror or error}.") from error
    file = CalendarFile(path, found.codec, file_scheme(path.stem), [])
    file.remarks += odd_lines(text)
    others = _cut(file, text.replace("\0", ""))
    for block in file.events:
        _leave_out_endless(file, block)
    if not file.events:
        raise Refused(f"{path.name} holds no events; export the calendar again with its events.")
    for name, count in others.items():
        word = _OTHERS[name]
        phrase = f"1 {word} was" if count == 1 else f"{count} {_PLURALS.get(word, word + 's')} were"
        file.remarks.append(f"{phrase} left out; only events are taken.")
        file.left_out.append(name)
    if found.codec not in ("utf-8", "utf-8-sig"):
        file.remarks.append(f"The file was read as {found.codec}; check that accents look right.")
    for block in file.events[:_SAMPLED_EVENTS]:
        for line in block.lines:
            head, colon, value = line.partition(":")
            name = head.partition(";")[0].upper()
            if colon and name.replace("-", "").isalnum() and value.strip():
                file.samples.setdefault(name, value[:200])
    return file


def _cut(file: CalendarFile, text: str) -> Counter[str]:
    """Cut the events apart; return how many components of other kinds there are."""
    others: Counter[str] = Counter()
    path: list[str] = []  # of the components that are open, the innermost last
    block: Block | None = None
    for whole in io.StringIO(text, newline=None):  # however lines end
        line = whole.rstrip("\n")
        head, _, value = line.partition(":")
        folded = line[:1] in (" ", "\t")
        name, what = "" if folded else head.strip().upper(), value.strip().upper()
        if name == "BEGIN" and len(path) < MAX_NESTING:
            path.append(what)
            if what == "VEVENT" and block is None:
                if len(file.events) == MAX_EVENTS:
                    raise Refused(
                        f"{file.path.name} holds more than {MAX_EVENTS:,} events; split it."
                    )
                block = Block(len(file.events) + 1)
                file.events.append(block)
                continue
            if what in _OTHERS:
                others[what] += 1
        elif name == "END":
            while path and path[-1] != what and what in path:
                path.pop()
            if path and path[-1] == what:
                path.pop()
            if what == "VEVENT" and block is not None:
                block.is_closed = True
                block = None
        elif block is not None and path[-1:] == ["VEVENT"]:
            block.lines.append(line)
        elif path == ["VCALENDAR"]:
            _note_calendar(file, name, value)
    return others


def _leave_out_endless(file: CalendarFile, block: Block) -> None:
    """Leave out a property that is longer than any text that is taken, and tell it."""
    if sum(map(len, block.lines)) <= MAX_TEXT_LETTERS:
        return
    lines: list[list[str]] = []  # a property, and how it goes on
    for line in block.lines:
        if lines and line[:1] in (" ", "\t"):
            lines[-1].append(line)
        else:
            lines.append([line])
    block.lines = []
    for whole in lines:
        why = odd_text("".join(whole))[1]
        if why:
            name = whole[0].partition(":")[0].partition(";")[0]
            file.remarks.append(f"event {block.number}, {name[:60]} {why}.")
        else:
            block.lines += whole


def _note_calendar(file: CalendarFile, name: str, value: str) -> None:
    """Note what is said of the calendar as a whole."""
    if name == "PRODID" and value.startswith(OWN_PRODUCT):
        file.is_own = True
    elif name == "X-WR-TIMEZONE":
        file.zone = value.strip()
