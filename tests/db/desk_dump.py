"""Everything a desk says, table by table, so that tests can compare it before and after."""

from __future__ import annotations

from typing import Any

from db import Store
from tests.db.desk_sql import sql_of

HISTORY = {
    "change",
    "revision",
    "stale",
    "standing",
    "term",
    "text_sum",
    "alembic_version",
    "log_mark",
}
# Of a record: they say how often and when, and whether it was edited, not what it says.
COUNTED = {"version", "changed", "derived"}

Dump = dict[str, list[dict[str, Any]]]


def dump(store: Store) -> Dump:
    """All rows of all tables but the history and what search derives, by table."""
    sql = sql_of(store.reader)
    tables = sql.rows(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'fts_%'"
        " AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    found: Dump = {}
    for (table,) in tables:
        if table not in HISTORY:
            columns = sql.columns(table)
            found[table] = [
                {key: value for key, value in zip(columns, row, strict=True) if key not in COUNTED}
                for row in sql.rows(f"SELECT * FROM {table} ORDER BY 1, 2")
            ]
    return found


def history_size(store: Store) -> int:
    """The bytes that all lines of history hold."""
    said = sql_of(store.reader).value(
        "SELECT sum(coalesce(length(before), 0) + coalesce(length(after), 0) + 40) FROM revision"
    )
    return int(said or 0)
