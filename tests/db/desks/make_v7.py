"""Makes `v7.desk.sql`, a desk of format 7 as text; run once, while the program writes format 7.

Titles with numbers and with letters that have a place of their own lie in it: the next format
sorts them otherwise. python -m tests.db.desks.make_v7
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db import Agreement, Lens
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v1 import statements
from tests.db.desks.make_v4 import SQLITES_OWN

KEPT = Path(__file__).with_name("v7.desk.sql")
NUMBERED = ("Protocol No. 10", "Protocol No. 2", "Çeşme Accord", "The Zagreb Accord")
LENS = Lens("2025-09-15")


def main() -> None:
    """Write every statement that makes the desk again."""
    if SCHEMA_VERSION != 7:
        raise SystemExit("This program no longer writes format 7; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        for title in NUMBERED:
            small.store.save(Agreement(title=title), LENS)
        small.store.remove([small.call.id], small.lens)
        lines = (
            line for line in statements(sql_of(small.store)) if not line.startswith(SQLITES_OWN)
        )
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
