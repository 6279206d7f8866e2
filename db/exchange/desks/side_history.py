"""What one of two copies of a desk did since they went apart; `desk_side` asks it.

It says which records were touched, which part is which on every desk, and who wrote a value last.
A part that was there before is known by its number, a later one by the change that made it. What a
merge took in keeps the key, the time and the author that it had on the other desk: the merge wrote
them down (`merge_memory`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from db.exchange.desks.merge_memory import Memory, read_agreements, read_memories
from db.exchange.plain.clash_texts import PARTS
from db.record_types import RECORD_TYPES, Record
from db.storage.engine import Sql
from db.storage.row_mapping import OWN_TABLES
from db.storage.unpacking import row_in, rows_of_line
from db.tables.fields import meaning_of
from db.tables.rows import column_names

_SHARED = frozenset(Record.model_fields)


@dataclass(frozen=True, slots=True)
class Stamp:
    """When and by whom something was written; both empty where that is not known."""

    time: str = ""
    author: str = ""


RowStamps = Callable[[str, int], Mapping[str, Stamp]]  # by column; "" is who made the row


def common_change(one: Sql, other: Sql) -> int:
    """Return the last change that two desks have in common, 0 where they never were one."""
    statement = "SELECT id, time, author FROM change ORDER BY id"
    last = 0
    for ours, theirs in zip(one.stream(statement), other.stream(statement), strict=False):
        if ours != theirs:
            break
        last = ours[0]
    return last


class SideHistory:
    """The history of one desk after a change."""

    def __init__(self, sql: Sql, fork: int) -> None:
        self._sql = sql
        self.fork = fork
        self.memories = read_memories(sql, fork)
        # What merges remember, in the order of the changes; what was agreed later stands behind.
        notes = [*self.memories.items(), *read_agreements(sql, fork)]
        self._notes: list[tuple[int, Memory]] = sorted(notes, key=lambda each: each[0])
        # What the change that is being made writes is none of it.
        self._last_line = int(sql.value("SELECT max(id) FROM revision") or 0)
        self._stamps: dict[int, Stamp] = {
            key: Stamp(time, author)
            for key, time, author in sql.rows(
                "SELECT id, time, author FROM change WHERE id > ?", (fork,)
            )
        }
        self.touched: set[int] = set()  # records
        self.last_changes: dict[int, int] = {}  # of these, by which change each was last
        self._later: dict[int, tuple[set[int], set[int]]] = {}
        self.touched_sources: set[int] = set()
        # Table → first, last row, change.
        self._new_rows: dict[str, list[tuple[int, int, int]]] = {}
        self._read_lines()
        for change, note in self._notes:
            self.touched.update(note.agreed)
            for key in note.agreed:
                self.last_changes[key] = max(change, self.last_changes.get(key, 0))

    def _read_lines(self) -> None:
        known: dict[str, set[int]] = {}  # rows that were there before
        lines = self._sql.rows(
            "SELECT table_name, row, row_to, record_id, change_id, before IS NULL FROM revision"
            " WHERE change_id > ? ORDER BY id",
            (self.fork,),
        )
        for table, first, last, record_id, change, is_new in lines:
            spans, before = self._new_rows.setdefault(table, []), known.setdefault(table, set())
            if is_new and first not in before and self._maker(table, first) is None:
                spans.append((first, last, change))
                spans.sort()
            elif not is_new:
                before.update(
                    row for row in range(first, last + 1) if self._maker(table, row) is None
                )
            self._note_owner(table, first, last, record_id, change)

    def _note_owner(
        self, table: str, first: int, last: int, record_id: int | None, change: int
    ) -> None:
        if table == "source":
            self.touched_sources.update(range(first, last + 1))
        elif record_id is not None:
            self._touch((record_id,), change)
        elif table in OWN_TABLES:
            self._touch(range(first, last + 1), change)
        elif "record_id" in self._sql.columns(table):
            self._touch(self._owners(table, first, last), change)

    def _touch(self, ids: Iterable[int], change: int) -> None:
        touched = dict.fromkeys(ids, change)
        self.touched.update(touched)
        self.last_changes.update(touched)

    def _owners(self, table: str, first: int, last: int) -> Iterator[int]:
        """Yield the records of a run of rows, which names none: those there are, and those gone."""
        for row in self._sql.rows(
            f"SELECT DISTINCT record_id FROM {table} WHERE id BETWEEN ? AND ?", (first, last)
        ):
            yield row[0]
        for row, before in self._sql.rows(
            "SELECT row, before FROM revision WHERE table_name=? AND row=? AND row_to=?"
            " AND change_id > ? AND before IS NOT NULL AND after IS NULL",
            (table, first, last, self.fork),
        ):
            yield from (each["record_id"] for each in rows_of_line(row, before))

    def touched_after(self, change: int) -> tuple[set[int], set[int]]:
        """Return the records and sources touched after a later change."""
        if change <= self.fork:
            return self.touched, self.touched_sources
        if change not in self._later:
            later = SideHistory(self._sql, change)
            self._later[change] = later.touched, later.touched_sources
        return self._later[change]

    def _maker(self, table: str, row: int) -> int | None:
        """Return the change that made a row, None where it was there before."""
        spans = self._new_rows.get(table, ())
        at = bisect_right(spans, row, key=lambda span: span[0]) - 1
        return spans[at][2] if at >= 0 and spans[at][1] >= row else None

    def part_key(self, table: str, row: int) -> str:
        """Return what a part is known by on every desk."""
        change = self._maker(table, row)
        if change is None:
            return f"{table} {row}"
        memory = self.memories.get(change)
        if memory is not None and (key := memory.keys.get(f"{table} {row}")):
            return key
        stamp = self._stamps[change]
        return f"{table} {row} of {change} {stamp.time} {stamp.author}"

    def has_change(self, change: tuple[int, str, str]) -> bool:
        """Say whether this desk made, or has in common, a change that another desk took."""
        return has_change(self._sql, change)

    def last_change(self) -> tuple[int, str, str] | None:
        """Return the number, the time and the author of the newest change."""
        statement = "SELECT id, time, author FROM change ORDER BY id DESC LIMIT 1"
        row = self._sql.one(statement)
        return None if row is None else (row[0], row[1], row[2])

    def row_stamps(self, table: str, row: int) -> dict[str, Stamp]:
        """Return who wrote each column of a row last, since the desks parted; "" is who made it."""
        maker = self._maker(table, row)
        steps: list[tuple[int, bool, Mapping[str, Stamp]]] = []  # change, whether a note of it
        if maker is not None and maker not in self.memories:
            steps.append((maker, False, {"": self._stamps[maker]}))
        for change, after, is_new in self._sql.rows(
            "SELECT change_id, after, before IS NULL FROM revision"
            " WHERE table_name=? AND row=? AND row_to=row AND change_id > ? AND id <= ?",
            (table, row, self.fork, self._last_line),
        ):
            if not is_new and after is not None:
                steps.append((change, False, dict.fromkeys(row_in(after), self._stamps[change])))
        steps += ((change, True, stamps) for change, stamps in self._notes_of(table, row))
        found: dict[str, Stamp] = {}
        for _, _, stamps in sorted(steps, key=lambda each: each[:2]):
            found |= stamps
        return found

    def _notes_of(self, table: str, row: int) -> Sequence[tuple[int, Mapping[str, Stamp]]]:
        return self._noted_stamps.get(f"{table} {row}", ())

    @cached_property
    def _noted_stamps(self) -> dict[str, list[tuple[int, dict[str, Stamp]]]]:
        """What merges remember of who wrote the columns of a row, by table and row."""
        found: dict[str, list[tuple[int, dict[str, Stamp]]]] = {}
        for change, note in self._notes:
            rows: dict[str, dict[str, Stamp]] = {}
            for key, stamp in note.stamps.items():
                table, row, column = [*key.split(" ", 2), ""][:3]
                rows.setdefault(f"{table} {row}", {})[column] = Stamp(*stamp)
            for key, stamps in rows.items():
                found.setdefault(key, []).append((change, stamps))
        return found

    def taken_columns(self, table: str, row: int) -> set[str]:
        """Return the columns of a row that a merge took from another desk."""
        return {column for _, stamps in self._notes_of(table, row) for column in stamps}

    def is_dropped(self, key: str) -> bool:
        """Say whether a part that is gone was dropped, and not just one with its double."""
        return self._fates.get(key, False)

    @cached_property
    def _fates(self) -> dict[str, bool]:
        """What became of parts that were deleted, by key: nothing where their record went too."""
        lines = self._sql.rows(
            "SELECT change_id, table_name, row, before FROM revision"
            " WHERE change_id > ? AND id <= ? AND before IS NOT NULL AND after IS NULL",
            (self.fork, self._last_line),
        )
        rows = [
            (change, table, row)
            for change, table, first, before in lines
            if table in PARTS or table == "record"
            for row in rows_of_line(first, before)
        ]
        removals = {(change, row["id"]) for change, table, row in rows if table == "record"}
        steps: list[tuple[int, bool, Mapping[str, bool]]] = [
            (change, False, {self.part_key(table, row["id"]): True})
            for change, table, row in rows
            if table in PARTS and (change, row.get("record_id")) not in removals
        ]
        steps += ((change, True, note.doubles) for change, note in self._notes)
        found: dict[str, bool] = {}
        for _, _, fates in sorted(steps, key=lambda each: each[:2]):
            found |= fates
        return found

    def record_stamp(self, ids: Iterable[int]) -> Stamp:
        """Return who touched a record last."""
        return self._stamps.get(
            max((self.last_changes.get(key, 0) for key in ids), default=0), Stamp()
        )


def last_stamp(stamps: Mapping[str, Stamp], columns: Sequence[str]) -> Stamp:
    """Return who wrote some columns of a row last, any of them where none is named.

    >>> last_stamp({"": Stamp("1", "a"), "born": Stamp("2", "b")}, ["born", "died"])
    Stamp(time='2', author='b')
    """
    default = stamps.get("", Stamp())
    found = [stamps.get(name, default) for name in columns or stamps]
    return max(found, key=lambda each: each.time, default=default)


def fields_stamp(stamps_of: RowStamps, of: str, row: int | None, names: tuple[str, ...]) -> Stamp:
    """Return who wrote any of some fields last: `of` names the table that declares them."""
    if row is None:
        return Stamp()
    found = (
        last_stamp(stamps_of(table, row), columns) for table, columns in stamp_columns(of, names)
    )
    return max(found, key=lambda each: each.time, default=Stamp())


@cache
def stamp_columns(of: str, names: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the columns of some fields by table: those that all records share lie in `record`.

    >>> stamp_columns("person", ("title", "given"))
    (('record', ('title',)), ('person', ('given',)))
    """
    declared = RECORD_TYPES.get(of) or PARTS.get(of) or Record
    found: dict[str, list[str]] = {}
    for name in names:
        table = "record" if of in RECORD_TYPES and name in _SHARED else of
        columns = found.setdefault(table, [])
        if name in declared.model_fields:
            columns += column_names(name, meaning_of(declared, name))
    return tuple((table, tuple(columns)) for table, columns in found.items() if columns)


def has_change(sql: Sql, change: tuple[int, str, str]) -> bool:
    """Say whether a desk's history has a change with this number, time and author."""
    row = sql.one("SELECT id, time, author FROM change WHERE id=?", (change[0],))
    return row is not None and tuple(row) == change
