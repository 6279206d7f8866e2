"""Makes `v9.desk.sql`, a desk of format 9 as text; run once, while the program writes format 9.

Days before the year 1 and after 9999 lie in it as that format wrote them, in records, in their
parts and in the history: made by hand, corrected, deleted and out of a file.
python -m tests.db.desks.make_v9
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db import Event, HistoricalDate, Lens, Organization, Person, Store, import_files
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v1 import statements
from tests.db.desks.make_v4 import SQLITES_OWN

KEPT = Path(__file__).with_name("v9.desk.sql")
LENS = Lens("2025-09-15")
#: Bodies by their names, with the day each was founded, in the order of these days.
FOUNDED = {"Delian League": "478 BC", "Second League": "377 BC", "Triumvirate": "60 BC",
           "Empire": "27 BC", "Hanse": "1358", "Far Union": "Y12345"}  # fmt: skip
#: People of a file, with the years they were born and died in, in the order of birth.
LIST = "name,born,died\nAlcibiades,-0449,-0403\nDemosthenes,-0383,-0321\nCato,-0094,-0045\n"
CORRECTED, DELETED = "Peace of Nicias", "Ides of March"


def main() -> None:
    """Write every statement that makes the desk again."""
    if SCHEMA_VERSION != 9:
        raise SystemExit("This program no longer writes format 9; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        put_old_days(small.store, Path(folder))
        small.store.remove([small.call.id], small.lens)
        lines = (
            line for line in statements(sql_of(small.store)) if not line.startswith(SQLITES_OWN)
        )
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def put_old_days(store: Store, folder: Path) -> None:
    """Put old and far days into a desk."""
    for title, founded in FOUNDED.items():
        store.save(Organization(title=title, founded=HistoricalDate.parse(founded)), LENS)
    event = Event(title=CORRECTED, start=HistoricalDate.parse("44 BC"))
    store.save(event, LENS)
    event.start = HistoricalDate.parse("421 BC")
    store.save(event, LENS)
    deleted = Event(title=DELETED, start=HistoricalDate.parse("15 March 44 BC"))
    store.save(deleted, LENS)
    store.remove([deleted.id], LENS)
    path = folder / "orators.csv"
    path.write_text(LIST, encoding="utf-8")
    import_files(store, [path], LENS, kind="people")
    ids = store.reader.all_ids("person", LENS, "name")
    people = [store.reader.get(key, LENS) for key in ids]
    cato = next(each for each in people if isinstance(each, Person) and each.title == "Cato")
    store.remove([cato.id], LENS)


if __name__ == "__main__":
    main()
