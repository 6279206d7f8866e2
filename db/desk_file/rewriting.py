"""Rewriting an open desk under another key: a whole copy aside, put in the desk's place at once.

`store` asks it to set a passphrase. Until the copy is in place and open, the old file stays where
it can be put back; whatever fails on the way leaves the old desk open and whole.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine

from db.errors import Locked, Unavailable
from db.progress import PacedProgress, Progress
from db.storage import engine, log_mark
from db.storage.engine import Sql
from db.storage.files import disk, file_handle, lock

# Ends of names: the copy, and the old file while both are there.
ASIDE, REPLACED = ".new", ".old-key"
_TAILS = ("", "-journal", "-wal", "-shm")
_SAME = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"


def aside_of(path: Path) -> Path:
    """Say where a copy that will replace a desk is made."""
    return path.with_name(path.name + ASIDE)


def _old_file_path(path: Path) -> Path:
    return path.with_name(path.name + REPLACED)


def leftovers(path: Path) -> list[Path]:
    """Return what a rewriting killed midway left beside a desk, perhaps not encrypted."""
    places = (aside_of(path), _old_file_path(path))
    candidates = (place.with_name(place.name + tail) for place in places for tail in _TAILS)
    return [each for each in candidates if os.path.lexists(each)]


def remove_leftovers(path: Path) -> None:
    """Take away what a rewriting left; only while no other can be writing it."""
    for each in leftovers(path):
        with suppress(OSError):  # on a disk that can only be read nothing can be taken away
            each.unlink()


def clear_leftovers(path: Path) -> None:
    """Take away what a rewriting left that was killed midway, unless one is going on."""
    if not leftovers(path):
        return
    try:
        writer_lock = lock.WriterLock(path, lock.author_name())
    except Locked:
        return
    except Unavailable:
        if not lock.lock_path(path).exists():  # nobody writes; a full disk takes no lock
            remove_leftovers(path)
        return
    try:
        remove_leftovers(path)
    finally:
        writer_lock.release()


class CopyAside(NamedTuple):
    """A whole copy that lies beside the desk, and the mark of the desk's last change before it."""

    key: str | None
    mark: bytes


def write_aside(
    path: Path, key: str | None, writer: Sql, progress: Progress | None = None
) -> CopyAside:
    """Write a whole copy under a key beside the desk, from any thread that has the writer's
    connection; raises Unavailable, and nothing is left of it then.
    """
    remove_leftovers(path)
    aside = aside_of(path)
    try:
        with _tell_progress(writer, aside, path, progress):
            engine.export(writer, aside, key)
        _compare(writer, aside, key)
        disk.give_rights(path, aside)
    except OSError as error:
        remove_leftovers(path)
        raise _refusal_of(path, error) from error
    except BaseException:
        remove_leftovers(path)
        raise
    return CopyAside(key, _mark_of(writer))


def put_in_place(path: Path, copied: CopyAside, old: Engine, connections: Sequence[Sql]) -> Engine:
    """Put that copy in the desk's place, if nothing was written since, and open every connection on
    it; the first one writes.

    Raises Unavailable, and the desk is as it was and open, when another has it open or the disk
    refuses.
    """
    try:
        if _mark_of(connections[0]) != copied.mark:
            raise Unavailable(
                f"{path.name} was changed while it was written anew. Nothing was changed."
            )
        _empty_log(connections[0], path)
        desk_engine = engine.make_engine(path, copied.key, read_only=False)
        _swap(path, aside_of(path), connections, old, desk_engine)
    except OSError as error:
        raise _refusal_of(path, error) from error
    finally:
        remove_leftovers(path)
    return desk_engine


@contextmanager
def _tell_progress(
    writer: Sql, aside: Path, path: Path, progress: Progress | None
) -> Iterator[None]:
    """Tell within how much of the copy is written, and break it off once nobody wants it."""
    limit, total = writer.limit, path.stat().st_size
    is_unwanted, paced = limit.is_unwanted, PacedProgress(progress)
    paced.begin(total)

    def look() -> bool:
        if is_unwanted is not None and is_unwanted():
            return True
        paced.reach(lambda: aside.stat().st_size)
        return False

    limit.is_unwanted = look
    try:
        yield
    finally:
        limit.is_unwanted = is_unwanted


def _refusal_of(path: Path, error: OSError) -> Unavailable:
    return Unavailable(
        f"{path.name} cannot be rewritten: {error.strerror or error}. Nothing was changed."
    )


def _mark_of(writer: Sql) -> bytes:
    """Return what each transaction draws anew."""
    mark = log_mark.read_mark(writer)
    return b"" if mark is None else mark.value


def _empty_log(writer: Sql, path: Path) -> None:
    """Move all that the log holds into the file; refuses while another reads what it held."""
    busy, *_ = writer.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0]
    if writer.watch is not None:
        writer.watch.trust()  # what has come into the file is in no log any more
    if busy:
        raise _in_use(path)


def _in_use(path: Path) -> Unavailable:
    return Unavailable(
        f"Another window, command or program has {path.name} open; close it there and try"
        " again. Nothing was changed."
    )


def _compare(writer: Sql, aside: Path, key: str | None) -> None:
    """Refuse a copy that does not hold all that the desk holds."""
    desk_engine = engine.make_engine(aside, key, read_only=True)
    copy = engine.connect(desk_engine)
    try:
        engine.check_header(copy, aside, encrypted=key is not None)
        if copy.rows(_SAME) != writer.rows(_SAME):
            raise Unavailable(
                "The copy under the new passphrase is not whole; nothing was changed."
            )
        for (name,) in writer.rows(_TABLES):
            counted = f'SELECT count(*) FROM "{name}"'
            if copy.value(counted) != writer.value(counted):
                raise Unavailable(f"The copy made lacks rows of “{name}”; nothing was changed.")
    finally:
        copy.close()
        desk_engine.dispose()


def _swap(
    path: Path, aside: Path, connections: Sequence[Sql], old: Engine, desk_engine: Engine
) -> None:
    """Close every connection, put the copy in place and open them again on it, or on the old."""
    _close(connections)
    try:
        # The last connection to a desk takes its log away. Another program that has it open would
        # go on to share its log with the new file.
        if Path(f"{path}-wal").exists():
            raise _in_use(path)
        if file_handle.HOLDS_NAME and connections[0].watch is not None:
            connections[0].watch.file.close()  # the lock file is held all the while
        with _keep_old_file(path):
            disk.put_in_place(aside, path)
            try:
                _reopen(connections, desk_engine)
            except BaseException:
                _close(connections)
                raise
    except BaseException:
        _reopen(connections, old)
        raise


def _close(connections: Sequence[Sql]) -> None:
    for each in connections:
        each.close()


def _reopen(connections: Sequence[Sql], desk_engine: Engine) -> None:
    for each in connections:
        each.go_on_with(engine.connect(desk_engine))


@contextmanager
def _keep_old_file(path: Path) -> Iterator[None]:
    """Keep the old file under a second name within the block; put it back if that fails."""
    old_file = _old_file_path(path)
    try:
        os.link(path, old_file, follow_symlinks=False)
    except (OSError, NotImplementedError):  # a disk on which no file has two names
        yield
        return
    try:
        yield
    except BaseException:
        for tail in _TAILS[1:]:
            Path(f"{path}{tail}").unlink(missing_ok=True)
        os.replace(old_file, path)
        raise
    old_file.unlink()
