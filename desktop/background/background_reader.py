"""One background reader for the whole desk: questions too slow for a frame are asked here.

The models and the timeline ask. Of each topic the newest question wins and interrupts the older;
an urgent one goes before the rest. Answers arrive on the thread that owns the background reader.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from db import DeskError, Stopped, logger_for
from desktop.background.delay import INTERRUPT_PAUSE_MS

if TYPE_CHECKING:
    from db import Reader

T = TypeVar("T")
_log = logger_for("search")


@dataclass(slots=True, eq=False)
class _Question:
    topic: str
    job: Callable[[Reader], Any]
    answered: Callable[[Any], None]
    refused: Callable[[DeskError], None]
    is_urgent: bool
    is_stale: bool = False  # a newer one of its topic was asked: nobody wants the answer
    is_put_off: bool = False  # an urgent one goes first: it is asked again afterwards


def explained(reader: Reader, error: Exception) -> Exception:
    """An error as it is told: a refusal as it is, and a bug as damage where the desk has some."""
    if isinstance(error, DeskError):
        return error
    return reader.damage_behind() or error


class BackgroundReader(QObject):
    """A thread with a reader of its own; `close` ends it and waits for it.

    `failed` gives an exception that no refusal accounts for: a bug, told by the error hook.
    """

    failed = Signal(object)
    _arrived = Signal(object, object)

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._turn = threading.Condition()
        self._waiting: dict[str, _Question] = {}
        self._running: _Question | None = None
        self._latest: dict[str, _Question] = {}
        self._is_closing = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._interrupt_timer = QTimer(self)
        self._interrupt_timer.setInterval(INTERRUPT_PAUSE_MS)
        self._interrupt_timer.timeout.connect(self._interrupt_unwanted)
        self._thread = threading.Thread(target=self._work, name="background reader", daemon=True)
        self._thread.start()

    def ask(
        self,
        topic: str,
        job: Callable[[Reader], T],
        answered: Callable[[T], None],
        refused: Callable[[DeskError], None],
        *,
        urgent: bool = False,
    ) -> None:
        """Asks in the background; of one topic only the last question is ever answered."""
        question = _Question(topic, job, answered, refused, urgent)
        with self._turn:
            self._withdraw(topic)
            self._latest[topic] = question
            self._waiting[topic] = question
            running = self._running
            if running is not None and urgent and not running.is_urgent:
                running.is_put_off = True
            self._turn.notify()
        self._interrupt_unwanted()

    def forget(self, topic: str) -> None:
        """Withdraws the question of a topic; its answer will not come."""
        with self._turn:
            self._withdraw(topic)
        self._interrupt_unwanted()

    def is_idle(self) -> bool:
        """Whether nothing is asked and every answer has been given."""
        return not self._latest

    def close(self) -> None:
        """Ends the thread and waits for it; what was asked stays unanswered."""
        with self._turn:
            self._is_closing = True
            self._waiting.clear()
            self._latest.clear()
            self._turn.notify()
        self._interrupt_timer.stop()
        while self._thread.is_alive():
            with self._turn:
                if self._running is not None:
                    self._reader.interrupt()
            self._thread.join(INTERRUPT_PAUSE_MS / 1000)

    def _withdraw(self, topic: str) -> None:
        self._waiting.pop(topic, None)
        old = self._latest.pop(topic, None)
        if old is not None:
            old.is_stale = True

    def _interrupt_unwanted(self) -> None:
        """Interrupts what runs and is not wanted now. Under the lock, so that it hits no other."""
        with self._turn:
            running = self._running
            unwanted = running is not None and (running.is_stale or running.is_put_off)
            if unwanted:
                self._reader.interrupt()
        if unwanted and not self._interrupt_timer.isActive():
            self._interrupt_timer.start()
        elif not unwanted:
            self._interrupt_timer.stop()

    # In the thread

    def _work(self) -> None:
        while (question := self._next()) is not None:
            self._reader.watch(partial(self._is_unwanted, question))
            begun = time.monotonic()
            try:
                answer: object = question.job(self._reader)
            except Stopped as stopped:
                # It was withdrawn here; any other stop is a refusal.
                answer = None if self._is_unwanted(question) else stopped
            except Exception as error:
                answer = explained(self._reader, error)
            _log.debug("%s took %.1f ms", question.job, (time.monotonic() - begun) * 1000)
            self._finish(question, answer)

    def _next(self) -> _Question | None:
        with self._turn:
            while not self._waiting and not self._is_closing:
                self._turn.wait()
            if self._is_closing:
                return None
            waiting = list(self._waiting.values())
            question = next((each for each in waiting if each.is_urgent), waiting[0])
            del self._waiting[question.topic]
            self._running = question
            return question

    def _is_unwanted(self, question: _Question) -> bool:
        return question.is_stale or question.is_put_off or self._is_closing

    def _finish(self, question: _Question, answer: object) -> None:
        with self._turn:
            self._running = None
            if self._is_closing or question.is_stale:
                return
            if question.is_put_off and answer is None:
                question.is_put_off = False
                self._waiting[question.topic] = question
                return
        self._arrived.emit(question, answer)

    # On the thread of the background reader's owner

    def _deliver(self, question: _Question, answer: object) -> None:
        if question.is_stale or self._is_closing:
            return
        self._latest.pop(question.topic, None)
        if isinstance(answer, DeskError):
            question.refused(answer)
        elif isinstance(answer, Exception):
            self.failed.emit(answer)
        else:
            question.answered(answer)
