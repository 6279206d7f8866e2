"""Long reading on a thread of its own, with how far it is and a way to give it up: a search for
duplicates asks it. Saving goes on meanwhile, and no list waits.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from db import DeskError, Reader
from desktop.background.long_work import Advance, LongWork
from desktop.session.session import Session

Job = Callable[[Reader, Advance], Any]
_running: Final[set[LongWork]] = set()  # an emitter must outlive its thread, a dialog need not


class LongReading(QObject):
    """`advanced` gives done and total; then comes one of `answered`, `refused` (a `DeskError`) or
    `failed` (a bug). What was given up with `close` tells nothing.
    """

    advanced = Signal(object, object)
    answered = Signal(object)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._work: LongWork | None = None
        self._reader: Reader | None = None

    @property
    def is_running(self) -> bool:
        """Whether something is being read."""
        return self._work is not None

    def begin(self, what: str, job: Job) -> None:
        """Asks a job with a reader of its own; what runs is given up first."""
        self.close()
        self._reader = reader = self._session.new_reader()
        self._work = work = LongWork(what, partial(job, reader))
        _running.add(work)
        work.advanced.connect(self.advanced)
        work.ended.connect(self._end)
        work.ended.connect(lambda _: _running.discard(work))
        work.begin()

    def cancel(self) -> None:
        """Gives up what runs; it ends with `Stopped`."""
        if self._work is not None and self._reader is not None:
            self._work.cancel()
            self._reader.interrupt()

    def close(self) -> None:
        """Gives up what runs, waits for its end and tells nothing of it."""
        work = self._work
        if work is not None:
            self.cancel()
            work.close()
            _running.discard(work)
            self._forget()

    def _end(self, answer: object) -> None:
        self._forget()
        if isinstance(answer, DeskError):
            self.refused.emit(answer)
        elif isinstance(answer, Exception):
            self.failed.emit(answer)
        else:
            self.answered.emit(answer)

    def _forget(self) -> None:
        reader, self._reader, self._work = self._reader, None, None
        if reader is not None:
            reader.close()
