"""What a desk's file is made of, compared at opening with what it must be; `engine` asks.

A file may come from anybody. Triggers, views, virtual tables of other modules, columns and indexes
that compute something would run in statements of ours, so that a file with one more object, or with
another text of one, is refused before anything of it is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from db.errors import Damaged, DeskError, NotOurs

FILE = Path(__file__).resolve().parents[2] / "resources" / "schema.json"
MOST_OBJECTS = 1_000  # that are looked at; a desk has some 120
LONGEST = 20_000  # characters of an object's text that are looked at
LISTED = f"SELECT type, name, tbl_name, substr(sql, 1, {LONGEST}) FROM sqlite_master LIMIT ?"
# What SQLite itself makes when it learns how a table is filled (`PRAGMA optimize`).
LEARNT = {
    "table sqlite_stat1 sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "table sqlite_stat4 sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
}


@dataclass(frozen=True, slots=True)
class Schema:
    """The objects of a new desk, "type name table" → text.

    `upgraded` are the texts of one that came here by its steps, with the columns in another order,
    `older` those of former formats.
    """

    objects: Mapping[str, str]
    upgraded: Mapping[str, str]
    older: Mapping[str, Sequence[str]]

    def takes(self, key: str, text: str, *, is_older: bool) -> bool:
        """Whether an object of a desk may have this text."""
        if text in (self.objects[key], self.upgraded.get(key)):
            return True
        return is_older and text in self.older.get(key, ())


@cache
def expected() -> Schema:
    """What a desk of the present format is made of."""
    read = json.loads(FILE.read_text(encoding="utf-8"))
    return Schema(read["objects"], read["upgraded"], read["older"])


def normal(text: object) -> str:
    r"""The text of an object without what differs from one SQLite to the next.

    >>> normal("CREATE TABLE 'a_data'(id\n INTEGER)")
    'CREATE TABLE a_data(id INTEGER)'
    """
    return " ".join(str(text or "").replace("'", "").replace('"', "").split())


def objects(rows: Iterable[Sequence[Any]]) -> dict[str, str]:
    """What `LISTED` lists, as `Schema` has it."""
    return {f"{sort} {name} {table}": normal(text) for sort, name, table, text in rows}


def fault(rows: Sequence[Sequence[Any]], file: str, *, is_older: bool) -> DeskError | None:
    """Why a file of these objects is not opened, or None; of an older desk some may be missing."""
    found, known = objects(rows), expected()
    if found == known.objects:
        return None
    if len(found) < len(rows):
        return Damaged(f"{file} is damaged: it lists an object twice; restore a copy of it.")
    for key, text in found.items():
        if LEARNT.get(key) == text:
            continue
        sort, _, names = key.partition(" ")
        if key not in known.objects:
            return NotOurs(
                f"{file} holds the {sort[:40]} “{_shown(names)}”, which no desk has; it was not"
                " opened. Restore a copy of the desk."
            )
        if not known.takes(key, text, is_older=is_older):
            return NotOurs(
                f"{file} has another {sort[:40]} “{_shown(names)}” than a desk has; it was not"
                " opened. Restore a copy of the desk."
            )
    lost = [key for key in known.objects if key not in found]
    if not lost or is_older:
        return None
    sort, _, names = lost[0].partition(" ")
    more = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
    return Damaged(
        f"{file} is damaged: the {sort} “{_shown(names)}”{more} is missing; restore a copy of it."
    )


def _shown(names: str) -> str:
    return names.partition(" ")[0][:60]
