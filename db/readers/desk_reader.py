"""One connection that questions are asked over; every reader of a subject stands on it."""

from __future__ import annotations

from collections.abc import Callable

from db.storage.engine import Sql


class DeskReader:
    """Asks over one connection of its own.

    `interrupt` may be called from any thread; the rest from one.
    """

    def __init__(self, sql: Sql) -> None:
        self._sql = sql

    def close(self) -> None:
        """Give the connection back."""
        self._sql.close()

    def interrupt(self) -> None:
        """Stop the question being answered; it ends with `Stopped`."""
        self._sql.interrupt()

    def watch(self, is_unwanted: Callable[[], bool]) -> None:
        """Ask before each further step whether the answer is unwanted; it then ends as above."""
        self._sql.limit.is_unwanted = is_unwanted
