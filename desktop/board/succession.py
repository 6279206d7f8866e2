"""One person succeeds another in an office: the records that change by it, saved as one change.

The board, the menu of a record and the command `succeed` ask it. It ends the tenure of who held
the office, begins that of the successor, and makes the event that tells of it.
"""

from __future__ import annotations

from collections.abc import Sequence
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
)


@dataclass(frozen=True, slots=True)
class Succession:
    """Who takes up which office, from when on, and whose tenures end by it."""

    office: OfficeRef
    successor: Ref
    since: HistoricalDate
    outgoing: tuple[Holder, ...] = ()
    acting: bool = False
    adds_event: bool = True

    @property
    def label(self) -> str:
        """What the change is called in the history."""
        names = ", ".join(each.person.title for each in self._others)
        office = office_text(self.office)
        if names:
            return f"{self.successor.title} succeeds {names} as {office}"
        return f"{self.successor.title} becomes {office}"

    @property
    def _others(self) -> list[Holder]:
        return [each for each in self.outgoing if each.person.id != self.successor.id]


def seats_of(reader: Reader, office: OfficeRef, lens: Lens) -> int:
    """Return how many may hold an office at once; one where the desk does not say."""
    if office.organization is None:
        return 1
    try:
        body = reader.get(office.organization.id, lens)
    except Refused:
        return 1
    offices = body.offices if isinstance(body, Organization) else []
    return next((each.seats for each in offices if each.id == office.id and each.seats), 1)


def holders_on(reader: Reader, office: OfficeRef, day: str, lens: Lens) -> list[Holder]:
    """Return who holds an office on a day, or may still hold it since no end is known."""
    holders = reader.office_holders(office.id, replace(lens, as_of=day))
    certain = [each for each in holders if each.certainty == HELD]
    return certain or [each for each in holders if each.certainty == END_UNKNOWN and not each.until]


def who_goes(
    reader: Reader, office: OfficeRef, since: HistoricalDate, acting: bool, lens: Lens
) -> tuple[Holder, ...]:
    """Return whose tenures end when somebody takes up an office: all of one seat, and of several
    the acting ones. One who acts takes the place of those who acted before.
    """
    day = since.first or since.last or lens.as_of
    holders = holders_on(reader, office, day, lens)
    is_single = seats_of(reader, office, lens) == 1
    return tuple(each for each in holders if each.acting or (is_single and not acting))


def changed_records(reader: Reader, succession: Succession, lens: Lens) -> list[Record]:
    """Return the successor's record, those whose tenures end, and the event; raise Refused where
    the days or the office forbid it.
    """
    _check(reader, succession, lens)
    people: dict[int, Person] = {}
    for holder in succession.outgoing:
        key = holder.person.id
        people[key] = _with_end(people.get(key) or _person(reader, key, lens), holder, succession)
    key = succession.successor.id
    successor = people.pop(key, None) if key else None
    if successor is None:
        successor = _person(reader, key, lens) if key else Person(title=succession.successor.title)
    tenure = Tenure(
        office=succession.office,
        since=succession.since,
        end_state="ongoing",
        acting=succession.acting,
    )
    successor = copy_with(successor, tenures=[*successor.tenures, tenure])
    events = [_event(succession, successor)] if succession.adds_event else []
    return [successor, *people.values(), *events]


def _check(reader: Reader, succession: Succession, lens: Lens) -> None:
    since, office = succession.since, succession.office
    if since.first is None:
        raise Refused("Say from when the office is held: a day, a month or a year.", "since")
    for each in reader.office_holders(office.id, replace(lens, as_of=since.first)):
        is_same = each.person.id == succession.successor.id and each.acting == succession.acting
        if is_same and each.certainty == HELD:
            raise Refused(
                f"{each.person.title} already holds this office on {since.phrase()}; edit that"
                " tenure instead.",
                "successor",
            )
    for holder in succession.outgoing:
        first = holder.since.first if holder.since is not None else None
        if first is not None and since.last is not None and first > since.last:
            raise Refused(
                f"{holder.person.title} took up this office on {first}, after {since.phrase()};"
                " give a later day.",
                "since",
            )


def _person(reader: Reader, key: int, lens: Lens) -> Person:
    record = reader.get(key, lens)
    if not isinstance(record, Person):
        raise Refused(f"“{record.title}” is no person; only people hold offices.", "successor")
    return record


def _with_end(person: Person, holder: Holder, succession: Succession) -> Person:
    tenures = [
        copy_with(each, until=succession.since, end_state="ended")
        if each.uid == holder.tenure
        else each
        for each in person.tenures
    ]
    return copy_with(person, tenures=tenures)


def _event(succession: Succession, successor: Person) -> Event:
    office = office_text(succession.office)
    acting = "acting " if succession.acting else ""
    left = [each.person for each in succession.outgoing if each.person.id != successor.id]
    return Event(
        title=f"{successor.title} becomes {acting}{office}",
        kind="appointment",
        start=succession.since,
        status="held",
        country=successor.country,
        marking=successor.marking,
        participants=[
            Participant(who=Ref(successor.id, successor.title, "person"), role="incoming"),
            *(Participant(who=ref, role="outgoing") for ref in dict.fromkeys(left)),
        ],
    )


def only_office(found: Sequence[OfficeRef], text: str) -> OfficeRef:
    """Return the one office that a text names; raise Refused where it is none or may be several.

    >>> only_office([OfficeRef(1, "Minister"), OfficeRef(2, "Deputy Minister")], "minister").id
    1
    """
    if not found:
        raise Refused(f"No office on this desk is found by “{text}”.", "office")
    plain = text.casefold().strip()
    exact = [
        each for each in found if plain in (each.title.casefold(), office_text(each).casefold())
    ]
    if len(exact) == 1 or len(found) == 1:
        return (exact or list(found))[0]
    names = "; ".join(office_text(each) for each in (exact or found)[:3])
    raise Refused(
        f"“{text}” may be one of {len(exact or found)} offices: {names}. Write the office with its"
        " body.",
        "office",
    )
