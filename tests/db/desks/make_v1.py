"""Makes `v1.desk.sql`, a desk of format 1 as text; run once, while the program writes format 1.

python -m tests.db.desks.make_v1
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from db.storage.engine import SCHEMA_VERSION, Sql
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of

KEPT = Path(__file__).with_name("v1.desk.sql")


def statements(sql: Sql) -> Iterator[str]:
    """The desk as SQL; the full text, which keeps no text, is empty."""
    for name in ("application_id", "user_version"):
        yield f"PRAGMA {name} = {sql.value(f'PRAGMA {name}')};"
    made = sql.rows(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        " AND (name NOT LIKE 'fts_%' OR sql LIKE 'CREATE VIRTUAL%') ORDER BY type DESC, rowid"
    )
    for kind, name, statement in made:
        yield f"{statement};"
        if kind == "table" and not name.startswith("fts_"):
            quoted = " || ',' || ".join(f'quote("{column}")' for column in sql.columns(name))
            for (values,) in sql.rows(f'SELECT {quoted} FROM "{name}"'):
                yield f'INSERT INTO "{name}" VALUES ({values});'


def main() -> None:
    """Write every statement that makes the small desk again."""
    if SCHEMA_VERSION != 1:
        raise SystemExit("This program no longer writes format 1; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        small.store.remove([small.call.id], small.lens)
        KEPT.write_text("\n".join(statements(sql_of(small.store))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
