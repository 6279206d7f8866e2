"""The list of changes as a lens shows it; `Reader` and `Store` ask it.

A change that touched a record above the ceiling is left out whole, because its label names titles.
Of a record that is gone, the marking it had last counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from db.engine import Sql
from db.errors import Refused
from db.history import Change, unpack
from db.lens import HIGHEST, Lens

PORTION = 200  # changes looked at in one go
MANY = (  # whether a change made or touched more than one record; the first other one settles it
    "EXISTS (SELECT 1 FROM revision v WHERE v.change_id = c.id"
    " AND (v.record_id <> (SELECT f.record_id FROM revision f WHERE f.change_id = c.id"
    " AND f.record_id IS NOT NULL LIMIT 1) OR v.table_name = 'record' AND v.row_to > v.row))"
)


def read_change(sql: Sql, change_id: int, lens: Lens | None = None) -> Change:
    """One change; refuses a number that is none, or none that the lens shows."""
    row = sql.one("SELECT time, author, label, reverts FROM change WHERE id=?", (change_id,))
    if row is None or not shows_change(sql, change_id, lens or Lens()):
        raise Refused(f"There is no change {change_id} on this desk.")
    by = sql.value("SELECT max(id) FROM change WHERE reverts=?", (change_id,))
    return Change(change_id, row[0], row[1], row[2], row[3], by)


def list_changes(
    sql: Sql, lens: Lens, *, record_id: int | None = None, limit: int = 50, before: int | None
) -> list[Change]:
    """Changes newest first: all of the desk, or those that touched one record."""
    found: list[Change] = []
    portion = limit if lens.ceiling >= HIGHEST else max(limit, PORTION)
    while len(found) < limit:
        rows = _portion(sql, record_id, portion, before)
        found += [change for change in rows if shows_change(sql, change.id, lens)]
        if len(rows) < portion:
            break
        before = rows[-1].id
    return found[:limit]


def _portion(sql: Sql, record_id: int | None, limit: int, before: int | None) -> list[Change]:
    where = "c.id < ?"
    values: list[Any] = [before if before is not None else 1 << 62]
    if record_id is not None:
        where += (
            " AND c.id IN (SELECT change_id FROM revision WHERE record_id IN"  # also what it was
            " (SELECT ? UNION ALL SELECT former_id FROM merger WHERE record_id=?)"
            " UNION SELECT change_id FROM revision WHERE table_name='record' AND row=?"
            " UNION SELECT change_id FROM revision INDEXED BY revision_runs"
            " WHERE table_name='record' AND row_to > row AND ? BETWEEN row AND row_to)"
        )
        values += [record_id] * 4
    rows = sql.rows(
        "SELECT c.id, c.time, c.author, c.label, c.reverts,"
        " (SELECT max(r.id) FROM change r WHERE r.reverts = c.id),"
        f" {MANY} FROM change c WHERE {where} ORDER BY c.id DESC LIMIT ?",
        (*values, limit),
    )
    return [
        Change(row[0], row[1], row[2], row[3], row[4], row[5], many=bool(row[6])) for row in rows
    ]


def shows_change(sql: Sql, change_id: int, lens: Lens) -> bool:
    """Whether every record that a change touched lies at or below the ceiling."""
    if lens.ceiling >= HIGHEST:
        return True
    return all(lens.shows(marking) for marking in _markings(sql, change_id))


def _markings(sql: Sql, change_id: int) -> Iterator[int]:
    """The markings of the records that a change touched: the highest of each run of ids."""
    touched = sql.rows(
        "SELECT record_id, record_id FROM revision WHERE change_id=? AND record_id IS NOT NULL"
        " UNION SELECT row, row_to FROM revision WHERE change_id=? AND table_name='record'",
        (change_id, change_id),
    )
    for first, last in touched:
        there = sql.one(
            "SELECT count(*), max(marking) FROM record WHERE id BETWEEN ? AND ?", (first, last)
        )
        if there is not None and there[0]:
            yield there[1]
        if there is None or there[0] < last - first + 1:
            yield from _gone(sql, first, last)


def _gone(sql: Sql, first: int, last: int) -> Iterator[int]:
    """The markings that records no longer there had when they were removed."""
    for row, row_to, before in sql.rows(
        "SELECT row, row_to, before FROM revision WHERE table_name='record'"
        " AND after IS NULL AND before IS NOT NULL AND row <= ? AND row_to >= ?",
        (last, first),
    ):
        removed = [json.loads(before)] if row == row_to else unpack(before)
        for values in removed:
            if first <= values["id"] <= last:
                yield values["marking"]
