"""Gives a desk to one long piece of writing at a time, and takes it back when that has ended.

The session asks before each save whether the desk is free. Drafts wait for the end.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from db import DeskError, Refused
from desktop.background.long_work import LongWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from db import Change, Store
    from desktop.background.long_work import Advance
    from desktop.session.unsaved_drafts import Drafts

    Job = Callable[[Store, Advance], Any]
    Answered = Callable[[Any, Change | None], None]  # what the job returned, the change it made
    Refusing = Callable[[DeskError], None]
    Taken = Callable[[Change], None]


class LongWriting(QObject):
    """`switched` says that work has begun or ended, `failed` gives a bug that came out of it."""

    switched = Signal()
    failed = Signal(object)

    def __init__(self, store: Store, drafts: Drafts, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._drafts = drafts
        self.work: LongWork | None = None
        self._last: LongWork | None = None

    def need_free(self) -> None:
        """Raises `Refused` while something runs."""
        if self.work is not None:
            says = self.tr("{what} is still running; nothing else can be saved until it has ended.")
            raise Refused(says.format(what=self.work.what))

    def start(
        self, what: str, job: Job, answered: Answered, refused: Refusing, taken: Taken
    ) -> LongWork:
        """Begins a job; the change it makes is first `taken`, then the answer is given."""
        self.need_free()
        self._drafts.hold()
        before = self._newest()

        def end(answer: object) -> None:
            from db import KINDS

            self._end()
            change = self._newest()
            if change is not None and (before is None or change.id != before.id):
                taken(replace(change, kinds=frozenset(KINDS), many=True))
            else:
                change = None
            self.switched.emit()
            self._answer(answer, change, answered, refused)
            # Last: a draft that cannot be written is an error that hides none of this.
            self._drafts.release()

        self.work = work = LongWork(what, partial(job, self._store))
        work.ended.connect(end)
        work.begin()
        self.switched.emit()
        return work

    def close(self) -> None:
        """Gives up what runs, and waits until the desk is as it was before."""
        if self.work is not None:
            self.work.close()
            self._end()
            self._drafts.release()

    def _end(self) -> None:
        # Kept until the next one has ended: an emitter must outlive its signal.
        self._last, self.work = self.work, None

    def _answer(
        self, answer: Any, change: Change | None, answered: Answered, refused: Refusing
    ) -> None:
        if isinstance(answer, DeskError):
            refused(answer)
        elif isinstance(answer, Exception):
            self.failed.emit(answer)
        else:
            answered(answer, change)

    def _newest(self) -> Change | None:
        return next(iter(self._store.reader.changes(limit=1)), None)
