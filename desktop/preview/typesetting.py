"""From what is asked to the pages: read in a lane of its own, set on a thread, the newest wins.

The preview has one. Neither step is waited for: what is given up is let fall when it is done.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from db import DeskError, Lens, Reader, Stopped
from desktop.background.long_work import Advance, LongWork, quiet
from desktop.preview.pages.pdf_pages import Pages
from desktop.printing.print_request import PrintRequest
from desktop.printing.referenced_records import used_by
from desktop.printing.request_sheets import sheets_of
from desktop.session.session import Session

if TYPE_CHECKING:
    from desktop.paper.content.blocks import Sheet
    from desktop.paper.typst.typeset import Paper, Printed

_TOPIC: Final = "print"
_running: Final[set[LongWork]] = set()  # an emitter must outlive its thread, a preview need not


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be set: what was asked, through which lens, on which paper."""

    asked: PrintRequest
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
    _told = Signal(object, object, object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._order: Order | None = None  # that is being read or set
        self._work: LongWork | None = None
        self._last: LongWork | None = None  # kept while its last signal is given
        self._next: tuple[Order, Read] | None = None  # waits for work that was given up
        self._told.connect(self._sweep, Qt.ConnectionType.QueuedConnection)

    @property
    def order(self) -> Order | None:
        """What is being set just now."""
        return self._order

    def begin(self, order: Order) -> None:
        """Sets an order in place of the one before."""
        self._give_up()
        self._order = order
        self.began.emit(self.tr("Reading what is printed"))
        desk = f"Aide-Mémoire · {self._session.name}"

        def job(reader: Reader) -> Read:
            def advance(done: int, total: int) -> None:
                self._told.emit(order, done, total)

            with quiet:
                change = reader.last_change()
                sheets = _sheets(order, reader, desk, advance)
                return Read(sheets, used_by(sheets, order.asked, reader, order.lens), change)

        self._session.side_lane.ask(_TOPIC, job, partial(self._set, order), self._refuse)

    def again(self, order: Order, read: Read) -> None:
        """Sets what was read already, on another paper."""
        self._give_up()
        self._order = order
        self._set(order, read)

    def cancel(self) -> None:
        """Gives up what is being set."""
        if self._order is not None:
            self._give_up()
            self._end()

    def close(self) -> None:
        """Ends everything, because the desk or the preview is about to close."""
        self._give_up()

    def _give_up(self) -> None:
        self._order = self._next = None
        self._session.side_lane.forget(_TOPIC)
        if self._work is not None:
            self._work.cancel()

    def _set(self, order: Order, read: Read) -> None:
        said = self.tr("Setting {n} sheets").format(n=len(read.sheets))
        self.began.emit(said if len(read.sheets) > 1 else self.tr("Setting the pages"))
        if self._work is not None:
            self._next = order, read  # Typst cannot be interrupted, and two of it are too much
            return
        work = LongWork(_TOPIC, partial(_typeset, read.sheets, order.paper))
        _running.add(work)
        work.advanced.connect(partial(self._tell, order))
        work.ended.connect(partial(self._take, order, read))
        work.ended.connect(lambda _: _running.discard(work))
        self._work = work
        work.begin()

    def _take(self, order: Order, read: Read, answer: Any) -> None:
        self._last, self._work = self._work, None
        if order is not self._order:
            _let_fall(answer)
            if self._next is not None:
                (order, read), self._next = self._next, None
                self._set(order, read)
        elif isinstance(answer, DeskError):
            self._refuse(answer)
        elif isinstance(answer, Exception):
            self._end()
            self.failed.emit(answer)
        else:
            printed, pages = answer
            self._end()
            self.ready.emit(Ready(order, read, printed, pages))

    def _refuse(self, refusal: DeskError) -> None:
        self._end()
        if not isinstance(refusal, Stopped):
            self.refused.emit(refusal)

    def _end(self) -> None:
        self._order = None
        self.ended.emit()

    def _sweep(self, order: Order, done: int, total: int) -> None:
        quiet.sweep()
        self._tell(order, done, total)

    def _tell(self, order: Order, done: int, total: int) -> None:
        if order is self._order:
            self.advanced.emit(done, total)


def _sheets(order: Order, reader: Reader, desk: str, advance: Advance) -> list[Sheet]:
    """The sheets of what is asked, or what has changed since it was printed."""
    if order.asked.printed:
        from desktop.printing.changes_sheet import changes_sheet

        return [changes_sheet(order.asked.printed, reader, order.lens, desk)]
    return sheets_of(order.asked, reader, order.lens, desk, advance)


def _typeset(sheets: list[Sheet], paper: Paper, advance: Advance) -> tuple[Printed, Pages]:
    # Typesetting is loaded by the first print, not by the window.
    from desktop.paper.typst.typeset import typeset

    printed = typeset(sheets, paper, advance=advance)
    advance(len(sheets), len(sheets))
    return printed, Pages(printed.pdf)


def _let_fall(answer: Any) -> None:
    """Gives back the memory of a document that nobody wants any more; of a long one beside."""
    if isinstance(answer, tuple):
        threading.Thread(target=answer[1].close, name="letting fall", daemon=True).start()
