"""Several questions to one desk on two connections at a time; `verify` puts its own so.

SQLite works without the interpreter, so that a second processor can look at the pages of the file
while this one adds up its rows. Each connection sees one moment of the desk, and each question
looks at one connection only.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from threading import Thread
from typing import Generic, TypeVar

from db.errors import DeskError
from db.storage.sql import Sql

T = TypeVar("T")
Question = Callable[[Sql], T]


def ask_all(
    sql: Sql, questions: Sequence[Question[T]], beside: Callable[[], Sql] | None
) -> list[T]:
    """Return the answers in the order of the questions; the first ones should take the longest.

    Without a second connection, or where there is none to be had, they are asked one by one. What
    stops one connection, or is raised on it, stops the other and is raised here.
    """
    second = None
    if beside is not None:
        with suppress(DeskError):
            second = beside()
    if second is None:
        return [question(sql) for question in questions]
    with closing(second):
        return _Sharing(sql, second, questions).answers()


class _Sharing(Generic[T]):
    """Two connections and the questions that neither has taken yet."""

    def __init__(self, sql: Sql, second: Sql, questions: Sequence[Question[T]]) -> None:
        self._sql, self._second = sql, second
        self._waiting = deque(enumerate(questions))
        self._found: dict[int, T] = {}
        self._raised: list[BaseException] = []

    def answers(self) -> list[T]:
        """Put all questions and return what was answered."""
        second, limit = self._second, self._sql.limit
        deadline = limit.deadline
        second.limit.is_unwanted, second.limit.deadline = limit.is_unwanted, deadline
        second.is_broken = self._sql.is_broken
        thread = Thread(target=self._go_on_beside, name="verify", daemon=True)
        thread.start()
        try:
            self._go_on(self._sql)
        except BaseException as error:  # raised again below, after what made it
            self._stop(error, second)
        thread.join()
        limit.deadline = second.limit.deadline = deadline
        if self._raised:
            raise self._raised[0]
        return [self._found[at] for at in sorted(self._found)]

    def _go_on_beside(self) -> None:
        try:
            with self._second.snapshot():
                self._go_on(self._second)
        except BaseException as error:  # raised again where the answers are waited for
            self._stop(error, self._sql)

    def _stop(self, error: BaseException, other: Sql) -> None:
        self._raised.append(error)
        self._waiting.clear()
        other.limit.deadline = 0.0  # an interrupt ends only a statement that is running
        other.interrupt()

    def _go_on(self, sql: Sql) -> None:
        while True:
            try:
                at, question = self._waiting.popleft()
            except IndexError:
                return
            self._found[at] = question(sql)
