"""Makes `v11.desk.sql`, a desk of format 11 as text; run once, while the program writes format 11.

Two people of a file lie in it, told from an import then by the words of a change's label alone: an
officer corrected where one was born, and an import that was undone and done again gave the gender.
python -m tests.db.desks.make_v11
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db import HistoricalDate, Lens, Person, Store, import_files, parse_query
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v1 import statements
from tests.db.desks.make_v4 import SQLITES_OWN

KEPT = Path(__file__).with_name("v11.desk.sql")
LENS = Lens("2025-09-15")
CORRECTED = "Ana Imported"
HEADINGS = "wikidata_id,name,birth_date,gender"
FIRST = f"{HEADINGS}\nQ1,{CORRECTED},1964,female\nQ2,Bo Imported,1970,male\n"


def main() -> None:
    """Write every statement that makes the desk again."""
    if SCHEMA_VERSION != 11:
        raise SystemExit("This program no longer writes format 11; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        small.store.remove([small.call.id], small.lens)
        put_imported(small.store, Path(folder))
        lines = (
            line for line in statements(sql_of(small.store)) if not line.startswith(SQLITES_OWN)
        )
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def put_imported(store: Store, folder: Path) -> None:
    """Import two people, correct one by hand, and import again, undone and done again."""
    path = folder / "people.csv"
    path.write_text(FIRST, encoding="utf-8")
    import_files(store, [path], LENS)
    [key] = store.reader.page("person", parse_query(CORRECTED), LENS).ids
    ana = store.reader.get(key, LENS)
    assert isinstance(ana, Person)
    ana.born = HistoricalDate.parse("1965")
    store.save(ana, LENS)
    path.write_text(FIRST.replace("female", "other"), encoding="utf-8")
    import_files(store, [path], LENS)
    for _ in ("undo", "redo"):
        store.revert(store.reader.changes()[0].id)


if __name__ == "__main__":
    main()
