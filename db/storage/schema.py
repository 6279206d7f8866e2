"""What a desk's file is made of, compared at opening with what it must be; `engine` asks.

A file may come from anybody. Triggers, views, virtual tables of other modules, columns and indexes
that compute something would run in statements of ours, so that a file with one more object, or with
another text of one, is refused before anything of it is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from db.errors import Damaged, DeskError, NotOurs

FILE = Path(__file__).resolve().parents[2] / "resources" / "schema.json"
MAX_OBJECTS = 1_000  # that are looked at; a desk has some 120
MAX_OBJECT_LETTERS = 20_000  # characters of an object's text that are looked at
FULL_TEXT = "fts_"
# The tables of records, their lines and sources: a newer format that this program may write to can
# have more columns in them, each of this form. All else of it is as we know it.
WIDENED_BY = re.compile(r"record_id INTEGER NOT NULL|FOREIGN KEY\(id\) REFERENCES record \(id\)")
WIDENED_BESIDE = frozenset({"record", "source"})
NOT_WIDENED = frozenset({"record_tag", "verdict", "merger", "stale"})
# Without a default: a row that we made and take away again has nothing in it.
NEW_COLUMN = re.compile(r"[a-z][a-z0-9_]{0,60} (?:VARCHAR|INTEGER|FLOAT|BLOB)")
LISTED = (
    f"SELECT type, name, tbl_name, substr(sql, 1, {MAX_OBJECT_LETTERS}) FROM sqlite_master LIMIT ?"
)
# What SQLite itself makes when it learns how a table is filled (`PRAGMA optimize`).
LEARNT = {
    "table sqlite_stat1 sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "table sqlite_stat4 sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
}


class Age(Enum):
    """How a desk's format stands to this program's."""

    OLDER = auto()
    PRESENT = auto()
    NEWER = auto()  # and says that programs of our format may read and write it


@dataclass(frozen=True, slots=True)
class Schema:
    """The objects of a new desk, "type name table" → text.

    `upgraded` are the texts of those that came here by their steps, with the columns in another
    order, `older` those of former formats.
    """

    objects: Mapping[str, str]
    upgraded: Mapping[str, Sequence[str]]
    older: Mapping[str, Sequence[str]]

    def takes(self, key: str, text: str, age: Age) -> bool:
        """Say whether an object of a desk may have this text."""
        known = (self.objects[key], *self.upgraded.get(key, ()))
        if text in known:
            return True
        if age is Age.OLDER:
            return text in self.older.get(key, ())
        is_wide = (
            age is Age.NEWER
            and key.startswith("table ")
            and key.split()[1] in _tables_to_widen(self)
        )
        return is_wide and any(is_widened(text, each) for each in known)


@cache
def expected_schema() -> Schema:
    """Return what a desk of the present format is made of."""
    read = json.loads(FILE.read_text(encoding="utf-8"))
    return Schema(read["objects"], read["upgraded"], read["older"])


@cache
def own_tables() -> tuple[str, ...]:
    """Return the tables of what was written, without those that SQLite makes for itself."""
    names = (key.split()[1] for key in expected_schema().objects if key.startswith("table "))
    return tuple(sorted(n for n in names if not n.startswith(("sqlite_", "fts_", "alembic_"))))


def widened_tables() -> frozenset[str]:
    """Return the tables that a newer format may have more columns in."""
    return _tables_to_widen(expected_schema())


def _tables_to_widen(known: Schema) -> frozenset[str]:
    tables = {key.split()[1]: text for key, text in known.objects.items() if key[:6] == "table "}
    lines = {name for name, text in tables.items() if WIDENED_BY.search(text)}
    return frozenset((lines | WIDENED_BESIDE) - NOT_WIDENED)


def is_widened(text: str, known: str) -> bool:
    """Say whether a table is a known one with nothing but more plain columns.

    >>> before = "CREATE TABLE rank (id INTEGER, PRIMARY KEY (id))"
    >>> is_widened("CREATE TABLE rank (id INTEGER, shoe VARCHAR, PRIMARY KEY (id))", before)
    True
    >>> is_widened("CREATE TABLE rank (id INTEGER, a INTEGER CHECK (f(a)))", before)
    False
    """
    words, wanted = _members(text), _members(known)
    if words is None or wanted is None or words[0] != wanted[0]:
        return False
    rest = iter(words[1:])
    for each in wanted[1:]:
        for word in rest:
            if word == each:
                break
            if not NEW_COLUMN.fullmatch(word):
                return False
        else:
            return False
    return all(NEW_COLUMN.fullmatch(word) for word in rest)


def _members(text: str) -> list[str] | None:
    """Return the beginning of a CREATE TABLE and what stands between its outermost commas."""
    head, opening, body = text.partition("(")
    if not opening or not body.rstrip().endswith(")"):
        return None
    found, depth, word = [head.strip()], 0, ""
    for letter in body.rstrip()[:-1]:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            found.append(word.strip())
            word = ""
        else:
            word += letter
    return [*found, word.strip()] if not depth else None


def normal(text: object) -> str:
    r"""Return the text of an object without what differs from one SQLite to the next.

    >>> normal("CREATE TABLE 'a_data'(id\n INTEGER)")
    'CREATE TABLE a_data(id INTEGER)'
    """
    return " ".join(str(text or "").replace("'", "").replace('"', "").split())


def objects(rows: Iterable[Sequence[Any]]) -> dict[str, str]:
    """Return what `LISTED` lists, as `Schema` has it."""
    return {f"{sort} {name} {table}": normal(text) for sort, name, table, text in rows}


class Past(Enum):
    """What is read past at opening."""

    NOTHING = auto()
    FULL_TEXT = auto()  # it is about to be made anew
    ALL = auto()  # it is only verified


class Fault(NamedTuple):
    """What is wrong with the schema: the refusal's family and a clause without a beginning."""

    family: type[DeskError]
    says: str
    of: str = ""  # the object's name

    def stops(self, past: Past) -> bool:
        """Say whether a desk with this fault is not opened."""
        if past is Past.FULL_TEXT:
            return self.family is not Damaged or not self.of.startswith(FULL_TEXT)
        return past is Past.NOTHING


def faults(rows: Sequence[Sequence[Any]], age: Age = Age.PRESENT) -> list[Fault]:
    """Return all that differs in a file of these objects; of an older desk some may be missing, a
    newer one may have more columns.
    """
    found, known = objects(rows), expected_schema()
    if found == known.objects:
        return []
    if len(found) < len(rows):
        return [Fault(Damaged, "an object is listed twice")]
    wrong = []
    for key, text in found.items():
        if LEARNT.get(key) == text:
            continue
        if key not in known.objects:
            wrong.append(Fault(NotOurs, f"there is {_object_label(key)}, which no desk has"))
        elif not known.takes(key, text, age):
            wrong.append(Fault(NotOurs, f"{_object_label(key)} is another than a desk has"))
    if age is not Age.OLDER:
        lost = (key for key in known.objects if key not in found)
        wrong += [
            Fault(Damaged, f"{_object_label(key)} is missing", key.split()[1]) for key in lost
        ]
    return wrong


def refusal(wrong: Sequence[Fault], file: str) -> DeskError | None:
    """Say why a file with these faults is not opened, or None where it has none."""
    if not wrong:
        return None
    family, says, _ = wrong[0]
    more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
    begins = "is damaged" if family is Damaged else "was not opened"
    return family(
        f"{file} {begins}: {says}{more}; restore a copy of it, or run “verify” to see all that is"
        " broken."
    )


def _object_label(key: str) -> str:
    """Return an object by its sort and name, no longer than can be read."""
    sort, _, names = key.partition(" ")
    return f"the {sort[:40]} “{names.partition(' ')[0][:60]}”"
