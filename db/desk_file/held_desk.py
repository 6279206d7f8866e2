"""The file of an open desk, its lock and the watch over it: taken at opening, left at closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.desk_file import leaving
from db.errors import DeskError, FileMoved, Refused
from db.storage.files.file_handle import DeskFile
from db.storage.files.lock import WriterLock
from db.storage.files.shared_lock import SharedLock
from db.storage.sql import Sql
from db.storage.troubles import DRIVER_ERRORS
from db.storage.watch import Watch, fault_at_path


class HeldDesk:
    """Belongs to one store. Without a lock it only reads, and `holder` says who has it, if any."""

    def __init__(self, file: DeskFile, lock: WriterLock | None = None, holder: str = "") -> None:
        self.holder = holder
        self.lock = lock
        self.notify: Callable[[FileMoved], None] | None = None  # hears of each such refusal
        self.file = file
        self._shared_lock = SharedLock(file)
        self._watch: Watch | None = None
        self._read_watch: Watch | None = None

    @property
    def path(self) -> Path:
        """Where the desk lies, links followed."""
        return self.file.path

    @property
    def is_read_only(self) -> bool:
        """Whether another holds the lock, or nothing can be written here."""
        return self.lock is None

    @property
    def is_moved(self) -> bool:
        """Whether the file at the path is no longer the one that is open."""
        return self._watch is not None and bool(self._watch.difference())

    def begin_watch(self, sql: Sql) -> None:
        """Look, from now on, around each transaction of who writes, and where reading fails."""
        if self.lock is not None:
            self._watch = sql.watch = Watch(self.file, sql)
            self._watch.notify = self._notify
        else:
            # Of a damaged desk nothing is known but the damage.
            with suppress(DeskError, OSError, *DRIVER_ERRORS):
                self._read_watch = Watch(self.file, sql, is_reading=True)
        with suppress(DeskError, *DRIVER_ERRORS):
            if sql.value("PRAGMA journal_mode") == "wal":  # without a log, or alone, none is shared
                self._shared_lock.take()

    def give_shared_lock(self) -> None:
        """Leave SQLite its own locks: the last connection must find nobody else to clear up."""
        self._shared_lock.give()

    def need_file_at_path(self) -> None:
        """Refuse to open once more what is no longer the file that is open."""
        if why := self._watch.difference() if self._watch else fault_at_path(self.file):
            raise self._refusal(why)

    def why_unreadable(self) -> FileMoved | None:
        """Return the refusal where reading failed because the file is another; None for damage."""
        watch = self._watch or self._read_watch
        why = watch.difference() if watch is not None else ""
        if not why:
            return None
        refusal = self._refusal(why)
        self._notify(refusal)
        return refusal

    def _refusal(self, why: str) -> FileMoved:
        end = "open it anew" if self.is_read_only else "save what is open to a new file"
        return FileMoved(f"{self.path.name} {why}, so it cannot be read on; {end}.")

    def _notify(self, refusal: FileMoved) -> None:
        if self.notify is not None:
            self.notify(refusal)

    def name_holder(self, name: str) -> None:
        """Say under another name who has the desk."""
        if self.lock is not None:
            self.lock.name_holder(name)

    @contextmanager
    def pause_watch(self, sql: Sql) -> Iterator[None]:
        """Let the connection be read within, although the file may lie nowhere any more."""
        watch, sql.watch = sql.watch, None
        try:
            if watch is not None and watch.fault():  # pages of two files might be read as one
                leaving.need_whole(sql)
            yield
        finally:
            sql.watch = watch

    def is_there(self) -> bool:
        """Say whether the file is still the one that is open; raises `FileMoved` when it is not."""
        if self._watch is not None:
            self._watch.check()
        return True

    def need_one_name(self) -> None:
        """Refuse to replace a file that is gone or has other names."""
        self.is_there()
        if self.file.links() > 1:
            raise Refused(
                f"{self.path.name} has other names on this disk (hard links), which would go on"
                " leading to the file as it is now; remove them first."
            )

    def take_anew(self, sql: Sql) -> None:
        """Hold, lock and watch the file that has come in the place of the one before."""
        self.give_shared_lock()
        before, self.file = self.file, DeskFile(self.path, write=True)
        self._shared_lock = SharedLock(self.file)
        if self.lock is not None:
            self.lock.go_over(self.file)
        before.close()
        self.begin_watch(sql)

    def move_log(self, sql: Sql) -> None:
        """Move what the log holds into the file, as far as readers let it."""
        self.is_there()
        try:
            sql.rows("PRAGMA wal_checkpoint(PASSIVE)")
        except DeskError:
            self.is_there()  # of a file that was written over meanwhile that is told first
            raise
        if self._watch is not None:
            self._watch.note()

    @contextmanager
    def close_last_connection(self, sql: Sql, key: str | None) -> Iterator[None]:
        """Close the last connection within: nothing stays, nothing goes into another's file.

        `sql` is that connection.
        """
        watch = self._watch if self.is_moved else None
        try:
            # While that lock is held, SQLite does not move the log as its last connection goes.
            if watch is None or not leaving.leave_foreign_file(sql, watch):
                self.give_shared_lock()
            yield
            if watch is not None:
                leaving.remove_our_log(watch)
            elif self.lock is None:
                leaving.clear_after_reading(self.path, key)
        finally:
            self.release()

    def release(self) -> None:
        """Let others write."""
        self.give_shared_lock()
        if self.lock is not None:
            self.lock.release()
            self.lock = None
        self.file.close()
