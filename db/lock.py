"""The writer lock: a file beside the desk, locked by the system and naming its holder.

The system frees it when the holder dies, however it dies; the name in it is only for people.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from contextlib import suppress
from pathlib import Path

from db.clock import now
from db.errors import Locked, Unavailable

FAR = 1 << 20  # the byte that is locked: beyond the text, so that others can read the name

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        os.lseek(handle, FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def lock_path(desk: Path) -> Path:
    """Where a desk's lock lies."""
    return desk.with_name(desk.name + ".lock")


def whoami() -> str:
    """The officer's name on this machine, as the system knows it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


def holder_of(desk: Path) -> str | None:
    """Who holds the desk, in words, or None when nobody does."""
    try:
        handle = os.open(lock_path(desk), os.O_RDWR)
    except OSError:
        return None
    try:
        return None if _take(handle) else _read(handle)
    finally:
        os.close(handle)


def _read(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        said = json.loads(os.read(handle, 4096) or b"{}")
        return f"{said['who']} on {said['host']}, since {said['since']}"
    except (ValueError, KeyError):
        return "another window"


class WriterLock:
    """Held from opening to closing; raises `Locked` naming the holder, or `Unavailable`."""

    def __init__(self, desk: Path, who: str) -> None:
        self.path = lock_path(desk)
        try:
            self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise Unavailable(
                f"{desk.name} lies where nothing can be written ({error.strerror});"
                " it can only be read there."
            ) from error
        if not _take(self._handle):
            holder = _read(self._handle)
            os.close(self._handle)
            raise Locked(f"{desk.name} is open elsewhere, held by {holder}.", holder)
        said = {"who": who, "host": platform.node(), "pid": os.getpid(), "since": now()}
        with suppress(OSError):  # a full disk has no room for the name; the lock holds without it
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, json.dumps(said).encode())

    def release(self) -> None:
        """Let others write. The file stays, empty: removing it could remove another's lock."""
        with suppress(OSError):
            os.ftruncate(self._handle, 0)
        os.close(self._handle)
