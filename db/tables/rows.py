"""The tables of records and their parts: a SQLModel table class for each declaration.

A declared field becomes the columns that its sort takes: a date four, a reference the id that it
names, everything else one of its own name. `storage` and the migrations' tests ask for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlmodel import Field, SQLModel

from db.tables import desk, topics
from db.tables.fields import Derived, Meaning, Stored, meanings
from db.tables.parts import Part, Source
from db.tables.records import Agreement, Event, Organization, Person, Record

DATE_COLUMNS = ("_edtf", "_first", "_last", "_words")
KEYS = {"unique": "unique", "index": "indexed"}  # SQLModel's word for it and ours
Column = tuple[str, Any, Any]  # name, Python type, SQLModel's field

KIND_DECLARATIONS: tuple[type[Record], ...] = (Person, Organization, Agreement, Event)
PART_DECLARATIONS: tuple[type[Part], ...] = tuple(Part.__subclasses__())
TARGET_TABLES = {"reference": "record.id", "office": "office.id", "source": "source.id"}


def column_names(name: str, meaning: Meaning) -> tuple[str, ...]:
    """Return the columns that a declared field fills.

    >>> column_names("born", Meaning("Born", "date"))
    ('born_edtf', 'born_first', 'born_last', 'born_words')
    >>> column_names("other", Meaning("Record", "reference"))
    ('other_id',)
    """
    if meaning.sort == "date":
        return tuple(name + tail for tail in DATE_COLUMNS)
    return (f"{name}_id",) if meaning.sort in TARGET_TABLES else (name,)


def _column(name: str, kind: Any, **value: Any) -> Column:
    """Return a column with what is known of it; what is not given is left to SQLModel."""
    return name, kind, Field(**value)


def _columns(name: str, meaning: Meaning, of: type[Stored]) -> Iterator[Column]:
    names = column_names(name, meaning)
    if meaning.sort == "date":
        yield from (_column(each, str | None, default=None) for each in names)
    elif target := TARGET_TABLES.get(meaning.sort):
        if meaning.required or meaning.sort == "source":
            yield _column(names[0], int, foreign_key=target, index=True)
        else:
            yield _column(names[0], int | None, default=None, foreign_key=target, index=True)
    else:
        declared = of.model_fields[name]
        keys = {key: True for key in ("unique", "index") if getattr(meaning, KEYS[key])}
        yield _column(name, declared.annotation, default=declared.default, **keys)


def _key_columns(of: type[Stored]) -> Iterator[Column]:
    """Yield the columns that say which row it is, whose, and where among its like."""
    if issubclass(of, Record) and of is not Record:
        yield _column("id", int, primary_key=True, foreign_key="record.id")
        return
    yield _column("id", int | None, default=None, primary_key=True)
    if not issubclass(of, Part) or of is Source:
        return
    yield _column("record_id", int, foreign_key="record.id", index=True)
    if of.OWNER:
        yield _column(f"{of.OWNER}_id", int, foreign_key=f"{of.OWNER}.id", index=True)
    yield _column("position", int, default=0)


def _derived_column(column: Derived) -> Column:
    keys = {"index": True} if column.indexed else {}
    return _column(column.name, column.type, default=column.default, **keys)


def own_fields(of: type[Stored]) -> Iterator[tuple[str, Meaning]]:
    """Yield the stored fields of a declaration that lie in its own table."""
    shared = set(Record.model_fields) if issubclass(of, Record) and of is not Record else set()
    for name, meaning in meanings(of):
        if meaning.stored and name not in shared:
            yield name, meaning


def _row_class(of: type[Stored]) -> type[SQLModel]:
    columns = [*_key_columns(of)]
    columns += [each for name, meaning in own_fields(of) for each in _columns(name, meaning, of)]
    columns += map(_derived_column, of.__dict__.get("DERIVED", ()))
    namespace: dict[str, Any] = {name: field for name, _, field in columns}
    namespace |= {
        "__module__": __name__,
        "__doc__": of.__doc__,
        "__tablename__": of.TABLE,
        "__table_args__": of.__dict__.get("INDEXES", ()),
        "__annotations__": {name: kind for name, kind, _ in columns},
    }
    metaclass: Any = type(SQLModel)
    row_class: type[SQLModel] = metaclass(f"{of.__name__}Row", (SQLModel,), namespace, table=True)
    return row_class


DECLARATIONS: tuple[type[Stored], ...] = (Record, *PART_DECLARATIONS, *KIND_DECLARATIONS)
ROW_CLASSES = {of.TABLE: _row_class(of) for of in DECLARATIONS}  # by the table's name
OTHER_TABLES = (desk, topics)  # their classes are tables as they stand
METADATA = SQLModel.metadata  # every table of a desk save those of the full text
