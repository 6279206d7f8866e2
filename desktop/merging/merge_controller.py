"""Merging from the window: which file, the preview, the work and what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db import DeskError, Stopped
from desktop.merging.merge_dialog import MergeDialog
from desktop.merging.merge_jobs import run_merge
from desktop.merging.merge_words import done_text
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db import Change, MergeReport
    from desktop.dialogs.ask import Ask
    from desktop.merging.merge_jobs import MergeChoice
    from desktop.session.session import Session


class MergeController(QObject):
    """Follow the open desk with `show_session`. `noticed` gives a `Notice`, `work_started` the
    `Job` of a merge, `revert_wanted` the change of one that is to be undone.
    """

    noticed = Signal(object)
    work_started = Signal(object)
    revert_wanted = Signal(object)

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask = ask
        self._parent = parent
        self._session: Session | None = None

    def show_session(self, session: Session | None) -> None:
        """Merge into another desk from now on; None: there is none."""
        self._session = session

    def ask_for_desk(self) -> None:
        """Ask for another copy of the desk, and show what would come of merging it."""
        session = self._session
        if session is None:
            return
        if session.job is not None:
            says = self.tr("{what} is still running; merge when it has ended.")
            self.noticed.emit(Notice("warn", says.format(what=session.job.label)))
            return
        kinds = self.tr("Desks and bundles (*.desk *.zip);;All files (*)")
        path = self._ask.open_path(self._parent, self.tr("Merge another copy of the desk"), kinds)
        if path is not None:
            self.offer(path)

    def offer(self, path: Path) -> None:
        """Show what would come of a merge, and carry it out when that is accepted."""
        if self._session is None:
            return
        dialog = MergeDialog(self._session, path, self._parent)
        try:
            is_accepted = self._ask.run(dialog)
            choice = dialog.choice
        finally:
            dialog.stop()
            dialog.deleteLater()
        if is_accepted:
            self._begin(choice)

    def _begin(self, choice: MergeChoice) -> None:
        session = self._session
        if session is None:
            return
        what = self.tr("Merging {name}").format(name=choice.path.name)
        job = partial(run_merge, choice, session.lens)
        finish = partial(self._finish, choice.path.name)
        try:
            work = session.start(what, job, finish, self._refuse)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.work_started.emit(work)

    def _finish(self, name: str, report: MergeReport, change: Change | None) -> None:
        self.noticed.emit(
            Notice(
                "warn" if report.undecided_count else "done",
                done_text(report, name),
                self.tr("Undo") if change is not None else "",
                partial(self.revert_wanted.emit, change) if change is not None else None,
            )
        )

    def _refuse(self, refusal: DeskError) -> None:
        if isinstance(refusal, Stopped):
            says = self.tr("The merge was stopped; the desk is as it was.")
            self.noticed.emit(Notice("info", says))
        else:
            self.noticed.emit(Notice("error", str(refusal)))
