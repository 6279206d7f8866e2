"""Importing files from the window: which files, the preview, the work and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject

from db import DeskError, Stopped
from desktop.importing.import_choice import take_in
from desktop.importing.import_words import done_text
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from db import Change, ImportReport
    from desktop.importing.import_choice import ImportChoice
    from desktop.window.main_window import Window

DESK = ".desk"


def dropped_paths(mime: QMimeData) -> list[Path]:
    """The files of this machine that are being dragged."""
    urls = [url for url in mime.urls() if url.isLocalFile()]
    return [path for url in urls if (path := Path(url.toLocalFile())).is_file()]


class ImportController(QObject):
    """Belongs to one window and acts on it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._report: ImportReport | None = None

    def ask_for_files(self) -> None:
        """Asks for files and shows what would come of them."""
        if not self._may_import():
            return
        window = self._window
        kinds = self.tr(
            "Tables and Popolo (*.csv *.tsv *.txt *.tab *.xlsx *.ods *.json);;All files (*)"
        )
        paths = window.ask.open_paths(window, self.tr("Import files"), kinds)
        if paths:
            self.offer(paths)

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """A desk that is dropped on the window is opened, any other files are offered to import."""
        if len(paths) == 1 and paths[0].suffix.casefold() == DESK:
            self._window.opening.open_path(paths[0])
        elif paths and self._may_import():
            self.offer(paths)

    def offer(self, paths: Sequence[Path]) -> None:
        """Shows what would come of the files, and imports them when that is accepted."""
        from desktop.importing.import_dialog import ImportDialog

        window = self._window
        if window.session is None:
            return
        dialog = ImportDialog(window.session, paths, window.ask, window)
        try:
            accepted = window.ask.run(dialog)
            choice = dialog.choice
        finally:
            dialog.stop()
            dialog.deleteLater()
        if accepted:
            self._begin(choice)

    def show_report(self) -> None:
        """Shows the rows that the last import refused or remarks on."""
        from desktop.importing.import_report_dialog import ImportReportDialog

        if self._report is None:
            return
        dialog = ImportReportDialog(self._report, self._window.ask, self._window)
        self._window.ask.run(dialog)
        dialog.deleteLater()

    def _may_import(self) -> bool:
        session = self._window.session
        if session is None:
            says = self.tr("Open a desk first; then files can be imported into it.")
        elif session.is_read_only:
            says = self.tr("This desk is open for reading only, so nothing can be imported.")
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
        self._window.tell(Notice("warn", says))
        return False

    def _begin(self, choice: ImportChoice) -> None:
        window, session = self._window, self._window.session
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
        window.message.dismiss()
        window.follow(work)

    def _finish(self, report: ImportReport, change: Change | None) -> None:
        window = self._window
        self._report = report
        has_faults = bool(report.rejected or report.flagged)
        window.tell(
            Notice(
                "warn" if report.rejected else "done",
                done_text(report),
                self.tr("Undo") if change is not None else "",
                partial(self._undo, change) if change is not None else None,
                self.tr("Report…") if has_faults else "",
                self.show_report if has_faults else None,
            )
        )

    def _undo(self, change: Change) -> None:
        if self._window.view is not None:
            self._window.view.undoing.revert_if_last(change)

    def _refuse(self, refusal: DeskError) -> None:
        if isinstance(refusal, Stopped):
            says = self.tr("The import was stopped; the desk is as it was.")
            self._window.tell(Notice("info", says))
        else:
            self._window.tell(Notice("error", str(refusal)))
