"""Remembers what was printed, and tells of the time before when the same is shown again.

The preview has one; what is handed out comes here, and the desk keeps it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from db import DeskError, PrintedDocument, Reader, marking_level
from desktop.dialogs.history_dialog import local_time
from desktop.preview.typesetting import Ready
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from desktop.preview.preview_window import PreviewWindow

_TOPIC = "printed before"


def document_of(ready: Ready) -> PrintedDocument:
    """A document that is set, as the desk remembers it."""
    asked, sheets = ready.order.asked, ready.read.sheets
    return PrintedDocument(
        asked.name,
        asked.form,
        ready.order.lens,
        max((marking_level(sheet.marking or "0") for sheet in sheets), default=0),
        ready.read.change,
        asked.packed(),
        ready.read.used,
    )


class Remembering(QObject):
    """Keeps documents on the desk; a sheet of changes is not one."""

    def __init__(self, preview: PreviewWindow) -> None:
        super().__init__(preview)
        self._preview = preview
        preview.out.handed.connect(self._keep)
        preview.shown.connect(self._look)

    def _keep(self, ready: Ready) -> None:
        if ready.order.asked.printed:
            return
        try:
            self._preview.session.keep_printed(document_of(ready))
        except DeskError as refusal:
            said = self.tr("{done} The desk could not remember it: {why}")
            self._preview.tell(Notice("warn", said.format(done=self._preview.told(), why=refusal)))

    def _look(self) -> None:
        """Asks whether the same was printed before, and whether anything has changed since."""
        ready = self._preview.ready
        if ready is None or ready.order.asked.printed:
            return
        asked, lens = ready.order.asked.packed(), ready.order.lens

        def job(reader: Reader) -> tuple[PrintedDocument, int] | None:
            document = reader.last_printed(asked, lens)
            if document is None:
                return None
            return document, len(reader.changed_since(document, lens)[0])

        self._preview.session.side_lane.ask(_TOPIC, job, self._tell, lambda _: None)

    def _tell(self, found: tuple[PrintedDocument, int] | None) -> None:
        preview = self._preview
        if found is None or preview.isHidden() or not preview.message.isHidden():
            return
        document, changed = found
        said = self.tr("Printed before, {when}.").format(when=local_time(document.time))
        if changed == 0:
            self._preview.tell(Notice("info", said))
            return
        count = QLocale().toString(changed)
        more = self.tr("{n} of its records were changed since.").format(n=count)
        if changed == 1:
            more = self.tr("One of its records was changed since.")
        action, show = self.tr("What has changed"), partial(self._preview.show_changes, document)
        self._preview.tell(Notice("info", f"{said} {more}", action, show))

    def close(self) -> None:
        """Asks nothing more, because the preview is about to close."""
        self._preview.session.side_lane.forget(_TOPIC)
