"""One piece of long work on a thread of its own, with how far it is and a way to cancel it.

The session runs imports and searches for duplicates as jobs, the preview typesetting and printing.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from db import DeskError, Progress, Stopped, logger_for
from desktop.background.delay import INTERRUPT_PAUSE_MS, defer

Run = Callable[[Progress], Any]

_log = logger_for("background")
_unfinished: Final[set[Job]] = set()  # an emitter must outlive its thread, its owner need not


class Job(QObject):
    """Run a function once beside the window.

    `progressed` gives done and total, `renamed` what the work is called from now on. Then comes one
    of `succeeded` (what was returned), `refused` (a `DeskError`: `Stopped` after `cancel`) and
    `failed` (any other exception, a bug), and then `finished`. The function calls the `Progress`
    that it is given; from there `Stopped` is raised once the job is cancelled, so whoever writes
    leaves the desk as it was.
    """

    progressed = Signal(object, object)
    renamed = Signal(str)
    succeeded = Signal(object)
    refused = Signal(object)
    failed = Signal(object)
    finished = Signal()
    _stepped = Signal(object, object)
    _returned = Signal(object)

    def __init__(
        self,
        label: str,
        run: Run,
        *,
        interrupt: Callable[[], None] | None = None,
        clean_up: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self.label = label
        self._run = run
        self._interrupt = interrupt
        self._clean_up = clean_up
        self._is_cancelled = threading.Event()
        self._is_over = False
        self._started = 0.0
        self._stepped.connect(self._forward_step, Qt.ConnectionType.QueuedConnection)
        self._returned.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="job", daemon=True)

    def start(self) -> None:
        """Start the thread; from now on the job keeps itself alive until it has finished."""
        _unfinished.add(self)
        self._started = time.monotonic()
        self._thread.start()

    def rename(self, label: str) -> None:
        """Call the work otherwise, as its next stage begins."""
        self.label = label
        self.renamed.emit(label)

    def cancel(self) -> None:
        """Ask the function to stop; `refused` then gives `Stopped`, if it was not too late."""
        self._is_cancelled.set()
        if self._interrupt is not None and not self._is_over:
            self._interrupt()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._is_cancelled.is_set()

    def close(self) -> None:
        """Cancel, wait for the end, and send no signal any more."""
        while self._thread.is_alive():
            self.cancel()  # again: an interrupt between two statements hits neither
            self._thread.join(None if self._interrupt is None else INTERRUPT_PAUSE_MS / 1000)
        self._end()
        _unfinished.discard(self)

    # In the thread

    def _work(self) -> None:
        try:
            answer: object = self._run(self._step)
        except Exception as error:
            answer = error
        del self._run  # it may know a passphrase, and a job is remembered
        self._returned.emit(answer)

    def _step(self, done: int, total: int) -> None:
        if self._is_cancelled.is_set():
            raise Stopped("The work was cancelled.")
        self._stepped.emit(done, total)

    # On the thread of its owner

    def _forward_step(self, done: int, total: int) -> None:
        if not self._is_over:
            self.progressed.emit(done, total)

    def _finish(self, answer: object) -> None:
        if self._is_over:
            return
        self._thread.join()
        self._end()
        self._log_end(answer)
        if isinstance(answer, DeskError):
            self.refused.emit(answer)
        elif isinstance(answer, Exception):
            self.failed.emit(answer)
        else:
            self.succeeded.emit(answer)
        self.finished.emit()
        defer(lambda: _unfinished.discard(self))  # not while its signal is sent

    def _log_end(self, answer: object) -> None:
        seconds = time.monotonic() - self._started
        if isinstance(answer, Exception):
            _log.info("a job ended after %.2f s: %s", seconds, answer)
        else:
            _log.info("a job was done in %.2f s", seconds)

    def _end(self) -> None:
        if not self._is_over:
            self._is_over = True
            if self._clean_up is not None:
                self._clean_up()
