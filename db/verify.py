"""Whether a desk is whole: file, references, attached bytes, full text. `Store` asks it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from db import fulltext, indexing, standing
from db.engine import Sql
from db.records import KINDS

SHOWN = 20  # faults of one sort that are listed


def problems(sql: Sql) -> list[str]:
    """Every fault in a sentence; empty when the desk is whole."""
    return [*_file(sql), *_references(sql), *_records(sql), *_bytes(sql), *_fulltext(sql)]


def _file(sql: Sql) -> Iterator[str]:
    for (said,) in sql.rows(f"PRAGMA integrity_check({SHOWN})"):
        if said != "ok":
            yield f"The file is damaged: {said}."
    for (said,) in sql.rows("PRAGMA cipher_integrity_check"):
        yield f"The encrypted file is damaged: {said}."


def _references(sql: Sql) -> Iterator[str]:
    for table, row, target, _ in sql.rows("PRAGMA foreign_key_check")[:SHOWN]:
        yield f"Row {row} of {table} names a row of {target} that is not there."


def _records(sql: Sql) -> Iterator[str]:
    for kind in KINDS:
        lost = sql.value(
            f"SELECT count(*) FROM record r LEFT JOIN {kind} k ON k.id = r.id"
            " WHERE r.kind = ? AND k.id IS NULL",
            (kind,),
        )
        if lost:
            yield f"{lost} records of the kind {kind} have lost their own row."


def _bytes(sql: Sql) -> Iterator[str]:
    for sha256, data in sql.stream("SELECT sha256, data FROM blob", size=1):
        if hashlib.sha256(data).hexdigest() != sha256:
            yield f"The attached file {sha256[:12]}… is not what was attached."
    missing = sql.value(
        "SELECT count(*) FROM attachment WHERE sha256 NOT IN (SELECT sha256 FROM blob)"
    )
    if missing:
        yield f"The bytes of {missing} attachments are missing."


def _fulltext(sql: Sql) -> Iterator[str]:
    is_stale = sql.value("SELECT count(*) FROM stale")
    for kind in KINDS:
        strays = _strays(sql, kind)
        if strays:
            yield f"The full text of {strays} records of the kind {kind} is missing or left over."
            continue
        differs, lost = indexing.compare(sql, kind)
        if differs and not is_stale:  # what is queued will be written again
            yield f"The full text of the kind {kind} does not say what the records say."
        elif lost:
            yield f"The vocabulary lacks {lost} words of names of the kind {kind}."


def _strays(sql: Sql, kind: str) -> int:
    """How many rows of the full text belong to no record, or are missing for one."""
    name = fulltext.table(kind)
    return int(
        sql.value(
            "WITH own AS (SELECT r.id, coalesce(s.place, ?) << ? | r.id number FROM record r"
            " LEFT JOIN standing s ON s.id = r.id WHERE r.kind = ?)"
            f" SELECT (SELECT count(*) FROM {name}_docsize"
            " WHERE id NOT IN (SELECT number FROM own))"
            f" + (SELECT count(*) FROM own WHERE number NOT IN (SELECT id FROM {name}_docsize))",
            (standing.NOWHERE, standing.BITS, kind),
        )
    )


def rebuild(sql: Sql) -> None:
    """Make all full text and the vocabulary anew, in one transaction."""
    with sql.transaction():
        remake(sql)


def remake(sql: Sql) -> None:
    """Make them anew within the caller's transaction."""
    sql.run("DELETE FROM term")
    standing.remake(sql)
    for kind in KINDS:
        sql.run(f"DROP TABLE {fulltext.table(kind)}")
        fulltext.create(sql, fulltext.table(kind))
        indexing.rebuild(sql, kind)
    sql.run("DELETE FROM stale")
