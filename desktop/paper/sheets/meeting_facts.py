"""What the desk knows of a meeting: who comes, what the sides did together, what they agreed.

`brief_sheet` asks it; beside `around` it is the only part of the forms that asks the desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from db import (
    HIGHEST,
    OPEN_END,
    Event,
    Lens,
    Line,
    Organization,
    Person,
    Reader,
    Reading,
    StateRules,
    country_name,
    parse_query,
)
from desktop.paper.sections.markings import highest
from desktop.paper.sections.sheet_context import SheetFacts, first_day, told_day
from desktop.paper.sheets.around import known_around, known_with, named_ids
from desktop.paper.sheets.event_sheet import day_of
from desktop.paper.sheets.precedence import Bodies, office_bodies

MAX_CONTACTS = 8
MAX_AGREEMENTS = 40
SIDE_UNKNOWN = "Side not stated"


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person or a body that comes: as what, on which side."""

    reading: Reading
    role: str
    side: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that a brief tells; `event` is None for a list of people.

    `day` is the day whose titles count. `left_out` counts the agreements beyond the most that are
    set out, `marking` is the highest of all that is told.
    """

    event: Reading | None
    day: str
    attending: tuple[Attendee, ...]
    bodies: Bodies
    rules: StateRules
    contacts: tuple[Line, ...]
    agreements: tuple[Reading, ...]
    left_out: int
    known: SheetFacts
    marking: int
    withheld: int

    @property
    def sides(self) -> dict[str, list[Attendee]]:
        """Who comes, side by side, in the order in which the sides are first named."""
        found: dict[str, list[Attendee]] = {}
        for each in self.attending:
            found.setdefault(each.side, []).append(each)
        return found


def gather(reader: Reader, lens: Lens, event_id: int | None, people: Sequence[int]) -> Gathered:
    """Read what a brief of an event, or of people who meet, is made of."""
    event = reader.read(event_id, lens) if event_id is not None else None
    record = event.record if event is not None else None
    day = (day_of(record) if isinstance(record, Event) else None) or lens.as_of
    attending = tuple(_attending(reader, lens, event, people))
    readings = [each.reading for each in attending]
    persons = [each.record for each in readings if isinstance(each.record, Person)]
    contacts = tuple(_contacts(attending, event, day))
    found = _agreement_ids(reader, lens, attending)
    agreements = tuple(reader.read(key, lens) for key in found[:MAX_AGREEMENTS])
    all_readings = [*([event] if event else []), *readings, *agreements]
    around = known_around(reader, event, lens) if event else SheetFacts()
    known = known_with(reader, around, contacts, lens)
    # Sections that a brief leaves out are read with the people, and may not raise its marking.
    shown_parts = [_told_part(each, readings) for each in all_readings]
    marking = max([known.marking, *(line.marking for line in contacts),
                   *(highest(each, SheetFacts()) for each in shown_parts)], default=0)  # fmt: skip
    ids = set().union(*(named_ids(each) for each in shown_parts))
    bodies = _bodies(reader, lens, office_bodies(persons, day))
    rules = reader.state_rules(lens)
    marking = max(marking, rules.marking({body.country for body in bodies.values()}))
    return Gathered(
        event,
        day,
        attending,
        bodies,
        rules,
        contacts,
        agreements,
        len(found) - len(agreements),
        known,
        max(marking, reader.highest_marking(sorted(ids))),
        _withheld(reader, lens, all_readings, attending) + known.withheld,
    )


def _told_part(reading: Reading, people: Sequence[Reading]) -> Reading:
    """Return a reading without what others say of it: a brief tells that of the event alone."""
    return replace(reading, related=type(reading.related)()) if reading in people else reading


def _attending(
    reader: Reader, lens: Lens, event: Reading | None, people: Sequence[int]
) -> Iterable[Attendee]:
    record = event.record if event is not None else None
    for each in record.participants if isinstance(record, Event) else ():
        if each.who is not None:
            reading = reader.read(each.who.id, lens)
            yield Attendee(reading, each.role, each.side or _side(reading))
    for key in people:
        reading = reader.read(key, lens)
        yield Attendee(reading, "", _side(reading))


def _side(reading: Reading) -> str:
    code = reading.record.country
    return country_name(code) if code else SIDE_UNKNOWN


def _countries(attending: Sequence[Attendee]) -> dict[str, set[str]]:
    """Return the states of each side."""
    found: dict[str, set[str]] = {}
    for each in attending:
        found.setdefault(each.side, set()).update({each.reading.record.country} - {""})
    return found


def _contacts(attending: Sequence[Attendee], event: Reading | None, day: str) -> Sequence[Line]:
    """Return the last events by the day in which two sides, or two of one side, were together."""
    lines: dict[int, Line] = {}
    there: dict[int, set[int]] = {}
    for each in attending:
        for line in each.reading.related.events:
            lines[line.id] = line
            there.setdefault(line.id, set()).add(each.reading.record.id)
    sides = [codes for codes in _countries(attending).values() if codes]
    own = event.record.id if event is not None else 0
    together = [
        line
        for key, line in lines.items()
        if key != own
        and (first_day(line) or OPEN_END) <= day
        and (len(there[key]) > 1 or sum(bool(codes & {*line.countries}) for codes in sides) > 1)
    ]
    return sorted(together, key=told_day)[-MAX_CONTACTS:]


def _agreement_ids(reader: Reader, lens: Lens, attending: Sequence[Attendee]) -> list[int]:
    """Return the agreements between two sides, the latest first."""
    found: dict[int, None] = {}
    bound: dict[int, set[str]] = {}
    for each in attending:
        for line in each.reading.related.agreements:
            bound.setdefault(line.id, set()).add(each.side)
    found.update((key, None) for key, sides in bound.items() if len(sides) > 1)
    for one, other in _pairs(attending):
        query = parse_query(f"country:{one} country:{other}")
        found.update((key, None) for key in reader.page("agreement", query, lens).ids)
    lines = sorted(reader.lines(list(found), lens), key=told_day, reverse=True)
    return [line.id for line in lines]


def _pairs(attending: Sequence[Attendee]) -> set[tuple[str, str]]:
    """Return every two states of which one is on one side and one on another."""
    sides = _countries(attending).values()
    return {
        (min(pair), max(pair))
        for one, other in combinations(sides, 2)
        for pair in product(one, other)
        if pair[0] != pair[1]
    }


def _bodies(reader: Reader, lens: Lens, ids: Iterable[int]) -> dict[int, Organization]:
    found = {}
    for key in ids:
        record = reader.get(key, lens)
        if isinstance(record, Organization):
            found[key] = record
    return found


def _withheld(
    reader: Reader, lens: Lens, all_readings: Sequence[Reading], attending: Sequence[Attendee]
) -> int:
    """Say how many items the ceiling alone keeps out, each counted once."""
    over = replace(lens, ceiling=HIGHEST)
    hidden: set[int] = set()
    parts = 0
    for reading in all_readings:
        key = reading.record.id
        hidden.update(set(reader.dated_ids(key, over)).difference(reader.dated_ids(key, lens)))
        parts += max(0, reading.withheld - reading.related.withheld)
    for one, other in _pairs(attending):
        query = parse_query(f"country:{one} country:{other}")
        every = set(reader.page("agreement", query, over).ids)
        hidden.update(every.difference(reader.page("agreement", query, lens).ids))
    return len(hidden) + parts
