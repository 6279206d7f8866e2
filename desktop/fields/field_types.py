"""What a form is written in: fields, tables of parts, sections; each kind is a file of them.

A stored field takes its label, its sort and its words from its declaration in `db`.

The form lays them out, the tables show their columns, and nothing here knows a kind or a widget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from db import KINDS, Meaning, Part, Record, meaning_of

SORTS: Final = frozenset((
    "line", "text", "choice", "date", "day", "ref", "office", "source", "marking", "country",
    "flag", "number", "topics", "size", "hash", "language", "act", "amount", "fact",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActColumn:
    """What a column of a grid stands for: acts that a party did, the usual one first, and the field
    of the act that is shown.
    """

    words: tuple[str, ...]
    shows: str = "date"


@dataclass(frozen=True, slots=True)
class FormField:
    """One thing to type. `name` is the record's field, or a path in a part such as `source.title`.

    `sort` is one of `SORTS`; `words` names the word list of a choice as `table.column`; `kinds` are
    the kinds a reference may be to, or that a fact is of; `width` is a column's share of its table;
    `hint` is shown while nothing is typed; a column with an `act` has no field of its own
    (`desktop.fields.act_columns`).
    """

    name: str
    label: str
    sort: str = "line"
    words: str = ""
    kinds: tuple[str, ...] = ()
    width: int = 2
    hint: str = ""
    is_title: bool = False
    act: ActColumn | None = None

    @property
    def is_one_line(self) -> bool:
        """Whether a text typed here has no line ends and tabs."""
        return self.sort != "text" or self.is_title


# How a declared sort is edited, where a form calls it otherwise.
EDITED_AS: Final = {
    "text": "line",
    "title": "text",
    "prose": "text",
    "word": "choice",
    "reference": "ref",
}


def field_of(
    of: type[Record | Part],
    name: str,
    *,
    width: int = 2,
    hint: str = "",
    before: str = "",
    sort: str = "",
) -> FormField:
    """Return a field as its declaration says; `before` is the path to the part that it is a field
    of.

    `sort` is given where it is edited in a way of its own.

    >>> from db import Person
    >>> field_of(Person, "born").label, field_of(Person, "gender").words
    ('Born', 'person.gender')
    """
    found: Meaning = meaning_of(of, name)
    return FormField(
        before + name,
        found.label,
        sort or EDITED_AS.get(found.sort, found.sort),
        found.words if found.sort == "word" else "",
        found.kinds or (KINDS if found.sort == "reference" else ()),
        width,
        hint,
        is_title=found.sort == "title",
    )


def label_of(of: type[Record | Part], name: str) -> str:
    """Return what a field or a list of parts is called, as its declaration says."""
    return meaning_of(of, name).label


@dataclass(frozen=True, slots=True)
class PartsTableSpec:
    """A table of parts: its columns, what of the chosen row stands below, and a table inside it.

    `name` is the record's list, `of` the class of its parts, `one` what a single one is called;
    `unseen` are fields that no one types but that change with others. `for_all` is a column that
    often says the same of all rows, and what the button is called that asks for it. `follow` sets
    what follows from the cells as they were and as they are now; `starts_at` is the column in which
    a new row begins, '' for the first.
    """

    name: str
    label: str
    of: type[Part]
    one: str
    columns: tuple[FormField, ...]
    more: tuple[FormField, ...] = ()
    inner: PartsTableSpec | None = None
    takes_files: bool = False
    unseen: tuple[FormField, ...] = ()
    for_all: tuple[str, str] | None = None
    starts_at: str = ""
    follow: Callable[[dict[str, Any], dict[str, Any]], None] | None = None

    def fields(self) -> tuple[FormField, ...]:
        """Return every field that a row has of its own, each name once."""
        seen = {field.name: field for field in (*self.unseen, *self.more, *self.columns)}
        return tuple(field for field in seen.values() if field.act is None)


@dataclass(frozen=True, slots=True)
class Native:
    """The line for the name in its own script; it stands for the first native name of the table."""

    label: str
    name: str = "names"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it."""

    label: str
    items: tuple[FormField | Native | PartsTableSpec, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """Everything that can be typed of one kind of record."""

    kind: str
    sections: tuple[Section, ...]

    def items(self) -> Iterator[FormField | Native | PartsTableSpec]:
        """Yield all that can be typed, in its order on the page."""
        for section in self.sections:
            yield from section.items

    def fields(self) -> Iterator[FormField]:
        """Yield the single fields, in their order on the page."""
        yield from (item for item in self.items() if isinstance(item, FormField))

    def parts(self) -> Iterator[PartsTableSpec]:
        """Yield the tables, in their order on the page."""
        yield from (item for item in self.items() if isinstance(item, PartsTableSpec))
