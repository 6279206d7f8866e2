"""Makes `v5.desk.sql`, a desk of format 5 as text; run once, while the program writes format 5.

python -m tests.db.desks.make_v5
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db import Name, Person
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v1 import statements
from tests.db.desks.make_v4 import SQLITES_OWN

KEPT = Path(__file__).with_name("v5.desk.sql")
NATIVE = "ประยุทธ์ จันทร์โอชา"  # when format 5 began, nothing was heard in these letters


def main() -> None:
    """Write every statement that makes the small desk again."""
    if SCHEMA_VERSION != 5:
        raise SystemExit("This program no longer writes format 5; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        person = small.fresh(small.munir)
        assert isinstance(person, Person)
        person.names.append(Name(text=NATIVE, kind="alias"))
        small.store.save(person, small.lens)
        small.store.remove([small.call.id], small.lens)
        lines = (
            line for line in statements(sql_of(small.store)) if not line.startswith(SQLITES_OWN)
        )
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
