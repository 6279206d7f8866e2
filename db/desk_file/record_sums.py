"""A checksum of each record and source as it was last saved, so that a changed byte is found.

SQLite looks at the build of its pages and at what indexes repeat; a flipped bit in any other text
is a text like another. `Store` brings the sums of what a change touched up to date before it is
committed, `verify` compares them all, and a salvaged desk is measured by them.

A record's sum adds up one number for each row of it and of its lines, so that a lost or doubled
line is found as well, in whatever order they lie. A source has the negative of its own number.

Beside it stands the sum of the columns that follow from others (`derived`), made with a record's
first rows. A record that was edited has none: what in it was not written then could be another by
now, and is derived and compared by `verify`. Row 0 has the rules by which was derived.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from db.changes.unit_of_work import LANGUAGE, Work, runs
from db.desk_file.proof import derivation
from db.lists import sort_keys
from db.lists.newer_columns import newer_columns
from db.progress import Progress
from db.storage.id_lists import FIRST_LISTED, RECORDS_A_PIECE, listed, pieces
from db.storage.row_mapping import BOOKKEEPING, OWN_TABLES, shapes
from db.storage.sql import Sql
from db.tables.rows import METADATA

# What follows from the rest has a sum of its own, or is compared with it (`derived_columns`).
DERIVED_COLUMNS: Final = {
    "record": ("sort_title", "sort_key", "day"),
    "name": ("folded", "skeleton"),
    "office": ("folded",),
}
DERIVED: Final = frozenset(chain.from_iterable(DERIVED_COLUMNS.values()))
RULES: Final = 0  # the row that is no record's
IDS_A_STEP: Final = 5_000  # records that are summed up together
NEW_A_STEP: Final = 500  # new ones, a third faster than thousands
MAX_SINGLE_RECORDS: Final = 20  # whose sums are asked for one by one
Newer = tuple[tuple[str, tuple[str, ...]], ...]  # as `newer_columns` returns them
MAX_ROWS: Final = 1 << 24  # of a table, and numbers of them, whose sums SQLite can add up
_WITHIN: Final = "BETWEEN ?1 AND ?2"
_AMONG: Final = f"IN ({FIRST_LISTED})"
_TIMES: Final = "(1 + ({} & 63))"  # how often a record's part is taken
_MASK: Final = (1 << 38) - 1
_STORED: Final = (
    f"({{}} * {_TIMES.format('id')}) & {_MASK}"  # whatever stands there on a damaged desk
)


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
        sums = _sums(_WITHIN, newer_columns(sql), tables, is_derived=True)
        sql.run(f"INSERT OR REPLACE INTO checksum (id, sum, derived) {sums}", span)
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
        sums = _sums(_AMONG, newer_columns(sql))
        sql.run(f"INSERT INTO checksum (id, sum) {sums}", (ids,))


def _renew_one(sql: Sql, key: int, tables: tuple[tuple[str, str], ...]) -> None:
    # Asked for and then written: as one statement SQLite takes twice as long for so few rows.
    found = sql.one(_sums("= ?1", newer_columns(sql), tables), (key,))
    if found is None:
        sql.run("DELETE FROM checksum WHERE id = ?", (key,))
    else:
        sql.run("INSERT OR REPLACE INTO checksum (id, sum) VALUES (?, ?)", found)


def _renew_sources(sql: Sql, sources: Collection[int]) -> None:
    for part in pieces(list(sources)):
        ids = listed(part)
        sql.run(f"DELETE FROM checksum WHERE -id IN ({FIRST_LISTED})", (ids,))
        where = f"WHERE id IN ({FIRST_LISTED})"
        sums = _source_sums(newer_columns(sql))
        sql.run(f"INSERT INTO checksum (id, sum) {sums} {where}", (ids,))


def renew_all(sql: Sql, progress: Progress | None = None) -> None:
    """Make all sums anew, within the caller's transaction; what is derived was just derived."""
    sql.run("DELETE FROM checksum")
    for span in _steps(sql, progress):
        sums = _sums(_WITHIN, newer_columns(sql), is_derived=True)
        sql.run(f"INSERT INTO checksum (id, sum, derived) {sums}", span)
    sql.run(f"INSERT INTO checksum (id, sum) {_source_sums(newer_columns(sql))}")
    note_rules(sql)


def renew_derivations(sql: Sql, progress: Progress | None = None) -> None:
    """Bring the sums of what is derived to what it is now: it was just derived anew."""
    for low, high in _steps(sql, progress):
        sql.run(
            f"UPDATE checksum SET derived = d.sum FROM ({_derived_sums(_WITHIN)}) d"
            " WHERE checksum.id = d.id AND checksum.id BETWEEN ?1 AND ?2",
            (low, high),
        )
    note_rules(sql)


def renew_keys(sql: Sql, progress: Progress | None = None, *, is_ours: bool) -> None:
    """Bring all keys to the order of the desk's language, and the sums of what is derived by as
    much; one that did not hold does not hold afterwards. `is_ours` says whether all that is derived
    was so by our rules before.
    """
    language = str(sql.value("SELECT value FROM setting WHERE key = ?", (LANGUAGE,)) or "")
    ids = [key for (key,) in sql.rows("SELECT id FROM record ORDER BY id")]
    statement = f"SELECT id, {_derived_sum('record')} FROM record WHERE id {_AMONG}"
    for done, part in enumerate(pieces(ids)):
        if progress is not None:
            progress(done * RECORDS_A_PIECE, len(ids))
        before: dict[int, int] = dict(sql.rows(statement, (listed(part),)))
        sort_keys.renew(sql, part, language)
        after = sql.rows(statement, (listed(part),))
        grown = [(each - before[key], key) for key, each in after if each != before[key]]
        sql.run_many("UPDATE checksum SET derived = derived + ? WHERE id = ?", grown)
    if is_ours:
        note_rules(sql)


def note_rules(sql: Sql) -> None:
    """Keep by which rules all that is derived in this desk was."""
    rules = (RULES, derivation.rules_of(sql))
    sql.run("INSERT OR REPLACE INTO checksum (id, sum, derived) VALUES (?, 0, ?)", rules)


def is_by_our_rules(sql: Sql) -> bool:
    """Say whether what is derived was so by the rules of this program, in the desk's language."""
    stored_rules = sql.value("SELECT derived FROM checksum WHERE id = ?", (RULES,))
    return bool(stored_rules == derivation.rules_of(sql))


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
    yield from _odd_sources(sql)


def _odd_sources(sql: Sql) -> Iterator[OddSum]:
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
def _sums(
    where: str,
    newer: Newer,
    tables: tuple[tuple[str, str], ...] | None = None,
    *,
    is_derived: bool = False,
) -> str:
    """Return what asks the sums of the records whose number is so, by their rows in some tables;
    with `is_derived` those of their derived columns too.
    """
    beside = {table: f", {_derived_sum(table)} derived" for table, _ in _tables() if is_derived}
    parts = " UNION ALL ".join(
        f"SELECT {owner} id, {_row_sum(table, newer)} part{beside.get(table, '')} FROM {table}"
        f" WHERE {owner} {where}"
        for table, owner in tables or _tables()
    )
    derived = ", sum(derived) derived" if is_derived else ""
    return f"SELECT id, sum(part) sum{derived} FROM ({parts}) GROUP BY id"


@cache
def _derived_sums(where: str) -> str:
    """Return what asks the sums of the derived columns of the records whose number is so."""
    parts = " UNION ALL ".join(
        f"SELECT {owner} id, {_derived_sum(table)} part FROM {table} WHERE {owner} {where}"
        for table, owner in _tables()
        if table in DERIVED_COLUMNS
    )
    return f"SELECT id, sum(part) sum FROM ({parts}) GROUP BY id"


@cache
def _derived_sum(table: str) -> str:
    if table not in DERIVED_COLUMNS:
        return "0"
    cells = ", ".join(f"ifnull({name}, '')" for name in ("id", *DERIVED_COLUMNS[table]))
    return f"crc32(CAST(concat_ws(char(31), {cells}) AS BLOB))"


def do_rows_add_up(sql: Sql) -> bool:
    """Say whether the rows of all records, and of all sources, come to what was stored of them.

    One pass a table, in its own order. Each record's part is taken so many times as its number
    says, so that sums in each other's place are not taken for right. All that was summed up is text
    then, as it was when it was stored.
    """
    if not _are_few(sql):
        return False
    newer = newer_columns(sql)
    parts = (
        sql.value(
            f"SELECT sum({_of_text(_row_sum(table, newer))} * {_TIMES.format(owner)}) FROM {table}"
        )
        for table, owner in _tables()
    )
    stored = f"SELECT sum({_STORED.format('sum')}), count(*) FROM checksum WHERE id > 0"
    total, count = sql.rows(stored)[0]
    if sql.value("SELECT count(*) FROM record") != count:
        return False
    return not (sum(each or 0 for each in parts) - (total or 0)) & _MASK and not [
        *_odd_sources(sql)
    ]


def doubtful_records(sql: Sql) -> list[int] | None:
    """Return the records of which what is derived is not proved by its sum; None where the sums
    do not come to what was stored, or were made by other rules.
    """
    if not (_are_few(sql) and is_by_our_rules(sql)):
        return None
    doubtful = [k for (k,) in sql.rows("SELECT id FROM checksum WHERE id > 0 AND derived IS NULL")]
    tables = [(table, owner) for table, owner in _tables() if table in DERIVED_COLUMNS]
    total = 0
    for table, owner in tables:
        each = f"{_of_text(_derived_sum(table))} * {_TIMES.format(owner)}"
        total += sql.value(f"SELECT sum({each}) FROM {table}") or 0
    for part in pieces(doubtful):
        beside = f"SELECT sum({_STORED.format('sum')}) FROM ({_derived_sums(_AMONG)})"
        total -= sql.value(beside, (listed(part),)) or 0
    stored = f"SELECT sum({_STORED.format('derived')}) FROM checksum WHERE id > 0"
    return None if (total - (sql.value(stored) or 0)) & _MASK else doubtful


def _of_text(part: str) -> str:
    return part.replace("crc32(", "crc32_of_text(", 1)


def unsummed_columns(table: str) -> frozenset[str]:
    """Return the columns of a table that have no part in any sum; all of one without sums."""
    columns = frozenset(METADATA.tables[table].columns.keys())
    if table not in {"source", *(name for name, _ in _tables())}:
        return columns
    return columns & (BOOKKEEPING - {*DERIVED_COLUMNS.get(table, ())})


def _are_few(sql: Sql) -> bool:
    """Say whether no table has so many rows that their sums could be beyond SQLite's numbers."""
    greatest = (sql.value(f"SELECT max(rowid) FROM {table}") for table, _ in _tables())
    return all(int(each or 0) <= MAX_ROWS for each in greatest)


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
