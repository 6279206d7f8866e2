"""Remembers what was printed, and tells of the time before when the same is shown again.

The preview has one; what is handed out comes here, and the desk keeps it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from db import DeskError, PrintedDocument, Reader, local_time, marking_level
from desktop.preview.typesetting import Ready
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from desktop.session.session import Session

_TOPIC = "printed before"


def document_of(ready: Ready) -> PrintedDocument:
    """Return a document that is set, as the desk remembers it."""
    request, sheets = ready.order.request, ready.read.sheets
    return PrintedDocument(
        request.name,
        request.form,
        ready.order.lens,
        max((marking_level(sheet.marking or "0") for sheet in sheets), default=0),
        ready.read.change,
        request.to_values(),
        ready.read.used,
    )


class PrintRecorder(QObject):
    """Keep documents on the desk; a sheet of changes is not one.

    `noticed` gives a `Notice`, `seen_before` one of the time before, which gives way to any other;
    `changes_wanted` gives the printed document whose changes are to be shown.
    """

    noticed = Signal(object)
    seen_before = Signal(object)
    changes_wanted = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def keep(self, ready: Ready, done: str) -> None:
        """Remember a document that is on paper or in a file now; `done` is what was said of it."""
        if ready.order.request.is_alone:
            return
        try:
            self._session.save_printed_document(document_of(ready))
        except DeskError as refusal:
            text = self.tr("{done} It is not in the print history: {why}")
            self.noticed.emit(Notice("warn", text.format(done=done, why=refusal)))

    def look(self, ready: Ready) -> None:
        """Ask whether the same was printed before, and whether anything has changed since."""
        if ready.order.request.is_alone:
            return
        values, lens = ready.order.request.to_values(), ready.order.lens

        def job(reader: Reader) -> tuple[PrintedDocument, int] | None:
            document = reader.last_printed_document(values, lens)
            if document is None:
                return None
            return document, len(reader.changed_since(document, lens)[0])

        self._session.print_reader.ask(_TOPIC, job, self._report_earlier, lambda _: None)

    def _report_earlier(self, found: tuple[PrintedDocument, int] | None) -> None:
        if found is None:
            return
        document, changed = found
        text = self.tr("Printed before, {when}.").format(when=local_time(document.time))
        if changed == 0:
            self.seen_before.emit(Notice("info", text))
            return
        count = QLocale().toString(changed)
        more = self.tr("{n} of its records were changed since.").format(n=count)
        if changed == 1:
            more = self.tr("One of its records was changed since.")
        show = partial(self.changes_wanted.emit, document)
        what = self.tr("Changes since printing")
        self.seen_before.emit(Notice("info", f"{text} {more}", what, show))

    def close(self) -> None:
        """Ask nothing more, because the preview is about to close."""
        self._session.print_reader.forget(_TOPIC)
