"""What a desk writes when nobody types: queued full text, tidying, and the log into the file.

The session starts it after each change and stops it before long work, which has the desk alone.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db import DeskError, logger_for
from desktop.background.delay import (
    CHECKPOINT_PAUSE_MS,
    FULL_TEXT_PAUSE_MS,
    TIDY_PAUSE_MS,
    Delay,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from db import Store

_MAX_TEXTS_A_STEP = 50  # queued full texts written at a time, so that no frame is lost

_log = logger_for("storage")


class IdleWork(QObject):
    """Belongs to one session; `is_busy` says whether a job has the desk to itself."""

    def __init__(self, store: Store, is_busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._is_busy = is_busy
        self._text_delay = Delay(self, FULL_TEXT_PAUSE_MS, self.settle)
        self._checkpoint_delay = Delay(self, CHECKPOINT_PAUSE_MS, self.checkpoint)

    def start_settling(self) -> None:
        """Write what full text is queued, once nobody has typed for a while."""
        self._text_delay.start(FULL_TEXT_PAUSE_MS)

    def start(self) -> None:
        """Follow a change: its full text, and then the log, are written later."""
        self.start_settling()
        self._checkpoint_delay.start()

    def stop(self) -> None:
        """Write nothing until something is started again."""
        self._text_delay.stop()
        self._checkpoint_delay.stop()

    def settle(self) -> None:
        """Write some of the queued full text, then tidy."""
        if self._is_busy():
            return
        try:
            if self._store.settle(_MAX_TEXTS_A_STEP):
                self._text_delay.start(0)
            elif self._store.tidy() or self._store.make_room():
                self._text_delay.start(TIDY_PAUSE_MS)
        except DeskError as refusal:
            _log.warning("full text was not written yet: %s", refusal)
            # Another program is at the file this moment; what is queued stays queued.
            self._text_delay.start(CHECKPOINT_PAUSE_MS)

    def checkpoint(self) -> None:
        """Move what the log holds into the file."""
        if not self._is_busy():
            with suppress(DeskError):  # it is moved later, and a file that has gone is told
                self._store.checkpoint()
