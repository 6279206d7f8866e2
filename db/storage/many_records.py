"""Many records of one kind read at once, as the rows of a batch are compared with them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from db.lens import Lens
from db.record_types import RECORD_TYPES, Record
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed, pieces
from db.storage.row_mapping import Names, Shape, Values, part_shapes, shape_of
from db.storage.stored_records import Stored, build, look_up, select_rows, visible


def load_records(
    sql: Sql, kind: str, ids: Sequence[int], lens: Lens | None = None
) -> dict[int, Record]:
    """Return the records with these ids that a lens shows, whole as far as it does."""
    found = load_visible(sql, kind, ids, lens or Lens())
    return {key: record for key, (record, _) in found.items()}


def load_for_reading(
    sql: Sql, kind: str, ids: Sequence[int], lens: Lens, parts: Collection[str]
) -> dict[int, Record]:
    """Return the same with parts of these tables alone: to look at, never to be saved."""
    found: dict[int, tuple[Record, int]] = {}
    for some in pieces(ids):
        found |= _load(sql, kind, some, lens, frozenset(parts))
    return {key: record for key, (record, _) in found.items()}


def load_visible(
    sql: Sql, kind: str, ids: Sequence[int], lens: Lens
) -> dict[int, tuple[Record, int]]:
    """Return the same, each with how many of its parts the lens withholds."""
    found: dict[int, tuple[Record, int]] = {}
    for part in pieces(ids):
        found |= _load(sql, kind, part, lens)
    return found


def _load(
    sql: Sql,
    kind: str,
    ids: Sequence[int],
    lens: Lens,
    only: frozenset[str] | None = None,
) -> dict[int, tuple[Record, int]]:
    return {
        key: (build(each.head, each.rows, each.names, each.topics), each.withheld)
        for key, each in read_rows(sql, kind, ids, lens, only).items()
    }


@dataclass(slots=True)
class RecordRows:
    """The rows of a record that a lens shows, and how many it withholds; `names` are those of all
    that was read at once.
    """

    head: Values
    rows: Stored
    names: Names
    topics: list[str]
    withheld: int


def read_rows(
    sql: Sql,
    kind: str,
    ids: Sequence[int],
    lens: Lens,
    only: frozenset[str] | None = None,
) -> dict[int, RecordRows]:
    """Return the rows of the records with these ids (500 at most) that a lens shows."""
    shape = shape_of(RECORD_TYPES[kind])
    where, wanted = f"IN ({LISTED})", (listed(ids),)
    heads = {
        row["id"]: row
        for row in select_rows(sql, "record", f"id {where}", wanted)
        if lens.shows(row["marking"])
    }
    stored: Stored = {shape.table: select_rows(sql, shape.table, f"id {where}", wanted)}
    for part in part_shapes(shape):
        stored[part.table] = (
            select_rows(sql, part.table, f"record_id {where} ORDER BY position, id", wanted)
            if only is None or part.table in only
            else []
        )
    known = look_up(sql, kind, stored, lens)
    topics: dict[int, list[str]] = {}
    for key, text in sql.rows(
        "SELECT rt.record_id, t.text FROM record_tag rt JOIN tag t ON t.id = rt.tag_id"
        f" WHERE rt.record_id {where} ORDER BY rt.id",
        wanted,
    ):
        topics.setdefault(key, []).append(text)
    apart = _apart(shape, stored, heads)
    found: dict[int, RecordRows] = {}
    for key, row in heads.items():
        if apart[key][shape.table]:  # else it has lost its own row
            rows, withheld = visible(apart[key], kind, known, lens)
            found[key] = RecordRows(row, rows, known.names, topics.get(key, []), withheld)
    return found


def _apart(shape: Shape, stored: Stored, heads: dict[int, Any]) -> dict[int, Stored]:
    """Return the rows of many records, each record's for itself."""
    nothing: list[Values] = []  # most records have parts in a few tables only
    apart: dict[int, Stored] = {key: dict.fromkeys(stored, nothing) for key in heads}
    for table, rows in stored.items():
        owner = "id" if table == shape.table else "record_id"
        for row in rows:
            own = apart.get(row[owner])
            if own is None:
                continue
            if own[table] is nothing:
                own[table] = [row]
            else:
                own[table].append(row)
    return apart
