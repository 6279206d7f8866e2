"""What has become of the records of a printed document since, each as it was and as it is.

`Reader` asks it through a lens. What lies above the ceiling now, or did when it was removed, is in
neither of the two.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.changes.record_snapshots import RecordHistory, last_rows
from db.lens import Lens
from db.print_log.printed_documents import PrintedDocument
from db.record_types import OfficeRef, Record, Ref, Source
from db.storage.damage import told_as_damage
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.row_mapping import Names, Values, from_values, shape_of
from db.storage.stored_records import (
    Referenced,
    Stored,
    build,
    look_up,
    named_in,
    read_record,
    record_row,
    visible,
)


@dataclass(frozen=True, slots=True)
class Changed:
    """A record as it was when it was printed and as it is; None where it was not, or is not.

    `is_about` tells the records that the document is about from those that it only names.
    """

    id: int
    then: Record | None
    now: Record | None
    is_about: bool


def changed_since(sql: Sql, document: PrintedDocument, lens: Lens) -> tuple[list[Changed], int]:
    """Return a document's records written or removed since, and how many are withheld."""
    ids = _find_touched_records(sql, document)
    past = RecordHistory(sql, ids, document.change)
    found, withheld = [], 0
    for key in ids:
        if not shows_record(past, key, lens):
            withheld += 1
            continue
        now = read_record(sql, key, lens)[0] if record_row(sql, key) is not None else None
        with told_as_damage(f"the history of the record {key}"):
            then = record_then(sql, past, key, lens)
        if then is not None or now is not None:
            found.append(Changed(key, then, now, key in document.about))
    return found, withheld


def _find_touched_records(sql: Sql, document: PrintedDocument) -> list[int]:
    """Return the records whose version is another one now, those the document is about first."""
    ids = [*document.about, *document.used]
    wanted = f"SELECT id, version FROM record WHERE id IN ({LISTED})"
    versions: dict[int, int] = dict(sql.rows(wanted, (listed(document.used),)))
    return [key for key in dict.fromkeys(ids) if versions.get(key, 0) != document.used.get(key, 0)]


def shows_record(past: RecordHistory, key: int, lens: Lens) -> bool:
    """Say whether a lens shows a record as it is, or as it was last."""
    marking = past.markings.get(("record", key))
    return marking is None or lens.shows(marking)


def record_then(sql: Sql, past: RecordHistory, key: int, lens: Lens) -> Record | None:
    """Return a record as it was, with the references that can still be shown."""
    row = past.record(key)
    if row is None or not lens.shows(row["marking"]):
        return None
    kind = row["kind"]
    stored = past.read_stored_rows(key, kind)
    known = look_up(sql, kind, stored, lens)
    _add_missing_references(sql, kind, stored, known, lens)
    _name_as_then(past, known, lens)
    shown_rows, _ = visible(stored, kind, known, lens)
    return build(row, shown_rows, known.names, _topics(past, stored))


def _topics(past: RecordHistory, stored: Stored) -> list[str]:
    tags = [row["tag_id"] for row in stored["record_tag"]]
    rows = past.read_by_owner("tag", set(tags))  # an undo takes away the topic itself, too
    return [rows[tag]["text"] for tag in tags if tag in rows]


def _name_as_then(past: RecordHistory, known: Referenced, lens: Lens) -> None:
    """Let what the record names say what it said then, as far as that can be shown."""
    names = known.names
    offices = past.read_by_owner("office", names.offices.keys())
    bodies = {row["record_id"] for row in offices.values()}
    records = {
        key: row
        for key, row in past.read_by_owner("record", names.refs.keys() | bodies).items()
        if lens.shows(row["marking"])
    }
    for key in records.keys() & names.refs.keys():
        names.refs[key] = Ref(key, records[key]["title"], records[key]["kind"])
    for key, row in offices.items():
        if body := records.get(row["record_id"]):
            owner = Ref(body["id"], body["title"], "organization")
            names.offices[key] = OfficeRef(key, row["title"], owner)
    shape = shape_of(Source)
    for key, row in past.read_by_owner("source", names.sources.keys()).items():
        if lens.shows(row["marking"]):
            names.sources[key] = from_values(shape, row, Names({}, {}, {}), id=key)


def _add_missing_references(
    sql: Sql, kind: str, stored: Stored, known: Referenced, lens: Lens
) -> None:
    """Add references to records, offices and sources that are no longer on the desk."""
    records, offices, sources = named_in(kind, stored)
    names = known.names
    deleted = records - names.refs.keys() - known.hidden_records
    for key, row in last_rows(sql, "record", deleted).items():
        names.refs[key] = Ref(key, row["title"], row["kind"])
        if not lens.shows(row["marking"]):
            known.hidden_records.add(key)
    deleted = offices - names.offices.keys() - known.hidden_offices
    for key, row in last_rows(sql, "office", deleted).items():
        owner = _owner(sql, row["record_id"])
        body = Ref(owner["id"], owner["title"], "organization") if owner else Ref(0)
        names.offices[key] = OfficeRef(key, row["title"], body)
        if owner is None or not lens.shows(owner["marking"]):
            known.hidden_offices.add(key)
    deleted = sources - names.sources.keys() - known.hidden_sources
    for key, row in last_rows(sql, "source", deleted).items():
        whole = {**dict.fromkeys(sql.columns("source")), **row}
        names.sources[key] = from_values(shape_of(Source), whole, Names({}, {}, {}), id=key)
        if not lens.shows(row["marking"]):
            known.hidden_sources.add(key)


def _owner(sql: Sql, key: int) -> Values | None:
    return record_row(sql, key) or last_rows(sql, "record", [key]).get(key)
