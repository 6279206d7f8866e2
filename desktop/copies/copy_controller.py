"""Copies of the open desk from the window: by the plan, where the officer wants one, older ones.

`window_actions` makes it once it is needed. A copy of the plan is made beside the window and told
in the status bar; one that cannot be made is told and holds up nothing.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Signal

from db import DeskError, FileMoved, Stopped, failure_text
from desktop.copies.copy_jobs import bring_records_back
from desktop.copies.older_copy_dialog import OlderCopyDialog
from desktop.file_work.file_controller import FileController
from desktop.paper.content.file_names import file_name_for
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from db import BroughtBack, Change, CopyFile


class CopyController(FileController):
    """`mentioned` gives a sentence for the status bar."""

    mentioned = Signal(str)

    # by the plan

    def keep_if_due(self) -> None:
        """Make a copy of the plan, unless the last is young enough or something is copied now."""
        session = self._session
        if session is None or session.copying.job is not None:
            return
        job = session.copying.start_keeping(self.tr("Keeping a copy of the desk"))
        job.succeeded.connect(self._tell_copy)
        job.refused.connect(self._tell_failure)
        job.failed.connect(session.failed)

    def _tell_copy(self, copy: CopyFile | None) -> None:
        if copy is not None:
            text = self.tr("A copy of the desk was kept in {folder}.")
            self.mentioned.emit(text.format(folder=copy.path.parent))

    def _tell_failure(self, refusal: DeskError) -> None:
        if not isinstance(refusal, Stopped | FileMoved):  # the window tells of a file that has gone
            self.noticed.emit(Notice("warn", failure_text(refusal)))

    # where the officer wants one

    def ask_for_copy(self) -> None:
        """Ask for a new file and save a copy in it, while the window goes on."""
        session = self._session
        if session is None:
            return
        today = QDate.currentDate().toString("yyyy-MM-dd")
        name = file_name_for(f"{session.name} {today}", ".desk")
        kinds = self.tr("Desks (*.desk)")
        path = self._ask.save_path(self._parent, self.tr("Save a copy of the desk"), name, kinds)
        if path is None:
            return
        what = self.tr("Saving a copy as {name}").format(name=path.name)
        job = session.copying.start_saving(what, path)
        job.succeeded.connect(partial(self._tell_saving, path))
        job.refused.connect(self._refuse_copy)
        job.failed.connect(session.failed)
        self.work_started.emit(job)

    def _tell_saving(self, path: Path, _answer: object) -> None:
        if self._session is not None:
            try:
                self._session.copying.note_place(path)
            except DeskError as refusal:
                self.noticed.emit(Notice("warn", str(refusal)))
                return
        text = self.tr("A whole copy of the desk is saved as {name}.").format(name=path.name)
        self.noticed.emit(Notice("done", text))

    def _refuse_copy(self, refusal: DeskError) -> None:
        if isinstance(refusal, Stopped):
            self.noticed.emit(Notice("info", self.tr("No copy was saved; nothing of it is left.")))
        else:
            self.noticed.emit(Notice("error", str(refusal)))

    # older ones

    def show_older(self) -> None:
        """Show the older copies, and bring back the records that are ticked."""
        session = self._session
        if session is None:
            return
        if session.job is not None:
            says = self.tr("{what} is still running; look at older copies when it has ended.")
            self.noticed.emit(Notice("warn", says.format(what=session.job.label)))
            return
        dialog = OlderCopyDialog(session, self._ask, self._parent)
        if self._is_accepted(dialog):
            what = self.tr("Bringing records back")
            self._start(what, partial(bring_records_back, dialog.choice), self._finish)

    def _finish(self, done: BroughtBack, change: Change | None) -> None:
        count = QLocale().toString(done.added + done.updated)
        text = self.tr("Records brought back: {n}.").format(n=count)
        if done.with_others:
            others = self.tr("{n} of them because the others name them.")
            text += " " + others.format(n=QLocale().toString(done.with_others))
        for title, why in list(done.refused.items())[:1]:
            stays = self.tr("“{title}” stays as it is: {why}")
            text += " " + stays.format(title=title, why=why)
        self._tell("warn" if done.refused else "done", text, change)

    def _stopped_text(self) -> str:
        return self.tr("Nothing was brought back; the desk is as it was.")
