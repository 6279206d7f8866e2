"""The rows of a new record, written without a look at the desk: what an import makes by thousands.

It writes what `writing.insert_record` writes of a record whose name is complete.
"""

from __future__ import annotations

from db.history import Work
from db.names import fold, script_of, skeleton
from db.records import Identifier, Name, Record
from db.rows import Values, shape_of, to_values
from db.writing import NAMED_KINDS, add_topic, insert_part, record_values

_NAME: Values = {
    "record_id": 0, "position": 0, **to_values(shape_of(Name), Name(kind="primary")),
    "folded": "", "skeleton": "",
}  # fmt: skip


def insert_new(work: Work, record: Record, stamp: str) -> int:
    """Write a new record with its parts; `stamp` is the present moment, ISO 8601 in UTC."""
    values = record_values(record)
    values["created"] = values["changed"] = stamp
    values["version"] = 1
    key = record.id = work.insert("record", values, None)
    work.touch(key, record.KIND)
    work.created.add(key)
    shape = shape_of(type(record))
    kind_values = to_values(shape, record)
    kind_values["id"] = key
    work.insert(shape.table, kind_values, key)
    if record.KIND in NAMED_KINDS:
        _insert_name(work, record)
    for child in shape.children:
        items = getattr(record, child.name)
        if items and child.name == "identifiers":
            insert_identifiers(work, key, items)
        else:
            for place, item in enumerate(items):
                item.id = insert_part(work, item, place, key, {})
    for text in record.topics:
        add_topic(work, text, key)
    return key


def _insert_name(work: Work, record: Record) -> None:
    text = record.title
    row = {**_NAME, "record_id": record.id, "text": text, "folded": fold(text)}
    row["skeleton"] = skeleton(text)
    row["script"] = script_of(text)
    work.insert("name", row, record.id)


def insert_identifiers(work: Work, key: int, items: list[Identifier]) -> None:
    """Write the identifiers of a new record."""
    for place, item in enumerate(items):
        values = {"record_id": key, "position": place, "scheme": item.scheme, "value": item.value}
        item.id = work.insert("identifier", {**values, "about": item.about}, key)
