"""Removing records and parts with everything that hangs on them; `Store` and `writing` ask it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.changes.unit_of_work import Work, now
from db.errors import Conflict
from db.storage.id_lists import LISTED, listed, pieces
from db.storage.row_mapping import Values, owner_of
from db.storage.stored_records import ABOUT, select_rows

MAX_ROWS_A_STATEMENT = 20_000  # rows looked at in one statement


def remove_rows(work: Work, table: str, ids: Iterable[int]) -> None:
    """Remove rows with their parts; references to them are emptied."""
    for keys in pieces(sorted(ids), MAX_ROWS_A_STATEMENT):
        _remove_piece(work, table, keys)


def _remove_piece(work: Work, table: str, keys: Sequence[int]) -> None:
    where, wanted = f"IN ({LISTED})", (listed(keys),)
    for ref in work.sql.references(table):
        rows = select_rows(work.sql, ref.table, f"{ref.column} {where}", wanted)
        if not rows:
            continue
        if ref.strict:
            _note_owners(work, ref.table, rows)
            remove_rows(work, ref.table, [row["id"] for row in rows])
            continue
        for row in rows:
            work.update(ref.table, row, {ref.column: None}, owner_of(ref.table, row))
            _note_owners(work, ref.table, [row])
    found = select_rows(work.sql, table, f"id {where} ORDER BY id", wanted)
    if found:
        _remove_sources_of_parts(work, table, found)
        _delete_rows(work, table, found)


def _remove_sources_of_parts(work: Work, table: str, found: Sequence[Values]) -> None:
    """Take sources and identifiers of parts away with the parts that they name by their uids."""
    uids = {row["record_id"]: set[str]() for row in found if "record_id" in row and "uid" in row}
    if not uids:
        return
    for row in found:
        uids[row["record_id"]].add(f"{table} {row['uid']}")
    where = f"record_id IN ({LISTED})"
    for about, column in ABOUT:
        citations = select_rows(
            work.sql, about, f"{where} AND {column}<>'' ORDER BY id", (listed(uids),)
        )
        orphans = [row for row in citations if row[column] in uids[row["record_id"]]]
        if orphans:
            _delete_rows(work, about, orphans)


def _delete_rows(work: Work, table: str, found: list[Values]) -> None:
    by_owner: dict[int | None, list[Values]] = {}
    for row in found:
        by_owner.setdefault(owner_of(table, row), []).append(row)
    for owner, rows in by_owner.items():
        work.delete(table, rows, owner)


def _note_owners(work: Work, table: str, rows: Sequence[Values]) -> None:
    """Note records that lose a line to another's removal as changed."""
    for row in rows:
        owner = owner_of(table, row)
        if owner is not None and owner not in work.records:
            kind = work.sql.value("SELECT kind FROM record WHERE id=?", (owner,))
            if kind is not None:
                raise_version(work, owner, kind)


def remove_records(work: Work, ids: Sequence[int]) -> None:
    """Remove records with all their parts and all that names them."""
    work.flush_rows()
    for key in ids:
        kind = work.sql.value("SELECT kind FROM record WHERE id=?", (key,))
        if kind is None:
            raise Conflict("The record has already been deleted.")
        work.touch(key, kind)
        work.created.discard(key)
    remove_rows(work, "record", ids)


def raise_version(work: Work, record_id: int, kind: str) -> tuple[str, int]:
    """Count a record's version up, so that forms opened before notice; returns time and version."""
    work.flush_table("record")
    work.touch(record_id, kind)
    time, version = work.sql.rows(
        "UPDATE record SET changed=?, version=version+1 WHERE id=? RETURNING changed, version",
        (now(), record_id),
    )[0]
    return time, version
