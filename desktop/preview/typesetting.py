"""From what is asked to the pages: read by a reader of its own, set on a thread, the newest wins.

The preview has one. Neither step is waited for: what is given up is discarded when it is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from db import DeskError, Lens, Progress, Reader, Stopped, logger_for
from desktop.background.job import Job
from desktop.paper.typst.typeset import typeset
from desktop.preview.pages.pdf_pages import Pages
from desktop.printing.changes_sheet import changes_sheet
from desktop.printing.print_request import PrintRequest
from desktop.printing.referenced_records import used_by
from desktop.printing.request_sheets import sheets_of
from desktop.printing.subject_sheet import subject_sheet
from desktop.printing.today_sheet import today_sheet
from desktop.session.session import Session

if TYPE_CHECKING:
    from desktop.paper.content.blocks import Sheet
    from desktop.paper.typst.typeset import Paper, Printed

_log = logger_for("print")
_TOPIC: Final = "print"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be set: what was asked, through which lens, on which paper."""

    request: PrintRequest
    lens: Lens
    paper: Paper


@dataclass(frozen=True, slots=True)
class Read:
    """The sheets as read, the records with the versions that stand on them, and the last change."""

    sheets: list[Sheet]
    used: dict[int, int]
    change: int


@dataclass(frozen=True, slots=True)
class Ready:
    """A document that can be shown, printed and saved."""

    order: Order
    read: Read
    printed: Printed
    pages: Pages


class Typesetting(QObject):
    """`began` names what is done and `advanced` how far it is; then comes one of `ready`, `refused`
    (a `DeskError`), `failed` (a bug), or nothing where it was given up; and `ended` in any case.
    """

    began = Signal(str)
    advanced = Signal(object, object)
    ready = Signal(object)
    refused = Signal(object)
    failed = Signal(object)
    ended = Signal()
    _progressed = Signal(object, object, object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._order: Order | None = None  # that is being read or set
        self.job: Job | None = None
        self._next: tuple[Order, Read] | None = None  # waits for work that was given up
        self._progressed.connect(self._notify, Qt.ConnectionType.QueuedConnection)

    @property
    def order(self) -> Order | None:
        """What is being set just now."""
        return self._order

    def begin(self, order: Order) -> None:
        """Set an order in place of the one before."""
        self._cancel()
        self._order = order
        self.began.emit(self.tr("Reading the records"))
        desk = f"Aide-Mémoire · {self._session.name}"

        def job(reader: Reader) -> Read:
            def progress(done: int, total: int) -> None:
                self._progressed.emit(order, done, total)

            change = reader.last_change()
            sheets = _sheets(order, reader, desk, progress)
            return Read(sheets, used_by(sheets, order.request, reader, order.lens), change)

        self._session.print_reader.ask(_TOPIC, job, partial(self._set, order), self._refuse)

    def again(self, order: Order, read: Read) -> None:
        """Set what was read already, on another paper."""
        self._cancel()
        self._order = order
        self._set(order, read)

    def cancel(self) -> None:
        """Give up what is being set."""
        if self._order is not None:
            self._cancel()
            self._end()

    def close(self) -> None:
        """End everything, because the desk or the preview is about to close."""
        self._cancel()

    def _cancel(self) -> None:
        self._order = self._next = None
        self._session.print_reader.forget(_TOPIC)
        if self.job is not None:
            self.job.cancel()

    def _set(self, order: Order, read: Read) -> None:
        label = self.tr("Laying out {n} sheets").format(n=len(read.sheets))
        self.began.emit(label if len(read.sheets) > 1 else self.tr("Laying out the pages"))
        if self.job is not None:
            self._next = order, read  # Typst cannot be interrupted, and two of it are too much
            return
        self.job = job = Job(_TOPIC, partial(_typeset, read.sheets, order.paper))
        job.progressed.connect(partial(self._notify, order))
        job.succeeded.connect(partial(self._take, order, read))
        job.refused.connect(partial(self._refuse_set, order))
        job.failed.connect(partial(self._fail_set, order))
        job.finished.connect(self._set_next)
        job.start()

    def _take(self, order: Order, read: Read, answer: tuple[Printed, Pages]) -> None:
        self.job = None
        printed, pages = answer
        if order is self._order:
            self._end()
            _log.info("set %d sheets on %d pages", len(read.sheets), printed.pages)
            self.ready.emit(Ready(order, read, printed, pages))
        else:
            Job(_TOPIC, lambda _: pages.close()).start()  # of a long document it takes a while

    def _refuse_set(self, order: Order, refusal: DeskError) -> None:
        self.job = None
        if order is self._order:
            self._refuse(refusal)

    def _fail_set(self, order: Order, error: Exception) -> None:
        self.job = None
        if order is self._order:
            self._end()
            self.failed.emit(error)

    def _set_next(self) -> None:
        if self._next is not None and self.job is None:
            (order, read), self._next = self._next, None
            self._set(order, read)

    def _refuse(self, refusal: DeskError) -> None:
        self._end()
        if not isinstance(refusal, Stopped):
            self.refused.emit(refusal)

    def _end(self) -> None:
        self._order = None
        self.ended.emit()

    def _notify(self, order: Order, done: int, total: int) -> None:
        if order is self._order:
            self.advanced.emit(done, total)


def _sheets(order: Order, reader: Reader, desk: str, progress: Progress) -> list[Sheet]:
    """Return the sheets of what is asked, or what has changed since it was printed."""
    if order.request.printed:
        return [changes_sheet(order.request.printed, reader, order.lens, desk)]
    if order.request.is_today:
        return [today_sheet(reader, order.lens, desk)]
    if order.request.is_subject:
        return [subject_sheet(order.request.ids[0], reader, order.lens, desk, progress)]
    return sheets_of(order.request, reader, order.lens, desk, progress)


def _typeset(sheets: list[Sheet], paper: Paper, progress: Progress) -> tuple[Printed, Pages]:
    # Typesetting is loaded by the first print, not by the window.
    printed = typeset(sheets, paper, progress=progress)
    progress(len(sheets), len(sheets))
    return printed, Pages(printed.pdf)
