"""Merging from the window: which file, the preview, the work and what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.file_work.file_controller import FileController
from desktop.merging.merge_dialog import MergeDialog
from desktop.merging.merge_jobs import run_merge
from desktop.merging.merge_words import done_text
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from db import Change, MergeReport


class MergeController(FileController):
    """Asks for another copy of the desk, and merges it when the preview is accepted."""

    def ask_for_desk(self) -> None:
        """Ask for another copy of the desk, and show what would come of merging it."""
        session = self._session
        if session is None:
            return
        if session.job is not None:
            says = self.tr("{what} is still running; merge when it has ended.")
            self.noticed.emit(Notice("warn", says.format(what=session.job.label)))
            return
        kinds = self.tr("Desks, couriers and bundles (*.desk *.courier *.zip);;All files (*)")
        path = self._ask.open_path(self._parent, self.tr("Merge another copy of the desk"), kinds)
        if path is not None:
            self.offer(path)

    def offer(self, path: Path) -> None:
        """Show what would come of a merge, and carry it out when that is accepted."""
        if self._session is None:
            return
        dialog = MergeDialog(self._session, path, self._ask, self._parent)
        if self._is_accepted(dialog):
            what = self.tr("Merging {name}").format(name=path.name)
            finish = partial(self._finish, path.name)
            self._start(what, partial(run_merge, dialog.choice), finish)

    def _finish(self, name: str, report: MergeReport, change: Change | None) -> None:
        kind = "warn" if report.undecided_count else "done"
        self._tell(kind, done_text(report, name), change)

    def _stopped_text(self) -> str:
        return self.tr("The merge was stopped; the desk is as it was.")
