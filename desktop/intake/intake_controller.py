"""Intake from the window: the dialog with a text, taking in what was chosen, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.file_work.file_controller import FileController
from desktop.intake.intake_dialog import IntakeDialog
from desktop.intake.intake_jobs import take_in
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from db import Change


class IntakeController(FileController):
    """Opens the dialog, and writes what is taken when it is accepted."""

    def ask_for_text(self, paths: Sequence[Path] = ()) -> None:
        """Open the dialog, with the text of a file where one is given."""
        session = self._session
        if session is None or not self._may_write():
            return
        dialog = IntakeDialog(session, self._ask, self._parent)
        for path in paths[:1]:
            dialog.open_file(path)
        if self._is_accepted(dialog):
            choice = dialog.choice
            finish = partial(self._finish, len(choice.rows))
            self._start(self.tr("Intake"), partial(take_in, choice), finish)

    def _may_write(self) -> bool:
        session = self._session
        if session is None or session.job is None:
            return session is not None
        says = self.tr("{what} is still running; take texts in when it has ended.")
        self.noticed.emit(Notice("warn", says.format(what=session.job.label)))
        return False

    def _finish(self, count: int, written: Change | None, change: Change | None) -> None:
        if written is None and change is None:
            self._tell("info", self.tr("The desk knows all of this text already."), None)
            return
        says = self.tr("Taken in from the text: {n} proposals.").format(n=f"{count:,}")
        self._tell("done", says, change)

    def _stopped_text(self) -> str:
        return self.tr("The intake was stopped; the desk is as it was.")
