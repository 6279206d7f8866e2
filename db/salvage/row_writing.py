"""The rows that were found, written into the tables of a new desk as they are; `mending` follows.

`salvage_desk` asks. A row that lacks what its table needs gets something that can be told from
what was written, and is noted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from db.progress import Progress
from db.salvage.damaged_desk import DamagedDesk
from db.salvage.layouts import Layout
from db.salvage.page_cells import Cell, Value
from db.storage.sql import Sql

ROWS_A_BATCH: Final = 500
BLANKS: Final[dict[type, Value]] = {int: 0, bytes: b"", float: 0.0, str: ""}


class RowWriting:
    """Writes rows in batches; `blanks` are the cells that were empty and must not be."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql
        self._batches: dict[Layout, list[list[Value]]] = {}
        self.blanks: set[tuple[str, int, str]] = set()
        self.count = 0

    def write(self, found: DamagedDesk, progress: Progress | None) -> None:
        """Write all rows; the first half of the work by the pages that were read."""
        for layout, cell in found.rows():
            self._add(layout, cell)
            if progress is not None and self.count % ROWS_A_BATCH == 0:
                progress(len(found.walk.claimed), 2 * found.pages.count)
        for layout in list(self._batches):
            self._flush(layout)

    def _add(self, layout: Layout, cell: Cell) -> None:
        row = layout.row(cell)
        for place, is_required in enumerate(layout.required):
            if is_required and row[place] is None:
                row[place] = BLANKS[layout.sorts[place][0]]
                self.blanks.add((layout.table, cell.number, layout.columns[place]))
        batch = self._batches.setdefault(layout, [])
        batch.append(row)
        self.count += 1
        if len(batch) >= ROWS_A_BATCH:
            self._flush(layout)

    def _flush(self, layout: Layout) -> None:
        write_rows(self._sql, layout.table, layout.columns, self._batches.pop(layout, []))


def write_rows(
    sql: Sql, table: str, columns: Iterable[str], rows: Iterable[Iterable[Value]]
) -> None:
    """Write rows of a table; of two with one number or key, the first stays."""
    names = [f'"{name}"' for name in columns]
    places = ", ".join("?" * len(names))
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({places})"
    sql.run_many(insert, [tuple(row) for row in rows])
