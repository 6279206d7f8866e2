"""Makes `v3.desk.sql`, a desk of format 3 as text; run once, while the program writes format 3.

python -m tests.db.desks.make_v3
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v1 import statements

KEPT = Path(__file__).with_name("v3.desk.sql")
SQLITES_OWN = "CREATE TABLE sqlite_"  # SQLite makes it by itself


def main() -> None:
    """Write every statement that makes the small desk again."""
    if SCHEMA_VERSION != 3:
        raise SystemExit("This program no longer writes format 3; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        small.store.remove([small.call.id], small.lens)
        lines = (
            line for line in statements(sql_of(small.store)) if not line.startswith(SQLITES_OWN)
        )
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
