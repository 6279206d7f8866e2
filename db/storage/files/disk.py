"""Files on the disk: read only what is a file, make none that others can read, replace them whole.

Whatever opens a file that somebody named asks here. A pipe, a device or a folder is refused before
it is opened, since opening one may wait for ever.
"""

from __future__ import annotations

import codecs
import io
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from db.errors import Refused, Unavailable
from db.storage.files.file_handle import is_open_here

OWNER_ONLY = 0o600  # rights of a file that is made here, whatever the umask
OTHERS = stat.S_IRWXG | stat.S_IRWXO
_LIST_OF_RIGHTS = "system.posix_acl_access"  # where Linux keeps rights beyond owner and group
_OPEN = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class NotAFile(Unavailable):
    """A folder, a pipe, a socket, a device or an open desk stands where a file was named."""


def need_file(path: Path) -> os.stat_result:
    """Return what the system says of a file; raise OSError, NotAFile for anything else."""
    found = path.stat()
    _need_file(path, found)
    return found


def _need_file(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        kind = next((kind for is_kind, kind in _KINDS if is_kind(found.st_mode)), "something else")
        raise NotAFile(f"{path.name or path} is {kind}, not a file; name a file.")


def need_place_for_file(path: Path) -> None:
    """Refuse a path where something stands that is no file and would be replaced by one."""
    with suppress(FileNotFoundError):
        try:
            need_file(path)
        except NotAFile as refusal:
            raise Refused(str(refusal), "out") from refusal


def open_file(path: Path) -> BinaryIO:
    """Return a file open for reading; raise OSError, NotAFile at once for anything else.

    A desk that is open lies half in its log, and closing the file would take SQLite's locks away.
    """
    found = need_file(path)
    if is_open_here((found.st_dev, found.st_ino)):
        raise NotAFile(f"{path.name} is a desk that is open here; name another file.")
    # Something else may stand there by now: opened without waiting, and looked at again.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _OPEN)
    try:
        _need_file(path, os.fstat(handle))
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def open_text(path: Path, encoding: str, errors: str = "strict") -> io.TextIOWrapper:
    """Return a text open for reading, line ends as they are; LookupError for no encoding."""
    codecs.lookup(encoding)
    return io.TextIOWrapper(open_file(path), encoding=encoding, errors=errors, newline="")


def size_of(file: BinaryIO) -> int:
    """Say how many bytes an open file has."""
    return os.fstat(file.fileno()).st_size


def read_file(path: Path) -> bytes:
    """Return all bytes of a file; raises as `open_file` does."""
    with open_file(path) as file:
        return file.read()


def create_file(path: Path) -> BinaryIO:
    """Return a new file that only its owner may read, from its first moment; FileExistsError if
    taken.

    Value, were it a link to another file, is never opened.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | _OPEN
    handle = os.open(path, flags, OWNER_ONLY)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, OWNER_ONLY)  # an umask may take from the owner too
    return os.fdopen(handle, "w+b")


def give_rights(path: Path, to: Path) -> None:
    """Give a file the owner, group and rights of the one it will replace; never more than those."""
    had = path.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):  # only the superuser may give a file away
            os.chown(to, had.st_uid, had.st_gid)
    mode = stat.S_IMODE(had.st_mode) & 0o777
    if to.stat().st_gid != had.st_gid or _has_list_of_rights(path):
        mode &= ~stat.S_IRWXG  # they would be given to another group
    os.chmod(to, mode)


def _has_list_of_rights(path: Path) -> bool:
    """Say whether the group's rights are those of a list, which a new file does not have."""
    if not hasattr(os, "getxattr"):
        return False
    try:
        return bool(os.getxattr(path, _LIST_OF_RIGHTS))
    except OSError:
        return False


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are safe on the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folder, and writes names down by itself
    handle = os.open(path, (os.O_RDONLY if path.is_dir() else os.O_RDWR) | _OPEN)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put_as_new(aside: Path, path: Path) -> None:
    """Give a finished file its name, if none bears it: FileExistsError otherwise; never half."""
    sync(aside)
    if os.name == "nt":
        aside.rename(path)  # which never replaces a file there
        return
    try:
        os.link(aside, path, follow_symlinks=False)
        aside.unlink()
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a disk on which no file has two names
        create_file(path).close()
        os.replace(aside, path)
    with suppress(OSError):
        sync(path.parent)


def put_in_place(aside: Path, path: Path) -> None:
    """Put a finished file in the place of another or of none: the whole of it, or nothing."""
    sync(aside)
    os.replace(aside, path)
    with suppress(OSError):  # a disk that syncs no folder: the file itself is whole either way
        sync(path.parent)
