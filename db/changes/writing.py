"""Saving and removing: the difference between a record and its rows, written through a `Work`.

The store asks it inside a unit of work. What the lens hid from the reader is left as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from db.changes.change_markings import lowest_citing
from db.changes.naming import complete_name, complete_new_name, sort_texts
from db.changes.removing import raise_version, remove_rows
from db.changes.unit_of_work import Work, now
from db.errors import Conflict, Refused
from db.lens import HIGHEST, Lens
from db.names import fold, script_of
from db.names.phonetics.phonetic_keys import phonetic_key
from db.record_types import (
    Agreement,
    Attachment,
    Citation,
    Event,
    Name,
    Organization,
    Person,
    Record,
    Source,
)
from db.storage.row_mapping import Names, Shape, Values, date_values, shape_of, to_values
from db.storage.stored_records import (
    Referenced,
    Stored,
    is_hidden,
    look_up,
    record_row,
    select_rows,
    sources,
    stored_rows,
)
from db.storage.uid import new_uid
from db.vocabulary.kinds import NAMED_KINDS

Derive = Callable[[Values], None]
FILLED = {"uid", "script"}  # what a part is given here when it brings none


def derive_name(row: Values) -> None:
    """Derive the keys a name is searched by."""
    row["folded"] = fold(row["text"])
    row["skeleton"] = phonetic_key(row["text"])
    row["script"] = row.get("script") or script_of(row["text"])


def _derive_office(row: Values) -> None:
    row["uid"] = row.get("uid") or new_uid()
    row["folded"] = fold(row["title"])


def _derive_uid(row: Values) -> None:
    row["uid"] = row.get("uid") or new_uid()


DERIVED: dict[str, Derive] = {
    "name": derive_name,
    "office": _derive_office,
    "tenure": _derive_uid,
    "source": _derive_uid,
}


def day_of(record: Record) -> str | None:
    """Return the day a list is sorted by: the start of what the record is about."""
    found = None
    if isinstance(record, Event):
        found = record.start or record.end
    elif isinstance(record, Agreement):
        found = record.concluded or record.in_force
    elif isinstance(record, Organization):
        found = record.founded
    elif isinstance(record, Person):
        found = record.born
    return None if found is None else found.first or found.last


def record_values(record: Record, language: str) -> Values:
    """Return the row in `record`, in the order of a language's letters."""
    sort_title, sort_key = sort_texts(record, language)
    return {
        "uid": record.uid or new_uid(),
        "kind": record.KIND,
        "title": record.title,
        "sort_title": sort_title,
        "sort_key": sort_key,
        "marking": record.marking,
        "country": record.country,
        "day": day_of(record),
        "checked_on": record.checked_on,
        "keep_until": record.keep_until,
    }


def insert_record(work: Work, record: Record) -> int:
    """Return a new record with all its parts; returns its id."""
    complete_new_name(record)
    stamp = now()
    values = {
        **record_values(record, work.language),
        "created": stamp,
        "changed": stamp,
        "version": 1,
    }
    key = work.insert("record", values, None)
    record.id, record.uid, record.version = key, values["uid"], 1
    record.created = record.changed = stamp
    work.touch(key, record.KIND)
    work.created.add(key)
    work.record_markings[key] = record.marking
    shape = shape_of(type(record))
    work.insert(shape.table, {"id": key, **to_values(shape, record)}, key)
    if record.KIND in NAMED_KINDS:
        insert_part(work, _main_name(record), 0, key, {})
    for child in shape.children:
        for place, item in enumerate(getattr(record, child.name), start=1):
            insert_part(work, item, place, key, {})
    for text in dict.fromkeys(record.topics):
        add_topic(work, text, key)
    return key


def _main_name(record: Record) -> Name:
    return Name(text=record.title, kind="primary")


def insert_part(work: Work, item: Any, place: int, record_id: int, owner: Values) -> int:
    """Write a new line of a record with its own lines; `owner` names the line it is in."""
    _settle_references(work, item, record_id)
    shape = shape_of(type(item))
    values = {"record_id": record_id, **owner, "position": place, **to_values(shape, item)}
    if derive := DERIVED.get(shape.table):
        derive(values)
    key = work.insert(shape.table, values, record_id)
    item.id = key
    for name in FILLED & values.keys():
        setattr(item, name, values[name])
    for child in shape.children:
        for at, inner in enumerate(getattr(item, child.name)):
            insert_part(work, inner, at, record_id, {child.owner: key})
    return key


def _settle_references(work: Work, item: Any, record_id: int) -> None:
    """Write what a part brings along: its source, its bytes."""
    if isinstance(item, Citation):
        marking = work.record_markings.get(record_id, 0)
        item.source.id = settle_source(work, item.source, marking)
    elif isinstance(item, Attachment) and item.data is not None:
        item.sha256 = hashlib.sha256(item.data).hexdigest()
        item.size = len(item.data)
        work.sql.run("INSERT OR IGNORE INTO blob VALUES (?,?)", (item.sha256, item.data))


def settle_source(work: Work, source: Source, marking: int = 0) -> int:
    """Return the id of a source: of the one that is edited, of one like it, or of a new one.

    A new one is marked at least as high as the record that it is made in.
    """
    shape = shape_of(Source)
    if source.id:
        before = select_rows(work.sql, "source", "id=?", (source.id,))
        if not before:
            raise Refused(f"The source “{source.title}” is no longer on this desk.", "citations")
        after = to_values(shape, source)
        after["uid"] = after["uid"] or before[0]["uid"]
        if work.update("source", before[0], after, None):
            work.changed_sources.add(source.id)
        return source.id
    edtf = date_values(source.published)[0]
    highest = max(source.marking, marking)
    known = work.sql.value(
        "SELECT id FROM source WHERE title=? AND url=? AND publisher=? AND published_edtf IS ?"
        " AND marking BETWEEN ? AND ? AND ? IN ('', author) AND ? IN ('', text)"
        " ORDER BY marking, id LIMIT 1",
        (source.title, source.url, source.publisher, edtf, source.marking, highest, source.author,
         source.text),
    )  # fmt: skip
    if known is not None:
        if not work.compact:  # saved again later, it must not empty what it did not bring
            there = sources(work.sql, [known])[known]
            source.uid, source.author, source.text = there.uid, there.author, there.text
            source.marking = there.marking
        return int(known)
    source.marking = highest
    values = to_values(shape, source)
    _derive_uid(values)
    source.uid = values["uid"]
    key = work.insert("source", values, None)
    work.flush_table("source")
    work.new_sources.add(key)
    return key


def add_topic(work: Work, text: str, record_id: int) -> None:
    """Put a record under a topic, made with the one above it when it is missing."""
    work.flush_table("tag")
    key = work.sql.value("SELECT id FROM tag WHERE text=?", (text,))
    if key is None:
        above = text.rpartition("/")[0]
        parent = work.sql.value("SELECT id FROM tag WHERE text=?", (above,)) if above else None
        key = work.insert("tag", {"parent_id": parent, "text": text}, None)
        work.flush_table("tag")
    work.insert("record_tag", {"record_id": record_id, "tag_id": key}, record_id)


def update_record(work: Work, record: Record, lens: Lens, *, as_it_stands: bool = False) -> bool:
    """Write what differs from the stored rows; says whether anything did. Nothing of a name is
    derived where the record is to be `as_it_stands`.
    """
    work.flush_rows()
    before = record_row(work.sql, record.id)
    if before is None:
        raise Conflict(f"“{record.title}” has been deleted since it was opened.")
    if not lens.shows(before["marking"]):
        raise Refused("The record is not on this desk, or is above the ceiling.")
    if before["version"] != record.version:
        raise Conflict(
            f"“{before['title']}” was changed after this form was opened; "
            "open it again to see both."
        )
    stored = stored_rows(work.sql, record.id, record.KIND)
    if not as_it_stands:
        complete_name(record, before["title"], next(iter(stored[type(record).TABLE]), None))
    known = _hidden_from(work, record.KIND, stored, lens)
    work.tables_with_rows[record.id] = {
        "record",
        *(table for table, rows in stored.items() if rows),
    }
    size = work.size
    values = record_values(record, work.language)
    work.update("record", before, values, record.id)
    if any(before[key] != values[key] for key in ("title", "marking")):
        work.renamed_records.add(record.id)
    _update_kind(work, record, stored, known)
    work.record_markings[record.id] = record.marking
    if record.marking > before["marking"]:
        for cited in record.citations:
            lowest = lowest_citing(work.sql, cited.source.id)
            cited.source.marking = max(cited.source.marking, lowest)
    _drop_sources_of_part(record, _find_lost_parts(record, stored, known, lens))
    for child in shape_of(type(record)).children:
        items = list(getattr(record, child.name))
        if child.name == "names" and record.KIND in NAMED_KINDS:
            items.insert(0, _stored_main_name(record, stored))
        _update_parts(work, child.shape, items, stored, (record.id, {}), known, lens)
    _update_topics(work, record, stored)
    if work.size == size:
        return False
    record.changed, record.version = raise_version(work, record.id, record.KIND)
    return True


def _find_lost_parts(record: Record, stored: Stored, known: Referenced, lens: Lens) -> set[str]:
    """Return the parts that a record lists no longer, as sources and identifiers name them."""
    lost = set()
    for child in shape_of(type(record)).children:
        ids = {item.id for item in getattr(record, child.name)}
        for row in stored[child.shape.table]:
            if not row.get("uid") or row["id"] in ids:
                continue
            if not is_hidden(child.shape, row, known, lens):
                lost.add(f"{child.shape.table} {row['uid']}")
    return lost


def _drop_sources_of_part(record: Record, uids: set[str]) -> None:
    """Leave no source and no identifier of a part that goes; their rows go with it."""
    if uids:
        record.citations = [each for each in record.citations if each.field not in uids]
        record.identifiers = [each for each in record.identifiers if each.about not in uids]


def _hidden_from(work: Work, kind: str, stored: Stored, lens: Lens) -> Referenced:
    """Return what a lens hides of what the rows name; the highest ceiling hides nothing."""
    if lens.ceiling >= HIGHEST:
        return Referenced(Names({}, {}, {}))
    return look_up(work.sql, kind, stored, lens)


def _stored_main_name(record: Record, stored: Stored) -> Name:
    for row in stored["name"]:
        if row["kind"] == "primary":
            return Name(id=row["id"], text=record.title, kind="primary")
    return _main_name(record)


def _update_kind(work: Work, record: Record, stored: Stored, known: Referenced) -> None:
    shape = shape_of(type(record))
    before = stored[shape.table][0]
    after = to_values(shape, record)
    for field in shape.fields:  # a reference the reader could not see is not theirs to drop
        column = field.columns[0]
        if field.sort == "ref" and before[column] in known.hidden_records and not after[column]:
            after[column] = before[column]
    work.update(shape.table, before, after, record.id)


def _update_parts(
    work: Work,
    shape: Shape,
    items: Sequence[Any],
    stored: Stored,
    owner: tuple[int, Values],
    known: Referenced,
    lens: Lens,
) -> None:
    if not items and not stored[shape.table]:
        return
    record_id, owned = owner
    rows = [
        row
        for row in stored[shape.table]
        if all(row[column] == value for column, value in owned.items())
    ]
    by_id = {row["id"]: row for row in rows if not is_hidden(shape, row, known, lens)}
    ids = {item.id for item in items}
    remove_rows(work, shape.table, [key for key in by_id if key not in ids])
    places = _places(items, rows, by_id)
    for item, place in zip(items, places, strict=True):
        before = by_id.get(item.id)
        if before is None:
            insert_part(work, item, place, record_id, owned)
            continue
        _settle_references(work, item, record_id)
        after = {"position": place, **to_values(shape, item)}
        if _differs(before, after):
            _write_over(work, shape, before, after, record_id)
        for child in shape.children:
            inner = list(getattr(item, child.name))
            place_in = (record_id, {child.owner: item.id})
            _update_parts(work, child.shape, inner, stored, place_in, known, lens)


def _places(items: Sequence[Any], rows: Sequence[Values], by_id: Mapping[int, Values]) -> list[int]:
    """Return where each line stands among the stored ones, of which hidden ones may lie between.

    A line keeps its place while the order stands. A new one takes that of a line that has gone
    from there, and stands behind all where it is added at the end.
    """
    ids = {item.id for item in items}
    left = [row["position"] for key, row in by_id.items() if key not in ids]
    last = max((row["position"] for row in rows), default=-1)
    places: list[int] = []
    place = -1
    for at, item in enumerate(items):
        before = by_id.get(item.id)
        if before is not None:
            place = max(before["position"], place + 1)
        else:
            follows = (by_id[each.id]["position"] for each in items[at:] if each.id in by_id)
            end = next(follows, last + 1)
            free = [each for each in left if place < each < end]
            place = min(free) if free else max(place + 1, end if end > last else 0)
        places.append(place)
    return places


def _differs(before: Values, after: Values) -> bool:
    """Say whether a line says anything else than its row; what is filled in here may be missing."""
    return any(
        before[name] != value and (value or name not in FILLED) for name, value in after.items()
    )


def _write_over(work: Work, shape: Shape, before: Values, after: Values, record_id: int) -> None:
    """Bring a stored line to what it says now, and what is derived of it."""
    if derive := DERIVED.get(shape.table):
        if "uid" in before:
            after["uid"] = after.get("uid") or before["uid"]
        derive(after)
    if work.update(shape.table, before, after, record_id) and shape.table == "office":
        work.renamed_records.add(record_id)


def _update_topics(work: Work, record: Record, stored: Stored) -> None:
    if not record.topics and not stored["record_tag"]:
        return
    texts: dict[int, str] = dict(
        work.sql.rows(
            "SELECT rt.id, t.text FROM record_tag rt JOIN tag t ON t.id=rt.tag_id"
            " WHERE rt.record_id=?",
            (record.id,),
        )
    )
    dropped = [row for row in stored["record_tag"] if texts[row["id"]] not in record.topics]
    work.delete("record_tag", dropped, record.id)
    for text in dict.fromkeys(record.topics):
        if text not in texts.values():
            add_topic(work, text, record.id)
