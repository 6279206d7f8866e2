"""The parts of records: names, tenures, parties, sources and the rest, each declared once.

A part is a line of one of a record's tables; `records` puts them together, `rows` makes the tables.
"""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import Index

from db.dates import HistoricalDate
from db.tables import fields
from db.tables.fields import Derived, Stored
from db.tables.references import OfficeRef, Ref


class Part(Stored):
    """A line of a record's table; `OWNER` names the part it stands in, if it stands in one."""

    OWNER: ClassVar[str] = ""
    id: int = fields.number("Number", default=0, stored=False)


class Name(Part):
    """A name beside the main one: alias, native, romanised, acronym, former."""

    TABLE: ClassVar[str] = "name"
    DERIVED: ClassVar[tuple[Derived, ...]] = (
        Derived("folded", indexed=True),  # the keys it is searched by
        Derived("skeleton"),
    )
    text: str = fields.text("Name", required="A further name needs its text.")
    kind: str = fields.word("Type", "name.kind", default="alias")
    language: str = fields.text("Language", "ISO 639 code", sort="language")
    script: str = fields.text("Script", "ISO 15924 code, found from the letters")
    since: HistoricalDate | None = fields.date("Since")
    until: HistoricalDate | None = fields.date("Until")


class Contact(Part):
    """A way to reach somebody: telephone, electronic mail, address, site."""

    TABLE: ClassVar[str] = "contact"
    kind: str = fields.word("Type", "contact.kind", default="phone")
    value: str = fields.text(
        "Number, address or site", required="A contact needs its number, address or site."
    )
    note: str = fields.text("Remark")


class Identifier(Part):
    """What a register or a file calls this record, or the part named by `about`."""

    TABLE: ClassVar[str] = "identifier"
    INDEXES: ClassVar[tuple[Index, ...]] = (Index("identifier_by_value", "value", "scheme"),)
    scheme: str = fields.text("Register")
    value: str = fields.text("Number or code", required="An identifier needs its value.")
    about: str = fields.text("Identifies", "which part it is of, '' for the record itself")


class Source(Part):
    """A text that somebody published, kept whole where it can be; several records may cite it."""

    TABLE: ClassVar[str] = "source"
    uid: str = fields.text("Identity", "UUIDv7, what travels between desks", unique=True)
    title: str = fields.text("Title", indexed=True)
    publisher: str = fields.text("Publisher")
    author: str = fields.text("Author")
    published: HistoricalDate | None = fields.date("Published")
    url: str = fields.text("Address (URL)")
    text: str = fields.prose("Text of the source")
    marking: int = fields.marking()


class Citation(Part):
    """Where a fact is from; `field` is the fact's name, '' for the whole record."""

    TABLE: ClassVar[str] = "citation"
    source: Source = fields.source("Source", Source)
    field: str = fields.text("Supports which fact")
    passage: str = fields.prose("Passage")
    confidence: str = fields.word("Confidence", "citation.confidence")
    stance: str = fields.word("Supports or disputes", "citation.stance", default="supports")


class Note(Part):
    """A remark with author and day; it may be marked higher than its record."""

    TABLE: ClassVar[str] = "note"
    text: str = fields.prose("Note", required="A note needs its text.")
    author: str = fields.text("Author")
    date: HistoricalDate | None = fields.date("Date")
    marking: int = fields.marking()


class Attachment(Part):
    """A file kept with a record; the bytes lie once in `blob`, under their hash.

    `data` is given only when it is added.
    """

    TABLE: ClassVar[str] = "attachment"
    file_name: str = fields.text("File", required="An attachment needs a file.")
    media_type: str = fields.text("Type")
    size: int = fields.number("Size", "in bytes", default=0, sort="size")
    sha256: str = fields.text("SHA-256", sort="hash")
    marking: int = fields.marking()
    data: bytes | None = fields.input_field("Content", "bytes")


class Link(Part):
    """Anything else that ties this record to another."""

    TABLE: ClassVar[str] = "link"
    other: Ref | None = fields.reference("Record", required="A link needs the other record.")
    nature: str = fields.word("Relation", "link.nature")
    since: HistoricalDate | None = fields.date("Since")
    until: HistoricalDate | None = fields.date("Until")
    note: str = fields.text("Remark")


class Confirmation(Part):
    """What an officer said is right of what a check found: the rule, and a digest of its sentence.

    The sentence itself is not kept: it may name what is marked higher than this record.
    """

    TABLE: ClassVar[str] = "confirmation"
    rule: str = fields.text("Rule", required="A confirmation needs the rule that it answers.")
    digest: str = fields.text("Digest", required="A confirmation needs what it answers.")
    note: str = fields.text("Reason")


class Rank(Part):
    """A rank held in a service."""

    TABLE: ClassVar[str] = "rank"
    title: str = fields.text("Rank", required="A rank needs its title.")
    service: str = fields.word("Service", "rank.service")
    since: HistoricalDate | None = fields.date("Since")
    until: HistoricalDate | None = fields.date("Until")


class Tenure(Part):
    """An office held and when; `end_state` says what is known of the end."""

    TABLE: ClassVar[str] = "tenure"
    uid: str = fields.text("Identity", "UUIDv7, what travels between desks", unique=True)
    office: OfficeRef | None = fields.office(
        "Office", required="A tenure needs the office that was held."
    )
    acting: bool = fields.flag("Acting", target="acting")
    since: HistoricalDate | None = fields.date("Since", target="from")
    until: HistoricalDate | None = fields.date("Until", target="to end")
    end_state: str = fields.word("End", "tenure.end_state", default="unknown", target="end_state")
    note: str = fields.text("Remark", target="note text *")


class Accreditation(Part):
    """A head of mission's place with a receiving state; times are hh:mm where they are known.

    `farewell` is the last day of functions; `for_class` is whom a chargé ad interim stands in for.
    """

    TABLE: ClassVar[str] = "accreditation"
    state: str = fields.text(
        "Sending state", required="An accreditation needs the sending state.", target="state text"
    )
    receiving: str = fields.text(
        "Receiving state",
        indexed=True,
        required="An accreditation needs the receiving state.",
        target="country text",
    )
    mission_class: str = fields.word("Class", "accreditation.mission_class", target="class word")
    residence: str = fields.word("Residence", "accreditation.residence", target="residence")
    agrement: HistoricalDate | None = fields.date("Agrément", target="agrement")
    appointed: HistoricalDate | None = fields.date("Appointed", target="appointed")
    arrived: HistoricalDate | None = fields.date("Arrived", target="arrived")
    arrived_time: str = fields.text("Time of arrival", "hh:mm")
    true_copy: HistoricalDate | None = fields.date("True copy handed", target="true_copy")
    true_copy_time: str = fields.text("Time of the true copy", "hh:mm")
    credentials: HistoricalDate | None = fields.date("Credentials presented", target="credentials")
    credentials_time: str = fields.text("Time of the credentials", "hh:mm")
    notified: HistoricalDate | None = fields.date("Chargé notified", target="notified")
    notified_time: str = fields.text("Time of the notification", "hh:mm")
    for_class: str = fields.word("In place of", "accreditation.for_class", target="for_class word")
    absent_from: HistoricalDate | None = fields.date("Absent from", target="absent_from")
    absent_until: HistoricalDate | None = fields.date("Absent until", target="absent_until end")
    farewell: HistoricalDate | None = fields.date("Farewell", target="farewell end")
    note: str = fields.text("Remark", target="note text *")


class Office(Part):
    """A post in a body; `precedence` counts from 1, the highest; `seats` None is not stated."""

    TABLE: ClassVar[str] = "office"
    DERIVED: ClassVar[tuple[Derived, ...]] = (Derived("folded", indexed=True),)
    uid: str = fields.text("Identity", "UUIDv7, what travels between desks", unique=True)
    title: str = fields.text("Office", required="An office needs its title.", target="title text")
    seats: int | None = fields.number("Seats", target="seats")
    precedence: int | None = fields.number("Precedence")
    founded: HistoricalDate | None = fields.date("Created", target="created")
    dissolved: HistoricalDate | None = fields.date("Abolished", target="abolished end")


class OfficeRule(Part):
    """A place in a state's order of its own offices: which offices stand there, the first line the
    highest. `title` is an office's title or words of it; `body` says of which body alone.
    """

    TABLE: ClassVar[str] = "office_rule"
    title: str = fields.text(
        "Offices so called",
        required="A place in the order needs words of the title.",
    )
    body: Ref | None = fields.reference("Of this body alone", "organization")


class Parent(Part):
    """The body this one stood under."""

    TABLE: ClassVar[str] = "parent"
    parent: Ref | None = fields.reference(
        "Part of", "organization", required="Choose the body this one stood under."
    )
    since: HistoricalDate | None = fields.date("Since")
    until: HistoricalDate | None = fields.date("Until")


class Amount(Part):
    """A sum with what is known of it: "about 500,000,000 USD, announced".

    `number` is a decimal in text, `currency` ISO 4217.
    """

    TABLE: ClassVar[str] = "amount"
    number: str = fields.text("Number", required="An amount needs its number.")
    currency: str = fields.text("Currency")
    qualifier: str = fields.word("Precision", "amount.qualifier")
    stage: str = fields.word("Stage", "amount.stage")
    as_of: HistoricalDate | None = fields.date("As of")
    note: str = fields.text("Remark")


class PartyAction(Part):
    """What a party did, when, signed by whom; `date_of` says what the day is the day of."""

    TABLE: ClassVar[str] = "party_action"
    OWNER: ClassVar[str] = "party"
    action: str = fields.word(
        "Act", "party_action.action", default="signed", required="Say what the party did."
    )
    date: HistoricalDate | None = fields.date("Date")
    date_of: str = fields.word("Meaning of the date", "party_action.date_of")
    effect: HistoricalDate | None = fields.date("Takes effect")
    signatory: Ref | None = fields.reference("Signed by", "person")
    territory: str = fields.text("Territory", "'' for the party itself")
    towards: Ref | None = fields.reference(
        "Towards", "organization", doc="the other state of a pair, none for all"
    )
    text: str = fields.prose("Text", "of a reservation, declaration or objection")
    note: str = fields.text("Remark")


class Party(Part):
    """A party to an agreement with everything it did."""

    TABLE: ClassVar[str] = "party"
    who: Ref | None = fields.reference(
        "Party", "organization", "person", required="A party needs the state or body."
    )
    side: str = fields.text("Side")
    capacity: str = fields.text("Capacity")
    actions: list[PartyAction] = fields.parts("Acts")


class AgreementLink(Part):
    """How this agreement bears on another: amends, supplements, replaces."""

    TABLE: ClassVar[str] = "agreement_link"
    nature: str = fields.word("Relation", "agreement_link.nature", default="amends")
    other: Ref | None = fields.reference(
        "Agreement", "agreement", required="Choose the other agreement."
    )
    scope: str = fields.text("Scope", "as “between its parties”")


class Participant(Part):
    """Who took part in an event, as what, on which side."""

    TABLE: ClassVar[str] = "participant"
    who: Ref | None = fields.reference(
        "Participant",
        "person",
        "organization",
        required="A participant needs the person or body.",
    )
    role: str = fields.word("Role", "participant.role")
    side: str = fields.text("Side")
