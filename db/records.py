"""What crosses the border: a record of each kind with all its parts, and no database behind it.

Forms fill these, the store reads and writes them, paper and commands print them. A reference to
another record is a `Ref`; a date is a `HistoricalDate`. Field names are the stored columns' names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from db.dates import HistoricalDate


@dataclass(frozen=True, slots=True)
class Ref:
    """Another record by id, with its kind and title for the reader's eye."""

    id: int
    title: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class OfficeRef:
    """An office by id, with its title and the body it is in."""

    id: int
    title: str = ""
    organization: Ref | None = None


@dataclass(slots=True)
class Part:
    """A line of a record's table; `id` 0 is a line not yet saved."""

    TABLE: ClassVar[str] = ""
    id: int = 0


@dataclass(slots=True)
class Name(Part):
    """A name beside the main one: alias, native, romanised, acronym, former."""

    TABLE: ClassVar[str] = "name"
    text: str = ""
    kind: str = "alias"
    language: str = ""
    script: str = ""
    since: HistoricalDate | None = None
    until: HistoricalDate | None = None


@dataclass(slots=True)
class Contact(Part):
    """A way to reach somebody."""

    TABLE: ClassVar[str] = "contact"
    kind: str = "phone"
    value: str = ""
    note: str = ""


@dataclass(slots=True)
class Identifier(Part):
    """What a register or a file calls this record, or the part named by `about`."""

    TABLE: ClassVar[str] = "identifier"
    scheme: str = ""
    value: str = ""
    about: str = ""


@dataclass(slots=True)
class Source(Part):
    """A text that facts are from; several records may cite one."""

    TABLE: ClassVar[str] = "source"
    uid: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: HistoricalDate | None = None
    url: str = ""
    text: str = ""
    marking: int = 0


@dataclass(slots=True)
class Citation(Part):
    """Where a fact is from; `field` is the fact's name, '' for the whole record."""

    TABLE: ClassVar[str] = "citation"
    source: Source = field(default_factory=Source)
    field: str = ""
    passage: str = ""
    confidence: str = ""
    stance: str = "supports"


@dataclass(slots=True)
class Note(Part):
    """A remark with author and day; it may be marked higher than its record."""

    TABLE: ClassVar[str] = "note"
    text: str = ""
    author: str = ""
    date: HistoricalDate | None = None
    marking: int = 0


@dataclass(slots=True)
class Attachment(Part):
    """A file kept with a record; `data` is given only when it is added."""

    TABLE: ClassVar[str] = "attachment"
    file_name: str = ""
    media_type: str = ""
    size: int = 0
    sha256: str = ""
    marking: int = 0
    data: bytes | None = field(default=None, metadata={"stored": False})


@dataclass(slots=True)
class Link(Part):
    """Anything else that ties this record to another."""

    TABLE: ClassVar[str] = "link"
    other: Ref | None = None
    nature: str = ""
    since: HistoricalDate | None = None
    until: HistoricalDate | None = None
    note: str = ""


@dataclass(slots=True)
class Rank(Part):
    """A rank held in a service."""

    TABLE: ClassVar[str] = "rank"
    title: str = ""
    service: str = ""
    since: HistoricalDate | None = None
    until: HistoricalDate | None = None


@dataclass(slots=True)
class Tenure(Part):
    """An office held; `end_state` is ongoing, ended, ended-unknown or unknown."""

    TABLE: ClassVar[str] = "tenure"
    uid: str = ""
    office: OfficeRef | None = None
    acting: bool = False
    since: HistoricalDate | None = None
    until: HistoricalDate | None = None
    end_state: str = "unknown"
    note: str = ""


@dataclass(slots=True)
class Office(Part):
    """A post in a body; `precedence` counts from 1, the highest; `seats` None is not stated."""

    TABLE: ClassVar[str] = "office"
    uid: str = ""
    title: str = ""
    seats: int | None = None
    precedence: int | None = None
    founded: HistoricalDate | None = None
    dissolved: HistoricalDate | None = None


@dataclass(slots=True)
class Parent(Part):
    """The body this one stood under."""

    TABLE: ClassVar[str] = "parent"
    parent: Ref | None = None
    since: HistoricalDate | None = None
    until: HistoricalDate | None = None


@dataclass(slots=True)
class Amount(Part):
    """A sum: `number` is a decimal in text, `currency` ISO 4217."""

    TABLE: ClassVar[str] = "amount"
    number: str = ""
    currency: str = ""
    qualifier: str = ""
    stage: str = ""
    as_of: HistoricalDate | None = None
    note: str = ""


@dataclass(slots=True)
class PartyAction(Part):
    """What a party did, when, by whose hand."""

    TABLE: ClassVar[str] = "party_action"
    action: str = "signed"
    date: HistoricalDate | None = None
    date_of: str = ""
    signatory: Ref | None = None
    note: str = ""


@dataclass(slots=True)
class Party(Part):
    """A party to an agreement with everything it did."""

    TABLE: ClassVar[str] = "party"
    who: Ref | None = None
    side: str = ""
    capacity: str = ""
    actions: list[PartyAction] = field(default_factory=list)


@dataclass(slots=True)
class AgreementLink(Part):
    """How this agreement bears on another."""

    TABLE: ClassVar[str] = "agreement_link"
    nature: str = "amends"
    other: Ref | None = None


@dataclass(slots=True)
class Participant(Part):
    """Who took part in an event, as what, on which side."""

    TABLE: ClassVar[str] = "participant"
    who: Ref | None = None
    role: str = ""
    side: str = ""


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


def parts_of(record: Record | Part) -> Iterator[tuple[str, Part]]:
    """Every part of a record, parts of parts included, each with the name of its list."""
    for name in record.__dataclass_fields__:
        value = getattr(record, name)
        if isinstance(value, list):
            for item in value:
                if isinstance(item, Part):
                    yield name, item
                    yield from parts_of(item)
