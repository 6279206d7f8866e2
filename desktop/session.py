"""The open desk while a window is on it: the only writer, the undo stack and the lens of the day.

Tabs, forms and dialogs ask it and listen to `changed` and `lens_changed`; nothing else in the
window holds the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTime, QTimer, Signal

from db import (
    HIGHEST,
    KINDS,
    Change,
    DeskError,
    DeskInfo,
    Draft,
    Lens,
    Reader,
    Record,
    Refused,
    Store,
    Work,
    today,
)
from desktop.drafts import Drafts
from desktop.lane import Lane
from desktop.long_work import Advance, LongWork
from desktop.steps import Steps

_IDLE = 400  # ms without a change before queued full text is written
_PORTION = 50  # records of queued full text at a time, so that no frame is lost
_BREATH = 50  # ms between two steps of putting the full text in order
_REST = 5_000  # ms without a change before the log is moved into the file


class Session(QObject):
    """One open store. Saves are synchronous; every refusal is a `DeskError`."""

    changed = Signal(object)  # the Change that is now on disk
    lens_changed = Signal()
    failed = Signal(object)  # an exception out of the lane
    working = Signal()  # long work has begun or ended

    def __init__(
        self, store: Store, *, ceiling: int = HIGHEST, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._as_of: str | None = None  # None follows the calendar
        self._ceiling = ceiling
        self._steps = Steps()
        self._drafts = Drafts(store)
        self._work: LongWork | None = None
        self.saved_at: QTime | None = None
        self.lane = self._new_lane()
        self._idle = self._timer(_IDLE, self._settle)
        self._rest = self._timer(_REST, self._checkpoint)
        if not store.is_read_only:
            self._idle.start()

    def _new_lane(self) -> Lane:
        lane = Lane(self._store.new_reader(), self)
        lane.failed.connect(self.failed)
        return lane

    def _timer(self, interval: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(then)
        return timer

    # what is open

    @property
    def reader(self) -> Reader:
        """The reader of the window's own thread, for what fits in a frame."""
        return self._store.reader

    @property
    def name(self) -> str:
        """The desk's name."""
        return self._store.name

    @property
    def path(self) -> Path:
        """The desk's file."""
        return self._store.path

    @property
    def holder(self) -> str:
        """Who holds the lock when this window does not."""
        return self._store.holder

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be saved here."""
        return self._store.is_read_only

    @property
    def is_encrypted(self) -> bool:
        """Whether the file needs a passphrase."""
        return self._store.is_encrypted

    def info(self) -> DeskInfo:
        """What the desk is."""
        return self._store.info(self.lens)

    def close(self) -> None:
        """Ends the lane and closes the store; the session cannot be used afterwards.

        Long work is given up, and the desk is as it was before it.
        """
        if self._work is not None:
            self._work.close()
            self._work = None
            self._drafts.release()
        self._idle.stop()
        self._rest.stop()
        self.lane.close()
        self._store.close()

    # the lens

    @property
    def lens(self) -> Lens:
        """What every read takes: the day that the reader stands on and the ceiling."""
        return Lens(self._as_of or today(), self._ceiling)

    @property
    def is_today(self) -> bool:
        """Whether the as-of day follows the calendar."""
        return self._as_of is None

    def stand_on(self, day: str | None) -> None:
        """Reads as of an ISO day; None is today, and tomorrow tomorrow."""
        if day != self._as_of:
            self._as_of = day
            self.lens_changed.emit()

    def limit(self, ceiling: int) -> None:
        """Shows nothing that is marked above this level."""
        if ceiling != self._ceiling:
            self._ceiling = ceiling
            self.lens_changed.emit()

    # changes

    def save(self, record: Record, label: str = "") -> Change | None:
        """Stores a record; None if nothing differs. Raises `Invalid`, `Conflict`, `Unavailable`."""
        self._need_writer()
        change = self._store.save(record, self.lens, label)
        if change is not None:
            self._take(change)
        return change

    def remove(self, ids: Sequence[int]) -> Change:
        """Deletes records with all their parts."""
        self._need_writer()
        change = self._store.remove(ids, self.lens)
        self._take(change)
        return change

    def revert(self, change_id: int) -> Change:
        """Takes any one change back; raises `Conflict` naming what stands in the way."""
        self._need_writer()
        change = self._store.revert(change_id)
        self._take(change)
        return change

    @contextmanager
    def unit_of_work(self, label: str, *, compact: bool = False) -> Iterator[Work]:
        """All or nothing, one step of undo: what an import or a merge writes in."""
        self._need_writer()
        with self._store.unit_of_work(label, compact=compact) as work:
            yield work
        change = self._store.told(work)
        if change is not None:
            self._take(change)

    def undo_label(self) -> str:
        """What Undo would take back; empty when there is nothing."""
        return self._steps.undo_label()

    def redo_label(self) -> str:
        """What Redo would do again; empty when there is nothing."""
        return self._steps.redo_label()

    def is_last(self, change: Change) -> bool:
        """Whether Undo would take back just this change."""
        return self._steps.is_last(change)

    def undo(self) -> Change:
        """Takes the last change of this window back."""
        return self._step(self._steps.last(), self._steps.went_back)

    def redo(self) -> Change:
        """Does again what was undone last."""
        return self._step(self._steps.next(), self._steps.went_on)

    def _step(self, step: Change, went: Callable[[Change], None]) -> Change:
        self._need_writer()
        # Written first: a step that is refused stays where it is.
        change = self._store.revert(step.id)
        went(change)
        self._tell(change)
        return change

    def _take(self, change: Change) -> None:
        self._steps.take(change)
        self._tell(change)

    def _tell(self, change: Change) -> None:
        self.saved_at = QTime.currentTime()
        self._idle.start(_IDLE)
        self._rest.start()
        self.changed.emit(change)

    # long work

    @property
    def work(self) -> LongWork | None:
        """The long work that has the desk to itself just now."""
        return self._work

    def start(
        self,
        what: str,
        job: Callable[[Store, Advance], Any],
        answered: Callable[[Any, Change | None], None],
        refused: Callable[[DeskError], None],
    ) -> LongWork:
        """Writes on a thread of its own, all or nothing, one step of undo; reading goes on.

        `job` is asked there with the store and the call that tells how far it is; `answered` gets
        what it returned and the change that it made. Until then every save is refused in a
        sentence and drafts wait.
        """
        self._need_writer()
        self._idle.stop()
        self._rest.stop()
        self._drafts.hold()
        work = LongWork(what, partial(job, self._store), self)
        before = self._newest()
        work.ended.connect(lambda answer: self._end_work(answer, before, answered, refused))
        self._work = work
        work.begin()
        self.working.emit()
        return work

    def _end_work(
        self,
        answer: Any,
        before: Change | None,
        answered: Callable[[Any, Change | None], None],
        refused: Callable[[DeskError], None],
    ) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.deleteLater()
        self._idle.start(_IDLE)
        change = self._newest()
        if before is not None and change is not None and change.id == before.id:
            change = None
        if change is not None:
            change = replace(change, kinds=frozenset(KINDS), many=True)
            self._take(change)
        self.working.emit()
        if isinstance(answer, DeskError):
            refused(answer)
        elif isinstance(answer, Exception):
            self.failed.emit(answer)
        else:
            answered(answer, change)
        # Last: a draft that cannot be written is told as any other error, and hides none of this.
        self._drafts.release()

    def _newest(self) -> Change | None:
        return next(iter(self.reader.changes(limit=1)), None)

    def _need_writer(self) -> None:
        if self._work is not None:
            says = QCoreApplication.translate(
                "Session", "{what} is still running; nothing else can be saved until it has ended."
            )
            raise Refused(says.format(what=self._work.what))

    # drafts

    def drafts(self) -> list[Draft]:
        """What was typed and never saved, newest first."""
        return self._drafts.listed()

    def keep_draft(self, kind: str, record_id: int | None, payload: str) -> None:
        """Remembers what is typed in a form, outside the history."""
        self._drafts.keep(kind, record_id, payload)

    def drop_draft(self, kind: str, record_id: int | None) -> None:
        """Forgets a draft."""
        if not self.is_read_only:
            self._drafts.drop(kind, record_id)

    # the file

    def set_passphrase(self, passphrase: str) -> None:
        """Sets, changes or ('') removes the passphrase; every reader is opened anew."""
        self._need_writer()
        self.lane.close()
        try:
            self._store.set_passphrase(passphrase)
        finally:
            self.lane = self._new_lane()
        self.lens_changed.emit()

    def _settle(self) -> None:
        if self._work is not None:
            return
        try:
            if self._store.settle(_PORTION):
                self._idle.start(0)
            elif self._store.tidy():
                self._idle.start(_BREATH)
        except DeskError:
            # Another program is at the file this moment; what is queued stays queued.
            self._idle.start(_REST)

    def _checkpoint(self) -> None:
        if self._work is not None:
            return
        self._store.checkpoint()
