"""A descriptor on a desk's own file beside SQLite's: who it is, how long, what lies where in it.

On POSIX, closing any descriptor of a file gives back the locks that this process holds on it,
SQLite's too: another program would think itself alone and take the log away from under an open
window. So a descriptor is closed only when no store of this process has the file open.
"""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

Identity = tuple[int, int]  # device and number of a file: the same by all its names

FLAGS = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe is refused below instead of waited for
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
HOLDS_NAME = os.name == "nt"  # where no file that is open can be replaced
_guard = threading.Lock()
in_use: dict[Identity, int] = {}  # how many stores of this process have the file open
to_close: dict[Identity, list[int]] = {}  # descriptors that wait for the last of them


def real_path(path: Path) -> Path:
    """Return the file that a path leads to: lock, log and what replaces it lie beside that."""
    try:
        return Path(os.path.realpath(path))
    except OSError:  # links in a circle: opening says so
        return path.absolute()


def chosen_name(path: Path) -> Path:
    """Return of the names that a file has in its folder, the one by which all open it.

    SQLite finds the log by the name: opened by another, what was saved last would not be there.
    """
    try:
        if os.stat(path).st_nlink < 2:
            return path
        same = [each for each in path.parent.iterdir() if _is_same(each, path)]
    except OSError:
        return path
    logged = [each for each in same if Path(f"{each}-wal").exists()]
    return min(logged or same or [path])


def has_names_elsewhere(path: Path) -> bool:
    """Say whether a file has a name in another folder, beside which its log may lie unseen."""
    try:
        links = os.stat(path).st_nlink
        return links > 1 and links > sum(_is_same(each, path) for each in path.parent.iterdir())
    except OSError:
        return False


def _is_same(path: Path, other: Path) -> bool:
    return not path.is_symlink() and path.samefile(other)


def identity_of(path: Path) -> Identity | None:
    """Say which file lies at a path, None when there is none that can be seen."""
    try:
        found = os.stat(path, follow_symlinks=False)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_open_here(identity: Identity) -> bool:
    """Say whether a store of this process has a file open."""
    with _guard:
        return identity in in_use


def is_in_use(file: DeskFile, *, beside: int) -> bool:
    """Say whether more than so many handles on the file are open in this process."""
    with _guard:
        return in_use.get(file.identity, 0) > beside


class DeskFile:
    """Opened before SQLite opens the file and closed after it; raises `OSError` as `open` does."""

    def __init__(self, path: Path, *, write: bool = False) -> None:
        self.path = path
        self.handle = os.open(path, (os.O_RDWR if write else os.O_RDONLY) | FLAGS)
        found = os.fstat(self.handle)
        self.is_closed = False
        self.kept_open: list[int] = []  # descriptors of what lies beside it, closed when it is
        self.identity: Identity = found.st_dev, found.st_ino
        with _guard:
            in_use[self.identity] = in_use.get(self.identity, 0) + 1
        if not stat.S_ISREG(found.st_mode):
            self.close()
            code = errno.EISDIR if stat.S_ISDIR(found.st_mode) else errno.EINVAL
            raise OSError(code, os.strerror(code), str(path))

    def size(self) -> int:
        """Say how long the file is, in bytes, wherever it lies by now."""
        return os.fstat(self.handle).st_size

    def links(self) -> int:
        """Say by how many names the file can be reached; none when it was deleted."""
        return os.fstat(self.handle).st_nlink

    def read(self, offset: int, size: int) -> bytes:
        """Return what lies there, as it is on the disk; less where the file ends."""
        if hasattr(os, "pread"):
            return os.pread(self.handle, size, offset)
        with _guard:
            os.lseek(self.handle, offset, os.SEEK_SET)
            return os.read(self.handle, size)

    def close(self) -> None:
        """Give the descriptor back, when nobody's locks go with it."""
        if self.is_closed:
            return
        self.is_closed = True
        with _guard:
            uses_left = in_use.get(self.identity, 0) - 1
            waiting = to_close.setdefault(self.identity, [])
            waiting += [self.handle, *self.kept_open]
            if uses_left > 0:
                in_use[self.identity] = uses_left
                return
            in_use.pop(self.identity, None)
            to_close.pop(self.identity, None)
            for handle in waiting:
                os.close(handle)
