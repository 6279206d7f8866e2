"""Desks damaged by their seeds, salvaged, and compared with what could be read of them.

A record is readable where every page on which its rows lie is in the damaged file, wherever in it.
`make faults` runs a thousand rounds, the suite a few:

    python -m tests.db.salvage.salvage_rounds ROUNDS [--encrypted]

With `--recover SHELL`, a shell of SQLite that has the table of pages, its own `.recover` is tried
on the same plain desks.
"""

from __future__ import annotations

import argparse
import functools
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from db import DeskError, Lens, Note, Person, open_desk
from db.changes import saving
from db.salvage.damaged_desk import DamagedDesk
from db.salvage.page_cells import TABLE_LEAF, children, kind_of, rows
from db.salvage.page_file import PageFile, key_for
from db.salvage.salvage_desk import salvage_desk
from db.storage import engine
from db.storage.engine import PAGE_BYTES
from db.storage.files.file_handle import DeskFile
from tests.db.damage.contents import lost_table
from tests.db.damage.desks import PASSPHRASE, connected, whole
from tests.db.damage.pages import PAGES, Damage

DAMAGES: tuple[Damage, ...] = (*PAGES, lost_table)
PEOPLE = 120  # beside the sample, so that trees have several floors
# What is made anew, or not kept of a row that the history brings back.
UNSAVED = frozenset(
    {"changed", "version", "created", "sort_title", "sort_key", "folded", "skeleton", "day"}
)
Row = tuple[str, int]


def large(path: Path, passphrase: str = "") -> Path:
    """A desk with the sample and many people, some with texts of several pages."""
    whole(path, passphrase)
    with open_desk(path, passphrase) as store:
        with store.unit_of_work("Many") as work:
            people = [
                Person(
                    title=f"Person {number} of Many",
                    given="Person",
                    family=f"Number {number}",
                    biography=f"A long life, {number}. " * (500 if number % 40 == 0 else 4),
                    notes=[Note(text=f"Note {number} {turn}") for turn in range(3)],
                )
                for number in range(PEOPLE)
            ]
            saving.write_records(work, people, Lens())
        for number in range(0, PEOPLE, 10):
            person = store.reader.get(people[number].id, Lens())
            person.gender = "female"
            store.save(person, Lens())
    return path


@dataclass
class Base:
    """A whole desk: its bytes, and each record's rows with the pages they lie on."""

    path: Path
    passphrase: str
    pages: list[bytes]
    values: dict[Row, dict[str, Any]]
    owner: dict[Row, int]
    lies_on: dict[Row, frozenset[int]]
    references: dict[str, list[tuple[str, str]]]

    def readable_rows(self, damaged: bytes) -> set[Row]:
        """Return the rows of which every page is somewhere in a damaged file."""
        there = {damaged[at : at + PAGE_BYTES] for at in range(0, len(damaged), PAGE_BYTES)}
        intact = {n for n, page in enumerate(self.pages, start=1) if page in there}
        return {row for row, pages in self.lies_on.items() if pages <= intact}

    def readable_records(self, found: set[Row]) -> set[int]:
        """Return the records of which every row can be read."""
        lost = {self.owner[row] for row in self.owner if row not in found}
        return set(self.owner.values()) - lost

    def may_go(self, row: Row, readable: set[Row]) -> bool:
        """Say whether a row names one that cannot be read, with which it may go."""
        names = self.references.get(row[0], ())
        named = [(target, self.values[row][column]) for column, target in names]
        return any(key is not None and (to, key) not in readable for to, key in named)


def base_of(path: Path, passphrase: str) -> Base:
    data = path.read_bytes()
    pages = [data[at : at + PAGE_BYTES] for at in range(0, len(data), PAGE_BYTES)]
    values, references = stored_rows(path, passphrase)
    owner = {
        row: value["id"] if row[0] in KIND_TABLES else value["record_id"]
        for row, value in values.items()
        if row[0] in KIND_TABLES or ("record_id" in value and row[0] not in ("draft", "revision"))
    }
    return Base(path, passphrase, pages, values, owner, places(path, passphrase), references)


KIND_TABLES = ("record", "person", "organization", "agreement", "event")


def stored_rows(
    path: Path, passphrase: str
) -> tuple[dict[Row, dict[str, Any]], dict[str, list[tuple[str, str]]]]:
    """Every row of a desk by table and number, and which columns name rows of which tables."""
    raw = connected(path, passphrase)
    values: dict[Row, dict[str, Any]] = {}
    references: dict[str, list[tuple[str, str]]] = {}
    for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if table.startswith(("fts_", "sqlite_")):
            continue
        cursor = raw.execute(f"SELECT rowid AS number, * FROM {table}")
        names = [each[0] for each in cursor.description][1:]
        for number, *row in cursor.fetchall():
            values[table, number] = dict(zip(names, row, strict=True))
        keys = raw.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        references[table] = [(row[3], row[2]) for row in keys]
    raw.close()
    return values, references


def places(path: Path, passphrase: str) -> dict[Row, frozenset[int]]:
    """Return the pages on which each row lies."""
    with closing(DeskFile(path)) as file:
        pages = PageFile(file, key_for(file, passphrase) if passphrase else None)
        found = DamagedDesk(pages)
        tables = {layout.table for layout, _ in found.rows()}
        roots = {each.root: each.name for each in found.objects.values()}
        lies: dict[Row, frozenset[int]] = {}
        for root, table in roots.items():
            if table in tables:
                for number in _leaves(pages, root):
                    page = pages.page(number)
                    assert page is not None
                    for cell in rows(page, number, pages.usable, pages.page):
                        assert cell is not None
                        lies[table, cell.number] = frozenset((number, *cell.overflow))
    return lies


def _leaves(pages: PageFile, root: int) -> list[int]:
    page = pages.page(root)
    assert page is not None
    if kind_of(page, root) == TABLE_LEAF:
        return [root]
    return [
        leaf for child in children(page, root, pages.usable) for leaf in _leaves(pages, child.page)
    ]


@dataclass
class Outcomes:
    """What came of the rounds."""

    rounds: int = 0
    whole: int = 0  # rounds in which every readable record was saved
    refused: int = 0
    readable: int = 0
    saved: int = 0
    by_damage: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    wrong: list[str] = field(default_factory=list)
    recovered: int = 0  # readable records that SQLite's `.recover` brought into a new file
    recovered_whole: int = 0

    def __str__(self) -> str:
        recovering = (
            f"; `.recover`: all in {self.recovered_whole}, {self.recovered} records"
            if RECOVERING
            else ""
        )
        return (
            f"{self.rounds} damaged desks salvaged: all readable records in {self.whole},"
            f" {self.saved} of {self.readable} readable records, {self.refused} refused,"
            f" wrong: {len(self.wrong)}{recovering}"
        )


def run_round(base: Base, folder: Path, seed: int, outcomes: Outcomes) -> None:
    """Damage the desk by a seed, salvage it and compare."""
    chance = random.Random(seed)
    damaged, target = folder / "damaged.desk", folder / "salvaged.desk"
    for each in folder.iterdir():
        each.unlink()
    shutil.copyfile(base.path, damaged)
    damage = DAMAGES[seed % len(DAMAGES)]
    if damage is lost_table and base.passphrase:
        damage = DAMAGES[0]
    told = damage(damaged, chance)
    for tail in ("-wal", "-shm"):
        Path(f"{damaged}{tail}").unlink(missing_ok=True)
    before = damaged.read_bytes()
    rows_left = base.readable_rows(before)
    readable = base.readable_records(rows_left)
    outcomes.rounds += 1
    outcomes.readable += len(readable)
    if RECOVERING:
        lost = _lost_by_recovering(base, damaged, folder, rows_left, readable)
        outcomes.recovered += len(readable) - len(lost)
        outcomes.recovered_whole += not lost
    report = None
    try:
        report = salvage_desk(damaged, target, base.passphrase)
    except DeskError as refusal:
        outcomes.refused += 1
        if not str(refusal).strip():
            outcomes.wrong.append(f"seed {seed}, {told}: refused without a word")
    except Exception as error:
        outcomes.wrong.append(f"seed {seed}, {damage.__name__}, {told}: {error!r}")
    if damaged.read_bytes() != before:
        outcomes.wrong.append(f"seed {seed}, {told}: the damaged file was written to")
    lost = lost_records(base, target, rows_left, readable) if report else readable
    outcomes.saved += len(readable) - len(lost)
    outcomes.whole += not lost
    counts = outcomes.by_damage[damage.__name__]
    counts["whole" if not lost else "lost"] += 1
    if report is not None and report.problems:
        outcomes.wrong.append(f"seed {seed}, {damage.__name__}, {told}: {report.problems[:2]}")
    if lost and VERBOSE:
        print("seed", seed, damage.__name__, told, len(lost), "of", len(readable), sorted(lost)[:8])


VERBOSE = False
RECOVERING = ""  # the shell by which SQLite's own way is tried


def _lost_by_recovering(
    base: Base, damaged: Path, folder: Path, rows_left: set[Row], readable: set[int]
) -> set[int]:
    """Return the readable records that SQLite's `.recover` does not bring back whole."""
    copy, target = folder / "copy.desk", folder / "recovered.desk"
    shutil.copyfile(damaged, copy)
    asked = [RECOVERING, str(copy), ".recover"]
    read = subprocess.run(asked, capture_output=True, check=False)
    write = [RECOVERING, str(target)]
    subprocess.run(write, input=read.stdout, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return lost_records(base, target, rows_left, readable)
    except dbapi2.Error:
        return readable


def lost_records(base: Base, target: Path, readable_rows: set[Row], readable: set[int]) -> set[int]:
    """Return the readable records of which a row is missing or another in the new desk."""
    there, _ = stored_rows(target, base.passphrase)
    lost = set()
    for row, owner in base.owner.items():
        if owner not in readable or base.may_go(row, readable_rows):
            continue
        was, now = base.values[row], there.get(row)
        if now is None or any(was[n] != now[n] for n in was if n not in UNSAVED):
            lost.add(owner)
    return lost


def main() -> None:
    global VERBOSE, RECOVERING
    parser = argparse.ArgumentParser()
    parser.add_argument("rounds", type=int)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--encrypted", action="store_true")
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--recover", default="", metavar="SHELL")
    asked = parser.parse_args()
    VERBOSE, RECOVERING = not asked.quiet, asked.recover
    engine.derive_key = functools.lru_cache(engine.derive_key)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "rounds").mkdir()
        passphrase = PASSPHRASE if asked.encrypted else ""
        path = large(folder / "whole.desk", passphrase)
        base = base_of(path, passphrase)
        outcomes = Outcomes()
        for seed in range(asked.first, asked.first + asked.rounds):
            run_round(base, folder / "rounds", seed, outcomes)
        print(outcomes)
        for damage, counts in outcomes.by_damage.items():
            print(" ", damage, dict(counts))
        print(*outcomes.wrong[:20], sep="\n")
        sys.exit(bool(outcomes.wrong))


if __name__ == "__main__":
    main()
