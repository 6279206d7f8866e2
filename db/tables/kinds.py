"""The tables of the four kinds of record and of the parts only they have."""

from __future__ import annotations

from sqlmodel import Field, SQLModel

from db.tables.dated import Born, Concluded, Founded, On, Since, Started, Until


class PersonRow(Born, table=True):
    """A person. Titles stand apart from the name; the country is on the record.

    `name_by_hand` says what of the name nothing is derived for any more: parts, titles, or both.
    """

    __tablename__ = "person"
    id: int = Field(primary_key=True, foreign_key="record.id")
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
    languages: str = ""
    biography: str = ""


class RankRow(Since, Until, table=True):
    """A rank a person held in a service."""

    __tablename__ = "rank"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    position: int = 0
    title: str
    service: str = ""


class OrganizationRow(Founded, table=True):
    """A state, ministry, service, command, company or any other body."""

    __tablename__ = "organization"
    id: int = Field(primary_key=True, foreign_key="record.id")
    kind: str = ""
    acronym: str = ""
    purpose: str = ""
    predecessor_id: int | None = Field(default=None, foreign_key="record.id", index=True)


class ParentRow(Since, Until, table=True):
    """The body another body stood under."""

    __tablename__ = "parent"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    parent_id: int = Field(foreign_key="record.id", index=True)
    position: int = 0


class OfficeRow(Founded, table=True):
    """A post in a body; `precedence` counts from 1, the highest."""

    __tablename__ = "office"
    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    position: int = 0
    title: str
    folded: str = Field(index=True)
    seats: int | None = None
    precedence: int | None = None


class TenureRow(Since, Until, table=True):
    """Who held an office and when; `end_state` says what is known of the end."""

    __tablename__ = "tenure"
    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    position: int = 0
    acting: bool = False
    end_state: str = "unknown"
    note: str = ""


class AgreementRow(Concluded, table=True):
    """An agreement; its status is derived from the parties' actions and these days."""

    __tablename__ = "agreement"
    id: int = Field(primary_key=True, foreign_key="record.id")
    kind: str = ""
    binding: str = ""
    level: str = ""
    laterality: str = ""
    reference: str = ""
    stage: str = ""
    place: str = ""
    languages: str = ""
    depositary: str = ""
    in_force_clause: str = ""
    duration: str = ""
    renewal: str = ""
    notice_period: str = ""
    registration: str = ""
    summary: str = ""


class AmountRow(SQLModel, table=True):
    """A sum with what is known of it: "about 500,000,000 USD, announced". `number` is a decimal."""

    __tablename__ = "amount"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    position: int = 0
    number: str
    currency: str = ""
    qualifier: str = ""
    stage: str = ""
    note: str = ""
    as_of_edtf: str | None = None
    as_of_first: str | None = None
    as_of_last: str | None = None
    as_of_words: str | None = None


class PartyRow(SQLModel, table=True):
    """A party to an agreement."""

    __tablename__ = "party"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    who_id: int = Field(foreign_key="record.id", index=True)
    position: int = 0
    side: str = ""
    capacity: str = ""


class PartyActionRow(On, table=True):
    """What a party did; `date_of` says whether the day is of the act, the deposit or the effect."""

    __tablename__ = "party_action"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    party_id: int = Field(foreign_key="party.id", index=True)
    signatory_id: int | None = Field(default=None, foreign_key="record.id", index=True)
    position: int = 0
    action: str
    date_of: str = ""
    note: str = ""


class AgreementLinkRow(SQLModel, table=True):
    """How one agreement bears on another: amends, supplements, replaces …"""

    __tablename__ = "agreement_link"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    other_id: int = Field(foreign_key="record.id", index=True)
    position: int = 0
    nature: str = ""


class EventRow(Started, table=True):
    """Something that happened, or is to happen; `local_time` is hh:mm in `zone`."""

    __tablename__ = "event"
    id: int = Field(primary_key=True, foreign_key="record.id")
    kind: str = ""
    local_time: str = ""
    zone: str = ""
    place: str = ""
    channel: str = ""
    status: str = ""
    initiated_by_id: int | None = Field(default=None, foreign_key="record.id", index=True)
    part_of_id: int | None = Field(default=None, foreign_key="record.id", index=True)
    outcome: str = ""


class ParticipantRow(SQLModel, table=True):
    """Who or what took part in an event, and on which side."""

    __tablename__ = "participant"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    who_id: int = Field(foreign_key="record.id", index=True)
    position: int = 0
    role: str = ""
    side: str = ""
