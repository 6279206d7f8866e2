"""The least that a thing can cost with the same tables on the same disk; `bench` asks for it.

Everything here goes around the store on purpose: no history, no lens, no validation.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from db.names import index_query
from db.record_types import KINDS
from db.search.index import fulltext
from db.search.index import relevance_rank as standing
from db.storage import engine
from db.storage.engine import Row, Sql
from db.storage.id_lists import pieces
from db.storage.row_mapping import shapes

T = TypeVar("T")
PAGE = 50  # hits of a first page
ROOM = 16 << 20  # bytes
Rows = dict[str, tuple[tuple[str, ...], list[Row]]]  # table → columns, rows


class BareDisk:
    """Writes over a file that lies on the disk already, as a log with room does; it goes away."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "disk-floor"
        self._file = self._path.open("w+b", buffering=0)
        self._file.write(bytes(ROOM))
        os.fsync(self._file.fileno())

    def __enter__(self) -> BareDisk:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._path.unlink()

    def seconds(self, size: int) -> float:
        """How long it takes until so many bytes more are safe on the disk."""
        data = os.urandom(size)
        if self._file.tell() + size > ROOM or size > ROOM:
            self._file.seek(0)
        start = time.perf_counter()
        self._file.write(data)
        os.fsync(self._file.fileno())
        return time.perf_counter() - start


class BareMatch:
    """Raw full-text questions over a desk: the first hits in the index's own order."""

    def __init__(self, path: Path) -> None:
        self._engine = engine.make_engine(path, None, read_only=True)
        self._sql = engine.connect(self._engine)

    def seconds(self, kind: str, text: str) -> float:
        """How long the index takes for a text that is still being typed."""
        name = fulltext.table(kind)
        asked = " AND ".join(f'"{word}"*' for word in index_query(text).split())
        statement = f"SELECT rowid FROM {name} WHERE {name} MATCH ? LIMIT {PAGE}"
        start = time.perf_counter()
        if asked:
            self._sql.rows(statement, (asked,))
        return time.perf_counter() - start

    def like_seconds(self, kind: str, text: str) -> float:
        """How long it takes without an index, as a table filtered by a part of the title does."""
        start = time.perf_counter()
        self._sql.rows(
            f"SELECT id FROM record WHERE kind = ? AND title LIKE ? LIMIT {PAGE}",
            (kind, f"%{text}%"),
        )
        return time.perf_counter() - start

    def close(self) -> None:
        """Give the connection back."""
        self._sql.close()
        self._engine.dispose()


def last_ids(path: Path) -> dict[str, int]:
    """The highest id of each table that records lie in."""
    return _with(path, lambda sql: {name: _last(sql, name) for name in _tables()})


def rows_after(path: Path, last: dict[str, int]) -> Rows:
    """Every row beyond these ids, and what the full text says of the new records."""

    def read(sql: Sql) -> Rows:
        found: Rows = {}
        for name, key in last.items():
            vocabulary = " OR id = 0" if name == "text_sum" else ""
            rows = sql.rows(f"SELECT * FROM {name} WHERE id > ?{vocabulary} ORDER BY id", (key,))
            if rows:
                found[name] = (sql.columns(name), rows)
        for kind in KINDS:
            documents = _documents(sql, kind, last["record"])
            if documents:
                found[fulltext.table(kind)] = (("rowid", *fulltext.COLUMNS), documents)
        return found

    return _with(path, read)


def insert_seconds(path: Path, rows: Rows) -> float:
    """How long bare `executemany` takes for these rows, to be safe on the disk."""

    def write(sql: Sql) -> float:
        start = time.perf_counter()
        sql.run("BEGIN IMMEDIATE")
        sql.run("PRAGMA defer_foreign_keys = ON")
        for name, (columns, listed) in rows.items():
            marks = ",".join("?" * len(columns))
            replacing = " OR REPLACE" if name == "text_sum" else ""
            sql.run_many(
                f"INSERT{replacing} INTO {name} ({','.join(columns)}) VALUES ({marks})", listed
            )
        sql.run("COMMIT")
        return time.perf_counter() - start

    return _with(path, write)


def dump_seconds(desk: Path, path: Path) -> float:
    """How long it takes to write every row of every record as a line of JSON; they go away."""

    def write(sql: Sql) -> float:
        start = time.perf_counter()
        with path.open("w", encoding="utf-8") as file:
            for name in ("record", *(shape.table for shape in shapes())):
                columns = sql.columns(name)
                for row in sql.rows(f"SELECT * FROM {name} ORDER BY id"):
                    line = dict(zip(columns, row, strict=True))
                    file.write(json.dumps(line, ensure_ascii=False, default=repr) + "\n")
        taken = time.perf_counter() - start
        path.unlink()
        return taken

    return _with(desk, write)


def _tables() -> Iterable[str]:
    own = ("record", "tag", "record_tag", "term", "standing", "checksum", "text_sum")
    return (*own, *(shape.table for shape in shapes()))


def _last(sql: Sql, name: str) -> int:
    return int(sql.value(f"SELECT max(id) FROM {name}") or 0)


def _documents(sql: Sql, kind: str, last: int) -> list[Row]:
    ids: Sequence[int] = [
        row[0]
        for row in sql.rows(
            "SELECT id FROM record WHERE kind = ? AND id > ? ORDER BY id", (kind, last)
        )
    ]
    return [
        row
        for part in pieces(ids)
        for row in fulltext.number_documents(
            fulltext.documents(sql, kind, part), standing.places(sql, part)
        )
    ]


def _with(path: Path, ask: Callable[[Sql], T]) -> T:
    made = engine.make_engine(path, None, read_only=False)
    sql = engine.connect(made)
    try:
        return ask(sql)
    finally:
        sql.close()
        made.dispose()
