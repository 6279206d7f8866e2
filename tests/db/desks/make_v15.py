"""Makes `v15.desk.sql`, a desk of format 15 as text; run once, while the program writes format 15.

Records and topics lie in it that nobody said of until when they are to be kept.
python -m tests.db.desks.make_v15
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db import Lens, Person
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v1 import statements
from tests.db.desks.make_v4 import SQLITES_OWN

KEPT = Path(__file__).with_name("v15.desk.sql")
LENS = Lens("2025-09-15")
FILED = "Person under a topic"
TOPIC = "water"


def main() -> None:
    """Write every statement that makes the desk again."""
    if SCHEMA_VERSION != 15:
        raise SystemExit("This program no longer writes format 15; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        small.store.save(Person(title=FILED, topics=[TOPIC], checked_on="2025-09-01"), LENS)
        small.store.remove([small.call.id], small.lens)
        lines = (
            line for line in statements(sql_of(small.store)) if not line.startswith(SQLITES_OWN)
        )
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
