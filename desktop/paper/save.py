"""Writes a finished document aside and then puts it in its place, so that no half file is left.

`outputs.write(sheets, path, paper, progress=...)` sets sheets as the file's name asks and ends
here; a preview that has its PDF already calls `save` with its bytes. `progress` raises `Stopped`
once work is cancelled, and then no file is written.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from db import DeskError, Refused, Unavailable, give_rights, need_place_for_file

_full = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_closed = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def save(content: bytes, path: Path) -> Path:
    """Put the content at the path, in place of what stood there, and return the whole path.

    A new file is its owner's alone, whatever is marked in it; one that is replaced keeps its
    rights, and a link stays and leads to the new content. Raises Refused for a path that cannot be
    a file and Unavailable for a closed folder or a full disk; in both cases what stood there before
    is untouched and nothing else is left behind.
    """
    target = Path(path).expanduser().absolute()
    aside: Path | None = None
    try:
        path = Path(os.path.realpath(target))
        _check(path)
        with NamedTemporaryFile(dir=path.parent, prefix=".aside-", delete=False) as file:
            aside = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            give_rights(path, aside)
        aside.replace(path)
    except OSError as error:
        raise _sentence(error, target) from error
    finally:
        if aside is not None:
            with suppress(OSError):
                aside.unlink(missing_ok=True)
    return target


def _check(path: Path) -> None:
    """Refuse a path that is a folder or lies in none."""
    if path.is_dir():
        raise Refused(f"{path} is a folder: name a file in it.", "out")
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent}: make it or name another.", "out")
    need_place_for_file(path)


def _sentence(error: OSError, path: Path) -> DeskError:
    """Return what went wrong in the words of the person who asked."""
    if error.errno in _full:
        return Unavailable(
            f"There is no room for {path.name} in {path.parent}: free some space and try again."
        )
    if error.errno in _closed:
        return Unavailable(f"The folder {path.parent} cannot be written to: choose another folder.")
    if error.errno == errno.ENAMETOOLONG:
        return Refused("The name of the file is too long: choose a shorter one.", "out")
    reason = error.strerror or str(error)
    return Unavailable(f"{path.name} could not be written in {path.parent} ({reason}).")
