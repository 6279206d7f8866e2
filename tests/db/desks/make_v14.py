"""Makes `v14.desk.sql`, a desk of format 14 as text; run once, while the program writes format 14.

A record with lines of its own lies in it, a source and one that was deleted: sums are made of what
is there. python -m tests.db.desks.make_v14
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db import Citation, Lens, Note, Person, Source
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v1 import statements
from tests.db.desks.make_v4 import SQLITES_OWN

KEPT = Path(__file__).with_name("v14.desk.sql")
LENS = Lens("2025-09-15")
SUMMED = "Person with a sum"


def main() -> None:
    """Write every statement that makes the desk again."""
    if SCHEMA_VERSION != 14:
        raise SystemExit("This program no longer writes format 14; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        source = Source(title="The paper of record")
        person = Person(title=SUMMED, notes=[Note(text="A note")], topics=["water"])
        person.citations = [Citation(source=source)]
        small.store.save(person, LENS)
        small.store.remove([small.call.id], small.lens)
        lines = (
            line for line in statements(sql_of(small.store)) if not line.startswith(SQLITES_OWN)
        )
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
