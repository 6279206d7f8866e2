"""The tables of topics: a tree of tags, and which record has which."""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class TagRow(SQLModel, table=True):
    """A topic; `parent_id` makes the tree, `keep_until` is the ISO day until which what bears it is
    kept.
    """

    __tablename__ = "tag"
    id: int | None = Field(default=None, primary_key=True)
    parent_id: int | None = Field(default=None, foreign_key="tag.id", index=True)
    text: str = Field(unique=True)
    keep_until: str | None = Field(default=None, title="Kept until")


class RecordTagRow(SQLModel, table=True):
    """A topic of a record."""

    __tablename__ = "record_tag"
    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id", index=True)
    tag_id: int = Field(foreign_key="tag.id", index=True)
