"""The rows of records as they were after a change of long ago, read back out of the history.

`printed_changes` asks it. Nothing is written: what later changes did is taken back in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from db.lens import known_marking
from db.record_types import RECORD_TYPES
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed, pieces
from db.storage.row_mapping import OWN_TABLES, Values, owner_of, part_shapes, shape_of
from db.storage.stored_records import Stored, record_row, select_rows, stored_rows
from db.storage.unpacking import row_in, rows_of_line

Key = tuple[str, int]  # table and row
Line = tuple[int, int, bytes | None, bytes | None]  # first and last row, before, after
MAX_READ_ONE_BY_ONE = 4  # records; more are read table by table
_OWNER = '"record_id":'  # how a line of history writes the column that names a row's record


def last_rows(sql: Sql, table: str, ids: Collection[int]) -> dict[int, Values]:
    """Return rows that are gone, as they were when they were removed last."""
    found: dict[int, Values] = {}
    for key in sorted(ids):
        row = sql.one(
            "SELECT row, before FROM revision WHERE table_name=? AND row <= ?"
            " AND row_to >= ? AND after IS NULL AND before IS NOT NULL ORDER BY id DESC LIMIT 1",
            (table, key, key),
        )
        if row is not None:
            rows = {values["id"]: values for values in rows_of_line(*row)}
            if key in rows:
                found[key] = rows[key]
    return found


def _undo(rows: dict[int, Values], line: Line, wanted: Callable[[Values], bool]) -> list[int]:
    """Undo one line of history in some rows; returns the ids of those that it had removed."""
    first, last, before, after = line
    if before is None:
        for key in [key for key in rows if first <= key <= last]:
            del rows[key]
        return []
    if after is not None:
        if first in rows:
            rows[first] = {**rows[first], **row_in(before)}
        return []
    removed = {values["id"]: values for values in rows_of_line(first, before) if wanted(values)}
    rows.update(removed)
    return list(removed)


class RecordHistory:
    """Some records as they were after a change, row by row.

    `markings` has for each row the highest marking that it has now or had when it was removed, so
    that nothing is shown today that was marked higher since.
    """

    def __init__(self, sql: Sql, ids: Collection[int], change: int) -> None:
        self._sql = sql
        self._change = change
        self._ids = set(ids)
        self._rows: dict[str, dict[int, Values]] = {}
        self.markings: dict[Key, int] = {}
        self._by_owner: dict[str, dict[int | None, list[Values]]] = {}
        if len(self._ids) > MAX_READ_ONE_BY_ONE:
            self._read_many()
        else:
            for key in self._ids:
                self._read(key)
        self._tables = tables()
        lines = self._lines(change)
        for _, table, line in lines:
            self._undo(table, line)
        for table, moved in self._find_moved_rows({change_id for change_id, _, _ in lines}).items():
            self._read_moved_rows(table, moved)

    def _read(self, key: int) -> None:
        """Read a record as it is now."""
        row = record_row(self._sql, key)
        if row is None:
            return
        stored: Stored = {"record": [row], **stored_rows(self._sql, key, row["kind"])}
        for table, rows in stored.items():
            for values in rows:
                self._take(table, values)

    def _read_many(self) -> None:
        """Read all records as they are now, table by table."""
        wanted = f"IN ({LISTED})"
        by_kind: dict[str, list[int]] = {}
        for row in select_rows(self._sql, "record", f"id {wanted}", (listed(self._ids),)):
            by_kind.setdefault(row["kind"], []).append(row["id"])
            self._take("record", row)
        for kind, keys in by_kind.items():
            own = shape_of(RECORD_TYPES[kind])
            parts = (*(part.table for part in part_shapes(own)), "record_tag")
            for table, owner in ((own.table, "id"), *((part, "record_id") for part in parts)):
                for row in select_rows(self._sql, table, f"{owner} {wanted}", (listed(keys),)):
                    self._take(table, row)

    def _take(self, table: str, values: Values) -> None:
        self._rows.setdefault(table, {})[values["id"]] = values
        self._note((table, values["id"]), values)

    def _note(self, key: Key, values: Values) -> None:
        marking = values.get("marking")
        if marking is not None and key not in self.markings:
            self.markings[key] = marking

    def _lines(self, change: int) -> list[tuple[int, str, Line]]:
        """Return what was done after a change to these records, the newest first, each with its
        change.

        A run of rows names no record: every run is looked at, and there are few of them.
        """
        columns = "id, change_id, table_name, row, row_to, before, after"
        found = self._sql.rows(
            f"SELECT {columns} FROM revision WHERE change_id > ? AND record_id IS NULL", (change,)
        )
        found += self._sql.rows(
            f"SELECT {columns} FROM revision WHERE record_id IN ({LISTED}) AND change_id > ?",
            (listed(self._ids), change),
        )
        found.sort(reverse=True, key=lambda line: line[0])
        return [(line[1], line[2], line[3:]) for line in found if line[2] in self._tables]

    def _find_moved_rows(self, changes: Collection[int]) -> dict[str, set[int]]:
        """Return the rows that these changes gave from one record to another, as a merging does.

        A line of history names only one of the two, so the lines found by record do not tell of
        every row that these records had.
        """
        moved: dict[str, set[int]] = {}
        for table, key, before, after in self._sql.rows(
            "SELECT table_name, row, before, after FROM revision"
            f" WHERE change_id IN ({LISTED}) AND before IS NOT NULL"
            " AND after IS NOT NULL AND instr(before, CAST(? AS BLOB)) > 0",
            (listed(changes), _OWNER),
        ):
            ends = {row_in(before).get("record_id"), row_in(after).get("record_id")}
            if table in self._tables and not ends.isdisjoint(self._ids):
                moved.setdefault(table, set()).add(key)
        return moved

    def _read_moved_rows(self, table: str, ids: Collection[int]) -> None:
        """Read rows that were another record's since, as they were after the change."""
        rows = self._rows.setdefault(table, {})
        for key in ids:
            rows.pop(key, None)
        rows.update(self.read_by_owner(table, ids))
        last = last_rows(self._sql, table, ids)
        for values in select_rows(self._sql, table, f"id IN ({LISTED})", (listed(ids),)):
            last[values["id"]] = values
        for key, values in last.items():
            self._note((table, key), values)

    def _undo(self, table: str, line: Line) -> None:
        """Undo a line in memory for the rows of these records."""
        rows = self._rows.setdefault(table, {})
        for key in _undo(rows, line, lambda each: owner_of(table, each) in self._ids):
            rows[key] = self._whole(table, rows[key])
            self._note((table, key), rows[key])

    def _whole(self, table: str, values: Values) -> Values:
        """Return a row with what is null, which the history leaves out."""
        return {**dict.fromkeys(self._sql.columns(table)), **values}

    def read_by_owner(self, table: str, ids: Collection[int]) -> dict[int, Values]:
        """Return rows of `table` that the records name, as they were after the change.

        What was named then may be gone by now, and so may a topic that an undo took away, or say
        something else.
        """
        found: dict[int, Values] = {}
        for part in pieces(sorted(ids)):
            there = select_rows(self._sql, table, f"id IN ({LISTED})", (listed(part),))
            rows = {values["id"]: values for values in there}
            for line in self._lines_of(table, part):
                for key in _undo(rows, line, lambda _: True):
                    rows[key] = self._whole(table, rows[key])
            found |= {key: rows[key] for key in part if key in rows}
        return found

    def _lines_of(self, table: str, ids: Sequence[int]) -> list[Line]:
        """Return what was done to rows of a table after the change, the newest first."""
        columns = "id, row, row_to, before, after"
        found = self._sql.rows(
            f"SELECT {columns} FROM revision WHERE table_name=? AND row_to = row"
            f" AND row IN ({LISTED}) AND change_id > ?",
            (table, listed(ids), self._change),
        )
        found += self._sql.rows(
            f"SELECT {columns} FROM revision INDEXED BY revision_runs"
            " WHERE table_name=? AND row_to > row AND change_id > ? AND row <= ? AND row_to >= ?",
            (table, self._change, max(ids), min(ids)),
        )
        return [line[1:] for line in sorted(found, reverse=True, key=lambda line: line[0])]

    def record(self, key: int) -> Values | None:
        """Return the row of a record in `record`; None where it was not there."""
        return self._rows.get("record", {}).get(key)

    def read_stored_rows(self, key: int, kind: str) -> Stored:
        """Return all rows of a record that was there, each with its marking of now or the last."""
        own = shape_of(RECORD_TYPES[kind])
        wanted = [own.table, *(part.table for part in part_shapes(own)), "record_tag"]
        return {table: self._of(table, key) for table in wanted}

    def _of(self, table: str, owner: int) -> list[Values]:
        if table not in self._by_owner:
            of_table = self._by_owner[table] = {}
            for values in self._rows.get(table, {}).values():
                of_table.setdefault(owner_of(table, values), []).append(values)
        found = [
            {**values, **self._marking_of((table, values["id"]), values)}
            for values in self._by_owner[table].get(owner, ())
        ]
        return sorted(found, key=lambda values: (values.get("position") or 0, values["id"]))

    def _marking_of(self, key: Key, values: Values) -> dict[str, Any]:
        if "marking" not in values:
            return {}
        return {"marking": max(known_marking(values["marking"]), self.markings.get(key, 0))}


def tables() -> set[str]:
    """Return every table that a record lies in."""
    kinds = map(shape_of, RECORD_TYPES.values())
    return {*OWN_TABLES, "record_tag", *(part.table for of in kinds for part in part_shapes(of))}
