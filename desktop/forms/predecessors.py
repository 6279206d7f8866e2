"""Who still holds the office that somebody new is given, and what ending that comes to.

`RecordPane` asks it before a person is saved: one holder is ended with the same change, if the
officer says so, and an event tells of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from db import (
    END_UNKNOWN,
    HELD,
    Event,
    HistoricalDate,
    Holder,
    Lens,
    OfficeRef,
    Organization,
    Participant,
    Person,
    Reader,
    Record,
    Ref,
    Refused,
    Tenure,
    copy_with,
    office_text,
    tenure_certainty,
)
from desktop.dialogs.end_predecessor import END, STAY, EndPredecessor


@dataclass(frozen=True, slots=True)
class Predecessor:
    """Who holds an office of one seat that another holds from a day on."""

    holder: Holder
    office: OfficeRef
    since: HistoricalDate

    @property
    def is_certain(self) -> bool:
        """Whether it is known that the office is still held."""
        return self.holder.certainty == HELD


def ask_what_follows(
    reader: Reader,
    lens: Lens,
    before: Record | None,
    record: Record,
    ask: Callable[[EndPredecessor], None],
) -> list[Record] | None:
    """Return the records that change with one: a predecessor's, whose tenure ends, and the event.

    `ask` has each question answered; None where the officer goes back to the form.
    """
    if not isinstance(record, Person):
        return []
    known = before if isinstance(before, Person) else None
    people: dict[int, Person] = {}
    events: list[Record] = []
    for found in find_predecessors(reader, lens, known, record):
        holder = found.holder.person
        question = EndPredecessor(
            holder.title, office_text(found.office), found.since.phrase(), found.is_certain
        )
        ask(question)
        if question.answer == STAY:
            return None
        if question.answer == END:
            person = people.get(holder.id) or reader.get(holder.id, lens)
            assert isinstance(person, Person)
            people[holder.id] = end_tenure(person, found)
            events += [change_event(found, record)] if question.adds_event else []
    return [*people.values(), *events]


def find_predecessors(
    reader: Reader, lens: Lens, before: Person | None, record: Person
) -> list[Predecessor]:
    """Return the one other holder of each office that the record newly says is held."""
    return [
        found
        for tenure in _new_tenures(before, record)
        if (found := _predecessor(reader, lens, record, tenure)) is not None
    ]


def end_tenure(person: Person, ended: Predecessor) -> Person:
    """Return the holder's record with the tenure ended on the day that the next one begins."""
    tenures = [
        copy_with(each, until=ended.since, end_state="ended")
        if each.uid == ended.holder.tenure
        else each
        for each in person.tenures
    ]
    return copy_with(person, tenures=tenures)


def change_event(ended: Predecessor, record: Person) -> Event:
    """Return the event that one follows the other in the office."""
    office = office_text(ended.office)
    country = record.country
    return Event(
        title=f"{record.title} becomes {office}",
        kind="appointment",
        start=ended.since,
        status="held",
        country=country,
        marking=record.marking,
        participants=[
            Participant(who=Ref(record.id, record.title, "person"), role="incoming"),
            Participant(who=ended.holder.person, role="outgoing"),
        ],
    )


def _new_tenures(before: Person | None, record: Person) -> Iterator[Tenure]:
    """Yield the tenures that are said to be held, and were not before the form was opened."""
    known = {each.id: each for each in before.tenures} if before is not None else {}
    for tenure in record.tenures:
        was = known.get(tenure.id) if tenure.id else None
        is_same = was is not None and (was.office, was.since) == (tenure.office, tenure.since)
        if not is_same and not tenure.acting and tenure.office and tenure.office.id:
            yield tenure


def _predecessor(reader: Reader, lens: Lens, record: Person, tenure: Tenure) -> Predecessor | None:
    office, since = tenure.office, tenure.since
    if office is None or since is None or since.first is None or _seats(reader, lens, office) > 1:
        return None
    then = replace(lens, as_of=max(lens.as_of, since.first))
    if tenure_certainty(tenure, then.as_of) != HELD:
        return None
    others = [
        each
        for each in reader.office_holders(office.id, then)
        if each.person.id != record.id and not each.acting and _is_before(each, since)
    ]
    certain = [each for each in others if each.certainty == HELD]
    open_ended = [each for each in others if each.certainty == END_UNKNOWN and each.until is None]
    found = certain or open_ended
    return Predecessor(found[0], office, since) if len(found) == 1 else None


def _is_before(holder: Holder, since: HistoricalDate) -> bool:
    start = holder.since.first if holder.since is not None else None
    return start is None or since.last is None or start <= since.last


def _seats(reader: Reader, lens: Lens, office: OfficeRef) -> int:
    """Return how many may hold an office at once; one where the desk does not say."""
    if office.organization is None:
        return 1
    try:
        body = reader.get(office.organization.id, lens)
    except Refused:
        return 1
    offices = body.offices if isinstance(body, Organization) else []
    return next((each.seats for each in offices if each.id == office.id and each.seats), 1)
