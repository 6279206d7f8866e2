"""From what is on show to the preview: the chosen records, the list of the tab, a search.

The window has one. The preview itself, and all that sets and draws pages, is loaded by the first
print.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from db import Query
from desktop.background.delay import defer
from desktop.models.tab_kinds import TAB_KINDS
from desktop.printing.print_request import (
    MAX_RECORD_SHEETS,
    PrintRequest,
    changes_request,
    chronology_request,
    diplomatic_request,
    first_form,
    list_print_request,
    query_request,
    records_request,
    subject_request,
    title_of_list,
)
from desktop.widgets.message import RECORD, Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db import PrintedDocument, Reader, Record
    from desktop.dialogs.ask import Ask
    from desktop.models.shown_records import ShownRecords
    from desktop.preview.preview_window import PreviewWindow
    from desktop.session.session import Session
    from desktop.settings import Settings

_PREVIEW: Final = "desktop.preview.preview_window"


class PrintController(QObject):
    """Keep the one preview of a window, and follow the open desk with `show_session`.

    `records_on_show` says what is on show; None: a form with an error does not let go of it.
    `noticed` gives a `Notice`, `failed` a bug.
    """

    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        ask: Ask,
        records_on_show: Callable[[], ShownRecords | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._ask = ask
        self._records_on_show = records_on_show
        self._parent = parent
        self._session: Session | None = None
        self.preview: PreviewWindow | None = None

    def show_session(self, session: Session | None) -> None:
        """Print of another desk from now on; None closes the preview."""
        self.forget_preview()
        self._session = session

    # what

    def print_records(self) -> None:
        """Print the record on show, or the chosen ones, as they are saved, in one document."""
        records = self._records_on_show()
        if records is None or self._session is None:
            return
        if records.chosen > MAX_RECORD_SHEETS:
            says = self.tr("{n} records are too many for one document; choose {most} at most.")
            n, most = QLocale().toString(records.chosen), QLocale().toString(MAX_RECORD_SHEETS)
            self._notify("info", says.format(n=n, most=most))
            return
        ids = records.ids()
        if not ids:
            says = self.tr("Choose a record first; then print it.")
            self.noticed.emit(Notice("info", says, until=RECORD))
            return
        record = records.record
        name = f"{_tab_name(records.kind)} ({records.chosen})" if record is None else record.title
        request = records_request(name, records.kind, ids)
        if record is not None:
            request = replace(request, form=first_form(record, self._session.lens.as_of))
        self.show(request)

    def print_record(self, record: Record) -> None:
        """Print one record in the form of its kind."""
        self.show(records_request(record.title, record.KIND, [record.id]))

    def print_subject(self, record: Record) -> None:
        """Show all that is held on a record, to be printed or saved."""
        title = self.tr("All we hold on {title}").format(title=record.title)
        self.show(subject_request(title, record.KIND, record.id))

    def print_list(self) -> None:
        """Print the list of the tab in front, called by its filters; of events as chronology."""
        records = self._records_on_show()
        if records is not None:
            is_dated = records.kind == "event"
            name = self.tr("Chronology") if is_dated else _tab_name(records.kind)
            title = title_of_list(name, records.question.query)
            form = "chronology" if is_dated else "list"
            self.show(list_print_request(title, records.question, form))

    def print_today(self) -> None:
        """Print what is coming, due and overdue on the day that is seen."""
        if self._session is not None:
            self.show(PrintRequest(self.tr("Today"), "event", "", is_today=True))

    def ask_diplomatic_list(self) -> None:
        """Ask to which state the missions are to be printed, and show them."""
        from desktop.preview.diplomatic_dialog import DiplomaticDialog, receiving_states

        records, session = self._records_on_show(), self._session
        if records is None or session is None:
            return
        states = receiving_states(session.reader, session.lens)
        if not states:
            says = self.tr(
                "No head of mission is accredited to a state on this desk; import accreditations "
                "or add them to people."
            )
            self._notify("info", says)
            return
        country = records.record.country if records.record is not None else ""
        dialog = DiplomaticDialog(states, country, self._parent)
        if self._ask.run(dialog):
            self.show(diplomatic_request(states[dialog.state()], dialog.state()))
        dialog.deleteLater()

    def ask_chronology(self) -> None:
        """Ask whose chronology is to be printed, from when to when, and show it."""
        from desktop.dialogs.chronology_dialog import ChronologyDialog

        records, session = self._records_on_show(), self._session
        if records is None or session is None:
            return
        dialog = ChronologyDialog(session, records.record, self._parent)
        if self._ask.run(dialog):
            title, lens = self.tr("Chronology"), session.lens
            record, country, span = dialog.record(), dialog.country(), dialog.span()
            self.show(chronology_request(title, lens, record=record, country=country, span=span))
        dialog.deleteLater()

    def print_query(self, title: str, kind: str, query: Query) -> None:
        """Print what a query finds in a kind, as a saved search asks it."""
        if self._session is not None:
            self.show(query_request(title, kind, query, self._session.lens))

    def ask_print_history(self) -> None:
        """List what was printed, and show what has changed since, or the same once more."""
        from desktop.preview.print_history_dialog import PrintedDialog

        if self._session is None:
            return
        dialog = PrintedDialog(self._session, self.preview or self._parent)
        if self._ask.run(dialog) and dialog.request is not None:
            self.show(dialog.request)
        dialog.deleteLater()

    def show_changes(self, document: PrintedDocument) -> None:
        """Show in the preview what has changed since a document was printed."""
        self.show(changes_request(document))

    # where

    def show(self, request: PrintRequest) -> None:
        """Show in the preview what is asked."""
        session = self._session
        if session is None:
            return
        if _PREVIEW in sys.modules:
            self._show(request)
        else:
            # A tenth of a second of loading, which the window does not stand still for.
            session.print_reader.ask(
                "preview",
                load_preview,
                lambda _: self._show(request),
                lambda refusal: self._notify("error", str(refusal)),
            )

    def _show(self, request: PrintRequest) -> None:
        if self._session is None:
            return
        if self.preview is None:
            from desktop.preview.preview_window import PreviewWindow

            window = PreviewWindow(self._session, self._settings, self._ask, self._parent)
            window.failed.connect(self.failed)
            window.noticed.connect(self.noticed)
            window.history_wanted.connect(self.ask_print_history)
            window.changes_wanted.connect(self.show_changes)
            window.closed.connect(self.forget_preview)
            self.preview = window
            # To make a window and to paint it would be more than a frame: it is painted next.
            defer(partial(self._present, request), window)
        else:
            self._present(request)

    def _present(self, request: PrintRequest) -> None:
        preview = self.preview
        if preview is not None:
            preview.show()
            preview.ask(request)
            preview.raise_()
            preview.activateWindow()

    def forget_preview(self) -> None:
        """Forget the preview, which is closed; the next print makes another."""
        preview, self.preview = self.preview, None
        if preview is not None:
            preview.end()

    def _notify(self, kind: str, text: str) -> None:
        self.noticed.emit(Notice(kind, text))


def _tab_name(kind: str) -> str:
    name = next(each.name for each in TAB_KINDS if each.kind == kind)
    return QCoreApplication.translate("Tabs", name)


def load_preview(_reader: Reader) -> None:
    """Load what the preview needs, on the thread that asks it."""
    import desktop.preview.preview_window  # noqa: F401
