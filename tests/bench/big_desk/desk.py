"""Writes a made desk, and keeps it for the next run: the same size, seed and form is one file."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from db.desk_file import record_sums
from db.desk_file.making import make_desk
from db.record_types import KINDS
from db.search.index import fulltext, indexing
from db.search.index import relevance_rank as standing
from db.storage import engine, schema
from db.storage.engine import SCHEMA_VERSION, Sql
from tests.bench.big_desk.records import Made
from tests.bench.big_desk.tables import Tables

SLACK = ("journal_mode = DELETE", "journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF")
SAFE = ("journal_mode = DELETE", "journal_mode = WAL", "wal_checkpoint(TRUNCATE)")


def made_path(folder: Path, size: int, seed: int) -> Path:
    """Where a made desk is kept: its name changes with the schema and with how desks are made."""
    here = Path(__file__).parent
    derived = (Path(module.__file__ or "") for module in (fulltext, indexing, standing))
    sources = sorted([*here.glob("*.py"), schema.FILE, *derived])
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    return folder / f"made-{size}-{seed}-{SCHEMA_VERSION}-{digest[:8]}.desk"


def made_desk(folder: Path, size: int, seed: int, progress: Callable[[int], None]) -> Path:
    """A desk of `size` records, made unless it is kept there already; not to be changed."""
    path = made_path(folder, size, seed)
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    aside = path.with_suffix(f".{os.getpid()}")
    try:
        make_desk(aside, name=f"{size:,} made records")
        fill_desk(aside, size, seed, progress)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
    return path


def fill_desk(path: Path, size: int, seed: int, progress: Callable[[int], None]) -> None:
    """Fill an empty desk. A crash in between spoils it: nothing is on disk for sure before the end.

    Indexes are built after the rows, full text as `verify --rebuild` does, and put in order as
    on any desk that has lain open for a while.
    """
    made = engine.make_engine(path, None, read_only=False)
    sql = engine.connect(made)
    try:
        for pragma in SLACK:
            sql.rows(f"PRAGMA {pragma}")
        indexes = _drop_indexes(sql)
        sql.run("BEGIN EXCLUSIVE")
        tables = Tables(sql)
        Made(tables, seed).make(size, progress)
        tables.finish(f"Make {size:,} records")
        for statement in indexes:
            sql.run(statement)
        standing.remake(sql)
        for kind in KINDS:
            indexing.rebuild(sql, kind)
        record_sums.renew_all(sql)
        while fulltext.tidy(sql):
            progress(size)
        sql.run("COMMIT")
        sql.rows("ANALYZE")
        for pragma in SAFE:
            sql.rows(f"PRAGMA {pragma}")
    finally:
        sql.close()
        made.dispose()


def _drop_indexes(sql: Sql) -> list[str]:
    """Take the indexes away and return the statements that make them again."""
    found = sql.rows("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    for name, _ in found:
        sql.run(f'DROP INDEX "{name}"')
    return [statement for _, statement in found]
