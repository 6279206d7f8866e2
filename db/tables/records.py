"""The four kinds of record, each field declared once; they cross the border as they stand here.

Forms fill them, the store reads and writes them, paper and commands print them. `rows` makes the
tables: `record` of what all kinds share, and one of its own for each kind.
"""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import Index, text

from db.dates import HistoricalDate
from db.tables import fields
from db.tables.fields import Derived, Stored
from db.tables.parts import (
    Accreditation,
    AgreementLink,
    Amount,
    Attachment,
    Citation,
    Confirmation,
    Contact,
    Identifier,
    Link,
    Name,
    Note,
    Office,
    OfficeRule,
    Parent,
    Participant,
    Party,
    Rank,
    Tenure,
)
from db.tables.references import Ref


class Record(Stored):
    """What all kinds share. `title` is the main name; times are ISO 8601 in UTC."""

    TABLE: ClassVar[str] = "record"
    KIND: ClassVar[str] = ""
    DERIVED: ClassVar[tuple[Derived, ...]] = (
        Derived("kind"),
        Derived("sort_title"),
        Derived("day", str | None, None),  # repeats the day it is sorted by: lists need no join
        Derived("sort_key", str | None, None),  # in the order of the desk's language
    )
    INDEXES: ClassVar[tuple[Index, ...]] = (
        Index("record_by_title", "kind", "sort_key", "marking"),
        Index("record_by_day", "kind", "day", "marking"),
        Index("record_by_country", "kind", "country", "sort_key", "marking"),
        Index("record_by_retention", "keep_until", sqlite_where=text("keep_until IS NOT NULL")),
        Index("agreement_by_title", "sort_title", sqlite_where=text("kind = 'agreement'")),
    )
    id: int = fields.number("Number", default=0, stored=False)
    uid: str = fields.text("Identity", "UUIDv7, what travels between desks", unique=True)
    title: str = fields.title("Name", target="name name", searched="name")
    marking: int = fields.marking()
    country: str = fields.text("Country", "ISO 3166 code", sort="country", target="country")
    checked_on: str | None = fields.text("Checked on", "ISO day", sort="day", default=None)
    keep_until: str | None = fields.text(
        "Keep until", "ISO day of retention", sort="day", default=None, target="keep_until"
    )
    created: str = fields.text("Created")
    changed: str = fields.text("Changed", indexed=True)
    version: int = fields.number("Version", default=0)
    names: list[Name] = fields.parts("Other names")
    contacts: list[Contact] = fields.parts("Contact details")
    identifiers: list[Identifier] = fields.parts("Identifiers")
    topics: list[str] = fields.topics("Topics")
    citations: list[Citation] = fields.parts("Sources")
    notes: list[Note] = fields.parts("Notes")
    attachments: list[Attachment] = fields.parts("Attachments")
    links: list[Link] = fields.parts("Related records")
    confirmations: list[Confirmation] = fields.parts("Findings that are right")


class Person(Record):
    """A person; titles stand apart from the name, the country is the nationality."""

    TABLE: ClassVar[str] = "person"
    KIND: ClassVar[str] = "person"
    country: str = fields.text("Nationality", "ISO 3166 code", sort="country", target="country")
    given: str = fields.text("Given name", target="given_name name +")
    particles: str = fields.text("Particles")
    family: str = fields.text("Family name", target="family_name name +")
    name_order: str = fields.word("Name order", "person.name_order")
    honorific: str = fields.text("Honorific", target="honorific word +", searched="text")
    post_nominals: str = fields.text("Post-nominals", target="suffix word +", searched="text")
    name_by_hand: str | None = fields.word(
        "Set by hand",
        "person.name_by_hand",
        "what of the name is derived no more: parts, titles or both",
        default=None,
    )
    spoken_address: str = fields.text("Spoken address")
    written_address: str = fields.text("Written address")
    pronunciation: str = fields.text("Pronunciation")
    gender: str = fields.word("Gender", "person.gender", target="gender")
    born: HistoricalDate | None = fields.date("Born", target="born")
    died: HistoricalDate | None = fields.date("Died", target="died")
    languages: str = fields.text("Languages", target="languages word *")
    biography: str = fields.prose("Biography", target="biography", searched="text")
    ranks: list[Rank] = fields.parts("Ranks")
    tenures: list[Tenure] = fields.parts("Offices held")
    accreditations: list[Accreditation] = fields.parts("Accreditations")


class Organization(Record):
    """A state, ministry, service, command, company or other body."""

    TABLE: ClassVar[str] = "organization"
    KIND: ClassVar[str] = "organization"
    kind: str = fields.word("Type", "organization.kind", target="type", searched="text")
    acronym: str = fields.text("Acronym", target="acronym word +", searched="name")
    founded: HistoricalDate | None = fields.date("Founded", target="founded")
    dissolved: HistoricalDate | None = fields.date("Dissolved", target="dissolved end")
    purpose: str = fields.prose("Purpose", searched="text")
    predecessor: Ref | None = fields.reference("Predecessor", "organization")
    parents: list[Parent] = fields.parts("Part of")
    offices: list[Office] = fields.parts("Offices")
    office_rules: list[OfficeRule] = fields.parts("Order of offices")


class Agreement(Record):
    """An agreement; its status on a day follows from the parties' acts and these days."""

    TABLE: ClassVar[str] = "agreement"
    KIND: ClassVar[str] = "agreement"
    title: str = fields.title("Title", target="title", searched="name")
    topics: list[str] = fields.topics("Topics", target="topics")
    kind: str = fields.word("Type", "agreement.kind", target="type", searched="text")
    binding: str = fields.word("Binding", "agreement.binding", target="binding")
    level: str = fields.word("Level", "agreement.level")
    laterality: str = fields.word("Laterality", "agreement.laterality", target="laterality")
    reference: str = fields.text("Reference", target="reference", searched="name")
    stage: str = fields.word("Stage before signature", "agreement.stage")
    concluded: HistoricalDate | None = fields.date("Concluded", target="signed")
    place: str = fields.text("Place", target="place", searched="text")
    languages: str = fields.text("Languages", target="languages word *")
    depositary: str = fields.text(
        "Depositary", target="depositary text + -> organizations", searched="text"
    )
    adopted: HistoricalDate | None = fields.date("Adopted", target="adopted")
    provisional: HistoricalDate | None = fields.date(
        "Provisional application from", target="provisional_from"
    )
    provisional_until: HistoricalDate | None = fields.date(
        "Provisional application until", target="provisional_until"
    )
    provisional_who: str = fields.text(
        "Provisionally applied by", "names, or all signatories", target="provisional_who text"
    )
    in_force: HistoricalDate | None = fields.date("Entry into force", target="in_force")
    in_force_clause: str = fields.prose("Entry-into-force clause", target="in_force_clause")
    in_force_rule: str = fields.text(
        "Rule of entry into force", "one line of words, see `db.law`", target="in_force_rule text"
    )
    share_met: HistoricalDate | None = fields.date("Share reached", target="share_met")
    later_rule: str = fields.text("Rule for later parties", target="later_rule text")
    parties_complete: str = fields.word(
        "All parties are listed", "agreement.parties_complete", target="parties_complete"
    )
    duration: str = fields.text("Duration", target="duration text")
    renewal: str = fields.text("Renewal", target="renewal text")
    notice_period: str = fields.text("Notice period", target="notice_period")
    withdrawal_rule: str = fields.text("Rule of withdrawal", target="withdrawal_rule text")
    terminated: HistoricalDate | None = fields.date("Terminated", target="terminated end")
    authority: HistoricalDate | None = fields.date("Authority to negotiate", target="authority")
    legal_opinion: HistoricalDate | None = fields.date("Legal opinion", target="legal_opinion")
    laid: HistoricalDate | None = fields.date("Laid before parliament", target="laid")
    registered: HistoricalDate | None = fields.date("Registered (Article 102)", target="registered")
    registration: str = fields.text("Registration", target="registration", searched="text")
    signature_until: HistoricalDate | None = fields.date(
        "Open for signature until", target="signature_until end"
    )
    original_place: str = fields.text("Place of the original", target="original_place")
    summary: str = fields.prose("Summary", target="summary", searched="text")
    amounts: list[Amount] = fields.parts("Amounts")
    parties: list[Party] = fields.parts("Parties")
    agreement_links: list[AgreementLink] = fields.parts("Related agreements")


class Event(Record):
    """Something that happened or is to happen; `local_time` is hh:mm in `zone` (IANA name)."""

    TABLE: ClassVar[str] = "event"
    KIND: ClassVar[str] = "event"
    title: str = fields.title("Title", target="title", searched="name")
    country: str = fields.text("Country", "ISO 3166 code", sort="country")  # files give several
    topics: list[str] = fields.topics("Topics", target="topics")
    kind: str = fields.word("Type", "event.kind", target="type", searched="text")
    start: HistoricalDate | None = fields.date("Date", target="start")
    end: HistoricalDate | None = fields.date("End date", target="end end")
    local_time: str = fields.text("Local time", "hh:mm")
    zone: str = fields.text("Time zone", "IANA name")
    place: str = fields.text("Place", target="place", searched="text")
    channel: str = fields.word("Channel", "event.channel", target="channel", searched="text")
    status: str = fields.word("Status", "event.status")
    initiated_by: Ref | None = fields.reference("Initiated by", "person", "organization")
    part_of: Ref | None = fields.reference("Part of", "event")
    outcome: str = fields.prose("Outcome", target="outcome", searched="text")
    participants: list[Participant] = fields.parts("Participants")
