"""The one thread that answers questions beside the window: of each topic the newest.

The background reader is one with a reader of the desk, the preview has one that draws its pages.
Work that is done once, with progress and a way to cancel it, is a `Job`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from db import DeskError, Stopped, logger_for
from desktop.background.delay import INTERRUPT_PAUSE_MS, Delay

T = TypeVar("T")
_NOTHING: Final = object()  # is the answer to a question that was interrupted
_log = logger_for("background")


@dataclass(slots=True, eq=False)
class Question:
    """What is asked of a topic, and who is told."""

    topic: str
    work: Callable[[], Any]
    answered: Callable[[Any], None]
    refused: Callable[[DeskError], None]
    is_urgent: bool
    is_stale: bool = False  # a newer one of its topic was asked: nobody wants the answer
    is_put_off: bool = False  # an urgent one goes first: it is asked again afterwards


class Worker(QObject):
    """A thread of its own; `close` ends it and waits for it.

    A newer question of a topic takes the older one's place, an urgent one goes before the rest.
    Answers arrive on the thread that owns the worker. `failed` gives an exception that no refusal
    accounts for: a bug, told by the error hook.
    """

    failed = Signal(object)
    _arrived = Signal(object, object)

    def __init__(
        self,
        name: str,
        interrupt: Callable[[], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._interrupt = interrupt
        self._turn = threading.Condition()
        self._waiting: dict[str, Question] = {}
        self._running: Question | None = None
        self.unanswered: dict[str, Question] = {}
        self._is_closing = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._interrupt_delay = Delay(self, INTERRUPT_PAUSE_MS, self._interrupt_stale_work)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def put(
        self,
        topic: str,
        work: Callable[[], T],
        answered: Callable[[T], None],
        refused: Callable[[DeskError], None],
        *,
        urgent: bool = False,
    ) -> None:
        """Ask in the background; of one topic only the last question is ever answered."""
        question = Question(topic, work, answered, refused, urgent)
        with self._turn:
            self._withdraw(topic)
            self.unanswered[topic] = question
            self._waiting[topic] = question
            running = self._running
            if running is not None and urgent and not running.is_urgent:
                running.is_put_off = True
            self._turn.notify()
        self._interrupt_stale_work()

    def forget(self, topic: str) -> None:
        """Withdraw the question of a topic; its answer will not come."""
        with self._turn:
            self._withdraw(topic)
        self._interrupt_stale_work()

    def is_idle(self) -> bool:
        """Say whether nothing is asked and every answer has been given."""
        return not self.unanswered

    def stop(self) -> None:
        """Take no question any more and answer none; the thread ends after the one in hand."""
        with self._turn:
            self._is_closing = True
            self._waiting.clear()
            self.unanswered.clear()
            self._turn.notify()
        self._interrupt_delay.stop()

    def join(self) -> None:
        """Wait for the end of a thread that was stopped, on whichever other thread."""
        while self._thread.is_alive():
            if self._interrupt is not None:
                with self._turn:
                    if self._running is not None:
                        self._interrupt()
            self._thread.join(INTERRUPT_PAUSE_MS / 1000)

    def close(self) -> None:
        """End the thread and wait for it; what was asked stays unanswered."""
        self.stop()
        self.join()

    def _withdraw(self, topic: str) -> None:
        self._waiting.pop(topic, None)
        old = self.unanswered.pop(topic, None)
        if old is not None:
            old.is_stale = True

    def _interrupt_stale_work(self) -> None:
        """Interrupt what runs and is not wanted now. Under the lock, so that it hits no other."""
        if self._interrupt is None:
            return
        with self._turn:
            running = self._running
            unwanted = running is not None and (running.is_stale or running.is_put_off)
            if unwanted:
                self._interrupt()
        if unwanted:
            self._interrupt_delay.start_once()  # between two statements it has hit neither
        else:
            self._interrupt_delay.stop()

    # In the thread

    def _work(self) -> None:
        while (question := self._next()) is not None:
            started = time.monotonic()
            try:
                answer: object = self.answer(question)
            except Stopped as stopped:
                # It was withdrawn here; any other stop is a refusal.
                answer = _NOTHING if self.is_unwanted(question) else stopped
            except Exception as error:
                answer = error
            _log.debug("%s took %.1f ms", question.work, (time.monotonic() - started) * 1000)
            self._finish(question, answer)

    def answer(self, question: Question) -> object:
        """Answer a question, on the thread; what is raised is told."""
        return question.work()

    def is_unwanted(self, question: Question) -> bool:
        """Say whether nobody waits for the answer, or not yet."""
        return question.is_stale or question.is_put_off or self._is_closing

    def _next(self) -> Question | None:
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

    def _finish(self, question: Question, answer: object) -> None:
        with self._turn:
            self._running = None
            if self._is_closing or question.is_stale:
                return
            if answer is _NOTHING:
                question.is_put_off = False
                self._waiting[question.topic] = question
                return
        self._arrived.emit(question, answer)

    # On the thread of the worker's owner

    def _deliver(self, question: Question, answer: object) -> None:
        if question.is_stale or self._is_closing:
            return
        self.unanswered.pop(question.topic, None)
        if isinstance(answer, DeskError):
            question.refused(answer)
        elif isinstance(answer, Exception):
            self.failed.emit(answer)
        else:
            question.answered(answer)
