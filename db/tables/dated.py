"""The four columns of a stored date, as mixins for the tables that carry one."""

from __future__ import annotations

from sqlmodel import SQLModel


class Since(SQLModel):
    """The day something began to hold."""

    since_edtf: str | None = None
    since_first: str | None = None
    since_last: str | None = None
    since_words: str | None = None


class Until(SQLModel):
    """The last day on which something held."""

    until_edtf: str | None = None
    until_first: str | None = None
    until_last: str | None = None
    until_words: str | None = None


class On(SQLModel):
    """The one day on which something was done."""

    date_edtf: str | None = None
    date_first: str | None = None
    date_last: str | None = None
    date_words: str | None = None


class Born(SQLModel):
    """A birth and a death."""

    born_edtf: str | None = None
    born_first: str | None = None
    born_last: str | None = None
    born_words: str | None = None
    died_edtf: str | None = None
    died_first: str | None = None
    died_last: str | None = None
    died_words: str | None = None


class Founded(SQLModel):
    """The founding and the end of a body or an office."""

    founded_edtf: str | None = None
    founded_first: str | None = None
    founded_last: str | None = None
    founded_words: str | None = None
    dissolved_edtf: str | None = None
    dissolved_first: str | None = None
    dissolved_last: str | None = None
    dissolved_words: str | None = None


class Concluded(SQLModel):
    """The four days in the life of an agreement."""

    concluded_edtf: str | None = None
    concluded_first: str | None = None
    concluded_last: str | None = None
    concluded_words: str | None = None
    provisional_edtf: str | None = None
    provisional_first: str | None = None
    provisional_last: str | None = None
    provisional_words: str | None = None
    in_force_edtf: str | None = None
    in_force_first: str | None = None
    in_force_last: str | None = None
    in_force_words: str | None = None
    terminated_edtf: str | None = None
    terminated_first: str | None = None
    terminated_last: str | None = None
    terminated_words: str | None = None


class Started(SQLModel):
    """The start and end of an event."""

    start_edtf: str | None = None
    start_first: str | None = None
    start_last: str | None = None
    start_words: str | None = None
    end_edtf: str | None = None
    end_first: str | None = None
    end_last: str | None = None
    end_words: str | None = None


class Published(SQLModel):
    """The day a source came out."""

    published_edtf: str | None = None
    published_first: str | None = None
    published_last: str | None = None
    published_words: str | None = None
