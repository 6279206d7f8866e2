"""The rows of a new record, written without a look at the desk: what an import makes by thousands.

It writes what `writing.insert_record` writes of a record whose name is complete, as tuples that
are ready for their tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from db.changes.batches import ROWS_A_BATCH
from db.changes.naming import sort_texts
from db.changes.unit_of_work import Taker, Work
from db.changes.writing import DERIVED, add_topic, day_of, insert_part
from db.names import fold, script_of
from db.names.pair_keys import NameKeys, keys_of_pair
from db.names.particles import GIVEN_FIRST
from db.names.phonetics.phonetic_keys import phonetic_key
from db.record_types import Attachment, Citation, Name, Person, Record
from db.storage.row_mapping import RECORD_COLUMNS, Plan, plan_of, shape_of, to_values
from db.storage.uid import new_uid
from db.vocabulary.kinds import NAMED_KINDS

_NAME = {"position": 0, **to_values(shape_of(Name), Name(kind="primary"))}
_VARIED = ("text", "script")  # columns of a main name that differ from row to row
_NAME_COLUMNS = (
    "id", "record_id", "text", "folded", "skeleton", "script",
    *(name for name in _NAME if name not in _VARIED),
)  # fmt: skip
_NAME_REST = tuple(value for name, value in _NAME.items() if name not in _VARIED)
_CITATION = (
    "id", "record_id", "position", "source_id", "field", "passage", "confidence", "stance",
)  # fmt: skip


_WRITTEN_WITH_A_LOOK = frozenset({*DERIVED, Citation.TABLE, Attachment.TABLE})

# class and the column of the line it stands in → columns of its rows, the same tuple every time
_COLUMNS: dict[tuple[type[Any], str], tuple[str, ...]] = {}


def _own_columns(of: type[Any]) -> tuple[str, ...]:
    known = _COLUMNS.get((of, "id"))
    if known is None:
        known = _COLUMNS[of, "id"] = ("id", *plan_of(of).columns)
    return known


def _line_columns(of: type[Any], owner: str) -> tuple[str, ...]:
    known = _COLUMNS.get((of, owner))
    if known is None:
        owned = (owner,) if owner else ()
        columns = ("id", "record_id", "position", *owned, *plan_of(of).columns)
        known = _COLUMNS[of, owner] = columns
    return known


class _RecordTakers(NamedTuple):
    """What takes the rows of new records of a kind."""

    plan: Plan
    record: Taker
    own: Taker
    name: Taker | None  # of the main name


def _record_takers(work: Work, of: type[Any]) -> _RecordTakers:
    known = work.takers[of] = _RecordTakers(
        plan_of(of),
        work.taker("record", RECORD_COLUMNS),
        work.taker(of.TABLE, _own_columns(of)),
        work.taker("name", _NAME_COLUMNS) if of.KIND in NAMED_KINDS else None,
    )
    return known


class ReadyPerson(NamedTuple):
    """A new person as rows, of whom nothing but plain fields and one identifier is known.

    `parts` are those of the name: given, particles, family. `values` are those of the person's own
    table, in the order of `plan_of`; `identifier` is scheme and value.
    """

    title: str
    country: str
    parts: tuple[str, str, str]
    keys: NameKeys
    day: str | None
    values: Sequence[Any]
    identifier: tuple[str, str]


class _ReadyTakers(NamedTuple):
    """What takes the rows of people that are ready."""

    record: Taker
    own: Taker
    name: Taker
    identifier: Taker
    citation: Taker


def _ready_takers(work: Work) -> _ReadyTakers:
    _, record, own, name = _record_takers(work, Person)
    assert name is not None
    known = work.takers[ReadyPerson] = _ReadyTakers(
        record, own, name, work.taker("identifier", _IDENTIFIER), work.taker("citation", _CITATION)
    )
    return known


def insert_ready(
    work: Work, person: ReadyPerson, uid: str, stamp: str, source: tuple[int, str]
) -> tuple[int, int]:
    """Write the rows of a new person who is from a passage of a `source`; return the numbers of the
    person and of the identifier.
    """
    takers = work.takers.get(ReadyPerson) or _ready_takers(work)
    take_record, take_own, take_name, take_identifier, take_citation = takers
    next_id = work.ids.next
    key = next_id("record")
    title, country, _, keys, day, values, identifier = person
    take_record((
        key, uid, "person", title, keys.sort_title, keys.sort_key, 0, country, day,
        None, None, stamp, stamp, 1,
    ))  # fmt: skip
    work.records[key] = "person"
    work.created.add(key)
    take_own((key, *values))
    name = (next_id("name"), key, title, keys.folded, keys.sounds, keys.script)
    take_name(name + _NAME_REST)
    identifier_id = next_id("identifier")
    take_identifier((identifier_id, key, 0, *identifier, ""))
    take_citation((next_id("citation"), key, 0, source[0], "", source[1], "", "supports"))
    work.size += 2
    _count(work)
    return key, identifier_id


def _count(work: Work) -> None:
    """Have the rows of new records written when there are enough."""
    work.size += 1
    work.unwritten_records += 1
    if work.unwritten_records >= ROWS_A_BATCH:
        work.unwritten_records = 0
        work.flush_rows()


def insert_new(work: Work, record: Record, stamp: str) -> int:
    """Write a new record with its parts; `stamp` is the present moment, ISO 8601 in UTC.

    A number or times that it brings are its own.
    """
    of = type(record)
    plan, take_record, take_own, take_name = work.takers.get(of) or _record_takers(work, of)
    next_id = work.ids.next
    key = record.id = record.id or next_id("record")
    record.uid = record.uid or new_uid()
    keys = name_keys(record, work.language)
    take_record((
        key, record.uid, record.KIND, record.title, keys.sort_title, keys.sort_key,
        record.marking, record.country, day_of(record),
        record.checked_on, record.keep_until, record.created or stamp, record.changed or stamp, 1,
    ))  # fmt: skip
    work.records[key] = record.KIND
    work.created.add(key)
    take_own((key, *plan.read(record)))
    if take_name is not None:
        name = (next_id("name"), key, record.title, keys.folded, keys.sounds, keys.script)
        take_name(name + _NAME_REST)
    lists = plan.lists(record)
    if any(lists):
        for items in lists:
            for place, item in enumerate(items):
                insert_line(work, item, place, key)
    for text in record.topics:
        add_topic(work, text, key)
    _count(work)
    return key


def name_keys(record: Record, language: str) -> NameKeys:
    """Return what is stored beside the title of a record: of most people it follows from the keys
    of their names' parts.
    """
    if isinstance(record, Person) and record.name_order == GIVEN_FIRST and not record.particles:
        given, family = record.given, record.family
        if record.title == f"{given} {family}":
            joined = keys_of_pair(given, family, record.country, language)
            if joined is not None:
                return joined
    title = record.title
    if record.KIND not in NAMED_KINDS:
        return NameKeys(*sort_texts(record, language), "", "", "")
    keys = (fold(title), phonetic_key(title), script_of(title))
    return NameKeys(*sort_texts(record, language), *keys)


class _LineTaker(NamedTuple):
    """What takes the rows of new lines of a class that stand in the same sort of owner."""

    plan: Plan
    take: Taker | None  # None: they are written with a look at what they bring


def _line_taker(work: Work, of: type[Any], owner: str) -> _LineTaker:
    plan = plan_of(of)
    take = None
    if plan.shape.table not in _WRITTEN_WITH_A_LOOK:
        take = work.taker(plan.shape.table, _line_columns(of, owner))
    known = work.takers[of, owner] = _LineTaker(plan, take)
    return known


def insert_line(
    work: Work, item: Any, place: int, record_id: int, owner: str = "", owner_id: int = 0
) -> None:
    """Write a new line of a record; `owner` is the column that names the line it stands in."""
    of = type(item)
    plan, take = work.takers.get((of, owner)) or _line_taker(work, of, owner)
    if take is None:
        owned = {owner: owner_id} if owner else {}
        item.id = insert_part(work, item, place, record_id, owned)
        return
    key = item.id = work.ids.next(plan.shape.table)
    owned_by = (owner_id,) if owner else ()
    take((key, record_id, place, *owned_by, *plan.read(item)))
    work.size += 1
    for child in plan.shape.children:
        for at, inner in enumerate(getattr(item, child.name)):
            insert_line(work, inner, at, record_id, child.owner, key)


def insert_citation(
    work: Work, record_id: int, place: int, source_id: int, field: str, passage: str
) -> None:
    """Say that a record, or the part of it named by `field`, is from a passage of a source."""
    take = work.takers.get("citation") or _named_taker(work, "citation", _CITATION)
    key = work.ids.next("citation")
    take((key, record_id, place, source_id, field, passage, "", "supports"))
    work.size += 1


def insert_identifier(work: Work, record_id: int, scheme: str, value: str, about: str) -> None:
    """Give a record, or a part of it, an identifier."""
    take = work.takers.get("identifier") or _named_taker(work, "identifier", _IDENTIFIER)
    take((work.ids.next("identifier"), record_id, 0, scheme, value, about))
    work.size += 1


def _named_taker(work: Work, table: str, columns: tuple[str, ...]) -> Taker:
    found = work.takers[table] = work.taker(table, columns)
    return found


_IDENTIFIER = ("id", "record_id", "position", "scheme", "value", "about")
