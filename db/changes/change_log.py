"""The list of changes as a lens shows it; `Reader` and `Store` ask it.

A change that touched what lay above the ceiling, then or since, is left out whole, because its
label names titles: `markings` says how high each is marked.

The numbers keep their gaps. A gap tells that something was done between two days that are shown,
never what or by whom, and who holds the file sees that it grew. Numbers counted anew under each
ceiling would make "revert 12" take back another change than the one that was read about.
"""

from __future__ import annotations

from typing import Any

from db.changes.unit_of_work import Change, ChangeOrigin
from db.errors import Refused
from db.lens import Lens, shows
from db.query import NO_LIMIT
from db.storage.engine import Row, Sql

MANY = (  # whether a change made or touched more than one record; the first other one settles it
    "EXISTS (SELECT 1 FROM revision v WHERE v.change_id = c.id"
    " AND (v.record_id <> (SELECT f.record_id FROM revision f WHERE f.change_id = c.id"
    " AND f.record_id IS NOT NULL LIMIT 1) OR v.table_name = 'record' AND v.row_to > v.row))"
)


_COLUMNS = (
    "c.id, c.time, c.author, c.label, c.reverts,"
    f" (SELECT max(r.id) FROM change r WHERE r.reverts = c.id AND {shows('r.marking')}),"
    f" {MANY}, c.marking, c.origin FROM change c"
)


def read_change(sql: Sql, change_id: int, lens: Lens | None = None) -> Change:
    """Return one change; refuses a number that is none, or none that the lens shows."""
    seen = lens or Lens()
    row = sql.one(
        f"SELECT {_COLUMNS} WHERE c.id=? AND {shows('c.marking')}",
        (seen.ceiling, change_id, seen.ceiling),
    )
    if row is None:
        raise Refused(f"There is no change {change_id} on this desk.")
    return _change(row)


def list_changes(
    sql: Sql,
    lens: Lens,
    *,
    record_id: int | None = None,
    limit: int = 50,
    before: int | None,
    author: str = "",
    since: str = "",
    until: str = "",
) -> list[Change]:
    """Return changes newest first: all of the desk, or those that touched one record; of one
    author, or from a moment to another.
    """
    where = f"c.id < ? AND {shows('c.marking')}"
    values: list[Any] = [lens.ceiling, NO_LIMIT if before is None else before, lens.ceiling]
    if record_id is not None:
        where += (
            " AND c.id IN (SELECT change_id FROM revision WHERE record_id IN"  # also what it was
            " (SELECT ? UNION ALL SELECT former_id FROM merger WHERE record_id=?)"
            " UNION SELECT change_id FROM revision WHERE table_name='record' AND row=?"
            " UNION SELECT change_id FROM revision INDEXED BY revision_runs"
            " WHERE table_name='record' AND row_to > row AND ? BETWEEN row AND row_to)"
        )
        values += [record_id] * 4
    for condition, value in (
        ("c.author = ?", author),
        ("c.time >= ?", since),
        ("c.time < ?", until),
    ):
        if value:
            where += f" AND {condition}"
            values.append(value)
    rows = sql.rows(f"SELECT {_COLUMNS} WHERE {where} ORDER BY c.id DESC LIMIT ?", (*values, limit))
    return [_change(row) for row in rows]


def list_authors(sql: Sql, lens: Lens) -> list[str]:
    """Return the names of those who made the changes that a lens shows, each once."""
    statement = f"SELECT DISTINCT author FROM change WHERE {shows('marking')} ORDER BY author"
    return [row[0] for row in sql.rows(statement, (lens.ceiling,))]


def _change(row: Row) -> Change:
    number, time, author, label, reverts, by, many, marking, origin = row
    return Change(
        number,
        time,
        author,
        label,
        reverts,
        by,
        many=bool(many),
        marking=marking,
        origin=ChangeOrigin.IMPORT if origin == ChangeOrigin.IMPORT else ChangeOrigin.HAND,
    )


def last_change_time(sql: Sql, lens: Lens) -> str:
    """Say when the newest change that a lens shows was made; empty where there is none."""
    statement = f"SELECT max(time) FROM change WHERE {shows('marking')}"
    return str(sql.value(statement, (lens.ceiling,)) or "")


def last_change(sql: Sql) -> int:
    """Return the number of the newest change, 0 where there is none."""
    return int(sql.value("SELECT max(id) FROM change") or 0)


def shows_change(sql: Sql, change_id: int, lens: Lens) -> bool:
    """Say whether all that a change touched lies at or below the ceiling, and did ever since."""
    row = sql.one("SELECT marking FROM change WHERE id=?", (change_id,))
    return row is None or lens.shows(row[0])
