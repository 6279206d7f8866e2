"""Give a desk to one long piece of writing at a time, and take it back when that has ended.

The session asks before each save whether the desk is free. Drafts wait for the end.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from db import KINDS, DeskError, Refused
from desktop.background.job import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from db import Change, Progress, Store
    from desktop.session.unsaved_drafts import Drafts

    Write = Callable[[Store, Progress], Any]
    Answered = Callable[[Any, Change | None], None]  # what was returned, the change that was made
    Refusing = Callable[[DeskError], None]
    OnResult = Callable[[Change], None]


class LongWriting(QObject):
    """`switched` says that a job has begun or ended, `failed` gives a bug that came out of it."""

    switched = Signal()
    failed = Signal(object)

    def __init__(self, store: Store, drafts: Drafts, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._drafts = drafts
        self.job: Job | None = None
        self._before: Change | None = None  # the newest one as it began

    def need_free(self) -> None:
        """Raise `Refused` while something runs."""
        if self.job is not None:
            says = self.tr("{what} is still running; nothing else can be saved until it has ended.")
            raise Refused(says.format(what=self.job.label))

    def start(
        self, label: str, write: Write, answered: Answered, refused: Refusing, on_result: OnResult
    ) -> Job:
        """Start a job; the change that it makes is first `on_result`, then the answer is given."""
        self.need_free()
        self._drafts.hold()
        self._before = before = self._newest()
        end = partial(self._end, before, on_result)
        self.job = job = Job(label, partial(write, self._store))
        self._store.stop_when(lambda: job.is_cancelled)
        job.succeeded.connect(lambda answer: end(partial(answered, answer)))
        job.refused.connect(lambda refusal: end(lambda _change: refused(refusal)))
        job.failed.connect(lambda error: end(lambda _change: self.failed.emit(error)))
        job.start()
        self.switched.emit()
        return job

    def forget_name(self) -> None:
        """Call what runs by no title any more: the ceiling was lowered, and it may lie above it."""
        if self.job is not None:
            self.job.label = self.tr("What was begun")

    def stop(self) -> str:
        """Cancel what runs, and wait until the desk is as it was before; return what it was, '' for
        nothing or what had ended.
        """
        job = self.job
        if job is None:
            return ""
        job.close()
        self.job = None
        self._store.stop_when(None)
        with suppress(DeskError):  # it waits on, and is told where what is typed is kept
            self._drafts.release()
        return job.label if self._newest() == self._before else ""

    def _end(
        self, before: Change | None, on_result: OnResult, answer: Callable[[Change | None], None]
    ) -> None:
        self.job = None
        self._store.stop_when(None)
        change = self._newest()
        if change is not None and (before is None or change.id != before.id):
            on_result(replace(change, kinds=frozenset(KINDS), many=True))
        else:
            change = None
        self.switched.emit()
        answer(change)
        # Last: a draft that cannot be written is an error that hides none of this.
        self._drafts.release()

    def _newest(self) -> Change | None:
        return next(iter(self._store.reader.changes(limit=1)), None)
