"""What the desk keeps about itself: settings, drafts, changes, attached bytes, index debts."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

ADDED = {"server_default": "0"}  # of columns that older desks got by a step


class SettingRow(SQLModel, table=True):
    """A fact about the desk: its name, when it was made."""

    __tablename__ = "setting"
    key: str = Field(primary_key=True)
    value: str


class DraftRow(SQLModel, table=True):
    """Text typed into a form and not yet saved; outside the history.

    `marking` is the highest of all that it says or names.
    """

    __tablename__ = "draft"
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    record_id: int | None = Field(default=None, index=True)
    payload: str
    written: str
    marking: int = Field(default=0, sa_column_kwargs=ADDED)


class PrintedRow(SQLModel, table=True):
    """A document that was printed: what was asked (JSON), through which lens, after which change.

    `used` are the ids and versions of all records that it names, packed: they are written and read
    in one piece, however many they are. No record is held by it.
    """

    __tablename__ = "printed"
    id: int | None = Field(default=None, primary_key=True)
    time: str
    author: str
    title: str
    form: str
    as_of: str
    ceiling: int
    marking: int
    change_id: int
    asked: str = Field(index=True)
    used: bytes


class BlobRow(SQLModel, table=True):
    """The bytes of attachments, once each."""

    __tablename__ = "blob"
    sha256: str = Field(primary_key=True)
    data: bytes


class ChangeRow(SQLModel, table=True):
    """One unit of work: who, when, and a label; `reverts` names the change it takes back.

    `marking` is the highest that anything it touched bore before it or ever since. `origin` is a
    `ChangeOrigin` of `db.changes.unit_of_work`.
    """

    __tablename__ = "change"
    id: int | None = Field(default=None, primary_key=True)
    time: str
    author: str
    label: str
    reverts: int | None = Field(default=None, foreign_key="change.id", index=True)
    marking: int = Field(default=0, sa_column_kwargs=ADDED)
    origin: str = Field(default="hand", sa_column_kwargs={"server_default": "hand"})


class RevisionRow(SQLModel, table=True):
    """What a change did to one row, or to a run of rows `row` to `row_to` made or removed together.

    `before` and `after` are JSON of the row; of a run they are JSON lists, compressed. A run that
    was made keeps no `after`: the rows themselves, or the change that removed them, hold it.
    """

    __tablename__ = "revision"
    __table_args__ = (
        Index("revision_by_row", "table_name", "row"),
        Index("revision_by_record", "record_id"),
        Index("revision_runs", "table_name", sqlite_where=text("row_to > row")),
    )
    id: int | None = Field(default=None, primary_key=True)
    change_id: int = Field(foreign_key="change.id", index=True)
    table_name: str
    row: int
    row_to: int
    record_id: int | None = None
    before: bytes | None = None
    after: bytes | None = None


class VerdictRow(SQLModel, table=True):
    """What an officer said of two records that may be one: `different` is never asked again."""

    __tablename__ = "verdict"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    other_id: int = Field(foreign_key="record.id", index=True)
    says: str = "different"


class MergerRow(SQLModel, table=True):
    """A record that was merged into another: its number and uid lead there, and its history too."""

    __tablename__ = "merger"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    former_id: int = Field(index=True)
    former_uid: str = Field(index=True)


class SavedSearchRow(SQLModel, table=True):
    """A view: a search that is kept under a name; `kind` is the list it was made in.

    `marking` is the ceiling that it was made under, or the highest of what it names.
    """

    __tablename__ = "saved_search"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    kind: str
    query: str
    is_exact: int = 0
    marking: int = Field(default=0, sa_column_kwargs=ADDED)


class StaleRow(SQLModel, table=True):
    """A record whose full text must be written again because something it names has changed."""

    __tablename__ = "stale"
    record_id: int = Field(primary_key=True)


class ChecksumRow(SQLModel, table=True):
    """What the rows of a record, or under a negative number a source, added up to when saved."""

    __tablename__ = "checksum"
    id: int | None = Field(default=None, primary_key=True)
    sum: int
    derived: int | None = None  # of the columns that follow from others; none of an edited record


class TextSumRow(SQLModel, table=True):
    """What a record gave the full text: the sum of its texts, and of their words there.

    Row 0 is that of the vocabulary.
    """

    __tablename__ = "text_sum"
    id: int | None = Field(default=None, primary_key=True)
    texts: int
    words: int


class TermRow(SQLModel, table=True):
    """A word of the desk's names with its consonants in every way they are heard, or of its texts.

    Ids only grow, so that a reader asks for what is newer than the last word it knows.
    """

    __tablename__ = "term"
    __table_args__ = (
        Index("term_by_word", "is_name", "word", unique=True),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)
    is_name: int
    word: str
    sounds: str = ""


class StandingRow(SQLModel, table=True):
    """Where a record stands in the full text, by its id; those of which nothing tells have none."""

    __tablename__ = "standing"
    id: int = Field(primary_key=True)
    place: int


class LogMarkRow(SQLModel, table=True):
    """One row that every transaction changes: it says to which state of the file the log belongs.

    `mark` is drawn anew each time, so that no two states have the same page of it; `below` is the
    digest of this page as it lies in the file beneath the log.
    """

    __tablename__ = "log_mark"
    id: int | None = Field(default=None, primary_key=True)
    mark: bytes
    below: bytes
