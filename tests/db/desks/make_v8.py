"""Makes `v8.desk.sql`, a desk of format 8 as text; run once, while the program writes format 8.

Tenures with a start and no end lie in it whose end is “not known”, as a form left it that nobody
asked, as an officer said it, and as a file gave it. python -m tests.db.desks.make_v8
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from db import (
    HistoricalDate,
    Lens,
    Office,
    OfficeRef,
    Organization,
    Person,
    Ref,
    Store,
    Tenure,
    import_files,
)
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v1 import statements
from tests.db.desks.make_v4 import SQLITES_OWN

KEPT = Path(__file__).with_name("v8.desk.sql")
LENS = Lens("2025-09-15")
OFFICES = ("Spokesman", "Attaché", "Envoy", "Consul", "Adviser", "Registrar")
#: Each person with the offices held and since when; the end is nowhere said.
HOLDERS: dict[str, tuple[tuple[str, str], ...]] = {
    "Still Serving": (("Spokesman", "2024-03"),),
    "Long Gone": (("Attaché", "2010"),),
    "Came After": (("Attaché", "2020"),),
    "Moved On": (("Envoy", "2012"), ("Consul", "2021")),
    "Has Died": (("Adviser", "2019"),),
    "Nobody Knows": (("Registrar", "2018"),),
    "Held Secret": (("Spokesman", "2024-03"),),
}
ONGOING = {"Still Serving": ["2024-03"], "Came After": ["2020"], "Moved On": ["2021"],
           "Held Secret": ["2024-03"]}  # fmt: skip
LIST = "name,office,organization,from,to\nFrom File,Spokesman,Bureau,2024,\n"


def main() -> None:
    """Write every statement that makes the desk again."""
    if SCHEMA_VERSION != 8:
        raise SystemExit("This program no longer writes format 8; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        put_holders(small.store, Path(folder))
        small.store.remove([small.call.id], small.lens)
        lines = (
            line for line in statements(sql_of(small.store)) if not line.startswith(SQLITES_OWN)
        )
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def put_holders(store: Store, folder: Path) -> None:
    """Put people in office by hand and out of a file."""
    body = Organization(title="Bureau", offices=[Office(title=title) for title in OFFICES])
    store.save(body, LENS)
    offices = {
        office.title: OfficeRef(office.id, office.title, Ref(body.id, body.title, body.KIND))
        for office in body.offices
    }
    for name, held in HOLDERS.items():
        store.save(_person(name, held, offices), LENS)
    ids = store.reader.all_ids("person", LENS, "name")
    people = [store.reader.get(key, LENS) for key in ids]
    unknown = next(person for person in people if person.title == "Nobody Knows")
    for state in ("ongoing", "unknown"):  # an officer says that it is not known
        unknown.tenures[0].end_state = state
        store.save(unknown, LENS)
    path = folder / "holders.csv"
    path.write_text(LIST, encoding="utf-8")
    import_files(store, [path], LENS, kind="people")


def _person(name: str, held: Sequence[tuple[str, str]], offices: dict[str, OfficeRef]) -> Person:
    return Person(
        title=name,
        marking=3 if name == "Held Secret" else 0,
        died=HistoricalDate.parse("2021") if name == "Has Died" else None,
        tenures=[
            Tenure(office=offices[title], since=HistoricalDate.parse(since))
            for title, since in held
        ],
    )


if __name__ == "__main__":
    main()
