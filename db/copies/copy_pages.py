"""A copy of a desk as it lies, of whatever format, opened to have its pages copied.

Restoring asks it, and reading an older copy beside the desk.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from db.desk_file.opening import open_copy_file
from db.storage import engine
from db.storage.sql import Sql


class CopyPages(NamedTuple):
    """A connection to a copy, its key, and whether it is of an older format than this program's."""

    sql: Sql
    key: str | None
    is_older: bool


@contextmanager
def pages_of_copy(path: Path, passphrase: str, key: str | None = None) -> Iterator[CopyPages]:
    """Yield a copy for reading, by a known key or the passphrase; leave nothing beside it."""
    opened = open_copy_file(path, passphrase, key, is_as_it_is=True)
    try:
        sql = engine.connect(opened.engine)
    except BaseException:
        opened.desk.release()
        raise
    try:
        version = int(sql.value("PRAGMA user_version"))
        yield CopyPages(sql, opened.key, version < engine.SCHEMA_VERSION)
    finally:
        with opened.desk.close_last_connection(sql, opened.key):
            sql.close()
            opened.engine.dispose()
