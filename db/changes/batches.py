"""New rows of a compact work, held by table: written in batches, logged as runs of ids.

`Work` keeps one for each table that an import or a revert puts rows into.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any

from db.storage.engine import Sql
from db.storage.row_mapping import Values

Row = tuple[Any, ...]
ROWS_A_BATCH = 2_000
# Rows in one statement: of the widest table 4,000 values, SQLite takes 32,766.
ROWS_A_STATEMENT = 100
PLAIN = re.compile(
    "[a-z]{0,20}"
)  # the words of our own lists; whatever else a file says is handed over


class Batch:
    """The rows of one table that are not written yet, and the runs of ids of all there were."""

    def __init__(self, sql: Sql, table: str) -> None:
        self._sql = sql
        self.table = table
        self._spans: list[list[int]] = []
        self._columns: tuple[str, ...] = ()
        self._waiting: list[Row] = []
        self._counted = 0  # of the rows that wait, those whose ids stand in the runs
        self._has_taker = False  # whether rows come that nobody looks at: their columns are fixed

    def taker(self, columns: tuple[str, ...]) -> Callable[[Row], None]:
        """Return what holds a row of these columns, without a look at it: who has it writes when
        enough wait. Their order stays from now on, and rows of other columns go by themselves.
        """
        if columns != self._columns:
            if self._has_taker:
                return lambda row: self.add(columns, row)
            self.write()
            self._columns = columns
        self._has_taker = True
        return self._waiting.append

    def add(self, columns: tuple[str, ...], row: Row) -> None:
        """Hold a row, its id first."""
        if columns is not self._columns:
            if self._has_taker and set(columns) != set(self._columns):
                self._write_apart(columns, row)
                return
            row = self._in_order(columns, row)
        waiting = self._waiting
        waiting.append(row)
        if len(waiting) >= ROWS_A_BATCH:
            self.write()

    @property
    def spans(self) -> list[list[int]]:
        """The runs of ids of all rows there were: the first and the last of each."""
        spans = self._spans
        if self._counted < len(self._waiting):
            ids = [row[0] for row in self._waiting[self._counted :]]
            self._counted = len(self._waiting)
            first = spans[-1][1] + 1 if spans else 0
            if first and ids == list(range(first, first + len(ids))):
                spans[-1][1] = ids[-1]
                return spans
            for key in ids:
                if spans and key == spans[-1][1] + 1:
                    spans[-1][1] = key
                else:
                    spans.append([key, key])
        return spans

    def _in_order(self, columns: tuple[str, ...], row: Row) -> Row:
        """Return a row in the order of those that wait; with other columns they go first."""
        if columns == self._columns:
            return row
        if set(columns) == set(self._columns):
            values = dict(zip(columns, row, strict=True))
            return itemgetter(*self._columns)(values)  # type: ignore[no-any-return]
        self.write()
        self._columns = columns
        return row

    def _write_apart(self, columns: tuple[str, ...], row: Row) -> None:
        """Write one row of other columns than those that wait."""
        self.write()
        self._waiting.append(row)
        assert self.spans
        self._waiting.clear()
        self._counted = 0
        insert_rows(self._sql, self.table, columns, [row])

    def drop(self, first: int, last: int) -> None:
        """Forget ids that were removed again: they are neither made nor gone in the end."""
        remaining = []
        for start, end in self.spans:
            remaining += [[start, min(end, first - 1)], [max(start, last + 1), end]]
        self._spans = [span for span in remaining if span[0] <= span[1]]

    def holds(self, key: int) -> bool:
        """Say whether this work made the row and has not written that down yet."""
        return any(first <= key <= last for first, last in self.spans)

    def write(self) -> None:
        """Put what is held into its table."""
        if self._waiting:
            assert self.spans  # all ids are counted before their rows go
            rows, self._counted = self._waiting[:], 0
            self._waiting.clear()  # the list itself stays: it is what a taker fills
            insert_rows(self._sql, self.table, self._columns, rows)


def insert_rows(sql: Sql, table: str, columns: tuple[str, ...], rows: Sequence[Row]) -> None:
    """Put rows into a table, a hundred in one statement.

    What a column says in every row stands in the statement itself: handing values over takes longer
    than writing them, and most columns of most tables are empty.
    """
    for at in range(0, len(rows), ROWS_A_BATCH):
        part = rows[at : at + ROWS_A_BATCH]
        whole = len(part) - len(part) % ROWS_A_STATEMENT
        if whole:
            _insert_whole(sql, table, columns, part[:whole])
        sql.run_many(insert_statement(table, columns), part[whole:])


def _insert_whole(sql: Sql, table: str, columns: tuple[str, ...], rows: Sequence[Row]) -> None:
    columns_of_values = list(zip(*rows, strict=True))
    texts = tuple(column_sql(values) for values in columns_of_values)
    bound = [values for values, text in zip(columns_of_values, texts, strict=True) if text == "?"]
    flat = list(chain.from_iterable(zip(*bound, strict=True)))
    statement = insert_statement(table, columns, ROWS_A_STATEMENT, texts)
    step = ROWS_A_STATEMENT * len(bound)
    for at in range(0, len(flat), step):
        sql.run(statement, flat[at : at + step])


def column_sql(values: Row) -> str:
    """Return what stands in a statement for a column: its one plain value, or `?` for what is
    handed over.

    >>> column_sql((None, None)), column_sql(("", "")), column_sql((0, 0)), column_sql(("", "a"))
    ('NULL', "''", '0', '?')
    >>> column_sql(("primary", "primary")), column_sql(("it's", "it's"))
    ("'primary'", '?')
    """
    first = values[0]
    if first is None:
        constant = "NULL"
    elif type(first) is int and 0 <= first < 10:
        constant = str(first)
    elif type(first) is str and PLAIN.fullmatch(first):
        constant = f"'{first}'"
    else:
        return "?"
    return constant if values.count(first) == len(values) else "?"


@lru_cache
def insert_statement(
    table: str, columns: tuple[str, ...], count: int = 1, texts: tuple[str, ...] = ()
) -> str:
    """Return what puts so many rows into a table; `texts` is what stands for each column, if not
    `?`.

    >>> insert_statement("tag", ("id", "text"), 2)
    'INSERT INTO tag (id,text) VALUES (?,?),(?,?)'
    >>> insert_statement("tag", ("id", "text"), 1, ("?", "NULL"))
    'INSERT INTO tag (id,text) VALUES (?,NULL)'
    """
    row = f"({','.join(texts or '?' * len(columns))})"
    return f"INSERT INTO {table} ({','.join(columns)}) VALUES {','.join([row] * count)}"


def with_id(key: int, values: Values) -> tuple[tuple[str, ...], Row]:
    """Return the columns and the values of a row, its id first."""
    plain = {"id": key} | values | {"id": key}
    return tuple(plain), tuple(plain.values())
