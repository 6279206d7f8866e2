"""An older desk brought up to date beside the window: what is done, how far, and Cancel.

`desk_controller` makes it once a desk is found to be of an older format.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from db import DeskError, Stopped, UpgradeStage, upgrade_desk
from desktop.background.job import Job
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from db import CopyPlan, Progress


class UpgradeController(QObject):
    """`upgraded` gives path, passphrase and what was told, once the desk can be opened; `refused`
    why it cannot, with path and passphrase.
    """

    noticed = Signal(object)
    work_started = Signal(object)
    upgraded = Signal(object, str, str)
    refused = Signal(object, object, str)
    failed = Signal(object)
    _stage_begun = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._path: Path | None = None  # of the desk that is upgraded, or was last
        # from the thread of the work
        self._stage_begun.connect(self._show_stage, Qt.ConnectionType.QueuedConnection)

    def start(self, path: Path, passphrase: str, plan: CopyPlan | None) -> bool:
        """Begin to bring a desk up to date; False where another is brought up to date already."""
        if self._job is not None:
            self._refuse_second(self._job)
            return False
        self._path = path
        run = partial(self._run, path, passphrase, plan)
        self._job = job = Job(self._label(UpgradeStage.COPY), run)
        job.succeeded.connect(partial(self.upgraded.emit, path, passphrase))
        job.refused.connect(partial(self._refuse, path, passphrase))
        job.failed.connect(self.failed)
        job.finished.connect(self._forget)
        self.work_started.emit(job)
        job.start()
        return True

    def holds(self, path: Path) -> bool:
        """Say whether this very desk is being upgraded, and tell the officer so."""
        if self._job is None or path != self._path:
            return False
        self._refuse_second(self._job)
        return True

    def stop(self) -> None:
        """Give it up, as the window is closed; the desk is as it was."""
        if self._job is not None:
            self._job.close()
            self._job = None

    # in the thread

    def _run(self, path: Path, passphrase: str, plan: CopyPlan | None, progress: Progress) -> str:
        def begin(stage: UpgradeStage) -> Progress:
            self._stage_begun.emit(stage)
            return progress

        return upgrade_desk(path, passphrase, plan, begin)

    # on the thread of the window

    def _show_stage(self, stage: UpgradeStage) -> None:
        if self._job is not None:
            self._job.rename(self._label(stage))

    def _label(self, stage: UpgradeStage) -> str:
        name = self._path.name if self._path is not None else ""
        labels = {
            UpgradeStage.COPY: self.tr("Upgrading {name}: keeping a copy of it"),
            UpgradeStage.STEPS: self.tr("Upgrading {name}: its tables"),
            UpgradeStage.SEARCH: self.tr("Upgrading {name}: its search index"),
            UpgradeStage.SUMS: self.tr("Upgrading {name}: its checksums"),
        }
        return labels[stage].format(name=name)

    def _refuse_second(self, job: Job) -> None:
        text = self.tr("{what} is still running; open the desk when it has ended.")
        self.noticed.emit(Notice("warn", text.format(what=job.label)))

    def _refuse(self, path: Path, passphrase: str, refusal: DeskError) -> None:
        if isinstance(refusal, Stopped):
            text = self.tr("{name} was not upgraded; it is as it was.")
            self.noticed.emit(Notice("info", text.format(name=path.name)))
        else:
            self.refused.emit(refusal, path, passphrase)

    def _forget(self) -> None:
        self._job = None
