"""The bytes of an open desk as they lie, at one moment: the file, and of its log what is seen then.

While a snapshot is held, SQLite moves only what the snapshot sees from the log into the file, and
keeps the log from its beginning. The file as it is read meanwhile, with that much of the log on
top, is the desk at that moment. How much of the log that is, says the log's index (SQLite's
`walformat`). `page_copy` asks; where this cannot be known, SQLite copies page by page.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from db.storage.engine import PAGE_BYTES
from db.storage.files import disk, wal
from db.storage.files.file_handle import FLAGS, DeskFile
from db.storage.log_mark import FRAME_HEADER_BYTES
from db.storage.sql import Sql

INDEX_BYTES: Final = 100  # two times the same, then how much was moved
HALF_BYTES: Final = 48
FRAMES_AT: Final = 16
STEP_BYTES: Final = 4 << 20  # between two looks at whether the copy is still wanted
MAX_LOOKS: Final = 20  # at an index that others write
_NO_KERNEL_COPY: Final = (
    errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM, errno.EBADF
)  # fmt: skip

Tell = Callable[[int], None]  # hears how many bytes have come


class OpenFiles(NamedTuple):
    """A desk's file, and its log's index where it has a log."""

    file: DeskFile
    log_index: int | None

    def frames(self) -> bytes | None:
        """Return the index's beginning: another as soon as another transaction is seen; None while
        it is being written.
        """
        if self.log_index is None:
            return b""
        found = os.pread(self.log_index, INDEX_BYTES, 0)
        half, other = found[:HALF_BYTES], found[HALF_BYTES : 2 * HALF_BYTES]
        return half if half == other and len(found) == INDEX_BYTES else None

    def unmoved_frames(self, seen: bytes) -> int:
        """Return how many frames of the log belong on top of the file."""
        if self.log_index is None:
            return 0
        count = _number(seen[FRAMES_AT : FRAMES_AT + 4])
        moved = _number(os.pread(self.log_index, 4, 2 * HALF_BYTES))
        return 0 if moved == count else count


@contextmanager
def open_files(sql: Sql) -> Iterator[OpenFiles | None]:
    """Yield the files behind a connection; None where their bytes alone do not tell a moment."""
    file = _file_of(sql)
    if file is None:
        yield None
        return
    try:
        is_logged = sql.value("PRAGMA journal_mode") == "wal"
        index = _open_index(file) if is_logged else None
        yield None if is_logged and index is None else OpenFiles(file, index)
    finally:
        file.close()


def _file_of(sql: Sql) -> DeskFile | None:
    name = sql.value("SELECT file FROM pragma_database_list WHERE name = 'main'")
    if not name or not hasattr(os, "pread"):
        return None
    try:
        return DeskFile(Path(name))
    except OSError:
        return None


def _open_index(file: DeskFile) -> int | None:
    """Return the index of the log, open until no store of this process needs it any more."""
    try:
        index = os.open(f"{file.path}-shm", os.O_RDONLY | FLAGS)
    except OSError:
        return None
    file.kept_open.append(index)
    return index


@contextmanager
def known_moment(sql: Sql, files: OpenFiles) -> Iterator[int | None]:
    """Hold a snapshot and yield how much of the log belongs to it, in frames; None where others
    write so often that it cannot be known.
    """
    for _ in range(MAX_LOOKS):
        before = files.frames()
        with sql.snapshot():
            sql.value("SELECT count(*) FROM sqlite_master")  # the snapshot begins here
            if before is not None and before == files.frames():
                yield files.unmoved_frames(before)
                return
    yield None


def copy_bytes(files: OpenFiles, frames: int, aside: Path, tell: Tell) -> None:
    """Write file and frames of a moment into a new file and a log beside it; raises OSError."""
    size = files.file.size()
    with aside.open("r+b", buffering=0) as target:
        _copy(files.file.handle, target.fileno(), size, tell)
    if frames:
        logged = wal.HEADER_BYTES + frames * (FRAME_HEADER_BYTES + PAGE_BYTES)
        log = os.open(wal.log_path(files.file.path), os.O_RDONLY | FLAGS)
        try:
            with disk.create_file(wal.log_path(aside)) as target:
                _copy(log, target.fileno(), logged, lambda _done: None)
        finally:
            os.close(log)


def _copy(source: int, target: int, size: int, tell: Tell) -> None:
    at, is_quick = 0, hasattr(os, "copy_file_range")
    while at < size:
        step = min(STEP_BYTES, size - at)
        if is_quick:
            try:
                done = os.copy_file_range(source, target, step, at, at)
            except OSError as error:
                if error.errno not in _NO_KERNEL_COPY:
                    raise
                is_quick = False
                continue
        else:
            done = _write(target, os.pread(source, step, at), at)
        if not done:
            raise OSError(errno.EIO, "the file is shorter than it was")
        at += done
        tell(at)


def _write(target: int, data: bytes, at: int) -> int:
    return os.pwrite(target, data, at) if data else 0


def _number(data: bytes) -> int:
    return int.from_bytes(data, sys.byteorder)
