"""Importing files from the window: which files, the preview, the work and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from db import DeskError, Stopped
from desktop.importing.import_choice import take_in
from desktop.importing.import_report_dialog import ImportReportDialog
from desktop.importing.import_words import done_text
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db import Change, ImportReport
    from desktop.dialogs.ask import Ask
    from desktop.importing.import_choice import ImportChoice
    from desktop.session.session import Session


def dropped_paths(mime: QMimeData) -> list[Path]:
    """Return the files of this machine that are being dragged."""
    urls = [url for url in mime.urls() if url.isLocalFile()]
    return [path for url in urls if (path := Path(url.toLocalFile())).is_file()]


class ImportController(QObject):
    """Follow the open desk with `show_session`. `noticed` gives a `Notice`, `work_started` the
    `Job` of an import, `revert_wanted` the change of one that is to be undone.
    """

    noticed = Signal(object)
    work_started = Signal(object)
    revert_wanted = Signal(object)

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask = ask
        self._parent = parent
        self._session: Session | None = None
        self._report: ImportReport | None = None

    def show_session(self, session: Session | None) -> None:
        """Import into another desk from now on; None: there is none."""
        self._session = session

    def ask_for_files(self) -> None:
        """Ask for files and show what would come of them."""
        if not self._may_import():
            return
        kinds = self.tr(
            "Tables, contacts and more (*.csv *.tsv *.txt *.tab *.xlsx *.ods *.vcf *.vcard *.json"
            " *.jsonl *.ics *.zip);;All files (*)"
        )
        paths = self._ask.open_paths(self._parent, self.tr("Import files"), kinds)
        if paths:
            self.offer(paths)

    def offer_files(self, paths: Sequence[Path]) -> None:
        """Offer files to import that were dropped on the window."""
        if paths and self._may_import():
            self.offer(paths)

    def offer(self, paths: Sequence[Path]) -> None:
        """Show what would come of the files, and import them when that is accepted."""
        if self._session is None:
            return
        # With all that reads files, which a window that opens does without.
        from desktop.importing.import_dialog import ImportDialog

        dialog = ImportDialog(self._session, paths, self._ask, self._parent)
        try:
            accepted = self._ask.run(dialog)
            choice = dialog.choice
        finally:
            dialog.stop()
            dialog.deleteLater()
        if accepted:
            self._begin(choice)

    def show_report(self) -> None:
        """Show the rows that the last import refused or remarks on."""
        if self._report is None:
            return
        dialog = ImportReportDialog(self._report, self._ask, self._parent)
        self._ask.run(dialog)
        dialog.deleteLater()

    def _may_import(self) -> bool:
        session = self._session
        if session is None:
            says = self.tr("Open a desk first; then files can be imported into it.")
        elif session.is_read_only:
            says = self.tr("This desk is open read-only, so nothing can be imported.")
            if session.holder:
                says = self.tr(
                    "This desk is held by {holder}, so nothing can be imported here."
                ).format(holder=session.holder)
        elif session.job is not None:
            says = self.tr("{what} is still running; import more when it has ended.").format(
                what=session.job.label
            )
        else:
            return True
        self.noticed.emit(Notice("warn", says))
        return False

    def _begin(self, choice: ImportChoice) -> None:
        session = self._session
        if session is None:
            return
        names = ", ".join(path.name for path in choice.paths)
        what = self.tr("Importing {names}").format(names=names)
        job = partial(take_in, choice, session.lens)
        try:
            work = session.start(what, job, self._finish, self._refuse)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.work_started.emit(work)

    def _finish(self, report: ImportReport, change: Change | None) -> None:
        self._report = report
        has_faults = bool(report.rejected or report.flagged)
        self.noticed.emit(
            Notice(
                "warn" if report.rejected else "done",
                done_text(report),
                self.tr("Undo") if change is not None else "",
                partial(self.revert_wanted.emit, change) if change is not None else None,
                self.tr("Report…") if has_faults else "",
                self.show_report if has_faults else None,
            )
        )

    def _refuse(self, refusal: DeskError) -> None:
        if isinstance(refusal, Stopped):
            says = self.tr("The import was stopped; the desk is as it was.")
            self.noticed.emit(Notice("info", says))
        else:
            self.noticed.emit(Notice("error", str(refusal)))
