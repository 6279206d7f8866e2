"""Every change is a revision: a unit of work with before and after of every row it touched.

The store opens a `Work` for each change; what is written goes through it and nowhere else. A
change is taken back by `revert`, which is a change itself, so undo, redo and a revert next month
are one thing. Rows made or removed in an unbroken run of ids are kept as one line (an import is
a few lines).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from db.changes.batches import Batch, insert_statement, with_id
from db.clock import now as now
from db.errors import Damaged
from db.storage.engine import Sql
from db.storage.row_mapping import BOOKKEEPING, Values
from db.storage.troubles import MEND
from db.storage.unpacking import MAX_PACKED_BYTES

MAX_RUN_ROWS = 20_000  # rows in one line of history at most, so that packing needs little memory
SOURCE = "source"  # the table of what many records may cite
LANGUAGE = "language"  # the setting of the desk
SORT_KEY = "sort_key"  # a column that no line of history holds: it follows from the others
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))  # one for all rows
MAX_ROW_ID = 1 << 39  # rows are numbered up to here; the full text has 40 bits for it
MAX_REPORTED_IDS = 1_000  # a change that touched more names no ids: every view refreshes


class ChangeOrigin(StrEnum):
    """Where what a change writes comes from: imports keep what an officer wrote by hand.

    A revert has the origin of what it takes back.
    """

    HAND = "hand"
    IMPORT = "import"


Taker = Callable[[tuple[Any, ...]], None]


@dataclass(frozen=True, slots=True)
class Change:
    """What was done, by whom and when; `ids` are the records touched, empty when `many`."""

    id: int
    time: str
    author: str
    label: str
    reverts: int | None = None
    reverted_by: int | None = None
    ids: tuple[int, ...] = ()
    kinds: frozenset[str] = frozenset()
    many: bool = False
    marking: int = 0  # the highest of all that it touched, then and since
    origin: ChangeOrigin = ChangeOrigin.HAND


def encode(values: Values) -> bytes:
    """Return a row, or the changed columns of one, as JSON; what is null is left out."""
    filled = {key: value for key, value in values.items() if value is not None and key != SORT_KEY}
    return json_of(filled)


def pack(rows: Sequence[Values]) -> bytes:
    """Return many rows, compressed."""
    lines = b",".join(encode(row) for row in rows)
    return zlib.compress(b"[" + lines + b"]", 3)


def compare(before: Values, after: Values) -> tuple[Values, Values]:
    """Return the columns in which two rows differ, as they were and as they are."""
    keys = [key for key in after if before.get(key) != after[key]]
    return {key: before.get(key) for key in keys}, {key: after[key] for key in keys}


class Work:
    """One change while it is being made. Not kept after the commit."""

    def __init__(self, sql: Sql, change: Change, ids: Ids, *, compact: bool = False) -> None:
        self.sql = sql
        self.change = change
        self.change_id = change.id
        self.ids = ids
        self.compact = compact
        self.records: dict[int, str] = {}  # id → kind, of all records touched
        self.created: set[int] = set()  # of these, those that were not there before
        # Records whose name or marking others repeat in full text.
        self.renamed_records: set[int] = set()
        self.changed_sources: set[int] = set()  # sources whose own text has changed
        self.written_sources: set[int] = set()  # of which any column was written, or that went
        self.has_new_marking = False  # whether a record or source is marked otherwise than before
        self.tables: set[str] = set()  # tables that got new rows
        self.deleted_from: set[str] = set()  # tables that lost rows
        self.columns: set[tuple[str, str]] = set()  # table and column of what was written over
        # Id → tables with rows of it, where that is known.
        self.tables_with_rows: dict[int, set[str]] = {}
        self.logged: set[str] = set()  # tables of which a line of history was written
        self.marking = 0  # of the change, once it is made
        self.gone_marking = 0  # the highest marking of the rows that were removed
        self.dropped_sources: set[int] = set()  # sources that a citation named and names no more
        # Rows that are marked higher now, and how.
        self.raised_markings: list[tuple[str, int, int]] = []
        self.new_sources: set[int] = set()
        self.unwritten_records = 0  # new ones whose rows `new_rows` has given since the last look
        self.record_markings: dict[int, int] = {}  # of the records whose parts are being written
        self.size = 0
        self._batches: dict[str, Batch] = {}
        self.takers: dict[Any, Any] = {}  # what `new_rows` asks for again and again

    @cached_property
    def language(self) -> str:
        """The language in whose order the desk sorts letters; "" for none in particular."""
        return str(self.sql.value("SELECT value FROM setting WHERE key=?", (LANGUAGE,)) or "")

    def touch(self, record_id: int, kind: str) -> None:
        """Note that a record is part of this change."""
        self.records[record_id] = kind

    def insert(self, table: str, values: Values, record_id: int | None) -> int:
        """Write a new row and return its id; in a compact work it is written by `flush`."""
        key: int = values.get("id") or self.ids.next(table)
        columns, row = with_id(key, values)
        if table == SOURCE:
            self.written_sources.add(key)
        if self.compact:
            self.buffer(table, columns, row)
            return key
        self.size += 1
        self.tables.add(table)
        self.sql.run(insert_statement(table, columns), row)
        self.log(table, key, key, record_id, None, encode({**values, "id": key}))
        return int(key)

    def buffer(self, table: str, columns: tuple[str, ...], row: tuple[Any, ...]) -> None:
        """Hold a new row of a compact work, its id first, to be written with others by `flush`."""
        self.size += 1
        if table == SOURCE:
            self.written_sources.add(row[0])
        batch = self._batches.get(table)
        if batch is None:
            batch = self._new_batch(table)
        batch.add(columns, row)

    def _new_batch(self, table: str) -> Batch:
        batch = self._batches[table] = Batch(self.sql, table)
        self.tables.add(table)
        return batch

    def taker(self, table: str, columns: tuple[str, ...]) -> Taker:
        """Return what holds a new row of these columns, in a fraction of the time of `buffer`: an
        import makes half a million. Whoever has it calls `flush_rows` when enough wait, and asks
        `takers` for it, where it is kept until the work is flushed.
        """
        return (self._batches.get(table) or self._new_batch(table)).taker(columns)

    def flush(self) -> None:
        """Write what a compact work holds back, one line of history a run."""
        for table, batch in self._batches.items():
            batch.write()
            for first, last in batch.spans:
                self.log(table, first, last, None, None, None)
        self._batches.clear()
        self.takers.clear()

    def flush_rows(self) -> None:
        """Have all held rows written."""
        for batch in self._batches.values():
            batch.write()

    def flush_table(self, table: str) -> None:
        """Have a table's held rows written, because they are about to be read or changed."""
        if table in self._batches:
            self._batches[table].write()

    def update(self, table: str, before: Values, after: Values, record_id: int | None) -> bool:
        """Write the columns that differ; says whether any did."""
        old, new = compare(before, after)
        if not new:
            return False
        self.size += 1
        if table == SOURCE:
            self.written_sources.add(before["id"])
        self._note_marking(table, before["id"], old, new)
        self._note_source(table, old)
        self.columns.update((table, name) for name in new)
        self.flush_table(table)
        self._set(table, before["id"], new)
        if self._made_here(table, before["id"]):
            return True  # a row that was not there before is taken away whole
        if logged := {key for key in new if key not in BOOKKEEPING}:
            self.log(
                table,
                before["id"],
                before["id"],
                record_id,
                json_of({key: old[key] for key in logged}),
                json_of({key: new[key] for key in logged}),
            )
        return True

    def _note_marking(self, table: str, key: int, old: Values, new: Values) -> None:
        if "marking" in new:
            self.has_new_marking = True
            if new["marking"] > old["marking"]:
                self.raised_markings.append((table, key, new["marking"]))

    def _note_source(self, table: str, row: Values) -> None:
        if table == "citation" and "source_id" in row:
            self.dropped_sources.add(row["source_id"])

    def _made_here(self, table: str, key: int) -> bool:
        """Say whether a compact work made this row and has not written that down yet."""
        batch = self._batches.get(table)
        return batch is not None and batch.holds(key)

    def delete(self, table: str, rows: Sequence[Values], record_id: int | None) -> None:
        """Remove rows; an unbroken run of ids becomes one line of history."""
        if not rows:
            return
        self.size += len(rows)
        self.deleted_from.add(table)
        if table == SOURCE:
            self.written_sources.update(row["id"] for row in rows)
        self.flush_table(table)
        here = [row["id"] for row in rows if self._made_here(table, row["id"])]
        for key in here:
            self._batches[table].drop(key, key)
            self.sql.run(f"DELETE FROM {table} WHERE id=?", (key,))
        if here:
            deleted = set(here)
            rows = [row for row in rows if row["id"] not in deleted]
        for row in rows:
            self._note_source(table, row)
        for part in parts_of(rows):
            marked = max(row.get("marking") or 0 for row in part)
            self.gone_marking = max(self.gone_marking, marked)
            first, last = part[0]["id"], part[-1]["id"]
            self.sql.run(f"DELETE FROM {table} WHERE id BETWEEN ? AND ?", (first, last))
            before = encode(part[0]) if first == last else pack(part)
            self.log(table, first, last, record_id, before, None)

    def _set(self, table: str, key: int, new: Values) -> None:
        pairs = ",".join(f"{name}=?" for name in new)
        self.sql.run(f"UPDATE {table} SET {pairs} WHERE id=?", (*new.values(), key))

    def log(
        self,
        table: str,
        row: int,
        row_to: int,
        record_id: int | None,
        before: bytes | None,
        after: bytes | None,
    ) -> None:
        """Log one line of history."""
        self.logged.add(table)
        self.sql.run(
            "INSERT INTO revision (change_id,table_name,row,row_to,record_id,before,after)"
            " VALUES (?,?,?,?,?,?,?)",
            (self.change_id, table, row, row_to, record_id, before, after),
        )


class Ids:
    """The next free id of each table; an id is never given twice, not even after a deletion."""

    def __init__(self, sql: Sql) -> None:
        self.sql = sql
        self._last: dict[str, int] = {}

    def next(self, table: str) -> int:
        """Return a free id."""
        last = self._last.get(table)
        if last is not None and last < MAX_ROW_ID:
            self._last[table] = last = last + 1
            return last
        if last is None:
            last = max(
                self.sql.value(f"SELECT max(id) FROM {table}") or 0,
                self.sql.value("SELECT max(row) FROM revision WHERE table_name=?", (table,)) or 0,
                self.sql.value(
                    "SELECT max(row_to) FROM revision WHERE table_name=? AND row_to > row", (table,)
                )
                or 0,
            )
        self._last[table] = _after(table, last)
        return self._last[table]

    def forget(self) -> None:
        """Forget what is known, as after a roll-back: ask the tables again."""
        self._last.clear()


def _after(table: str, last: int) -> int:
    """Return the number after the last one; refuses one that no desk comes to by counting."""
    if last >= MAX_ROW_ID:
        raise Damaged(f"The desk is damaged: the table {table} has a row {last}; {MEND}.")
    return last + 1


def parts_of(rows: Sequence[Values]) -> Iterator[Sequence[Values]]:
    """Yield unbroken runs of rows, none larger than can be unpacked again."""
    for start, end in runs([row["id"] for row in rows]):
        size, part_start = 0, start
        for at in range(start, end):
            grown = size_of(rows[at])
            if size and size + grown > MAX_PACKED_BYTES:
                yield rows[part_start:at]
                size, part_start = 0, at
            size += grown
        yield rows[part_start:end]


def size_of(row: Values) -> int:
    """Say about how many bytes a row takes in the history, and no fewer."""
    return 64 + sum(len(key) + 8 + 4 * len(str(value)) for key, value in row.items() if value)


def json_of(values: Values) -> bytes:
    """Return the columns of a changed row as JSON, nulls included: they are news here."""
    return ENCODER.encode(values).encode()


def runs(ids: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Yield slices of a list in which each id follows the one before it.

    >>> list(runs([4, 5, 6, 9, 10, 2]))
    [(0, 3), (3, 5), (5, 6)]
    """
    start = 0
    for at in range(1, len(ids) + 1):
        if at == len(ids) or ids[at] != ids[at - 1] + 1 or at - start >= MAX_RUN_ROWS:
            yield start, at
            start = at


def open_change(
    sql: Sql,
    author: str,
    label: str,
    reverts: int | None = None,
    origin: ChangeOrigin = ChangeOrigin.HAND,
) -> Change:
    """Begin a change's own row."""
    change_id = _after("change", int(sql.value("SELECT max(id) FROM change") or 0))
    change = Change(change_id, now(), author, label, reverts, origin=origin)
    sql.run(
        "INSERT INTO change (id,time,author,label,reverts,origin) VALUES (?,?,?,?,?,?)",
        (change.id, change.time, author, label, reverts, origin),
    )
    return change


def undo_label(label: str) -> str:
    """Return the label of a revert: undoing an undo is a redo.

    >>> undo_label("Edit Dar"), undo_label("Undo: Edit Dar"), undo_label("Redo: Edit Dar")
    ('Undo: Edit Dar', 'Redo: Edit Dar', 'Undo: Edit Dar')
    """
    done, _, what = label.partition(": ")
    if what and done == "Undo":
        return f"Redo: {what}"
    return f"Undo: {what if what and done == 'Redo' else label}"
