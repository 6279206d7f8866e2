"""Makes `v13.desk.sql`, a desk of format 13 as text; run once, while the program writes format 13.

A state with two ministries lies in it: until format 14 a state had no order of its own offices.
python -m tests.db.desks.make_v13
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db import Lens, Office, Organization
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v1 import statements
from tests.db.desks.make_v4 import SQLITES_OWN

KEPT = Path(__file__).with_name("v13.desk.sql")
LENS = Lens("2025-09-15")
STATE = "Strelsau"
OFFICES = ("Minister of Trade", "Prime Minister")


def main() -> None:
    """Write every statement that makes the desk again."""
    if SCHEMA_VERSION != 13:
        raise SystemExit("This program no longer writes format 13; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        state = Organization(title=STATE, kind="state", country="fr")
        body = Organization(
            title="Cabinet of Strelsau",
            kind="ministry",
            country="fr",
            offices=[Office(title=title) for title in OFFICES],
        )
        for record in (state, body):
            small.store.save(record, LENS)
        small.store.remove([small.call.id], small.lens)
        lines = (
            line for line in statements(sql_of(small.store)) if not line.startswith(SQLITES_OWN)
        )
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
