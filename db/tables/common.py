"""What every kind of record has: its row, names, contacts, sources, topics, notes and links."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from db.tables.dated import On, Published, Since, Until


class RecordRow(SQLModel, table=True):
    """One record of any kind. `day` repeats the day it is sorted by, so lists need no join."""

    __tablename__ = "record"
    __table_args__ = (
        Index("record_by_title", "kind", "sort_title", "marking"),
        Index("record_by_day", "kind", "day", "marking"),
        Index("record_by_country", "kind", "country", "sort_title", "marking"),
    )
    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    kind: str
    title: str
    sort_title: str
    marking: int = 0
    country: str = ""
    day: str | None = None
    checked_on: str | None = None
    created: str
    changed: str = Field(index=True)
    version: int = 1


class NameRow(Since, Until, table=True):
    """One name a record goes or went by, with the keys it is searched by."""

    __tablename__ = "name"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    position: int = 0
    kind: str
    text: str
    language: str = ""
    script: str = ""
    folded: str = Field(index=True)
    skeleton: str = ""


class ContactRow(SQLModel, table=True):
    """A way to reach somebody: telephone, electronic mail, address, site."""

    __tablename__ = "contact"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    position: int = 0
    kind: str
    value: str
    note: str = ""


class IdentifierRow(SQLModel, table=True):
    """What a register or a file calls a record; `about` names the part, if not the whole."""

    __tablename__ = "identifier"
    __table_args__ = (Index("identifier_by_value", "value", "scheme"),)
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    position: int = 0
    scheme: str
    value: str
    about: str = ""


class SourceRow(Published, table=True):
    """A text somebody published or wrote, kept whole where it can be."""

    __tablename__ = "source"
    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    title: str = Field(index=True)
    publisher: str = ""
    author: str = ""
    url: str = ""
    text: str = ""
    marking: int = 0


class CitationRow(SQLModel, table=True):
    """Where one fact of a record is from."""

    __tablename__ = "citation"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    source_id: int = Field(foreign_key="source.id", index=True)
    position: int = 0
    field: str = ""
    passage: str = ""
    confidence: str = ""
    stance: str = "supports"


class TagRow(SQLModel, table=True):
    """A topic; `parent_id` makes the tree."""

    __tablename__ = "tag"
    id: int | None = Field(default=None, primary_key=True)
    parent_id: int | None = Field(default=None, foreign_key="tag.id", index=True)
    text: str = Field(unique=True)


class RecordTagRow(SQLModel, table=True):
    """A topic of a record."""

    __tablename__ = "record_tag"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    tag_id: int = Field(foreign_key="tag.id", index=True)


class NoteRow(On, table=True):
    """A remark with its author and day; it can be marked higher than its record."""

    __tablename__ = "note"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    position: int = 0
    text: str
    author: str = ""
    marking: int = 0


class AttachmentRow(SQLModel, table=True):
    """A file kept with a record; the bytes lie once in `blob`, under their hash."""

    __tablename__ = "attachment"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    position: int = 0
    file_name: str
    media_type: str = ""
    size: int = 0
    sha256: str
    marking: int = 0


class LinkRow(Since, Until, table=True):
    """Anything else that ties two records."""

    __tablename__ = "link"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    other_id: int = Field(foreign_key="record.id", index=True)
    position: int = 0
    nature: str = ""
    note: str = ""
