"""The rows of records as they were after a change of long ago, read back out of the history.

`printed_changes` asks it. Nothing is written: what later changes did is taken back in memory.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from db.chunks import chunks, marks
from db.engine import Row, Sql
from db.history import unpack
from db.reading import Stored, record_row, stored_rows
from db.records import RECORD_TYPES
from db.rows import Shape, Values, shape_of

Key = tuple[str, int]  # table and row
_OWN = {"record", *(kind.TABLE for kind in RECORD_TYPES.values())}  # their rows are records'


def last_rows(sql: Sql, table: str, ids: Collection[int]) -> dict[int, Values]:
    """Rows that are gone, as they were when they were removed last."""
    found: dict[int, Values] = {}
    for key in sorted(ids):
        row = sql.one(
            "SELECT row, row_to, before FROM revision WHERE table_name=? AND row <= ?"
            " AND row_to >= ? AND after IS NULL AND before IS NOT NULL ORDER BY id DESC LIMIT 1",
            (table, key, key),
        )
        if row is not None:
            found.update((values["id"], values) for values in _rows(*row) if values["id"] == key)
    return found


def _rows(first: int, last: int, before: bytes) -> list[Values]:
    """The rows of one line of history."""
    rows = [json.loads(before)] if first == last and before[:1] == b"{" else unpack(before)
    for row in rows:
        row.setdefault("id", first)
    return rows


class Past:
    """Some records as they were after a change, row by row.

    `markings` has for each row the highest marking that it has now or had when it was removed, so
    that nothing is shown today that was marked higher since.
    """

    def __init__(self, sql: Sql, ids: Collection[int], change: int) -> None:
        self._sql = sql
        self._ids = set(ids)
        self._rows: dict[str, dict[int, Values]] = {}
        self.markings: dict[Key, int] = {}
        for key in self._ids:
            self._read(key)
        self._tables = tables()
        for line in self._lines(change):
            self._take_back(*line)

    def _read(self, key: int) -> None:
        """A record as it is now."""
        row = record_row(self._sql, key)
        if row is None:
            return
        stored: Stored = {"record": [row], **stored_rows(self._sql, key, row["kind"])}
        for table, rows in stored.items():
            for values in rows:
                self._rows.setdefault(table, {})[values["id"]] = values
                self._note((table, values["id"]), values)

    def _note(self, key: Key, values: Values) -> None:
        marking = values.get("marking")
        if marking is not None and key not in self.markings:
            self.markings[key] = marking

    def _lines(self, change: int) -> Iterator[Row]:
        """What was done after a change to these records, the newest first.

        A run of rows names no record: every run is looked at, and there are few of them.
        """
        columns = "id, table_name, row, row_to, before, after"
        found = self._sql.rows(
            f"SELECT {columns} FROM revision WHERE change_id > ? AND record_id IS NULL", (change,)
        )
        for part in chunks(sorted(self._ids)):
            found += self._sql.rows(
                f"SELECT {columns} FROM revision WHERE record_id IN ({marks(len(part))})"
                " AND change_id > ?",
                (*part, change),
            )
        for line in sorted(found, reverse=True, key=lambda line: line[0]):
            if line[1] in self._tables:
                yield line[1:]

    def _take_back(
        self, table: str, first: int, last: int, before: bytes | None, after: bytes | None
    ) -> None:
        rows = self._rows.setdefault(table, {})
        if before is None:
            for key in [key for key in rows if first <= key <= last]:
                del rows[key]
        elif after is None:
            for values in _rows(first, last, before):
                if owner_of(table, values) in self._ids:
                    rows[values["id"]] = self._whole(table, values)
                    self._note((table, values["id"]), values)
        elif first in rows:
            rows[first] = {**rows[first], **json.loads(before)}

    def _whole(self, table: str, values: Values) -> Values:
        """A row with what is null, which the history leaves out."""
        return {**dict.fromkeys(self._sql.columns(table)), **values}

    def record(self, key: int) -> Values | None:
        """The row of a record in `record`; None where it was not there."""
        return self._rows.get("record", {}).get(key)

    def stored(self, key: int, kind: str) -> Stored:
        """All rows of a record that was there, each marked as high as it is now or was last."""
        wanted = [shape_of(RECORD_TYPES[kind]).table, *children_of(kind), "record_tag"]
        return {table: self._of(table, key) for table in wanted}

    def _of(self, table: str, owner: int) -> list[Values]:
        found = [
            {**values, **self._marked((table, values["id"]), values)}
            for values in self._rows.get(table, {}).values()
            if owner_of(table, values) == owner
        ]
        return sorted(found, key=lambda values: (values.get("position") or 0, values["id"]))

    def _marked(self, key: Key, values: Values) -> dict[str, Any]:
        if "marking" not in values:
            return {}
        return {"marking": max(values["marking"] or 0, self.markings.get(key, 0))}


def owner_of(table: str, values: Values) -> int | None:
    """The record that a row belongs to."""
    return int(values["id"]) if table in _OWN else values.get("record_id")


def children_of(kind: str) -> Iterable[str]:
    """The tables of the parts of a kind of record."""

    def walk(shape: Shape) -> Iterator[str]:
        for child in shape.children:
            yield child.shape.table
            yield from walk(child.shape)

    return walk(shape_of(RECORD_TYPES[kind]))


def tables() -> set[str]:
    """Every table that a record lies in."""
    return {*_OWN, "record_tag", *(table for kind in RECORD_TYPES for table in children_of(kind))}
