"""The known copies of a desk that do not open as the desk does now: a new passphrase changes none.

The window and the command that set a passphrase tell of them.
"""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from db.copies.copy_names import read_name
from db.copies.desk_copies import DeskCopies
from db.storage import engine
from db.storage.files.file_handle import DeskFile


class FormerCopy(NamedTuple):
    """A copy with a passphrase of before, or with none; `time` is when it was made."""

    path: Path
    time: datetime
    is_plain: bool

    def age_days(self, now: datetime) -> int:
        """Return how many days ago it was made."""
        return max(0, (now - self.time).days)


def list_former_copies(copies: DeskCopies) -> list[FormerCopy]:
    """Return the known copies that open otherwise than the desk, the oldest first.

    Each passphrase is set with a salt of its own, with which the file begins.
    """
    key = copies.key()
    salt = bytes.fromhex(key[-2 * engine.SALT_BYTES - 1 : -1]) if key else engine.PLAIN_HEADER
    found = []
    for path in copies.list_files():
        head = _head_of(path)
        if head and head != salt:
            name = read_name(path)
            time = name.time if name else datetime.fromtimestamp(path.stat().st_mtime)
            found.append(FormerCopy(path, time, head == engine.PLAIN_HEADER))
    return sorted(found, key=lambda each: each.time)


def _head_of(path: Path) -> bytes:
    """Return the first bytes of a copy; none of one that cannot be read."""
    try:
        with closing(DeskFile(path)) as file:
            return file.read(0, engine.SALT_BYTES)
    except OSError:
        return b""
