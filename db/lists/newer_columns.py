"""What a newer program keeps on the desk in columns that this one does not know.

Checksums leave room for it, and an export counts it as lost: no format of ours has a place for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from db.storage.engine import SCHEMA_VERSION
from db.storage.id_lists import LISTED, listed
from db.storage.row_mapping import OWN_TABLES
from db.storage.schema import widened_tables
from db.storage.sql import Sql
from db.tables.rows import METADATA

_CITED = f"id IN (SELECT source_id FROM citation WHERE record_id IN ({LISTED}))"


def newer_values(sql: Sql, ids: Sequence[int]) -> Counter[str]:
    """Count what these records, their parts and sources say in such columns, by table and column;
    the ids are those of records that are shown.
    """
    found: Counter[str] = Counter()
    for table, names in newer_columns(sql):
        own = f"{'id' if table in OWN_TABLES else 'record_id'} IN ({LISTED})"
        where = _CITED if table == "source" else own
        filled = ", ".join(f"""count(nullif("{name}", ''))""" for name in names)
        statement = f"SELECT {filled} FROM {table} WHERE {where}"
        row = sql.one(statement, (listed(ids),))
        for name, count in zip(names, row or (), strict=False):
            if count:
                found[f"“{name}” of a newer program ({table.replace('_', ' ')})"] += count
    return found


def newer_columns(sql: Sql) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the columns that a newer program gave the tables of records, by table: no declaration
    has them, and that program counts them. None on a desk of our own format.
    """
    if sql.newer_columns is None:
        sql.newer_columns = ()
        if int(sql.value("PRAGMA user_version") or 0) > SCHEMA_VERSION:
            found = ((table, _beyond(sql, table)) for table in sorted(widened_tables()))
            sql.newer_columns = tuple((table, names) for table, names in found if names)
    return sql.newer_columns


def _beyond(sql: Sql, table: str) -> tuple[str, ...]:
    known = METADATA.tables[table].columns.keys()
    return tuple(sorted({*sql.columns(table)} - {*known}))
