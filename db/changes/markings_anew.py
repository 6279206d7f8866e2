"""The markings of all changes worked out from the history alone: of a desk that had none of them.

The step to format 7 asks it, and the tests, which compare it with what `markings` kept in step.
"""

from __future__ import annotations

from collections import defaultdict

from db.changes.change_markings import MARKED
from db.lens import known_marking, marking_sql
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.row_mapping import Values
from db.storage.unpacking import rows_of_line

Line = tuple[str, int, int, int | None, bytes | None, bytes | None]

OTHER = "verdict, the other record"


def mark_all(sql: Sql) -> None:
    """Give every change its marking."""
    found = find_markings(sql)
    sql.run_many(
        "UPDATE change SET marking=? WHERE id=?", [(marking, key) for key, marking in found.items()]
    )


def find_markings(sql: Sql) -> dict[int, int]:
    """Return the marking of each change, from the newest back, for what comes after counts."""
    highest = _Highest(sql)
    found: dict[int, int] = {}
    changes = sql.rows("SELECT id, reverts FROM change ORDER BY id DESC")
    for change_id, _ in changes:
        lines = sql.rows(
            "SELECT table_name, row, row_to, record_id, before, after FROM revision"
            " WHERE change_id=? ORDER BY id DESC",
            (change_id,),
        )
        lines.sort(key=lambda line: line[0] == "merger")  # the marking of the one kept goes first
        for line in lines:
            highest.note_result(line)
        found[change_id] = max((highest.of(line) for line in lines), default=0)
        for line in lines:
            highest.note_before(line)
    for change_id, reverts in reversed(changes):
        if reverts is not None:
            found[change_id] = max(found[change_id], found.get(reverts, 0))
    return found


class _Highest:
    """The highest marking of each row from a change on to today; what is open is not kept."""

    def __init__(self, sql: Sql) -> None:
        self._rows: dict[str, dict[int, int]] = defaultdict(dict)
        self._owners: dict[str, dict[int, int]] = defaultdict(dict)  # of parts of marked records
        for table in MARKED:
            self._rows[table].update(
                sql.rows(
                    f"SELECT id, {marking_sql('marking')} FROM {table} WHERE"
                    f" {marking_sql('marking')} > 0"
                )
            )
        self._marked = _find_records_with_markings(sql)
        marked = (listed(self._marked),)
        self._former: dict[int, int | None] = dict(sql.rows("SELECT id, former_id FROM merger"))
        self._cited: dict[int, int] = {}  # citation → source, of those that are marked
        if self._rows["source"]:
            cited = sql.rows("SELECT id, source_id FROM citation")
            self._cited.update((key, of) for key, of in cited if of in self._rows["source"])
        for ref in sql.references("record"):
            if ref.column != "record_id":
                continue
            where = f"record_id IN ({LISTED})"
            found = sql.rows(f"SELECT id, record_id FROM {ref.table} WHERE {where}", marked)
            self._owners[ref.table].update(found)

    def note_result(self, line: Line) -> None:
        """Count how the rows of a line were left; of removed ones, how they were before."""
        table, row, _, _, before, after = line
        for values in rows_of_line(row, before if after is None else after):
            self._note(table, values)

    def note_before(self, line: Line) -> None:
        """Count how the rows of a line were, for the changes before it."""
        table, row, _, _, before, _ = line
        for values in rows_of_line(row, before):
            self._note(table, values)

    def _note(self, table: str, values: Values) -> None:
        key = values["id"]
        marking = known_marking(values["marking"]) if "marking" in values else 0
        if marking > self._rows[table].get(key, 0):
            self._rows[table][key] = marking
        if table == "citation" and values.get("source_id") in self._rows["source"]:
            self._cited[key] = values["source_id"]
        if table == "merger":
            self._note_merger(key, values)
        if values.get("record_id") in self._marked:
            self._owners[table][key] = values["record_id"]
        if table == "verdict" and values.get("other_id") in self._marked:
            self._owners[OTHER][key] = values["other_id"]  # what was said of two names both

    def _note_merger(self, key: int, values: Values) -> None:
        """Count the history of a record that went as the other's, from then on.

        Where the other went too, a line says only who the third is.
        """
        former = self._former.setdefault(key, values.get("former_id"))
        records = self._rows["record"]
        marking = records.get(values.get("record_id", 0), 0)
        if former is not None and marking > records.get(former, 0):
            records[former] = marking

    def of(self, line: Line) -> int:
        """Return the highest marking of the rows of a line and of their records."""
        table, row, row_to, record_id, *_ = line
        records = self._rows["record"]
        found = records.get(record_id, 0) if record_id is not None else 0
        found = max(found, _highest(self._rows[table], row, row_to))
        if table == "citation":
            for key in _within(self._cited, row, row_to):
                found = max(found, self._rows["source"].get(self._cited[key], 0))
        tables = (table, OTHER) if table == "verdict" else (table,)
        for owners in (self._owners[name] for name in tables):
            for key in _within(owners, row, row_to):
                found = max(found, records.get(owners[key], 0))
        return found


def _find_records_with_markings(sql: Sql) -> set[int]:
    """Return the records that are marked, or were before a change or after one."""
    found = {
        row[0] for row in sql.rows(f"SELECT id FROM record WHERE {marking_sql('marking')} > 0")
    }
    lines = sql.stream("SELECT row, before, after FROM revision WHERE table_name='record'")
    for row, before, after in lines:
        for data in (before, after):
            found.update(each["id"] for each in rows_of_line(row, data) if each.get("marking"))
    return found


def _highest(rows: dict[int, int], first: int, last: int) -> int:
    return max((rows[key] for key in _within(rows, first, last)), default=0)


def _within(rows: dict[int, int], first: int, last: int) -> list[int]:
    if last - first < len(rows):
        return [key for key in range(first, last + 1) if key in rows]
    return [key for key in rows if first <= key <= last]
