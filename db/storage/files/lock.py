"""The writer lock: on the desk's own file, and on a file beside it that names the holder.

The system frees both when the holder dies, however it dies; the name is only for people. The file
itself is locked because it may have several names, each with a lock file of its own. That lock is
on one byte far behind the last, where SQLite locks nothing. On Linux it belongs to the descriptor
(OFD): locks of the process would go when any descriptor of the file is closed, and `flock`, which
is about the whole file, is on BSD, macOS and network disks in the way of SQLite's own.
"""

from __future__ import annotations

import errno
import getpass
import json
import os
import platform
import stat
import struct
import sys
import time
from contextlib import suppress
from pathlib import Path

from db.clock import now
from db.errors import Locked, Unavailable
from db.storage.files.file_handle import FLAGS, DeskFile

AUTHOR_VARIABLE = "AIDE_MEMOIRE_AUTHOR"
LOCK_FILE_OFFSET = (
    1 << 20
)  # the byte that is locked: beyond the text, so that others can read the name
LOCK_DESK_OFFSET = 1 << 46  # bytes; no desk is as long, and SQLite's own are at 2**30
BUSY = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
MAX_HOLDER_BYTES = 4096  # bytes
LOOKS, PAUSE = 10, 0.02  # seconds between two tries to lock the file itself

if sys.platform == "win32":
    import msvcrt

    def _take_byte(handle: int, place: int) -> bool:
        os.lseek(handle, place, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _take(handle: int) -> bool:
        return _take_byte(handle, LOCK_FILE_OFFSET)

    def _take_desk(handle: int) -> bool:
        return _take_byte(handle, LOCK_DESK_OFFSET)

else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _take_desk(handle: int) -> bool:
        """Lock the file itself; a disk that knows no such locks leaves it to the lock file."""
        try:
            if hasattr(fcntl, "F_OFD_SETLK"):
                request = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, LOCK_DESK_OFFSET, 1, 0)
                fcntl.fcntl(handle, fcntl.F_OFD_SETLK, request)
            else:
                fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, LOCK_DESK_OFFSET)
        except OSError as error:
            return error.errno not in BUSY
        return True


def is_locked_by_others(path: Path) -> bool:
    """Say whether another process holds a lock on a file; where nobody can tell, it may."""
    if sys.platform == "win32":
        return True
    try:
        handle = os.open(path, os.O_RDONLY | FLAGS)
    except FileNotFoundError:
        return False
    try:
        request = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
        found = fcntl.fcntl(handle, fcntl.F_GETLK, request)
        return bool(struct.unpack("hhqqi", found)[0] != fcntl.F_UNLCK)
    except OSError:
        return True
    finally:
        os.close(handle)


def lock_path(desk: Path) -> Path:
    """Say where a desk's lock lies."""
    return desk.with_name(desk.name + ".lock")


def whoami() -> str:
    """Return the officer's name on this machine, as the system knows it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


def author_name() -> str:
    """Say who is at the desk: what the variable says, or the system's name for the officer."""
    return os.environ.get(AUTHOR_VARIABLE) or whoami()


def holder_of(desk: Path) -> str | None:
    """Say who holds the desk, in words, or None when nobody does."""
    try:
        handle = os.open(lock_path(desk), os.O_RDWR | FLAGS)
    except OSError:
        return _unnamed_holder(desk)
    try:
        if not _take(handle):
            return _read(handle)
    finally:
        os.close(handle)
    return _unnamed_holder(desk)


def _unnamed_holder(desk: Path) -> str | None:
    """Say who holds the file by another of its names, or without one that can be read."""
    try:
        file = DeskFile(desk, write=True)
    except OSError:
        return None
    try:
        return None if take_desk(file) else "another window"
    finally:
        give_desk(file)
        file.close()


def take_desk(file: DeskFile) -> bool:
    """Lock the file itself, by all its names; False when another has it."""
    return _take_desk(file.handle)


def give_desk(file: DeskFile) -> None:
    """Unlock the file itself: its descriptor may stay open for a while."""
    if file.is_closed:
        return
    with suppress(OSError):
        if sys.platform == "win32":
            os.lseek(file.handle, LOCK_DESK_OFFSET, os.SEEK_SET)
            msvcrt.locking(file.handle, msvcrt.LK_UNLCK, 1)
        elif hasattr(fcntl, "F_OFD_SETLK"):
            request = struct.pack("hhqqi", fcntl.F_UNLCK, os.SEEK_SET, LOCK_DESK_OFFSET, 1, 0)
            fcntl.fcntl(file.handle, fcntl.F_OFD_SETLK, request)
        else:
            fcntl.lockf(file.handle, fcntl.LOCK_UN, 1, LOCK_DESK_OFFSET)


def _read(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        holder = json.loads(os.read(handle, MAX_HOLDER_BYTES) or b"{}")
        return f"{holder['who']} on {holder['host']}, since {holder['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another window"


def _take_name_patiently(handle: int) -> bool:
    """Lock the lock file; who only asks whether it is locked has it for a moment, and no name in
    it.
    """
    for _ in range(LOOKS):
        if _take(handle):
            return True
        if os.fstat(handle).st_size:
            return False
        time.sleep(PAUSE)
    return False


def _take_patiently(file: DeskFile) -> bool:
    """Lock the file itself; who only asks whether it is locked has it for a moment."""
    for _ in range(LOOKS):
        if take_desk(file):
            return True
        time.sleep(PAUSE)
    return False


def _locked_refusal(desk: Path, holder: str) -> Locked:
    return Locked(f"{desk.name} is open elsewhere, held by {holder}.", holder)


class WriterLock:
    """Held from opening to closing; raises `Locked` naming the holder, or `Unavailable`.

    `file` is the desk's own, open for writing. With it locked, a lock file that another officer
    left and that cannot be opened, or one that is none (a link, a pipe), is passed by.
    """

    def __init__(self, desk: Path, who: str, file: DeskFile | None = None) -> None:
        self.path = lock_path(desk)
        self._file = file
        self._handle = self._open_name(desk)
        if self._handle is not None and not _take_name_patiently(self._handle):
            holder = _read(self._handle)
            os.close(self._handle)
            raise _locked_refusal(desk, holder)
        if file is not None and not _take_patiently(file):
            if self._handle is not None:
                os.close(self._handle)
            raise _locked_refusal(desk, "another window")
        self._since = now()
        self.name_holder(who)

    def name_holder(self, who: str) -> None:
        """Say in the lock file who holds the desk."""
        content = {"who": who, "host": platform.node(), "pid": os.getpid(), "since": self._since}
        self._write(json.dumps(content).encode())

    def _open_name(self, desk: Path) -> int | None:
        """Return the lock file; None where there is one that cannot serve and the desk itself is
        locked.

        Others may read who holds a desk that they may read.
        """
        mode = 0o600
        if self._file is not None:
            mode |= stat.S_IMODE(os.fstat(self._file.handle).st_mode) & 0o066
        try:
            handle = self._open_or_make(mode)
        except OSError as error:
            if self._file is not None and os.path.lexists(self.path):
                return None
            raise Unavailable(
                f"{desk.name} is where nothing can be written ({error.strerror});"
                " it can only be read there."
            ) from error
        found = os.fstat(handle)
        if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
            return handle
        os.close(handle)  # a pipe, or another name of a file that is not for us to write
        if self._file is not None:
            return None
        raise Unavailable(f"{self.path.name} is no lock file; take it away.")

    def _open_or_make(self, mode: int) -> int:
        try:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL | FLAGS, mode)
        except FileExistsError:
            return os.open(self.path, os.O_RDWR | FLAGS)
        if hasattr(os, "fchmod"):
            os.fchmod(handle, mode)  # whatever the umask: a shared desk has a shared lock
        return handle

    def _write(self, content: bytes) -> None:
        if self._handle is None:
            return
        with suppress(OSError):  # a full disk has no room for the name; the lock holds without it
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, content)

    def go_over(self, file: DeskFile) -> None:
        """Hold the file that was put in the desk's place; nobody else can have it yet."""
        if self._file is not None:
            give_desk(self._file)
        self._file = file
        take_desk(file)

    def release(self) -> None:
        """Let others write. The file stays, empty: removing it could remove another's lock."""
        self._write(b"")
        if self._file is not None:
            give_desk(self._file)
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
