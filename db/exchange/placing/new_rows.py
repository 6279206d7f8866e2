"""The rows of a new record, written without a look at the desk: what an import makes by thousands.

It writes what `writing.insert_record` writes of a record whose name is complete, as tuples that
are ready for their tables.
"""

from __future__ import annotations

from typing import Any

from db.changes.naming import sort_texts
from db.changes.unit_of_work import Work
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


def insert_new(work: Work, record: Record, stamp: str) -> int:
    """Write a new record with its parts; `stamp` is the present moment, ISO 8601 in UTC.

    A number or times that it brings are its own.
    """
    key = record.id = record.id or work.ids.next("record")
    record.uid = record.uid or new_uid()
    keys = _name_keys(record, work.language)
    row = (
        key, record.uid, record.KIND, record.title, keys.sort_title, keys.sort_key,
        record.marking, record.country, day_of(record),
        record.checked_on, record.created or stamp, record.changed or stamp, 1,
    )  # fmt: skip
    work.buffer("record", RECORD_COLUMNS, row)
    work.records[key] = record.KIND
    work.created.add(key)
    of = type(record)
    plan = plan_of(of)
    work.buffer(record.TABLE, _own_columns(of), (key, *plan.read(record)))
    if record.KIND in NAMED_KINDS:
        name = work.ids.next("name")
        row = (name, key, record.title, keys.folded, keys.sounds, keys.script, *_NAME_REST)
        work.buffer("name", _NAME_COLUMNS, row)
    lists = plan.lists(record)
    if any(lists):
        for items in lists:
            for place, item in enumerate(items):
                insert_line(work, item, place, key)
    for text in record.topics:
        add_topic(work, text, key)
    return key


def _name_keys(record: Record, language: str) -> NameKeys:
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


def insert_line(
    work: Work, item: Any, place: int, record_id: int, owner: str = "", owner_id: int = 0
) -> None:
    """Write a new line of a record; `owner` is the column that names the line it stands in."""
    of = type(item)
    plan: Plan = plan_of(of)
    table = plan.shape.table
    if table in _WRITTEN_WITH_A_LOOK:
        owned = {owner: owner_id} if owner else {}
        item.id = insert_part(work, item, place, record_id, owned)
        return
    key = item.id = work.ids.next(table)
    owned_by = (owner_id,) if owner else ()
    row = (key, record_id, place, *owned_by, *plan.read(item))
    work.buffer(table, _line_columns(of, owner), row)
    for child in plan.shape.children:
        for at, inner in enumerate(getattr(item, child.name)):
            insert_line(work, inner, at, record_id, child.owner, key)


def insert_citation(
    work: Work, record_id: int, place: int, source_id: int, field: str, passage: str
) -> None:
    """Say that a record, or the part of it named by `field`, is from a passage of a source."""
    key = work.ids.next("citation")
    row = (key, record_id, place, source_id, field, passage, "", "supports")
    work.buffer("citation", _CITATION, row)


def insert_identifier(work: Work, record_id: int, scheme: str, value: str, about: str) -> None:
    """Give a record, or a part of it, an identifier."""
    key = work.ids.next("identifier")
    work.buffer("identifier", _IDENTIFIER, (key, record_id, 0, scheme, value, about))


_IDENTIFIER = ("id", "record_id", "position", "scheme", "value", "about")
