"""A state's cabinet on a desk, through a reshuffle on 1 June 2025: what boards are tested on.

`CABINET` is a table: body, office, seats, who, since, until, end state, acting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from db import (
    Contact,
    Event,
    HistoricalDate,
    Lens,
    Office,
    OfficeRef,
    Organization,
    Parent,
    Participant,
    Person,
    Store,
    Tenure,
)
from tests.saved_records import ref

BEFORE, AFTER = "2025-05-31", "2025-06-30"
#: body, its kind, the body it stands under, since when
BODIES = (
    ("Government of Ruritania", "ministry", "", ""),
    ("Foreign Ministry", "ministry", "Government of Ruritania", ""),
    ("Protocol Department", "service", "Foreign Ministry", ""),
    ("Trade Board", "agency", "Government of Ruritania", "2025-06-01"),
)
#: body, office, seats, created, abolished
OFFICES = (
    ("Government of Ruritania", "Prime Minister", None, "", ""),
    ("Government of Ruritania", "Deputy Prime Minister", 2, "", ""),
    ("Foreign Ministry", "Minister of Foreign Affairs", None, "", ""),
    ("Foreign Ministry", "Secretary of State", None, "", ""),
    ("Foreign Ministry", "Special Envoy", None, "2025-06-01", ""),
    ("Foreign Ministry", "Commissioner for Peace", None, "", "2025-06-01"),
    ("Protocol Department", "Chief of Protocol", None, "", ""),
    ("Protocol Department", "Usher", None, "", ""),
    ("Trade Board", "Chair", None, "", ""),
)
#: who, office, since, until, end state, acting
TENURES = (
    ("Anna", "Prime Minister", "2023-01-01", "2025-05-31", "ended", False),
    ("Boris", "Prime Minister", "2025-06-01", "", "ongoing", False),
    ("Boris", "Minister of Foreign Affairs", "2023-01-01", "2025-05-31", "ended", False),
    ("Clara", "Minister of Foreign Affairs", "2025-06-01", "", "ongoing", False),
    ("Dora", "Deputy Prime Minister", "2023-01-01", "", "ongoing", False),
    ("Emil", "Secretary of State", "2023-01-01", "2025-06-10", "ended", False),
    ("Fritz", "Chief of Protocol", "2025-01-01", "2025-06-04", "ended", True),
    ("Fritz", "Chief of Protocol", "2025-06-05", "", "ongoing", False),
    ("Greta", "Usher", "2020-01-01", "", "unknown", False),
    ("Hugo", "Commissioner for Peace", "2021-01-01", "2025-05-31", "ended", False),
)


@dataclass
class Cabinet:
    """The desk, with its records by their titles."""

    store: Store
    bodies: dict[str, Organization] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    @property
    def lens(self) -> Lens:
        """The day after the reshuffle, all markings."""
        return Lens(AFTER)

    def office(self, title: str) -> OfficeRef:
        """An office by its title."""
        for body in self.bodies.values():
            for office in body.offices:
                if office.title == title:
                    return OfficeRef(office.id, office.title, ref(body))
        raise KeyError(title)


def day(text: str) -> HistoricalDate | None:
    """A date, or none."""
    return HistoricalDate.parse(text) if text else None


def fill_cabinet(store: Store) -> Cabinet:
    """Put the cabinet into an empty desk."""
    made, lens = Cabinet(store), Lens(AFTER)
    for title, kind, above, since in BODIES:
        parents = [Parent(parent=ref(made.bodies[above]), since=day(since))] if above else []
        offices = [
            Office(title=name, seats=seats, founded=day(created), dissolved=day(abolished),
                   precedence=at + 1)
            for at, (body, name, seats, created, abolished) in enumerate(OFFICES)
            if body == title
        ]  # fmt: skip
        founded = day(since) if title == "Trade Board" else None
        record = Organization(
            title=title, kind=kind, country="pk", parents=parents, offices=offices, founded=founded
        )
        store.save(record, lens)
        found = store.reader.get(record.id, lens)
        assert isinstance(found, Organization)
        made.bodies[title] = found
    for name in dict.fromkeys(row[0] for row in TENURES):
        tenures = [
            Tenure(office=made.office(office), since=day(since), until=day(until),
                   end_state=state, acting=acting)
            for who, office, since, until, state, acting in TENURES
            if who == name
        ]  # fmt: skip
        contacts = [Contact(kind="phone", value="+92 51 9203824")] if name == "Emil" else []
        person = Person(title=name, country="pk", tenures=tenures, contacts=contacts)
        store.save(person, lens)
        found_person = store.reader.get(person.id, lens)
        assert isinstance(found_person, Person)
        made.people[name] = found_person
    for name, kind, on in (("Anna", "call", "2025-03-02"), ("Hugo", "appointment", "2021-01-01")):
        who = [Participant(who=ref(made.people[name]))]
        store.save(
            Event(title=f"{name}: {kind}", kind=kind, status="held", start=day(on),
                  participants=who),
            lens,
        )  # fmt: skip
    return made


@pytest.fixture
def cabinet(store: Store) -> Iterator[Cabinet]:
    """The cabinet on an open desk."""
    yield fill_cabinet(store)
