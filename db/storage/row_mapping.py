"""Records to rows and back, derived from the record's own fields; the store and the history ask it.

A `Shape` says for each table which columns a record's fields fill. Dates take four columns,
references one (`…_id`), everything else one of its own name. No kind is named here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Any, get_args

from db.dates import HistoricalDate
from db.dates.stored import stored_date
from db.record_types import RECORD_TYPES, OfficeRef, Ref, Source
from db.tables.fields import Meaning, Stored, meanings
from db.tables.rows import column_names, own_fields
from db.vocabulary.kinds import KINDS

RECORD_COLUMNS = (
    "id",
    "uid",
    "kind",
    "title",
    "sort_title",
    "sort_key",
    "marking",
    "country",
    "day",
    "checked_on",
    "keep_until",
    "created",
    "changed",
    "version",
)
OWN_TABLES = frozenset({"record", *(of.TABLE for of in RECORD_TYPES.values())})  # of whole records
# Not in the history: what is told by other columns, or only counted.
BOOKKEEPING = frozenset({"created", "changed", "version", "sort_key"})
TOPICS = "topics"
Values = dict[str, Any]
Getter = Callable[[Any], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class MappedField:
    """One field of a record or part: its name, its sort of value, the columns it fills."""

    name: str
    sort: str  # plain · flag · date · ref · office · source
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Children:
    """A list of parts: the field's name, the part's shape, the column that names the owner."""

    name: str
    shape: Shape
    owner: str


@dataclass(frozen=True, slots=True)
class Shape:
    """How one class lies in its table."""

    table: str
    of: type[Any]
    fields: tuple[MappedField, ...]
    children: tuple[Children, ...]
    columns: tuple[str, ...]  # of the fields alone: no id, no owner, no position
    plain: tuple[str, ...]  # the fields that lie as they are
    read: Getter  # reads them all at once
    take: Callable[[Values], tuple[Any, ...]]  # reads them all at once from a stored row
    dates: tuple[tuple[str, tuple[str, ...]], ...]  # those that are dates, with their columns
    beside_dates: tuple[tuple[str, str, str], ...]  # name, sort and column of all the rest
    others: tuple[MappedField, ...]  # those that need a look
    references: tuple[tuple[str, str], ...]  # sort and column of those that name others


SORTS = {"date": "date", "reference": "ref", "office": "office", "source": "source", "flag": "flag"}
REFERRING = frozenset(("ref", "office", "source"))


def _field(name: str, meaning: Meaning) -> MappedField:
    return MappedField(name, SORTS.get(meaning.sort, "plain"), column_names(name, meaning))


SHAPES: dict[type[Any], Shape] = {}


def shape_of(of: type[Any]) -> Shape:
    """Return the shape of a record or part class, worked out once."""
    if of not in SHAPES:
        SHAPES[of] = _shape(of)
    return SHAPES[of]


def _shape(of: type[Stored]) -> Shape:
    plain = [_field(name, meaning) for name, meaning in own_fields(of)]
    children: list[Children] = []
    for name, meaning in meanings(of):
        if meaning.sort == "parts":
            inner = get_args(of.model_fields[name].annotation)[0]
            owner = f"{inner.OWNER}_id" if inner.OWNER else "record_id"
            children.append(Children(name, shape_of(inner), owner))
    columns = tuple(column for item in plain for column in item.columns)
    names = tuple(item.name for item in plain if item.sort == "plain")
    others = tuple(item for item in plain if item.sort != "plain")
    references = tuple((item.sort, item.columns[0]) for item in others if item.sort in REFERRING)
    return Shape(
        of.TABLE,
        of,
        tuple(plain),
        tuple(children),
        columns,
        names,
        _getter(names),
        _value_getter(names),
        tuple((item.name, item.columns) for item in others if item.sort == "date"),
        tuple((item.name, item.sort, item.columns[0]) for item in others if item.sort != "date"),
        others,
        references,
    )


def _getter(names: tuple[str, ...]) -> Getter:
    """Return what reads several fields of an object at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda item: tuple(getattr(item, name) for name in names)


def _value_getter(names: tuple[str, ...]) -> Callable[[Values], tuple[Any, ...]]:
    """Return what reads several values of a dictionary at once."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda values: tuple(values[name] for name in names)


def shapes() -> Iterator[Shape]:
    """Yield every shape of every kind, each table once."""
    kinds = [shape_of(RECORD_TYPES[kind]) for kind in KINDS]
    every = [each for kind in kinds for each in (kind, *part_shapes(kind))]
    yield from {shape.table: shape for shape in (*every, shape_of(Source))}.values()


def owner_of(table: str, row: Values) -> int | None:
    """Return the record that a row belongs to, None where it is nobody's."""
    return row["id"] if table in OWN_TABLES else row.get("record_id")


def part_shapes(shape: Shape) -> Iterator[Shape]:
    """Yield the shapes of a class's parts, parts of parts after what they are in."""
    for child in shape.children:
        yield child.shape
        yield from part_shapes(child.shape)


DateValues = tuple[str | None, str | None, str | None, str | None]


def date_values(date: HistoricalDate | None) -> DateValues:
    """Return the four columns of a date."""
    if date is None:
        return (None, None, None, None)
    return (date.edtf, date.first, date.last, date.words or None)


def to_values(shape: Shape, item: Any) -> Values:
    """Return the stored columns of one record's or part's own fields."""
    values: Values = dict(zip(shape.plain, shape.read(item), strict=True))
    for field in shape.others:
        value = getattr(item, field.name)
        if field.sort == "date":
            values.update(zip(field.columns, date_values(value), strict=True))
        elif field.sort == "flag":
            values[field.columns[0]] = int(value)
        else:
            values[field.columns[0]] = value.id if value is not None and value.id else None
    return values


@dataclass(frozen=True, slots=True)
class Plan:
    """How new rows of one class are made by thousands: the columns, and what reads them at once.

    `columns` and `read` are those of `to_values`, in another order; `lists` reads all children.
    """

    shape: Shape
    columns: tuple[str, ...]
    read: Getter
    lists: Getter


PLANS: dict[type[Any], Plan] = {}


def plan_of(of: type[Any]) -> Plan:
    """Return the plan of a record or part class, worked out once."""
    if of not in PLANS:
        PLANS[of] = _plan(of)
    return PLANS[of]


def _plan(of: type[Any]) -> Plan:
    shape = shape_of(of)
    turns = [(field.name, TURN.get(field.sort, _id_value)) for field in shape.others]
    columns = shape.plain + tuple(name for field in shape.others for name in field.columns)
    plain = _value_getter(shape.plain)

    def read(item: Any) -> tuple[Any, ...]:
        values = item.__dict__  # where a declared class holds its fields: at once, not one by one
        row = plain(values)
        for name, turn in turns:
            row += turn(values[name])
        return row

    children = _value_getter(tuple(child.name for child in shape.children))
    return Plan(shape, columns, read, lambda item: children(item.__dict__))


def _id_value(value: Any) -> tuple[Any, ...]:
    return (value.id if value is not None and value.id else None,)


def _flag_value(value: bool) -> tuple[Any, ...]:
    return (int(value),)


TURN: dict[str, Getter] = {"date": date_values, "flag": _flag_value}


@dataclass(frozen=True, slots=True)
class Names:
    """What a reader needs to turn ids into references: looked up in one go before building."""

    refs: dict[int, Ref]
    offices: dict[int, OfficeRef]
    sources: dict[int, Source]


def referenced_ids(shape: Shape, rows: Iterable[Values]) -> tuple[set[int], set[int], set[int]]:
    """Return the ids of records, offices and sources that rows of one shape name."""
    found: dict[str, set[int]] = {sort: set() for sort in REFERRING}
    for row in rows:
        for sort, column in shape.references:
            if row[column] is not None:
                found[sort].add(row[column])
    return found["ref"], found["office"], found["source"]


BUILD: dict[str, Callable[[Names, Any], Any]] = {
    "ref": lambda names, key: names.refs.get(key),
    "office": lambda names, key: names.offices.get(key),
    "source": lambda names, key: names.sources[key],
    "flag": lambda _names, value: bool(value),
}


def from_values(shape: Shape, values: Values, known: Names, /, **packed: Any) -> Any:
    """Return a record or part made from stored columns; `packed` are fields kept elsewhere."""
    packed.update(zip(shape.plain, shape.take(values), strict=True))
    for name, (edtf, first, last, words) in shape.dates:
        there = values[edtf] or values[words]  # most dates of most records are not known
        packed[name] = (
            stored_date(values[edtf], values[first], values[last], values[words]) if there else None
        )
    for name, sort, column in shape.beside_dates:
        packed[name] = BUILD[sort](known, values[column])
    return shape.of.of_values(packed)
