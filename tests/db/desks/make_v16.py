"""Makes `v16.desk.sql`, a desk of format 16 as text; run once, while the program writes format 16.

A record that was edited after it was made lies in it, with names in two scripts, and one whose
derived column says something else than its name: no sum of what is derived was kept of either.
python -m tests.db.desks.make_v16
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db import Lens, Name, Note, Person
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v1 import statements
from tests.db.desks.make_v4 import SQLITES_OWN

KEPT = Path(__file__).with_name("v16.desk.sql")
LENS = Lens("2025-09-15")
EDITED = "Person edited in format 16"
NATIVE = "محمد اسحاق"


def main() -> None:
    """Write every statement that makes the desk again."""
    if SCHEMA_VERSION != 16:
        raise SystemExit("This program no longer writes format 16; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        person = Person(title="Person", names=[Name(text=NATIVE, kind="native")])
        small.store.save(person, LENS)
        person.title = EDITED
        person.notes = [Note(text="A note of later")]
        small.store.save(person, LENS)
        small.store.remove([small.call.id], small.lens)
        sql_of(small.store).run("UPDATE name SET folded = 'other' WHERE text = ?", (NATIVE,))
        lines = (
            line for line in statements(sql_of(small.store)) if not line.startswith(SQLITES_OWN)
        )
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
