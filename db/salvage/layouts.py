"""How the rows of a desk's tables look, and how well a row that was found fits one of them.

`page_walk` asks whether what a page holds belongs to the table that it is read for, and
`damaged_desk` to which table pages belong that no tree leads to any more.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from db.salvage.page_cells import Cell, Value
from db.storage.schema import expected_schema, own_tables
from db.vocabulary.choices import CLOSED, MARKINGS
from db.vocabulary.kinds import KINDS

# Made anew from the rest, or of the file alone.
DERIVED_TABLES: Final = frozenset(
    {"stale", "standing", "term", "text_sum", "checksum", "log_mark", "alembic_version"}
)
WRONG_CELL: Final = -4  # what a cell that cannot be right counts against those that are
_SORTS: dict[str, tuple[type, ...]] = {
    "INTEGER": (int,),
    "BOOLEAN": (int,),
    "BLOB": (bytes,),
    "FLOAT": (float, int),
}
_EDTF = re.compile(r"[\dXY~?%.\-/E\[\]{}, TZ:]*")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT.*")
_HASH = re.compile(r"[0-9a-f]{64}")
_DAY = re.compile(r"(Y?-?\d{4,}-\d\d-\d\d|[-Y0-9].*)")
Tell = Callable[[Value], bool]


@dataclass(frozen=True)
class Layout:
    """The columns of a table in one of the orders in which desks have them."""

    table: str
    statement: str
    columns: tuple[str, ...]
    sorts: tuple[tuple[type, ...], ...]
    required: tuple[bool, ...]
    defaults: tuple[Value, ...]
    row_id: int | None  # which column is the number of the row
    tells: tuple[Tell | None, ...] = field(default=(), compare=False)

    def fit(self, cell: Cell) -> int:
        """Return how well a row fits, negative where it cannot be one of this table."""
        values = cell.values
        if not self._min_columns() <= len(values) <= len(self.columns):
            return -1_000
        if self.row_id is not None and values[self.row_id] is not None:
            return -1_000
        score = 0
        for place, value in enumerate(values):
            if place == self.row_id:
                continue
            if value is None:
                score += WRONG_CELL if self.required[place] else 0
            elif not isinstance(value, self.sorts[place]):
                score += WRONG_CELL
            elif tell := self.tells[place]:
                score += 1 if tell(value) else WRONG_CELL
        return score

    def holds(self, cell: Cell) -> bool:
        """Say whether a row that a tree leads to can be one of the table, damaged perhaps."""
        values = cell.values
        if not self._min_columns() <= len(values) <= len(self.columns):
            return False
        if self.row_id is not None and values[self.row_id] is not None:
            return False
        odd = sum(
            value is not None and not isinstance(value, sorts)
            for value, sorts in zip(values, self.sorts, strict=False)
        )
        return 3 * odd <= len(values)

    def _min_columns(self) -> int:
        """Return how many columns a row has at least: those added later are not in all."""
        count = len(self.columns)
        while count > 1 and self.defaults[count - 1] is not None:
            count -= 1
        return count

    def row(self, cell: Cell) -> list[Value]:
        """Return a row with its number and what older rows lack."""
        values = [*cell.values, *self.defaults[len(cell.values) :]]
        if self.row_id is not None:
            values[self.row_id] = cell.number
        return values


@cache
def layout_of(table: str, statement: str) -> Layout:
    """Return the layout that a statement makes; SQLite itself reads it."""
    with closing(sqlite3.connect(":memory:")) as empty:
        empty.execute(statement)
        columns_info = empty.execute(f'PRAGMA table_info("{table}")').fetchall()
    columns = tuple(str(row[1]) for row in columns_info)
    keys = [row[0] for row in columns_info if row[5] and row[2] == "INTEGER"]
    return Layout(
        table,
        statement,
        columns,
        tuple(_SORTS.get(row[2], (str,)) for row in columns_info),
        tuple(bool(row[3] or row[5]) for row in columns_info),
        tuple(_default(row[4]) for row in columns_info),
        keys[0] if keys else None,
        tuple(_tell(table, name) for name in columns),
    )


def _default(text: str | None) -> Value:
    if text is None:
        return None
    bare = text.strip("'")
    return int(bare) if bare.isdigit() and text == bare else bare


def _tell(table: str, name: str) -> Tell | None:
    """Return what a column's values are known by, None where anything can stand there."""
    if words := CLOSED.get(f"{table}.{name}"):
        known = frozenset((*words, "primary", ""))
        return lambda value: value in known
    if name == "kind" and table in ("record", "draft", "saved_search"):
        return lambda value: value in KINDS
    if name == "marking":
        return lambda value: isinstance(value, int) and 0 <= value < len(MARKINGS)
    if name == "sha256":
        return _matcher(_HASH)
    if name in ("created", "changed", "time", "written"):
        return _matcher(_TIME)
    if name.endswith("_edtf"):
        return _matcher(_EDTF)
    if name.endswith(("_first", "_last")) or name == "day":
        return _matcher(_DAY)
    if name in ("record_id", "position", "version", "row", "row_to") or name.endswith("_id"):
        return lambda value: isinstance(value, int) and 0 <= value < 1 << 39
    if name == "table_name":
        return lambda value: value in own_tables()
    if name in ("acting", "is_exact", "seats"):
        return lambda value: isinstance(value, int)
    return None


def _matcher(pattern: re.Pattern[str]) -> Tell:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


@cache
def known_layouts(table: str) -> tuple[Layout, ...]:
    """Return the layouts that a table can have, that of a new desk first."""
    known, key = expected_schema(), f"table {table} {table}"
    texts = (known.objects[key], *known.upgraded.get(key, ()), *known.older.get(key, ()))
    return tuple(layout_of(table, text) for text in dict.fromkeys(filter(None, texts)))


@cache
def kept_tables() -> tuple[str, ...]:
    """Return the tables of which each row is to be saved."""
    return tuple(table for table in own_tables() if table not in DERIVED_TABLES)


def best_fit(layouts: Sequence[Layout], cells: Sequence[Cell]) -> tuple[int, Layout | None]:
    """Return which layout the rows of a page fit best, and how well each does on the whole."""
    best: tuple[int, Layout | None] = (-1, None)
    for layout in layouts:
        scores = [layout.fit(cell) for cell in cells]
        good = [score for score in scores if score >= 0]
        if 2 * len(good) > len(scores):
            best = max(best, (sum(good), layout), key=lambda pair: pair[0])
    return best
