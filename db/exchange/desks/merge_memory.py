"""What a merge remembers of the other desk, so that the next one goes on from there.

It lies among the desk's settings under the number of the merge's change, and counts only while that
change stands: undone, it is forgotten, redone, it counts again. It names nothing but numbers, times
and authors.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from db.changes.revert import unreverted_changes
from db.storage.engine import Sql
from db.storage.unpacking import json_in

PREFIX = "merged in change "
AGREED = "agreed after change "  # what a merge that had nothing to write has to remember
NO_LATER_CHANGE = 1 << 62


@dataclass(slots=True)
class Memory:
    """`change` is the last of the other desk that was taken in whole: number, time and author.

    `keys` say which part each new row is, `stamps` who wrote what was taken, or later said the
    same, both by table and row, a stamp also by column; `agreed` are the records of which nothing
    but stamps was taken. `doubles` say of parts by key that are gone whether they were dropped,
    or are one with what said the same. `exchange` names that of the courier which was taken in,
    `echoes` the records that are since as it has them.
    """

    change: tuple[int, str, str] | None = None
    keys: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, tuple[str, str]] = field(default_factory=dict)
    exchange: str = ""
    echoes: list[int] = field(default_factory=list)
    doubles: dict[str, bool] = field(default_factory=dict)
    agreed: list[int] = field(default_factory=list)

    @property
    def says_something(self) -> bool:
        """Whether a merge that wrote nothing has something to remember."""
        return bool(self.stamps or self.doubles)


def keep_memory(sql: Sql, change: int, memory: Memory) -> None:
    """Keep what the merge of this change has to remember."""
    text = json.dumps(asdict(memory), ensure_ascii=False)
    sql.run("INSERT OR REPLACE INTO setting VALUES (?,?)", (f"{PREFIX}{change}", text))


def read_memories(sql: Sql, after: int) -> dict[int, Memory]:
    """Return what merges after a change remember, by their change; those undone are left out."""
    found: dict[int, Memory] = {}
    for key, value in sql.rows(
        "SELECT key, value FROM setting WHERE substr(key, 1, ?)=?", (len(PREFIX), PREFIX)
    ):
        number = str(key)[len(PREFIX) :]
        if number.isdecimal() and int(number) > after:
            found[int(number)] = _memory_in(value)
    standing = unreverted_changes(sql, set(found), NO_LATER_CHANGE)
    return {change: found[change] for change in standing}


def read_agreements(sql: Sql, after: int) -> Iterator[tuple[int, Memory]]:
    """Yield what merges that had nothing to write remember, with the last change before them."""
    for key, value in sql.rows(
        "SELECT key, value FROM setting WHERE substr(key, 1, ?)=?", (len(AGREED), AGREED)
    ):
        number = str(key)[len(AGREED) :]
        if number.isdecimal() and int(number) >= after:
            yield int(number), _memory_in(value)


def agreement_setting(sql: Sql, change: int, memory: Memory) -> tuple[str, str]:
    """Return the setting that keeps what a merge agreed on after a change, with what was agreed
    before.
    """
    known = dict(read_agreements(sql, change)).get(change, Memory())
    stamps = {**known.stamps, **memory.stamps}
    doubles, agreed = known.doubles | memory.doubles, sorted({*known.agreed, *memory.agreed})
    values = {"stamps": stamps, "doubles": doubles, "agreed": agreed}
    return f"{AGREED}{change}", json.dumps(values, ensure_ascii=False)


def _memory_in(value: object) -> Memory:
    read = json_in(value, "what a merge remembers")
    change = read.get("change") if isinstance(read, dict) else None
    if not isinstance(read, dict):
        return Memory()
    whole = isinstance(change, list) and len(change) == 3
    return Memory(
        (int(change[0]), str(change[1]), str(change[2])) if whole and change else None,
        {str(key): str(each) for key, each in dict(read.get("keys") or {}).items()},
        {
            str(key): (str(each[0]), str(each[1]))
            for key, each in dict(read.get("stamps") or {}).items()
        },
        str(read.get("exchange") or ""),
        [int(each) for each in list(read.get("echoes") or ())],
        {str(key): bool(each) for key, each in dict(read.get("doubles") or {}).items()},
        [int(each) for each in list(read.get("agreed") or ())],
    )
