"""Whether the file at a desk's path is still the one that is open; asked before each writing.

A file that was renamed, deleted, cut off, replaced or written over takes saves as if nothing had
happened, and none of them would be on the desk. SQLite itself looks only when it is closed.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from db.errors import FileMoved
from db.storage import log_mark
from db.storage.files import wal
from db.storage.files.file_handle import DeskFile, identity_of
from db.storage.sql import Sql

GONE: Final = "is no longer where it was"
ANOTHER: Final = "is another file now than the one that is open"
SHORTER: Final = "was cut off while it was open"
WRITTEN_OVER: Final = "was written over while it was open"
LOG_GONE: Final = "has lost its log"


def fault_at_path(file: DeskFile) -> str:
    """Return what lies at a file's path instead of it, in words after its name; '' for the file."""
    try:
        found = os.stat(file.path, follow_symlinks=False)
    except OSError:
        return GONE
    is_same = stat.S_ISREG(found.st_mode) and (found.st_dev, found.st_ino) == file.identity
    return "" if is_same else ANOTHER


class Watch:
    """Holds what is known of the file that is open; `Sql` asks it around each transaction."""

    def __init__(self, file: DeskFile, sql: Sql, *, is_reading: bool = False) -> None:
        self.file = file
        mark = log_mark.read_mark(sql)
        self._page = mark.page if mark is not None else 0
        self._size = file.size()
        self._below = self._read_page()
        self._log_path = wal.log_path(file.path)
        # A log that another program writes comes and goes as that one pleases.
        self.log = None if is_reading else identity_of(self._log_path)
        self.notify: Callable[[FileMoved], None] | None = None

    def _read_page(self) -> bytes:
        """Return the page of the mark as it lies in the file, without its log."""
        return log_mark.page_in(self.file, self._page) if self._page else b""

    def check(self) -> None:
        """Raise `FileMoved` when what is open is no longer what lies at its path."""
        why = self.difference()
        if not why:
            return
        refusal = FileMoved(
            f"{self.file.path.name} {why}, so nothing was saved; save what is open to a new file."
        )
        if self.notify is not None:
            self.notify(refusal)
        raise refusal

    def difference(self) -> str:
        """Return what has become of the file at the path, after its name; empty when nothing."""
        fault = fault_at_path(self.file) or self.fault()
        if fault:
            return fault
        if self.log is not None and identity_of(self._log_path) != self.log:
            return LOG_GONE
        return ""

    def fault(self) -> str:
        """Return what is wrong with the open file, wherever it lies; empty when nothing."""
        try:
            if self.file.size() < self._size:
                return SHORTER
            found = self._read_page()
        except OSError:
            return GONE  # the disk itself was taken away
        if found == self._below or self._is_logged(found):
            return ""
        return WRITTEN_OVER

    def _is_logged(self, found: bytes) -> bool:
        """Say whether the page came out of our own log, which was moved into the file."""
        if found in log_mark.logged_pages(self.file.path, self._page):
            self._below = found
            return True
        return False

    def mark(self, sql: Sql) -> None:
        """Bind what is about to be committed to the file beneath it."""
        self.check()
        if self._page:
            log_mark.write_mark(sql, log_mark.digest(self._below))

    def note(self) -> None:
        """Learn what a commit or the moving of the log has made of the file."""
        with suppress(OSError):  # what has become of it is told before the next writing
            if self.log is None:  # a desk that another program keeps without a log
                self.trust()
            elif not self.fault():
                self._size = max(self._size, self.file.size())

    def trust(self) -> None:
        """Take the file as it lies for ours: its log was emptied into it just now."""
        self._below, self._size = self._read_page(), self.file.size()

    def is_ours(self, path: Path) -> bool:
        """Say whether a log at a path is the one that this store writes."""
        return self.log is not None and identity_of(path) == self.log
