"""A whole desk copied page by page while it is open, encrypted as it is, and looked at.

What is kept by a plan, saved by the officer, or put back in a desk's place is made here.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from db.copies import file_copy
from db.desk_file import foreign_log, rewriting
from db.errors import Damaged, NotOurs, Refused, Stopped, Unavailable, WrongPassphrase
from db.progress import Progress
from db.storage import engine, log_mark
from db.storage.engine import PAGE_BYTES
from db.storage.files import disk, wal
from db.storage.files.file_handle import DeskFile, real_path
from db.storage.sql import Sql
from db.storage.troubles import DRIVER_ERRORS

# Each page is met once, so that SQLite need not keep many: a window has both beside its own.
MAX_CACHE_KIB: Final = 1_000
PAGES_A_STEP: Final = 1_000  # 4 MB, between two looks at whether the copy is still wanted


def save_page_copy(sql: Sql, path: Path, key: str | None, progress: Progress | None = None) -> None:
    """Write what a connection sees into a new file; refuses one that is there.

    What others write meanwhile is not in the copy and does not wait for it. Raises Unavailable,
    Damaged where the copy is not whole, and Stopped; no part of a copy is left then.
    """
    path = real_path(path)
    if os.path.lexists(path):
        raise Refused(f"{path} already exists; choose another name.")
    rewriting.remove_leftovers(path)
    aside = rewriting.aside_of(path)
    try:
        write_aside(sql, aside, key, progress)
        foreign_log.clear_for(path)
        disk.put_as_new(aside, path)
    except OSError as error:
        raise _refusal_of(path, error) from error
    finally:
        rewriting.remove_leftovers(path)


def _refusal_of(path: Path, error: OSError) -> Unavailable:
    return Unavailable(f"{path} cannot be made: {error.strerror or error}.")


def write_aside(sql: Sql, aside: Path, key: str | None, progress: Progress | None = None) -> None:
    """Write the copy into a new file that nobody knows yet, and look whether it is whole.

    Raises OSError where no file can be made.
    """
    mark = copy_moment(sql, aside, key, progress)
    if need_whole(aside, key, progress) != mark:
        raise Damaged("The copy is another than the desk; try again.")


def copy_moment(
    sql: Sql, aside: Path, key: str | None, progress: Progress | None = None
) -> log_mark.Mark | None:
    """Write what a connection sees at one moment into a new file; return the mark of that moment.

    As bytes where they can be had, which takes a quarter of the time, or page by page.
    """
    disk.create_file(aside).close()  # says in the system's words why nothing can be made there
    with file_copy.open_files(sql) as files:
        if files is not None:
            with file_copy.known_moment(sql, files) as frames:
                if frames is not None:
                    mark = log_mark.read_mark(sql)
                    file_copy.copy_bytes(files, frames, aside, _steps(files.file, progress))
                    _take_log(aside, key)
                    return mark
    with sql.snapshot():
        mark = log_mark.read_mark(sql)  # the snapshot begins with the first question
        copy_pages(sql, aside, key, progress)
    return mark


def _steps(file: DeskFile, progress: Progress | None) -> Callable[[int], None]:
    total = file.size() // PAGE_BYTES

    def tell(done: int) -> None:
        if progress is not None:
            progress(min(done // PAGE_BYTES, total), 2 * total)  # it is read once more to verify it

    return tell


def _take_log(aside: Path, key: str | None) -> None:
    """Move what was copied of the log into the copy."""
    if not wal.log_path(aside).exists():
        return
    copy_engine = engine.make_engine(aside, key, read_only=False)
    try:
        with closing(engine.connect(copy_engine)) as copy:
            copy.run("PRAGMA synchronous = OFF")  # synced as a whole before it gets its name
            copy.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        copy_engine.dispose()


def copy_pages(sql: Sql, aside: Path, key: str | None, progress: Progress | None = None) -> None:
    """Copy each page of what a connection sees, as long as its snapshot holds."""
    target_engine = engine.make_engine(aside, key, read_only=False)
    with closing(engine.connect(target_engine)) as target:
        target.rows("PRAGMA journal_mode = OFF")  # who is stopped here leaves no copy at all
        target.run(f"PRAGMA cache_size = -{MAX_CACHE_KIB}")
        target.run("PRAGMA synchronous = OFF")  # it is synced as a whole before it gets its name

        def step(_status: int, remaining: int, total: int) -> None:
            if progress is not None:
                progress(total - remaining, 2 * total)  # it is read once more to verify it

        try:
            sql.raw.backup(target.raw, pages=PAGES_A_STEP, progress=step, sleep=0)
        except DRIVER_ERRORS as error:  # said in words alone, without a code
            says = f"The copy cannot be written here: {error}. Nothing of it is left."
            raise Unavailable(says) from error
    target_engine.dispose()


def need_whole(
    aside: Path, key: str | None, progress: Progress | None = None
) -> log_mark.Mark | None:
    """Read all of a copy as a desk is read and refuse one that is broken; return its mark."""
    copy_engine = engine.make_engine(aside, key, read_only=True, immutable=True)
    try:
        with closing(engine.connect(copy_engine)) as copy:
            copy.limit.is_unwanted = lambda: _is_stopped(progress)
            copy.run(f"PRAGMA cache_size = -{MAX_CACHE_KIB}")
            engine.check_header(copy, aside, encrypted=key is not None)
            if copy.rows("PRAGMA quick_check(1)") != [("ok",)]:
                raise Damaged("A page of the copy is broken.")
            return log_mark.read_mark(copy)
    except (NotOurs, WrongPassphrase) as error:
        says = "The copy is not whole, so that the desk may be damaged; run “verify”."
        raise Damaged(says) from error
    finally:
        copy_engine.dispose()


def _is_stopped(progress: Progress | None) -> bool:
    try:
        if progress is not None:
            progress(0, 0)
    except Stopped:
        return True
    return False
