"""Whether the history can be taken back and what is packed be read; `verify` asks and lists."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from db.errors import Damaged
from db.print_log.printed_documents import asked_in
from db.storage import unpacking
from db.storage.damage import WITHOUT_HISTORY, need_columns, need_table
from db.storage.engine import Sql
from db.storage.schema import own_tables

MAX_LISTED_FAULTS = 20  # faults of one sort that are listed
PLAIN = "substr({0}, 1, 1) = x'7B' AND json_valid(CAST({0} AS TEXT))"


def sections(sql: Sql) -> Iterator[Callable[[], Iterator[str]]]:
    """Yield what is looked at, each by itself, so that one that cannot be read ends no other."""
    for table, look in LOOKS:
        if sql.columns(table):  # an older desk, or a broken one, may lack it
            yield partial(look, sql)


def broken_changes(sql: Sql) -> set[int]:
    """Return the changes of which a line cannot be taken back."""
    broken: set[int] = set()
    known = {table for table in own_tables() if table not in WITHOUT_HISTORY}
    lines = "SELECT id, change_id, table_name, before, after, row, row_to FROM revision"
    for number, change, table, before, after, first, last in sql.rows(lines):
        if table not in known or first > last:
            broken.add(change)
            continue
        for column, data in (("before", before), ("after", after)):
            is_whole = (before is None) != (after is None)
            if data is not None and any(_line(sql, number, is_whole=is_whole, column=column)):
                broken.add(change)
    return broken


def _lines(sql: Sql) -> Iterator[str]:
    """Yield lines of no table that has a history, and of no rows."""
    known = json.dumps([table for table in own_tables() if table not in WITHOUT_HISTORY])
    for number, table in sql.rows(
        "SELECT id, table_name FROM revision"
        f" WHERE table_name NOT IN (SELECT value FROM json_each(?)) LIMIT {MAX_LISTED_FAULTS}",
        (known,),
    ):
        if fault := _fault(need_table, table, f"line {number} of the history"):
            yield fault
    for number, change in sql.rows(
        f"SELECT id, reverts FROM change WHERE reverts >= id LIMIT {MAX_LISTED_FAULTS}"
    ):
        yield f"The change {number} takes back the change {change}, which came no earlier."
    for (number,) in sql.rows(
        f"SELECT id FROM revision WHERE row_to < row LIMIT {MAX_LISTED_FAULTS}"
    ):
        yield f"The desk is damaged in line {number} of the history: it is of no rows."


def _check_removed_rows(sql: Sql) -> Iterator[str]:
    """Yield removed rows that lack what their table needs."""
    for table in own_tables():
        needed = sql.required_columns(table) - {"id"}
        if table in WITHOUT_HISTORY or not needed:
            continue
        lacks = " OR ".join(
            f"json_extract(CAST(before AS TEXT), '$.{name}') IS NULL" for name in sorted(needed)
        )
        for (number,) in sql.rows(
            "SELECT id FROM revision WHERE table_name = ? AND after IS NULL"
            f" AND CASE WHEN {PLAIN.format('before')} THEN {lacks} END LIMIT {MAX_LISTED_FAULTS}",
            (table,),
        ):
            yield from _line(sql, number, is_whole=True)


def _check_changed_columns(sql: Sql) -> Iterator[str]:
    """Yield changes of columns that their table has not."""
    for table in own_tables():
        if table in WITHOUT_HISTORY or not sql.columns(table):
            continue
        known = json.dumps(sql.columns(table))
        for (number,) in sql.rows(
            "SELECT id FROM revision WHERE table_name = ? AND row_to = row"
            f" AND CASE WHEN {PLAIN.format('before')} THEN EXISTS (SELECT 1"
            " FROM json_each(CAST(before AS TEXT)) WHERE key NOT IN"
            f" (SELECT value FROM json_each(?))) END LIMIT {MAX_LISTED_FAULTS}",
            (table, known),
        ):
            yield from _line(sql, number, is_whole=False)


def _check_packed_lines(sql: Sql) -> Iterator[str]:
    """Yield lines that cannot be unpacked, or whose rows are others than they say."""
    listed_faults = 0
    for column in ("before", "after"):
        odd = sql.rows(
            f"SELECT id FROM revision WHERE typeof({column}) = 'blob'"
            f" AND NOT ({PLAIN.format(column)})"
        )
        for (number,) in odd:
            for fault_text in _line(sql, number, is_whole=True, column=column):
                listed_faults += 1
                yield fault_text
            if listed_faults >= MAX_LISTED_FAULTS:
                return
    for (number,) in sql.rows(
        f"SELECT id FROM revision WHERE row_to > row AND after IS NULL"
        f" AND {PLAIN.format('before')} LIMIT {MAX_LISTED_FAULTS}"
    ):
        yield f"The desk is damaged in line {number} of the history: it lacks some of its rows."


def _line(sql: Sql, number: int, *, is_whole: bool, column: str = "before") -> Iterator[str]:
    """Yield what is wrong with the rows of a line."""
    table, data, first, last = sql.rows(
        f"SELECT table_name, {column}, row, row_to FROM revision WHERE id=?", (number,)
    )[0]
    what = f"line {number} of the history"
    is_plain = isinstance(data, bytes) and data[:1] == b"{"
    try:
        rows = [unpacking.row_in(data, what)] if is_plain else unpacking.rows_in(data, what)
        if isinstance(first, int) and isinstance(last, int) and len(rows) != last - first + 1:
            yield f"The desk is damaged in {what}: its rows are others than it names."
        blank = dict.fromkeys(sql.columns(table) if is_whole else (), None)
        for row in rows:
            need_columns(sql, table, {**blank, "id": first, **row}, what)
    except Damaged as damaged:
        yield str(damaged)


def _check_printed_documents(sql: Sql) -> Iterator[str]:
    """Yield printed documents that do not say what they are."""
    for (number,) in sql.rows("SELECT id FROM printed"):
        request, used = sql.rows("SELECT asked, used FROM printed WHERE id=?", (number,))[0]
        what = f"the printed document {number}"
        for fault in (_fault(asked_in, request, what), _fault(unpacking.pairs_in, used, what)):
            if fault:
                yield fault


def _drafts(sql: Sql) -> Iterator[str]:
    for number, payload in sql.rows("SELECT id, payload FROM draft"):
        fault = _fault(unpacking.json_in, payload, f"the draft {number}")
        if fault:
            yield fault


def _views(sql: Sql) -> Iterator[str]:
    for number, name in sql.rows(
        "SELECT id, substr(name, 1, 60) FROM saved_search WHERE trim(name) = '' OR trim(query) = ''"
    ):
        yield f"Row {number} of the table saved_search: the view “{name}” asks nothing."


def _fault(read: Callable[[Any, str], Any], data: object, what: str) -> str:
    try:
        read(data, what)
    except Damaged as damaged:
        return str(damaged)
    return ""


LOOKS = (
    ("revision", _lines),
    ("revision", _check_removed_rows),
    ("revision", _check_changed_columns),
    ("revision", _check_packed_lines),
    ("printed", _check_printed_documents),
    ("draft", _drafts),
    ("saved_search", _views),
)
