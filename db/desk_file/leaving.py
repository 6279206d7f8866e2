"""How `Store` leaves a desk: nothing stays beside it, nothing goes into a file in its place."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from db.desk_file import foreign_log, rewriting
from db.errors import Damaged, DeskError, Refused, Unavailable
from db.storage import engine, log_mark
from db.storage.files import disk, lock, wal
from db.storage.files.file_handle import DeskFile, is_in_use, real_path
from db.storage.sql import Sql
from db.storage.troubles import DRIVER_ERRORS
from db.storage.watch import GONE, Watch

NOT_WHOLE = "What is open cannot be read as a whole any more; restore a copy of the desk."


def put_in_order(sql: Sql) -> None:
    """Do what makes the next opening quicker; a full disk may forgo it."""
    with suppress(DeskError):
        if sql.rows("PRAGMA optimize(0xffff)"):  # what it would do
            with sql.transaction():
                sql.rows("PRAGMA optimize")


def need_whole(sql: Sql) -> None:
    """Refuse to go on from what was written over beneath an open desk."""
    whole = sql.rows("PRAGMA integrity_check(1)") == [("ok",)]
    if not whole or sql.rows("PRAGMA foreign_key_check"):
        raise Damaged(NOT_WHOLE)


def write_copy(sql: Sql, path: Path, key: str | None) -> None:
    """Write what is open into a new file: made aside, looked at, and never put over another."""
    path = real_path(path)
    if os.path.lexists(path):
        raise Refused(f"{path} already exists; choose another name.")
    aside = rewriting.aside_of(path)
    try:
        rewriting.remove_leftovers(path)
        engine.export(sql, aside, key)
        if not log_mark.is_whole_alone(aside, key):
            raise Damaged(NOT_WHOLE)
        foreign_log.clear_for(path)
        disk.put_as_new(aside, path)
    except OSError as error:
        raise Unavailable(f"{path} cannot be made: {error.strerror or error}.") from error
    finally:
        rewriting.remove_leftovers(path)


def leave_foreign_file(sql: Sql, watch: Watch) -> bool:
    """Leave a file, before the last connection goes, whose path leads to another by now.

    Where ours still lies elsewhere, renamed, it is given what was saved. Where it was written over,
    SQLite would put our log into what lies there now: the log is kept aside, and emptied. Returns
    whether that could not be done, or the disk does not answer: then the log must stay as it is,
    for what was saved lies in it alone.
    """
    fault = watch.fault()
    if fault == GONE:
        return True
    if not fault:
        if watch.file.links():
            with suppress(DeskError, *DRIVER_ERRORS):
                sql.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        return False
    log = wal.log_path(watch.file.path)
    try:
        if watch.is_ours(log) and log.stat().st_size > 0:
            shutil.copyfile(log, foreign_log.unused_name(log))
            os.truncate(log, 0)
    except OSError:
        return True
    return False


def remove_our_log(watch: Watch) -> None:
    """Remove our log from beside another's file, after the last connection has gone.

    What it holds is in our own file, or was kept aside; of a file that was deleted nothing is left
    that it could be played into. Otherwise it is kept under another name. Where the disk does not
    answer, or ours is the file at the path again, it is left.
    """
    desk = watch.file.path
    log = wal.log_path(desk)
    if watch.fault() == GONE or not watch.difference():
        return
    if watch.is_ours(log):
        with suppress(OSError, DeskError):
            if log.stat().st_size > 0 and watch.file.links():
                foreign_log.set_aside(log)
            else:
                log.unlink()
            foreign_log.shared_memory_path(desk).unlink(missing_ok=True)


def clear_after_reading(path: Path, key: str | None) -> None:
    """Remove what reading has left beside a desk, as the last one that has it open.

    A connection that only reads leaves log and index behind. One that may write removes them when
    it is the last, and SQLite's own locks tell whether it is.
    """
    there = (wal.log_path(path), foreign_log.shared_memory_path(path))
    if not any(each.exists() for each in there):
        return
    if os.access(path, os.W_OK):
        with suppress(OSError, DeskError, *DRIVER_ERRORS):
            _clear_writable(path, key)
            return  # what is still there is another's, who has the desk open
    if any(each.exists() for each in there):
        with suppress(OSError, DeskError):
            _clear_unwritable(path)


def _clear_writable(path: Path, key: str | None) -> None:
    file = DeskFile(path, write=True)
    try:
        if log_mark.is_foreign_log(file, key):
            _clear_index(file)
        else:
            _close_last(path, key)
    finally:
        file.close()


def _clear_unwritable(path: Path) -> None:
    """Do the same where nothing can be written, as on a full disk, and so no locks can be tried.

    While the lock file is held none begins to write, and the system tells who has the index open.
    """
    if wal.holds_changes(path):
        return
    had_lock = os.path.lexists(lock.lock_path(path))
    writer_lock = lock.WriterLock(path, lock.whoami())
    try:
        if not wal.holds_changes(path) and not _is_read_elsewhere(path):
            wal.log_path(path).unlink(missing_ok=True)
            foreign_log.shared_memory_path(path).unlink(missing_ok=True)
        if not had_lock:
            writer_lock.path.unlink()
    finally:
        writer_lock.release()


def _is_read_elsewhere(path: Path) -> bool:
    """Say whether another store, in this process or another, has the index of the log open."""
    file = DeskFile(path)
    try:
        # A second handle on the index, once closed, would take away the locks of this process.
        return is_in_use(file, beside=2) or lock.is_locked_by_others(
            foreign_log.shared_memory_path(path)
        )
    finally:
        file.close()


def _close_last(path: Path, key: str | None) -> None:
    desk_engine = engine.make_engine(path, key, read_only=False)
    sql = engine.connect(desk_engine)
    try:
        sql.value("SELECT count(*) FROM sqlite_master")
    finally:
        sql.close()
        desk_engine.dispose()


def _clear_index(file: DeskFile) -> None:
    """Remove the index that looking at a foreign log has left; who writes has one of the own."""
    if lock.take_desk(file):
        try:
            foreign_log.shared_memory_path(file.path).unlink(missing_ok=True)
        finally:
            lock.give_desk(file)
