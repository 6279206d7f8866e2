"""What is disturbed: each command that writes, with the desk and the files that it works on."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from db import Event, HistoricalDate, Lens, Note, Person, Store, make_desk, open_desk
from db.changes import saving
from db.storage.engine import connect, make_engine

LENS = Lens("2025-09-15")
PEOPLE = 150  # so that each command takes some tenths of a second
ROWS = 400  # of the file that is imported
FEW_PEOPLE, FEW_ROWS = 6, 4  # so that each command writes seldom enough for every write to fail
NEW_PASSPHRASE = "zebra crossing"
OLD_DESK = Path(__file__).parents[1] / "db" / "desks" / "v6.desk.sql"


@dataclass(frozen=True)
class Work:
    """A command on `own.desk` of a folder; `makes` is the new file that it writes, if it does."""

    name: str
    arguments: Callable[[Path], list[str]]
    makes: str = ""
    is_old: bool = False  # on a desk of an older format: opening it is the work

    def desk(self, at: Path) -> Path:
        """Return the desk that is worked on."""
        return at / ("old.desk" if self.is_old else "own.desk")

    @property
    def changes(self) -> bool:
        """Whether the desk that is worked on is another afterwards."""
        return not self.makes and not self.is_old


def make_folder(folder: Path, people: int = PEOPLE, rows: int = ROWS) -> None:
    """Put everything there that the works need: a desk, a copy that went apart, a table, a text."""
    desk = folder / "own.desk"
    make_desk(desk)
    with open_desk(desk) as store:
        _fill(store, people)
    shutil.copyfile(desk, folder / "other.desk")
    with open_desk(folder / "other.desk") as store:
        for key in store.reader.all_ids("person", LENS, "name")[:60]:
            person = store.reader.get(key, LENS)
            person.title += " Elsewhere"
            store.save(person, LENS)
    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["wikidata_id", "name", "birth_date", "biography"])
        for number in range(rows):
            lines.writerow([f"Q{number}", f"Imported {number}", 1900 + number % 90, "Long. " * 40])
    raw = make_engine(folder / "old.desk", None, read_only=False)
    sql = connect(raw)
    sql.run("PRAGMA synchronous = OFF")
    sql.raw.executescript(OLD_DESK.read_text(encoding="utf-8"))
    sql.close()
    raw.dispose()


def _fill(store: Store, count: int) -> None:
    people = [
        Person(
            title=f"Person {number}",
            born=HistoricalDate.parse(str(1900 + number % 90)),
            biography="A long life. " * 60,
            notes=[Note(text=f"Note {number} {turn}") for turn in range(2)],
        )
        for number in range(count)
    ]
    with store.unit_of_work("Many people") as work:
        saving.write_records(work, people, LENS)
    store.save(Event(title="A meeting", start=HistoricalDate.parse("2020-05-01")), LENS)


def _first_uid(folder: Path) -> str:
    with open_desk(folder / "own.desk", read_only=True) as store:
        key = store.reader.all_ids("person", LENS, "name")[0]
        return store.reader.get(key, LENS).uid


WORKS = (
    Work("save", lambda at: ["edit", f"{at}/own.desk", _first_uid(at), "title=Renamed One"]),
    Work("import", lambda at: ["import", f"{at}/own.desk", f"{at}/people.csv"]),
    Work("merge", lambda at: ["merge", f"{at}/own.desk", f"{at}/other.desk", "--prefer", "theirs"]),
    Work("migration", lambda at: ["verify", f"{at}/old.desk", "--rebuild"], is_old=True),
    Work("backup", lambda at: ["backup", f"{at}/own.desk", f"{at}/made.desk"], "made.desk"),
    Work("restore", lambda at: ["restore", f"{at}/other.desk", f"{at}/own.desk"]),
    Work("salvage", lambda at: ["salvage", f"{at}/own.desk", f"{at}/made.desk"], "made.desk"),
    Work("passphrase", lambda at: ["passphrase", f"{at}/own.desk"]),
    Work("erase", lambda at: ["erase", f"{at}/own.desk", _first_uid(at)]),
)
