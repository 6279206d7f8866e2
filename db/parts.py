"""The parts of records: names, tenures, parties, sources and the rest, and references to records.

A part is a line of one of a record's tables; `db.records` puts them together. Field names are the
stored columns' names.
"""

from __future__ import annotations

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
