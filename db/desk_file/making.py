"""Making an empty desk beside its place and putting it there; the window and the commands ask."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from db.clock import now
from db.desk_file import foreign_log, rewriting
from db.errors import Refused, Unavailable
from db.lazy import lazy_modules
from db.storage import engine
from db.storage.files import disk, lock
from db.storage.files.file_handle import real_path
from db.storage.uid import new_uid

if TYPE_CHECKING:
    from db.desk_file import new_desk

lazy_modules(__name__)  # a window that opens a desk makes none


def make_desk(path: Path, passphrase: str = "", name: str = "") -> str:
    """Make an empty desk; refuses an existing file. Made aside and renamed: all or nothing.

    What a desk that lay there before has left is set aside; returns what is told of that.
    """
    if os.path.lexists(path):
        raise Refused(f"{path} already exists; choose another name.")
    path = real_path(path)
    key = engine.new_key(passphrase) if passphrase else None
    try:
        with _alone(path):
            if path.exists():
                raise Refused(f"{path} was made just now, by another; choose another name.")
            rewriting.remove_leftovers(path)
            try:
                return _make(path, key, name)
            finally:
                rewriting.remove_leftovers(path)
    except OSError as error:
        raise Unavailable(f"{path} cannot be made: {error.strerror}.") from error
    except Unavailable as error:
        raise Unavailable(f"{path} cannot be made there: {error}") from error


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the lock of a desk that is not there yet, so that two do not make it at once."""
    try:
        writer_lock = lock.WriterLock(path, lock.author_name())
    except Unavailable as error:
        if isinstance(error.__cause__, OSError):  # told in the words of a desk that is there
            raise error.__cause__ from None
        raise
    try:
        yield
    finally:
        with suppress(OSError):
            writer_lock.path.unlink()
        writer_lock.release()


def _make(path: Path, key: str | None, name: str) -> str:
    aside = rewriting.aside_of(path)
    disk.create_file(aside).close()  # says in the system's words why nothing can be made there
    desk_engine = engine.make_engine(aside, key, read_only=False)
    new_desk.create_tables(desk_engine)
    with closing(engine.connect(desk_engine)) as sql:
        facts = (("made", now()), ("name", name), ("identity", new_uid()))
        sql.run_many("INSERT INTO setting VALUES (?,?)", facts)
        sql.rows("PRAGMA journal_mode = WAL")
        sql.rows("PRAGMA wal_checkpoint(TRUNCATE)")  # nothing is left beside the file
    desk_engine.dispose()
    says = foreign_log.clear_for(path)
    disk.put_in_place(aside, path)
    return says
