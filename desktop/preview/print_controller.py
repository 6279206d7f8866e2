"""From what is on show to the preview: the chosen records, the list of the tab, a search.

The window has one. The preview itself, and all that sets and draws pages, is loaded by the first
print.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer

from db import Query
from desktop.models.tab_kinds import TAB_KINDS
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from db import PrintedDocument
    from desktop.preview.preview_window import PreviewWindow
    from desktop.printing.print_request import PrintRequest
    from desktop.window.main_window import Window

_PREVIEW: Final = "desktop.preview.preview_window"


class PrintController(QObject):
    """Keeps the one preview of a window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.preview: PreviewWindow | None = None

    # what

    def print_shown(self) -> None:
        """Prints what is filtered in the timeline, else the chosen records."""
        view = self._window.view
        if view is not None and view.tab.kind == "event" and view.tab.list.chosen_count() < 2:
            self._print_lines("chronology", self.tr("Chronology"))
        else:
            self.print_records()

    def print_records(self) -> None:
        """Prints the chosen records, as they are saved, in one document."""
        view = self._window.view
        if view is None or not view.tab.pane.leave():
            return
        from desktop.printing.print_request import records_asked
        from desktop.printing.request_sheets import MOST_RECORDS

        count = view.tab.list.chosen_count()
        if count > MOST_RECORDS:
            says = self.tr("{n} records are too many for one document; choose {most} at most.")
            n, most = QLocale().toString(count), QLocale().toString(MOST_RECORDS)
            self._tell("info", says.format(n=n, most=most))
            return
        chosen = view.tab.list.chosen_ids()
        reading = view.tab.pane.reading
        if count < 2 and reading is not None:
            chosen, name = [reading.record.id], reading.record.title
        else:
            name = f"{self._tab_name()} ({count})"
        if not chosen:
            self._tell("info", self.tr("Choose a record first; then print it."))
        else:
            self.show(records_asked(name, view.tab.kind, chosen))

    def print_list(self) -> None:
        """Prints the list of the tab in front, with its filters named."""
        self._print_lines("list", self._tab_name())

    def print_query(self, title: str, kind: str, query: Query) -> None:
        """Prints what a query finds in a kind, as a saved search asks it."""
        from desktop.printing.print_request import query_asked

        session = self._window.session
        if session is not None:
            self.show(query_asked(title, kind, query, session.lens))

    def ask_printed(self) -> None:
        """Lists what was printed, and shows what has changed since, or the same once more."""
        from desktop.preview.print_history_dialog import PrintedDialog

        window = self._window
        if window.session is None:
            return
        dialog = PrintedDialog(window.session, self.preview or window)
        if window.ask.run(dialog) and dialog.asked is not None:
            self.show(dialog.asked)
        dialog.deleteLater()

    def show_changes(self, document: PrintedDocument) -> None:
        """Shows in the preview what has changed since a document was printed."""
        from desktop.printing.print_request import changes_asked

        self.show(changes_asked(document))

    def _print_lines(self, form: str, title: str) -> None:
        view = self._window.view
        if view is not None and view.tab.pane.leave():
            from desktop.printing.print_request import list_asked

            self.show(list_asked(title, view.tab.list.model.question, form))

    def _tab_name(self) -> str:
        view = self._window.view
        kind = next(kind for kind in TAB_KINDS if view is not None and kind.kind == view.tab.kind)
        return QCoreApplication.translate("Tabs", kind.name)

    # where

    def show(self, asked: PrintRequest) -> None:
        """Shows in the preview what is asked."""
        session = self._window.session
        if session is None:
            return
        if _PREVIEW in sys.modules:
            self._show(asked)
        else:
            # A tenth of a second of loading, which the window does not stand still for.
            session.side_lane.ask(
                "preview",
                lambda _: import_module(_PREVIEW),
                lambda _: self._show(asked),
                lambda refusal: self._tell("error", str(refusal)),
            )

    def _show(self, asked: PrintRequest) -> None:
        if self.preview is None:
            from desktop.preview.preview_window import PreviewWindow

            self.preview = PreviewWindow(self._window)
            self.preview.failed.connect(self._window.failed)
            # To make a window and to paint it would be more than a frame: it is painted next.
            QTimer.singleShot(0, self.preview, partial(self._present, asked))
        else:
            self._present(asked)

    def _present(self, asked: PrintRequest) -> None:
        preview = self.preview
        if preview is not None:
            preview.show()
            preview.ask(asked)
            preview.raise_()
            preview.activateWindow()

    def forget_preview(self) -> None:
        """The preview is closed; the next print makes another."""
        preview, self.preview = self.preview, None
        if preview is not None:
            preview.end()

    def close(self) -> None:
        """Closes the preview, because the desk is about to close."""
        self.forget_preview()

    def _tell(self, kind: str, text: str) -> None:
        self._window.tell(Notice(kind, text))
