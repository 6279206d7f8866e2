"""How far the upgrade of an older desk is: its stages, each with a progress that may stop it.

`opening` and the migrations tell them; a window shows a line of progress, a command its bar.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum, auto

from db.progress import PACE_SECONDS, Progress


class UpgradeStage(Enum):
    """What is done with an older desk, in this order."""

    COPY = auto()  # of the desk as it is
    STEPS = auto()  # from format to format
    SEARCH = auto()  # the full text is made anew
    SUMS = auto()  # and the sums of records


StageProgress = Callable[[UpgradeStage], Progress]


def progress_of(stages: StageProgress | None, stage: UpgradeStage) -> Progress | None:
    """Return what is told of a stage that begins, if anybody listens."""
    return None if stages is None else stages(stage)


def stages_of(progress: Progress | None) -> StageProgress | None:
    """Return what tells all stages to one progress, where an upgrade is a part of other work."""
    return None if progress is None else lambda _stage: progress


class StageWatch:
    """Tells again and again how far a stage is, so that it can be stopped within a statement."""

    def __init__(self, progress: Progress | None, total: int = 0) -> None:
        self._progress = progress
        self._total = total
        self._done = 0
        self._next = 0.0

    def tell(self, done: int, total: int) -> None:
        """Say how far the stage is; raises `Stopped` where it is not to go on."""
        self._done, self._total, self._next = done, total, 0.0
        self.look()

    def step(self) -> None:
        """Count one more step."""
        self.tell(self._done + 1, self._total)

    def look(self) -> bool:
        """Say the same again, ten times a second at most; what is wanted no more raises."""
        if self._progress is not None and time.monotonic() >= self._next:
            self._next = time.monotonic() + PACE_SECONDS
            self._progress(self._done, self._total)
        return False
