"""What crosses the border: a record of each kind with all its parts, and no database behind it.

Forms fill these, the store reads and writes them, paper and commands print them. A reference to
another record is a `Ref`; a date is a `HistoricalDate`. Field names are the stored columns' names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from db.dates import HistoricalDate
from db.parts import (
    AgreementLink,
    Amount,
    Attachment,
    Citation,
    Contact,
    Identifier,
    Link,
    Name,
    Note,
    Office,
    OfficeRef,
    Parent,
    Part,
    Participant,
    Party,
    PartyAction,
    Rank,
    Ref,
    Source,
    Tenure,
)

__all__ = [
    "KINDS",
    "PLURALS",
    "RECORD_TYPES",
    "Agreement",
    "AgreementLink",
    "Amount",
    "Attachment",
    "Citation",
    "Contact",
    "Event",
    "Identifier",
    "Link",
    "Name",
    "Note",
    "Office",
    "OfficeRef",
    "Organization",
    "Parent",
    "Part",
    "Participant",
    "Party",
    "PartyAction",
    "Person",
    "Rank",
    "Record",
    "Ref",
    "Source",
    "Tenure",
    "parts_of",
]


@dataclass(slots=True)
class Record:
    """What all kinds share. `title` is the main name; times are ISO 8601 in UTC."""

    KIND: ClassVar[str] = ""
    TABLE: ClassVar[str] = ""
    id: int = 0
    uid: str = ""
    title: str = ""
    marking: int = 0
    country: str = ""
    checked_on: str | None = None
    created: str = ""
    changed: str = ""
    version: int = 0
    names: list[Name] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


@dataclass(slots=True)
class Person(Record):
    """A person; titles stand apart from the name, the country is the nationality."""

    KIND: ClassVar[str] = "person"
    TABLE: ClassVar[str] = "person"
    given: str = ""
    particles: str = ""
    family: str = ""
    name_order: str = ""
    honorific: str = ""
    post_nominals: str = ""
    name_by_hand: str | None = None
    spoken_address: str = ""
    written_address: str = ""
    pronunciation: str = ""
    gender: str = ""
    born: HistoricalDate | None = None
    died: HistoricalDate | None = None
    languages: str = ""
    biography: str = ""
    ranks: list[Rank] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)


@dataclass(slots=True)
class Organization(Record):
    """A state, ministry, service, command, company or other body."""

    KIND: ClassVar[str] = "organization"
    TABLE: ClassVar[str] = "organization"
    kind: str = ""
    acronym: str = ""
    founded: HistoricalDate | None = None
    dissolved: HistoricalDate | None = None
    purpose: str = ""
    predecessor: Ref | None = None
    parents: list[Parent] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)


@dataclass(slots=True)
class Agreement(Record):
    """An agreement; its status on a day is derived, never stored."""

    KIND: ClassVar[str] = "agreement"
    TABLE: ClassVar[str] = "agreement"
    kind: str = ""
    binding: str = ""
    level: str = ""
    laterality: str = ""
    reference: str = ""
    stage: str = ""
    concluded: HistoricalDate | None = None
    place: str = ""
    languages: str = ""
    depositary: str = ""
    provisional: HistoricalDate | None = None
    in_force: HistoricalDate | None = None
    in_force_clause: str = ""
    duration: str = ""
    renewal: str = ""
    notice_period: str = ""
    terminated: HistoricalDate | None = None
    registration: str = ""
    summary: str = ""
    amounts: list[Amount] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    agreement_links: list[AgreementLink] = field(default_factory=list)


@dataclass(slots=True)
class Event(Record):
    """Something that happened or is to happen; `local_time` is hh:mm in `zone` (IANA name)."""

    KIND: ClassVar[str] = "event"
    TABLE: ClassVar[str] = "event"
    kind: str = ""
    start: HistoricalDate | None = None
    end: HistoricalDate | None = None
    local_time: str = ""
    zone: str = ""
    place: str = ""
    channel: str = ""
    status: str = ""
    initiated_by: Ref | None = None
    part_of: Ref | None = None
    outcome: str = ""
    participants: list[Participant] = field(default_factory=list)


RECORD_TYPES: dict[str, type[Record]] = {
    "person": Person,
    "organization": Organization,
    "agreement": Agreement,
    "event": Event,
}
PLURALS = {
    "person": "people",
    "organization": "organizations",
    "agreement": "agreements",
    "event": "events",
}
KINDS = tuple(RECORD_TYPES)
NAMED_KINDS = ("person", "organization")  # kinds whose main name is a row of `name` as well


def parts_of(record: Record | Part) -> Iterator[tuple[str, Part]]:
    """Every part of a record, parts of parts included, each with the name of its list."""
    for name in record.__dataclass_fields__:
        value = getattr(record, name)
        if isinstance(value, list):
            for item in value:
                if isinstance(item, Part):
                    yield name, item
                    yield from parts_of(item)
