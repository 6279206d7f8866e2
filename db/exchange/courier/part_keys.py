"""By what a part of a record is known on every desk, whether or not the two have a common history.

`courier_output` asks `PartKeys`, which names the change that made a part; the desk that takes it in
counts from the change at which both parted, as its own history does (`SideHistory.part_key`).
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Callable

from db.exchange.desks.merge_memory import read_memories
from db.storage.engine import Sql

Run = tuple[int, int, int]  # first and last row, and the change that made them
MADE_BY = " of "
ORIGIN = "\n"  # stands before the key that a part had on the desk from which it was merged
_KEY = re.compile(r"([a-z_]+ \d+) of (\d+) (.*)", re.DOTALL)


class PartKeys:
    """The parts of one desk: `key` names table and row, and number, time and author of the change
    that made it; of a part that a merge took in also what it is called where it was made.
    """

    def __init__(self, sql: Sql) -> None:
        self._sql = sql
        self._memories = read_memories(sql, 0)
        self._stamps: dict[int, str] = {}
        self._runs: dict[str, list[Run]] = {}
        self._known: dict[tuple[str, int], str] = {}

    def key(self, table: str, row: int) -> str:
        """Return what a part is known by."""
        found = self._known.get((table, row))
        if found is None:
            found = self._known[table, row] = self._key(table, row)
        return found

    def _key(self, table: str, row: int) -> str:
        change = self._maker(table, row)
        own = self._made_key(table, row, change)
        memory = self._memories.get(change)
        origin = memory.keys.get(f"{table} {row}") if memory is not None else None
        if not origin:
            return own
        if MADE_BY not in origin:  # it was there before the two desks parted
            name, _, number = origin.partition(" ")
            origin = self._made_key(name, int(number), self._maker(name, int(number)))
        return f"{own}{ORIGIN}{origin}"

    def _made_key(self, table: str, row: int, change: int) -> str:
        if change not in self._stamps:
            found = self._sql.one("SELECT time, author FROM change WHERE id=?", (change,))
            self._stamps[change] = f"{found[0]} {found[1]}" if found else ""
        return f"{table} {row}{MADE_BY}{change} {self._stamps[change]}"

    def _maker(self, table: str, row: int) -> int:
        """Return the change that first made a row; 0 where the history does not say."""
        first = self._sql.value(
            "SELECT change_id FROM revision WHERE table_name=? AND row=? AND before IS NULL"
            " ORDER BY id LIMIT 1",
            (table, row),
        )
        run = _run_with(self._runs_of(table), row)
        makers = [each for each in (first, run[2] if run else None) if each is not None]
        return int(min(makers, default=0))

    def _runs_of(self, table: str) -> list[Run]:
        """Return the runs of rows of a table that were made together, each row by who did first."""
        if table not in self._runs:
            runs = self._runs[table] = []
            for run in self._sql.rows(
                "SELECT row, row_to, change_id FROM revision INDEXED BY revision_runs"
                " WHERE table_name=? AND row_to > row AND before IS NULL ORDER BY id",
                (table,),
            ):
                if _run_with(runs, run[0]) is None:  # else it was deleted and put back
                    insort(runs, run)
        return self._runs[table]


def _run_with(runs: list[Run], row: int) -> Run | None:
    at = bisect_right(runs, row, key=lambda run: run[0]) - 1
    return runs[at] if at >= 0 and runs[at][1] >= row else None


def local_key(key: str, fork: int, stamp_of: Callable[[int], str]) -> str:
    r"""Return what a part of another desk is known by here: by its row alone where it was made
    before the two parted at `fork`. `stamp_of` says when and by whom a change of this desk was.

    >>> stamps = {3: "2025 me", 7: "2026 me"}
    >>> local_key("note 4 of 3 2025 me", 5, stamps.get), local_key("note 4 of 7 2026 x", 5, str)
    ('note 4', 'note 4 of 7 2026 x')
    >>> local_key("note 9 of 7 2026 x\nnote 4 of 3 2025 me", 5, stamps.get)
    'note 4'
    """
    own, _, origin = key.partition(ORIGIN)
    found = _before(own, fork, stamp_of)
    if found is not None:
        return found
    if not origin:
        return own
    return _before(origin, fork, stamp_of) or origin


def _before(key: str, fork: int, stamp_of: Callable[[int], str]) -> str | None:
    parts = _KEY.fullmatch(key)
    if parts is None:
        return None
    change = int(parts[2])
    return parts[1] if change <= fork and stamp_of(change) == parts[3] else None
