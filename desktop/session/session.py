"""The open desk while a window is on it: the only writer, the undo stack and the lens of the day.

Tabs, forms and dialogs ask it and listen to `changed` and `lens_changed`; nothing else in the
window holds the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTime, Signal

from db import HIGHEST, FileMoved, Lens, today
from desktop.session.desk_copying import Copying
from desktop.session.file_replacing import FileReplacing
from desktop.session.idle_work import IdleWork
from desktop.session.long_writing import LongWriting
from desktop.session.print_log import PrintLog
from desktop.session.session_readers import SessionReaders
from desktop.session.steps import Steps
from desktop.session.unsaved_drafts import Drafts

if TYPE_CHECKING:
    from db import (
        Change,
        DeskInfo,
        Draft,
        FieldChange,
        PrintedDocument,
        Progress,
        Reader,
        Record,
        Store,
        Work,
    )
    from db import Mapping as ImportMap
    from desktop.background.background_reader import BackgroundReader
    from desktop.background.job import Job
    from desktop.session.long_writing import Answered, OnResult, Refusing, Write


class Session(QObject):
    """One open store. Saves are synchronous; every refusal is a `DeskError`."""

    changed = Signal(object)  # the Change that is now on disk
    lens_changed = Signal()
    failed = Signal(object)  # an exception out of the background reader
    noted = Signal(str)  # what a reader met that is damaged, and read past
    working = Signal()  # long work has begun or ended
    shown = Signal()  # the first list is painted

    def __init__(
        self, store: Store, *, ceiling: int = HIGHEST, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._as_of: str | None = None  # None follows the calendar
        self._ceiling = ceiling
        store.on_damage(self.noted.emit)  # from any thread
        self._steps = Steps(store)
        self.kept_drafts = Drafts(store)
        self._writing = LongWriting(store, self.kept_drafts, self)
        self._writing.switched.connect(self._switch)
        self._writing.failed.connect(self.failed)
        self.copying = Copying(store)
        self.saved_at: QTime | None = None
        self._readers = SessionReaders(store, self)
        self._readers.failed.connect(self.failed)
        self.replacing = FileReplacing(store, self.start, self._without_readers)
        self._print_log = PrintLog(self._store)
        self.idle_work = IdleWork(store, lambda: self.job is not None, self)

    def settle_soon(self) -> None:
        """Write the full text that an earlier window left queued; once the first list is painted,
        since it loads all of searching.
        """
        self.shown.emit()
        if not self.is_read_only:
            self.idle_work.start_settling()

    def start_reading(self, label: str, read: Callable[[Reader, Progress], Any]) -> Job:
        """Read on a thread of its own with a reader of its own; saving goes on meanwhile."""
        return self._readers.start_job(label, read)

    @property
    def background_reader(self) -> BackgroundReader:
        """The reader of lists and pages, on a thread of its own."""
        return self._readers.background_reader

    @property
    def print_reader(self) -> BackgroundReader:
        """The reader for what takes long and must hold up no list; made when asked for."""
        return self._readers.print_reader

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

    def setting(self, key: str) -> str:
        """Return what the desk keeps under a key; '' for nothing."""
        return self._store.setting(key)

    def keep_setting(self, key: str, value: str) -> None:
        """Keep a text about the desk itself, such as its name."""
        self._writing.need_free()
        self._store.keep_setting(key, value)

    def set_author(self, name: str) -> None:
        """Write in somebody's name from now on; '' is the system's name."""
        self._store.set_author(name)

    def info(self) -> DeskInfo:
        """Return what the desk is."""
        return self._store.info(self.lens)

    def close(self) -> None:
        """Cancel the job, end the background readers and close the store; there is no way back."""
        self.stop_work()
        self.copying.close()
        self.idle_work.stop()
        self._readers.close()
        try:
            with suppress(FileMoved):
                self._print_log.keep_waiting()
        finally:
            self._store.close()

    # the lens

    @property
    def lens(self) -> Lens:
        """What every read takes: the day that the reader stands on and the ceiling."""
        return Lens(self._as_of or today(), self._ceiling)

    def day_text(self) -> str:
        """Return the day that is seen, in words; "" while it is today."""
        if self._as_of is None:
            return ""
        # With all that reads dates, which a window that opens does without.
        from desktop.paper.sections.print_phrases import day_text

        return day_text(self._as_of)

    @property
    def is_today(self) -> bool:
        """Whether the as-of day follows the calendar."""
        return self._as_of is None

    def stand_on(self, day: str | None) -> None:
        """Read as of an ISO day; None is today, and tomorrow tomorrow."""
        if day != self._as_of:
            self._as_of = day
            self.lens_changed.emit()

    def limit(self, ceiling: int) -> None:
        """Show nothing that is marked above this level."""
        if ceiling != self._ceiling:
            if ceiling < self._ceiling:
                self._writing.forget_name()
            self._ceiling = ceiling
            self.lens_changed.emit()

    def show_anew(self) -> None:
        """Have everything read once more, because dates are written otherwise or a name changed."""
        self.lens_changed.emit()

    # changes

    def save(self, record: Record, label: str = "", also: Sequence[Record] = ()) -> Change | None:
        """Store a record, and others that follow from it, as one change; None if nothing differs.

        Raises `Invalid`, `Conflict`, `Unavailable`.
        """
        self._writing.need_free()
        change = self._store.save(record, self.lens, label, also)
        if change is not None:
            self._take(change)
        return change

    def change_field(self, ids: Sequence[int], field_change: FieldChange) -> Change | None:
        """Make one change of a field in many records; None if nothing differs."""
        self._writing.need_free()
        change = self._store.change_field(ids, field_change, self.lens)
        if change is not None:
            self._take(change)
        return change

    def remove(self, ids: Sequence[int]) -> Change:
        """Delete records with all their parts."""
        self._writing.need_free()
        change = self._store.remove(ids, self.lens)
        self._take(change)
        return change

    def revert(self, change_id: int) -> Change:
        """Take any one change back; raise `Conflict` naming what stands in the way."""
        self._writing.need_free()
        self._take(change := self._store.revert(change_id, self.lens))
        return change

    @contextmanager
    def unit_of_work(self, label: str, *, compact: bool = False) -> Iterator[Work]:
        """Yield all or nothing, one step of undo: what an import or a merge writes in."""
        self._writing.need_free()
        with self._store.unit_of_work(label, compact=compact) as work:
            yield work
        change = self._store.change_of(work)
        if change is not None:
            self._take(change)

    def kept_maps(self) -> dict[str, ImportMap]:
        """Return the maps of imports that are kept on the desk and shown, by a file's shape."""
        from db import kept_maps  # with all of importing, which a window that opens does without

        return kept_maps(self.reader, self.lens)

    def keep_map(self, headings: Sequence[str], mapping: ImportMap) -> None:
        """Keep the map of an import for files with these headings, under the present ceiling."""
        from db import keep_map

        self._writing.need_free()
        keep_map(self._store, headings, mapping, self.lens)

    def undo_label(self) -> str:
        """Return what Undo would take back; empty when there is nothing."""
        return self._steps.undo_label(self.lens)

    def redo_label(self) -> str:
        """Return what Redo would do again; empty when there is nothing."""
        return self._steps.redo_label(self.lens)

    def is_last(self, change: Change) -> bool:
        """Say whether Undo would take back just this change."""
        return self._steps.is_last(change, self.lens)

    def undo(self) -> Change:
        """Take the last change of this window back."""
        return self._step(self._steps.last(self.lens), self._steps.went_back)

    def redo(self) -> Change:
        """Do again what was undone last."""
        return self._step(self._steps.next(self.lens), self._steps.went_on)

    def _step(self, step: Change, went: Callable[[Change, Change], None]) -> Change:
        self._writing.need_free()
        # Written first: a step that is refused stays where it is.
        change = self._store.revert(step.id, self.lens, is_own=True)
        went(step, change)
        self._notify(change)
        return change

    def _take(self, change: Change) -> None:
        self._steps.take(change, self.lens)
        self._notify(change)

    def _notify(self, change: Change) -> None:
        self.saved_at = QTime.currentTime()
        self.idle_work.start()
        self.changed.emit(change)

    # long work

    @property
    def job(self) -> Job | None:
        """The job that has the desk to itself just now."""
        return self._writing.job

    def start(
        self,
        label: str,
        write: Write,
        answered: Answered,
        refused: Refusing,
        on_result: OnResult | None = None,
    ) -> Job:
        """Write on a thread of its own, all or nothing, one step of undo; reading goes on.

        `write` is called there with the store and a `Progress`; `answered` gets what it returned
        and the change that it made. Until then every save is refused in a
        sentence and drafts wait.
        """
        self._writing.need_free()
        self.idle_work.stop()
        return self._writing.start(label, write, answered, refused, on_result or self._take)

    def start_without_undo(
        self, label: str, write: Write, answered: Answered, refused: Refusing
    ) -> Job:
        """Write what nothing can undo; no earlier step can be undone afterwards either."""

        def forget_steps(change: Change) -> None:
            self._steps = Steps(self._store)
            self._notify(change)

        return self.start(label, write, answered, refused, forget_steps)

    def stop_work(self) -> str:
        """Break off long work, of which nothing stays; return what it was, '' for none."""
        return self._writing.stop()

    @property
    def undo_is_long(self) -> bool:
        """Whether Undo would take long."""
        return bool(self.undo_label()) and self._steps.last(self.lens).many

    @property
    def redo_is_long(self) -> bool:
        """Whether Redo would do again more than fits in a breath."""
        return bool(self.redo_label()) and self._steps.next(self.lens).many

    def start_undo(self, what: str, answered: Answered, refused: Refusing) -> Job:
        """Take the last change of this window back, as long work."""
        steps = self._steps
        return self._start_step(what, steps.last(self.lens), steps.went_back, answered, refused)

    def start_redo(self, what: str, answered: Answered, refused: Refusing) -> Job:
        """Do again what was undone last, as long work."""
        steps = self._steps
        return self._start_step(what, steps.next(self.lens), steps.went_on, answered, refused)

    def _start_step(
        self,
        what: str,
        step: Change,
        went: Callable[[Change, Change], None],
        answered: Answered,
        refused: Refusing,
    ) -> Job:
        def take(change: Change) -> None:
            went(step, change)
            self._notify(change)

        def write(store: Store, _progress: Progress, lens: Lens = self.lens) -> Change:
            return store.revert(step.id, lens, is_own=True)

        return self.start(what, write, answered, refused, take)

    def _switch(self) -> None:
        if self.job is None:
            with suppress(FileMoved):  # which is told; what was printed waits
                self._print_log.keep_waiting()
            self.idle_work.start_settling()
        self.working.emit()

    def save_printed_document(self, document: PrintedDocument) -> None:
        """Remember a printed document, after long work; a desk that is only read does not."""
        self._print_log.keep(document, is_busy=self.job is not None)

    # drafts

    def drafts(self) -> list[Draft]:
        """Return what was typed and never saved and the lens shows, newest first."""
        return self.kept_drafts.list_drafts(self.lens)

    def shows_draft(self, draft: Draft) -> bool:
        """Say whether the lens shows all that a draft says."""
        return self.kept_drafts.shows(draft, self.lens)

    def keep_draft(self, kind: str, record_id: int | None, payload: str) -> None:
        """Remember what is typed in a form, outside the history."""
        self.kept_drafts.keep(kind, record_id, payload, self.lens)

    def drop_draft(self, kind: str, record_id: int | None) -> None:
        """Forget a draft."""
        if not self.is_read_only:
            self.kept_drafts.drop(kind, record_id, self.lens)

    @contextmanager
    def _without_readers(self) -> Iterator[None]:
        """Close all that reads on threads of its own, and open it anew afterwards."""
        self.copying.close()  # it would hold the file open
        with self._readers.close_meanwhile():
            yield
        self.lens_changed.emit()
