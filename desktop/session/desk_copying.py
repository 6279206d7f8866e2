"""Copies of the open desk, made on a thread of their own while the officer goes on saving.

The session has one; `desktop/copies` asks it, and nothing else in the window.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop

from db import list_former_copies
from desktop.background.job import Job

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from db import CopyFile, FormerCopy, Progress, Store


class Copying:
    """One copy at a time; the job goes when the desk is closed or its passphrase is set."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.job: Job | None = None

    def list_copies(self) -> list[CopyFile]:
        """Return the copies that are kept by the plan, the newest first."""
        return self._store.copies.list_copies()

    def list_former(self) -> list[FormerCopy]:
        """Return the known copies that open otherwise than the desk, the oldest first."""
        return list_former_copies(self._store.copies)

    def start_keeping(self, label: str) -> Job:
        """Make a copy where one is due by the plan; the answer is the `CopyFile`, or None."""
        return self._start(label, self._store.copies.keep_if_due)

    def start_saving(self, label: str, path: Path) -> Job:
        """Save a copy where the officer wants it."""
        return self._start(label, partial(self._store.copies.save, path))

    def note_place(self, path: Path) -> None:
        """Remember where a copy was saved."""
        self._store.copies.note_place(path)

    def keep_where_many(self, label: str) -> None:
        """Make a copy before the desk is closed, if the last lacks many changes; meanwhile the
        window's own thread goes on answering the system, but not the officer.
        """
        waiting, bugs = QEventLoop(), list[Exception]()
        job = self._start(label, self._store.copies.keep_where_many)
        job.failed.connect(bugs.append)
        job.finished.connect(waiting.quit)
        waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        for bug in bugs:
            raise bug

    def take_failures(self) -> list[str]:
        """Return the sentences on copies that could not be made before some work, each once."""
        failures = list(self._store.copies.failures)
        self._store.copies.failures.clear()
        return failures

    def close(self) -> None:
        """Give up what is being copied, and wait until nothing of it is left."""
        if self.job is not None:
            self.job.close()
            self.job = None

    def _start(self, label: str, run: Callable[[Progress], Any]) -> Job:
        self.close()
        self.job = job = Job(label, run)
        job.finished.connect(partial(self._forget, job))
        job.start()
        return job

    def _forget(self, job: Job) -> None:
        if self.job is job:
            self.job = None
