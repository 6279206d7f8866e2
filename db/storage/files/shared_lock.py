"""A shared lock of our own where SQLite has its: on the desk, and on the index of its log.

`held_desk` takes it. On POSIX SQLite's locks go when anything in this process closes a file that
it has opened: a file dialog looks into every file of the folder that it shows. Another program
would then think itself alone, and take log and index away from under an open desk. A lock that
belongs to its descriptor (OFD, on Linux) stays; elsewhere nothing is locked here.
"""

from __future__ import annotations

import os
import stat
import struct
import sys
from contextlib import suppress
from pathlib import Path

from db.storage.files.file_handle import FLAGS, DeskFile

HAS_OWN_LOCKS = False  # whether a lock can belong to a descriptor here
if sys.platform != "win32":
    import fcntl

    HAS_OWN_LOCKS = hasattr(fcntl, "F_OFD_SETLK")

DESK_BYTES = (1 << 30) + 2, 510  # locked as long as a connection is there; SQLite's `os_unix.c`
INDEX_BYTES = 128, 1  # of who has the index open: who finds it free empties the index


class SharedLock:
    """Held while connections are open that use the log; given before the last of them goes."""

    def __init__(self, file: DeskFile) -> None:
        self._file = file
        self._index: int | None = None
        self.is_taken = False

    def take(self) -> None:
        """Lock the desk and the index of its log beside those that have it open."""
        if self.is_taken or not HAS_OWN_LOCKS:
            return  # on Windows an index that is open could not be taken away with its log
        self.is_taken = True
        _set_lock(self._file.handle, "F_RDLCK", *DESK_BYTES)
        if self._index is None and (opened := _open(Path(f"{self._file.path}-shm"))) is not None:
            self._index = opened
            self._file.kept_open.append(opened)
        if self._index is not None:
            _set_lock(self._index, "F_RDLCK", *INDEX_BYTES)

    def give(self) -> None:
        """Unlock both; the descriptors stay open until no store of this process needs them."""
        if not self.is_taken:
            return
        self.is_taken = False
        if not self._file.is_closed:
            _set_lock(self._file.handle, "F_UNLCK", *DESK_BYTES)
            if self._index is not None:
                _set_lock(self._index, "F_UNLCK", *INDEX_BYTES)


def _open(index: Path) -> int | None:
    try:
        handle = os.open(index, os.O_RDONLY | FLAGS)
    except OSError:
        return None
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    return None


def _set_lock(handle: int, kind: str, start: int, size: int) -> None:
    """Lock or unlock bytes for a descriptor; a disk that knows no such locks has SQLite's own."""
    if sys.platform != "win32":
        request = struct.pack("hhqqi", getattr(fcntl, kind), os.SEEK_SET, start, size, 0)
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_OFD_SETLK, request)
