"""Stored rows as the plain values of the record that they are, without making the record.

The bundle asks for a million of them. What is said of each is what `plain_records.to_plain` says
of the record; a test holds that of any record there can be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from db.dates.historical import is_plain_day
from db.dates.stored import stored_date
from db.exchange.plain.plain_records import LEFT_OUT, Plain, Uids, to_plain
from db.record_types import RECORD_TYPES
from db.storage.many_records import RecordRows
from db.storage.row_mapping import BUILD, TOPICS, Children, Names, Shape, Values, shape_of
from db.tables.fields import Stored, meanings
from db.vocabulary.choices import MARKINGS

# Fields that all kinds share, which lie in `record`.
_SHARED = ("uid", "title", "country", "checked_on", "keep_until", "created", "changed")
Number = Callable[[Plain, str, int], None]  # a part, its table and its row there
_EMPTY = frozenset((type(None), str))  # of what is not: 0 says something


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the columns of a table become plain values."""

    shape: Shape
    marking: str | None
    dates: tuple[tuple[str, tuple[str, ...]], ...]
    beside_dates: tuple[tuple[str, str, str], ...]
    children: tuple[Children, ...]
    plain: frozenset[str]  # the fields whose values stand as they are


@cache
def _plan(of: type[Stored]) -> _Plan:
    shape = shape_of(of)
    sorts = {name: meaning.sort for name, meaning in meanings(of) if name not in LEFT_OUT}
    marking = next((name for name in shape.plain if sorts.get(name) == "marking"), None)
    plain = frozenset(name for name in shape.plain if name in sorts and name != marking)
    return _Plan(shape, marking, shape.dates, shape.beside_dates, shape.children, plain)


def plain_of_rows(record: RecordRows, uids: Uids, number: Number | None = None) -> Plain:
    """Return a record as plain values, out of its rows; `number` notes which row a part is."""
    head, shape = record.head, shape_of(RECORD_TYPES[record.head["kind"]])
    found = _plain_row(shape, record.rows[shape.table][0], record.names, uids)
    found["marking"] = MARKINGS[head["marking"]]
    for name in _SHARED:
        if value := head[name]:
            found[name] = value
    if record.topics:
        found[TOPICS] = list(record.topics)
    _add_parts(found, shape, head["id"], record, _Way(uids, number))
    return found


class _Way(NamedTuple):
    """How the parts of a record are written."""

    uids: Uids
    number: Number | None


def _add_parts(found: Plain, parent: Shape, owner_id: int, record: RecordRows, way: _Way) -> None:
    for child in parent.children:
        rows: Iterable[Values] = record.rows[child.shape.table]
        if not rows:
            continue
        if child.owner != "record_id":
            rows = [row for row in rows if row[child.owner] == owner_id]
        elif child.shape.table == "name":
            rows = [row for row in rows if row["kind"] != "primary"]
        if rows:
            found[child.name] = [*_plain_parts(child.shape, rows, record, way)]


def _plain_parts(
    shape: Shape, rows: Iterable[Values], record: RecordRows, way: _Way
) -> Iterator[Plain]:
    for row in rows:
        part = _plain_row(shape, row, record.names, way.uids)
        if way.number is not None:
            way.number(part, shape.table, row["id"])
        if shape.children:
            _add_parts(part, shape, row["id"], record, way)
        yield part


def _plain_row(shape: Shape, row: Values, names: Names, uids: Uids) -> Plain:
    of: type[Stored] = shape.of
    plan = _plan(of)
    found = {
        name: value
        for name, value in row.items()
        if (value or type(value) not in _EMPTY) and name in plan.plain
    }
    if plan.marking is not None:
        found[plan.marking] = MARKINGS[row[plan.marking]]
    for name, columns in plan.dates:
        edtf, first, last, words = columns
        if row[edtf] or row[words]:
            found[name] = plain_date(row[edtf], row[first], row[last], row[words])
    for name, sort, column in plan.beside_dates:
        value = BUILD[sort](names, row[column])
        if sort == "source":
            found[name] = value.uid
        elif value is not None:
            found[name] = to_plain(value, uids)
    return found


def plain_date(edtf: Any, first: Any, last: Any, words: Any) -> Any:
    """Return the date of four columns as plain values.

    >>> plain_date("2025-07-01", "2025-07-01", "2025-07-01", None)
    '2025-07-01'
    """
    if not words and edtf == first == last and isinstance(edtf, str) and is_plain_day(edtf):
        return edtf
    date = stored_date(edtf, first, last, words)
    assert date is not None  # one of two columns says something
    return {"edtf": date.edtf, "words": date.words} if date.words else date.edtf
