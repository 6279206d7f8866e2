"""Importing files from the window: which files, the preview, the work and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from desktop.file_work.file_controller import FileController
from desktop.importing.import_choice import take_in
from desktop.importing.import_report_dialog import ImportReportDialog
from desktop.importing.import_words import done_text
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db import Change, ImportReport
    from desktop.dialogs.ask import Ask


def dropped_paths(mime: QMimeData) -> list[Path]:
    """Return the files of this machine that are being dragged."""
    urls = [url for url in mime.urls() if url.isLocalFile()]
    return [path for url in urls if (path := Path(url.toLocalFile())).is_file()]


class ImportController(FileController):
    """Asks for files, and imports them when the preview is accepted."""

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(ask, parent)
        self._report: ImportReport | None = None

    def ask_for_files(self) -> None:
        """Ask for files and show what would come of them."""
        if not self._may_import():
            return
        kinds = self.tr(
            "Tables, contacts and more (*.csv *.tsv *.txt *.tab *.xlsx *.xls *.ods *.vcf *.vcard"
            " *.json *.jsonl *.ics *.zip);;All files (*)"
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
        if self._is_accepted(dialog):
            names = ", ".join(path.name for path in paths)
            what = self.tr("Importing {names}").format(names=names)
            self._start(what, partial(take_in, dialog.choice), self._finish)

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

    def _finish(self, report: ImportReport, change: Change | None) -> None:
        self._report = report
        has_faults = bool(report.rejected or report.flagged)
        self._tell(
            "warn" if report.rejected else "done",
            done_text(report),
            change,
            self.tr("Report…") if has_faults else "",
            self.show_report if has_faults else None,
        )

    def _stopped_text(self) -> str:
        return self.tr("The import was stopped; the desk is as it was.")
