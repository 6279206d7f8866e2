"""A long piece of writing on a thread of its own, with how far it is and a way to give it up.

The session starts one at a time; what it tells arrives on the thread that owns it.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from db import Stopped

Advance = Callable[[int, int], None]  # done, in all; a total of 0 is not known
Job = Callable[[Advance], Any]

_TURN = 0.0005  # seconds at most that the window waits for its turn while the job computes
_SWEPT = 8_000  # new objects that are looked through in a few milliseconds


class Quiet:
    """What the interpreter does otherwise while any work runs, put back when the last has ended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count = 0
        self._turn = 0.0
        self._collects = False

    def __enter__(self) -> None:
        with self._lock:
            if not self._count:
                self._turn, self._collects = sys.getswitchinterval(), gc.isenabled()
                # A window's leavings must not be collected on a thread that is not the window's,
                # and all threads stand still for as long as a collection takes.
                gc.disable()
                sys.setswitchinterval(min(self._turn, _TURN))
            self._count += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._count -= 1
            if not self._count:
                sys.setswitchinterval(self._turn)
                if self._collects:
                    gc.enable()

    def sweep(self) -> None:
        """Collects what work has left so far; the window's thread asks it with each tiding.

        Left to the end, all would be collected at once, and that takes some frames.
        """
        if self._count and gc.get_count()[0] > _SWEPT:
            gc.collect(0)


quiet = Quiet()


class LongWork(QObject):
    """Runs a job once. `advanced` gives done and total, `ended` what the job returned or raised.

    The job calls the `Advance` it is given; from there `Stopped` is raised once work is given up.
    """

    advanced = Signal(object, object)
    ended = Signal(object)
    _told = Signal(object, object)
    _returned = Signal(object)

    def __init__(self, what: str, job: Job, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.what = what
        self._job = job
        self._is_given_up = threading.Event()
        self._is_over = False
        self._told.connect(self._advance, Qt.ConnectionType.QueuedConnection)
        self._returned.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="long work", daemon=True)

    def begin(self) -> None:
        """Starts the thread."""
        quiet.__enter__()
        self._thread.start()

    def cancel(self) -> None:
        """Asks that the work be given up; `ended` then gives `Stopped`, if it was not too late."""
        self._is_given_up.set()

    def close(self) -> None:
        """Gives the work up, waits for its end and tells nothing more."""
        self.cancel()
        self._thread.join()
        self._put_back()

    # In the thread

    def _run(self) -> None:
        try:
            answer: object = self._job(self._tell)
        except Exception as error:
            answer = error
        self._returned.emit(answer)

    def _tell(self, done: int, total: int) -> None:
        if self._is_given_up.is_set():
            raise Stopped("The work was given up.")
        self._told.emit(done, total)

    # On the thread of its owner

    def _advance(self, done: int, total: int) -> None:
        if not self._is_over:
            quiet.sweep()
            self.advanced.emit(done, total)

    def _end(self, answer: object) -> None:
        if not self._is_over:
            self._thread.join()
            self._put_back()
            self.ended.emit(answer)

    def _put_back(self) -> None:
        if not self._is_over:
            self._is_over = True
            quiet.__exit__()
