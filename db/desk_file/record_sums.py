"""A checksum of each record and source as it was last saved, so that a changed byte is found.

SQLite looks at the build of its pages and at what indexes repeat; a flipped bit in any other text
is a text like another. `Store` brings the sums of what a change touched up to date before it is
committed, `verify` compares them all, and a salvaged desk is measured by them.

A record's sum adds up one number for each row of it and of its lines, so that a lost or doubled
line is found as well, in whatever order they lie. A source has the negative of its own number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Final, NamedTuple

from db.changes.unit_of_work import Work, runs
from db.lists.newer_columns import newer_columns
from db.progress import Progress
from db.storage.id_lists import FIRST_LISTED, listed, pieces
from db.storage.row_mapping import BOOKKEEPING, OWN_TABLES, shapes
from db.storage.sql import Sql
from db.tables.rows import METADATA

# What follows from the rest, and is compared with it (`derived_columns`).
DERIVED: Final = frozenset({"sort_title", "day", "folded", "skeleton"})
IDS_A_STEP: Final = 5_000  # records that are summed up together
NEW_A_STEP: Final = 500  # new ones, a third faster than thousands
MAX_SINGLE_RECORDS: Final = 20  # whose sums are asked for one by one
Newer = tuple[tuple[str, tuple[str, ...]], ...]  # as `newer_columns` returns them
_WITHIN: Final = "BETWEEN ?1 AND ?2"


class OddSum(NamedTuple):
    """A record that is not as it was saved, or a source (kind "source")."""

    id: int
    kind: str


def keep_in_step(work: Work) -> None:
    """Bring the sums of all that a change touched up to date, before it is committed."""
    sql = work.sql
    new = sorted(work.created & work.records.keys())
    tables = tuple(pair for pair in _tables() if pair[0] in work.tables)
    for span in _short_runs(new):  # all their rows lie in tables that got some
        sums = _sums(_WITHIN, newer_columns(sql), tables)
        sql.run(f"INSERT OR REPLACE INTO checksum {sums}", span)
    old = [key for key in work.records if key not in work.created]
    if len(old) == 1 and (where_rows_lie := work.tables_with_rows.get(old[0])) is not None:
        # Most of a question over all tables is its beginning: a save knows where the rows lie.
        there = {*where_rows_lie, *work.tables, "record", "record_tag", work.records[old[0]]}
        _renew_one(sql, old[0], tuple(pair for pair in _tables() if pair[0] in there))
    else:
        renew(sql, old)
    _renew_sources(sql, work.written_sources)


def _short_runs(ids: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of ids that are summed up at once, each by its ends: few enough rows that
    SQLite sorts them in its cache.
    """
    for start, end in runs(ids):
        for first in range(start, end, NEW_A_STEP):
            yield ids[first], ids[min(first + NEW_A_STEP, end) - 1]


def renew(sql: Sql, records: Collection[int]) -> None:
    """Bring the sums of these records to what they are now, gone ones included."""
    if len(records) <= MAX_SINGLE_RECORDS:
        for key in records:
            _renew_one(sql, key, _tables())
        return
    for part in pieces(list(records)):
        ids = listed(part)
        sql.run(f"DELETE FROM checksum WHERE id IN ({FIRST_LISTED})", (ids,))
        where = f"IN ({FIRST_LISTED})"
        sql.run(f"INSERT INTO checksum {_sums(where, newer_columns(sql))}", (ids,))


def _renew_one(sql: Sql, key: int, tables: tuple[tuple[str, str], ...]) -> None:
    sql.run("DELETE FROM checksum WHERE id = ?", (key,))
    sql.run(f"INSERT INTO checksum {_sums('= ?1', newer_columns(sql), tables)}", (key,))


def _renew_sources(sql: Sql, sources: Collection[int]) -> None:
    for part in pieces(list(sources)):
        ids = listed(part)
        sql.run(f"DELETE FROM checksum WHERE -id IN ({FIRST_LISTED})", (ids,))
        where = f"WHERE id IN ({FIRST_LISTED})"
        sql.run(f"INSERT INTO checksum {_source_sums(newer_columns(sql))} {where}", (ids,))


def renew_all(sql: Sql, progress: Progress | None = None) -> None:
    """Make all sums anew, within the caller's transaction."""
    sql.run("DELETE FROM checksum")
    for low, high in _steps(sql, progress):
        sql.run(f"INSERT INTO checksum {_sums(_WITHIN, newer_columns(sql))}", (low, high))
    sql.run(f"INSERT INTO checksum {_source_sums(newer_columns(sql))}")


def add_missing(sql: Sql) -> None:
    """Make the sums that are not there, and remove those of nothing, within the caller's
    transaction; none that is there is changed.
    """
    sql.run(
        "DELETE FROM checksum WHERE id > 0 AND id NOT IN (SELECT id FROM record)"
        " OR id < 0 AND -id NOT IN (SELECT id FROM source)"
    )
    lost = "SELECT id FROM {0} WHERE {1} NOT IN (SELECT id FROM checksum)"
    records = [key for (key,) in sql.rows(lost.format("record", "id"))]
    sources = [key for (key,) in sql.rows(lost.format("source", "-id"))]
    renew(sql, records)
    _renew_sources(sql, sources)


def odd_sums(sql: Sql, progress: Progress | None = None) -> Iterator[OddSum]:
    """Yield what is not as it was saved; what has no sum, or a sum of nothing, is one too."""
    for low, high in _steps(sql, progress):
        statement = _sums(_WITHIN, newer_columns(sql))
        is_sums: dict[int, int] = dict(sql.rows(statement, (low, high)))
        stored = "SELECT id, sum FROM checksum WHERE id BETWEEN ? AND ?"
        was_sums: dict[int, int] = dict(sql.rows(stored, (low, high)))
        if is_sums != was_sums:
            kinds = "SELECT id, kind FROM record WHERE id BETWEEN ? AND ?"
            yield from _differences(is_sums, was_sums, dict(sql.rows(kinds, (low, high))))
    source_sums: dict[int, int] = dict(sql.rows(_source_sums(newer_columns(sql))))
    former_sums: dict[int, int] = dict(sql.rows("SELECT id, sum FROM checksum WHERE id < 0"))
    for odd in _differences(source_sums, former_sums, {}):
        yield OddSum(-odd.id, "source")


def _differences(
    is_sums: dict[int, int], was_sums: dict[int, int], kinds: dict[int, str]
) -> Iterator[OddSum]:
    for key in sorted(is_sums.keys() | was_sums.keys()):
        if is_sums.get(key) != was_sums.get(key):
            yield OddSum(key, kinds.get(key, "record"))


def _steps(sql: Sql, progress: Progress | None) -> Iterator[tuple[int, int]]:
    """Yield the numbers of records from and to which they are summed up together."""
    greatest = (sql.value(f"SELECT max(id) FROM {table}") for table in ("record", "checksum"))
    last = max(int(each or 0) for each in greatest)
    for low in range(1, last + 1, IDS_A_STEP):
        if progress is not None:
            progress(low, last)
        yield low, low + IDS_A_STEP - 1


@cache
def _sums(where: str, newer: Newer, tables: tuple[tuple[str, str], ...] | None = None) -> str:
    """Return what asks the sums of the records whose number is so, by their rows in some tables."""
    parts = " UNION ALL ".join(
        f"SELECT {owner} id, {_row_sum(table, newer)} part FROM {table} WHERE {owner} {where}"
        for table, owner in tables or _tables()
    )
    return f"SELECT id, sum(part) sum FROM ({parts}) GROUP BY id"


@cache
def _source_sums(newer: Newer) -> str:
    return f"SELECT -id id, {_row_sum('source', newer)} sum FROM source"


@cache
def _row_sum(table: str, newer: Newer) -> str:
    known = {*METADATA.tables[table].columns.keys()} - DERIVED - BOOKKEEPING
    columns = sorted(known.union(*(names for name, names in newer if name == table)))
    cells = ", ".join(f"ifnull(\"{name}\", '')" for name in columns)
    return f"crc32(CAST(concat_ws(char(31), '{table}', {cells}) AS BLOB))"


@cache
def _tables() -> tuple[tuple[str, str], ...]:
    """Return the tables with rows of records, each with the column that names the record."""
    names = {shape.table for shape in shapes()} - {"source"}
    own = [("record", "id")]
    own += [(table, "id") for table in sorted(OWN_TABLES - {"record"})]
    own += [(table, "record_id") for table in sorted(names - OWN_TABLES)]
    return (*own, ("record_tag", "record_id"))
