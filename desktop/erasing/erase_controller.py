"""Erasing from the window: who names the record, the work, what came of it, the certificate."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal

from db import DeskError
from desktop.background.delay import defer
from desktop.erasing.erase_dialog import EraseDialog
from desktop.erasing.erase_jobs import run_erasing, write_certificate
from desktop.file_work.file_controller import FileController
from desktop.paper.content.file_names import file_name_for
from desktop.settings import PAPER
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from db import Change, Erasure, Record
    from desktop.dialogs.ask import Ask
    from desktop.settings import Settings


class EraseController(FileController):
    """`erased` says that a record is gone for good, so that nothing remembers it."""

    erased = Signal()

    def __init__(self, ask: Ask, settings: Settings, parent: QWidget) -> None:
        super().__init__(ask, parent)
        self._settings = settings

    def offer(self, record: Record) -> None:
        """Show who names a record, and erase it when that is accepted."""
        session = self._session
        if session is None:
            return
        if session.job is not None:
            says = self.tr("{what} is still running; erase when it has ended.")
            self.noticed.emit(Notice("warn", says.format(what=session.job.label)))
            return
        dialog = EraseDialog(session, record.uid, record.title, self._parent)
        if not self._is_accepted(dialog):
            return
        job = partial(run_erasing, record.uid, dialog.with_copies, session.lens)
        label = self.tr("Erasing a record")
        try:
            work = session.start_without_undo(label, job, self._finish, self._refuse)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.work_started.emit(work)

    def _finish(self, done: Erasure, _change: Change | None) -> None:
        session = self._session
        if session is None:
            return
        self.erased.emit()
        defer(partial(self._write_anew, done), self)  # when the job before has ended

    def _write_anew(self, done: Erasure) -> None:
        session = self._session
        if session is None:
            return
        if session.job is not None:
            says = self.tr("{what} is running; it is taken up when the desk is next opened.")
            self._tell_erasure(done, says.format(what=session.job.label))
            return
        label = self.tr("Writing the file anew, without the erased record")
        tell = partial(self._tell_erasure, done)
        self.work_started.emit(session.replacing.compact(label, tell, self._refuse))

    def _tell_erasure(self, done: Erasure, why_not: str) -> None:
        done.why_not_compact = why_not
        text = self.tr("A record was erased for good.")
        if done.copies:
            left = self.tr("Known copies that still have it: {n}.")
            text += " " + left.format(n=QLocale().toString(len(done.copies)))
        if done.why_not_compact:
            why = self.tr("The file was not written anew: {why}")
            text += " " + why.format(why=done.why_not_compact)
        kind = "warn" if done.copies or done.why_not_compact else "done"
        save = partial(self._save_certificate, done)
        self.noticed.emit(Notice(kind, text, self.tr("Save the certificate…"), save))

    def _save_certificate(self, done: Erasure) -> None:
        session = self._session
        if session is None:
            return
        name = file_name_for(self.tr("Certificate of erasure"), ".pdf")
        kinds = self.tr("PDF (*.pdf);;Word (*.docx);;Web page (*.html)")
        path = self._ask.save_path(self._parent, self.tr("Save the certificate"), name, kinds)
        if path is None:
            return
        desk = f"Aide-Mémoire · {session.name}"
        write = partial(write_certificate, done, desk, path, self._settings.get(PAPER))
        job = session.start_reading(self.tr("Writing the certificate"), write)
        job.succeeded.connect(self._tell_saving)
        job.refused.connect(self._refuse)

    def _tell_saving(self, path: Path) -> None:
        text = self.tr("The certificate is saved as {name}.").format(name=path.name)
        self.noticed.emit(Notice("done", text))

    def _stopped_text(self) -> str:
        return self.tr("Nothing was erased; the desk is as it was.")
