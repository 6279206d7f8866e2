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
from db.names.phonetics.phonetic_keys import phonetic_key
from db.record_types import Citation, Name, Record
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
    row = (
        key, record.uid, record.KIND, record.title, *sort_texts(record, work.language),
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
        _insert_name(work, key, record.title)
    lists = plan.lists(record)
    if any(lists):
        for items in lists:
            for place, item in enumerate(items):
                insert_line(work, item, place, key)
    for text in record.topics:
        add_topic(work, text, key)
    return key


def _insert_name(work: Work, record_id: int, text: str) -> None:
    key = work.ids.next("name")
    keys = (fold(text), phonetic_key(text), script_of(text))
    work.buffer("name", _NAME_COLUMNS, (key, record_id, text, *keys, *_NAME_REST))


def insert_line(
    work: Work, item: Any, place: int, record_id: int, owner: str = "", owner_id: int = 0
) -> None:
    """Write a new line of a record; `owner` is the column that names the line it stands in."""
    of = type(item)
    plan: Plan = plan_of(of)
    table = plan.shape.table
    if table in DERIVED or of is Citation or plan.shape.table == "attachment":
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
