"""How far long work is: the one type of callback that tells it, and a pace for quick steps.

Imports, the search for duplicates and printing call it; from inside it `Stopped` is raised once
the work is cancelled.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

Progress = Callable[[int, int], None]  # done, total; a total of 0 is not known

PACE_SECONDS: Final = 0.1  # between two calls


class PacedProgress:
    """Call a progress at most ten times a second; the total is 0 while rows are being counted."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._total = 0
        self._done = 0
        self._next = 0.0

    def begin(self, total: int) -> None:
        """Begin to take the rows, which are counted by now."""
        self._total = total
        self._done = 0
        self._next = 0.0

    def step(self, rows: int) -> None:
        """Count so many more rows as done."""
        self._done += rows
        self.reach(lambda: self._done)

    def reach(self, how_far: Callable[[], int]) -> None:
        """Tell how much is done, which is asked only where it is told."""
        if self._progress is not None and time.monotonic() >= self._next:
            self._next = time.monotonic() + PACE_SECONDS
            self._progress(how_far(), self._total)
