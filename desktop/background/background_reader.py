"""One background reader for the whole desk: questions too slow for a frame are asked here.

The models and the timeline ask. Of each topic the newest question wins and interrupts the older;
an urgent one goes before the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from db import DeskError, Stopped
from desktop.background.worker import Question, Worker

if TYPE_CHECKING:
    from db import Reader

T = TypeVar("T")


def explain_error(reader: Reader, error: Exception) -> Exception:
    """Return an error as it is told: a refusal as it is, and a bug as damage where the desk has
    some.
    """
    if isinstance(error, DeskError):
        return error
    return reader.damage_behind() or error


class BackgroundReader(Worker):
    """A worker with a reader of its own, whose queries can be interrupted."""

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__("background reader", reader.interrupt, parent)
        self.reader = reader

    def ask(
        self,
        topic: str,
        job: Callable[[Reader], T],
        answered: Callable[[T], None],
        refused: Callable[[DeskError], None],
        *,
        urgent: bool = False,
    ) -> None:
        """Ask the desk in the background; of one topic only the last question is answered."""
        self.put(topic, partial(job, self.reader), answered, refused, urgent=urgent)

    def answer(self, question: Question) -> object:
        """Answer a question; it ends at its next step once it is not wanted."""
        self.reader.watch(partial(self.is_unwanted, question))
        try:
            return question.work()
        except Stopped:
            raise
        except Exception as error:
            return explain_error(self.reader, error)
