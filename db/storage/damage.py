"""Rows as they were stored become rows as they should be: the one place where they are looked at.

A column of a damaged or forged desk may hold anything. Who reads gets something that can be shown
and a note of it; who writes is refused, so that nothing is written over what may be mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from db.errors import Damaged
from db.lens import HIGHEST, known_marking
from db.storage.engine import Row, Sql
from db.storage.schema import own_tables
from db.storage.troubles import MEND
from db.storage.unpacking import MAX_TITLE_LETTERS

SORTS = {str: "text", int: "a number", bytes: "bytes", float: "a fraction", type(None): "nothing"}
# Nothing in these is ever taken back, whatever a line of the history says.
WITHOUT_HISTORY = {
    "blob",
    "change",
    "checksum",
    "draft",
    "log_mark",
    "printed",
    "revision",
    "setting",
    "stale",
    "standing",
    "term",
    "text_sum",
}


def check_rows(sql: Sql, table: str, columns: Sequence[str], rows: list[Row]) -> list[Row]:
    """Return rows of some columns of a table, each value of the type its column declares."""
    wanted = _expected_sorts(sql, table, tuple(columns))
    good = wanted.good
    if wanted.marking is None and wanted.title is None:
        return [
            row if tuple(map(type, row)) in good else _mend(sql, table, wanted, row) for row in rows
        ]
    return [
        row
        if tuple(map(type, row)) in good
        and _is_known(row, wanted.marking)
        and _is_short(row, wanted.title)
        else _mend(sql, table, wanted, row)
        for row in rows
    ]


@contextmanager
def told_as_damage(what: str) -> Iterator[None]:
    """Yield what does not go together in rows that nothing has looked at, as damage."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        says = f"The desk is damaged in {what}: its values do not go together"
        raise Damaged(f"{says}; {MEND}.") from error


def need_table(table: str, what: str) -> None:
    """Refuse a line of the history, told by `what`, that is of no table with a history."""
    if table not in own_tables() or table in WITHOUT_HISTORY:
        raise Damaged(f"The desk is damaged in {what}: no such table has a history; {MEND}.")


def need_columns(sql: Sql, table: str, values: Mapping[str, Any], what: str) -> None:
    """Refuse values, told by `what`, that the columns of a table cannot hold."""
    says = f"The desk is damaged in {what}: "
    sorts = dict(zip(sql.columns(table), sql.types(table), strict=True))
    for name, value in values.items():
        if name not in sorts:
            raise Damaged(f"{says}{table} has no “{name[:40]}”; {MEND}.")
        if value is None and name in sql.required_columns(table):
            raise Damaged(f"{says}its {name} is missing; {MEND}.")
        why = _right(name, sorts[name], int(value) if isinstance(value, bool) else value)[1]
        if why:
            raise Damaged(f"{says}its {name} holds {why}; {MEND}.")


class ColumnChecks:
    """What some columns of a table hold, and which sorts of rows were found right before."""

    def __init__(self, columns: tuple[str, ...], sorts: tuple[type, ...]) -> None:
        self.columns = columns
        self.sorts = sorts
        self.title = columns.index("title") if "title" in columns else None
        self.marking = columns.index("marking") if "marking" in columns else None
        self.good: set[tuple[type, ...]] = set()


def _expected_sorts(sql: Sql, table: str, columns: tuple[str, ...]) -> ColumnChecks:
    found: ColumnChecks | None = sql.wanted.get((table, columns))
    if found is None:
        declared = dict(zip(sql.columns(table), sql.types(table), strict=True))
        found = ColumnChecks(columns, tuple(declared.get(name, str) for name in columns))
        sql.wanted[table, columns] = found
    return found


def _is_known(row: Row, marking: int | None) -> bool:
    return marking is None or known_marking(row[marking]) == row[marking]


def _is_short(row: Row, title: int | None) -> bool:
    return title is None or len(row[title] or "") <= MAX_TITLE_LETTERS


def _mend(sql: Sql, table: str, wanted: ColumnChecks, row: Row) -> Row:
    """Return a row that can be shown; a note of each value in it that is none, or a refusal."""
    mended: list[Any] = []
    is_whole = True
    number = next((v for n, v in zip(wanted.columns, row, strict=True) if n == "id"), "")
    for name, sort, value in zip(wanted.columns, wanted.sorts, row, strict=True):
        right, why = _right(name, sort, value)
        mended.append(right)
        if why:
            is_whole = False
            says = f"Row {number} of the table {table} is damaged: its {name} holds {why}"
            if not sql.is_lenient:
                raise Damaged(f"{says}; {MEND}.")
            sql.note(f"{says}.")
    if is_whole:
        wanted.good.add(tuple(map(type, row)))
    return tuple(mended)


def _right(name: str, sort: type, value: Any) -> tuple[Any, str]:
    """Return a value as its column should hold it, and what it is where it is none."""
    if value is None or type(value) is sort:
        if name == "marking" and known_marking(value) != value:
            return HIGHEST, f"{value!r}, which is no marking"
        if name == "title" and isinstance(value, str) and len(value) > MAX_TITLE_LETTERS:
            return value[
                :MAX_TITLE_LETTERS
            ], f"{len(value):,} characters, more than a title can have"
        return value, ""
    why = f"{SORTS.get(type(value), 'something')} where {SORTS[sort]} belongs"
    if name == "marking":
        return HIGHEST, why
    if sort is str:
        if isinstance(value, bytes):
            return value.decode("utf-8", "replace"), why
        return str(value), why
    if sort is int:
        return _whole_number(value), why
    return b"", why


def _whole_number(value: Any) -> int:
    """Return a number in place of what is none."""
    try:
        return int(value)
    except (ValueError, OverflowError):
        return 0
