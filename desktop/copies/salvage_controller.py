"""Saving what can be read of a damaged desk from the window: offered, made beside it, told of.

`desk_controller` makes it once a desk is found damaged.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from db import DeskError, Stopped, needs_passphrase_to_salvage, salvage_desk
from desktop.background.job import Job
from desktop.copies.salvage_report_dialog import SalvageReportDialog, counts_text
from desktop.paper.content.file_names import file_name_for
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from db import Progress, SalvageReport
    from desktop.dialogs.ask import Ask


class SalvageController(QObject):
    """`leave` closes the open desk. `noticed` gives a `Notice`, `work_started` the `Job` that runs,
    `open_wanted` the path of the new desk, `failed` a bug.
    """

    noticed = Signal(object)
    work_started = Signal(object)
    open_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, ask: Ask, parent: QWidget, leave: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._ask = ask
        self._parent = parent
        self._leave = leave
        self._job: Job | None = None

    def offer(
        self,
        says: str,
        path: Path,
        passphrase: str = "",
        key: Callable[[], str | None] | None = None,
    ) -> Notice:
        """Return a notice of what is damaged, with the offer to save what can be read.

        Of an encrypted desk whose passphrase was not asked for, the command is named instead.
        """
        if not passphrase and key is None and _is_encrypted(path):
            command = self.tr("The command “salvage” saves what can be read of it.")
            return Notice("error", f"{says} {command}")
        act = partial(self.ask_for_target, path, passphrase, key)
        return Notice("error", says, self.tr("Save what can be read…"), act)

    def ask_for_target(
        self, path: Path, passphrase: str, key: Callable[[], str | None] | None
    ) -> None:
        """Ask where the new desk is to lie, and save what can be read of the damaged one in it."""
        if self._job is not None:
            self.noticed.emit(Notice("warn", self.tr("A damaged desk is being read already.")))
            return
        title = self.tr("Save what can be read in a new desk")
        name = file_name_for(self.tr("{name} salvaged").format(name=path.stem), ".desk")
        target = self._ask.save_path(self._parent, title, name, self.tr("Desks (*.desk)"))
        if target is None or not self._leave():
            return
        own_key = key() if key is not None else None
        what = self.tr("Saving what can be read of {name}").format(name=path.name)
        self._job = job = Job(what, partial(_salvage, path, target, passphrase, own_key))
        job.succeeded.connect(self._tell)
        job.refused.connect(self._refuse)
        job.failed.connect(self.failed)
        job.finished.connect(self._forget)
        self.work_started.emit(job)
        job.start()

    def stop(self) -> None:
        """Give up what is being saved, as the window is closed; nothing of it is left."""
        if self._job is not None:
            self._job.close()
            self._job = None

    def _forget(self) -> None:
        self._job = None

    def _refuse(self, refusal: DeskError) -> None:
        if isinstance(refusal, Stopped):
            text = self.tr("Nothing was saved; the damaged desk is as it was.")
            self.noticed.emit(Notice("info", text))
        else:
            self.noticed.emit(Notice("error", str(refusal)))

    def _tell(self, report: SalvageReport) -> None:
        text = self.tr("What could be read is saved as {name}: {counts}.")
        says = text.format(name=report.file.name, counts=counts_text(report))
        open_new = partial(self.open_wanted.emit, report.file)
        action = self.tr("Open it")
        if report.is_whole and not report.changes_lost:
            whole = self.tr("Nothing was lost.")
            self.noticed.emit(Notice("done", f"{says} {whole}", action, open_new))
            return
        count = len(report.losses) + report.more_losses + len(report.notes) + len(report.problems)
        lost = self.tr("{n} things could not be read.").format(n=QLocale().toString(count))
        show = partial(self._show, report)
        notice = Notice("warn", f"{says} {lost}", action, open_new, self.tr("What was lost"), show)
        self.noticed.emit(notice)

    def _show(self, report: SalvageReport) -> None:
        dialog = SalvageReportDialog(report, self._parent)
        try:
            self._ask.run(dialog)
        finally:
            dialog.deleteLater()


def _is_encrypted(path: Path) -> bool:
    try:
        return needs_passphrase_to_salvage(path)
    except DeskError:
        return False


def _salvage(
    path: Path, target: Path, passphrase: str, key: str | None, progress: Progress
) -> SalvageReport:
    return salvage_desk(path, target, passphrase, progress, key)
