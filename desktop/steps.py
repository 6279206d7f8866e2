"""The steps of one window that Undo takes back and Redo does again; the session keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import Refused

if TYPE_CHECKING:
    from db import Change


class Steps:
    """Two stacks of changes. The change that a step back made is what a step forward takes back."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def take(self, change: Change) -> None:
        """A new change was made; what was undone before it cannot be done again."""
        self._done.append(change)
        self._undone.clear()

    def undo_label(self) -> str:
        """What Undo would take back; empty when there is nothing."""
        return self._done[-1].label if self._done else ""

    def redo_label(self) -> str:
        """What Redo would do again; empty when there is nothing."""
        return self._undone[-1].label.partition(": ")[2] if self._undone else ""

    def last(self) -> Change:
        """What Undo would take back; raises `Refused` when there is nothing."""
        if not self._done:
            raise Refused("There is nothing to undo.")
        return self._done[-1]

    def next(self) -> Change:
        """What Redo would take back; raises `Refused` when there is nothing."""
        if not self._undone:
            raise Refused("There is nothing to redo.")
        return self._undone[-1]

    def is_last(self, change: Change) -> bool:
        """Whether Undo would take back just this change."""
        return bool(self._done) and self._done[-1].id == change.id

    def went_back(self, change: Change) -> None:
        """The last change was taken back by this one."""
        self._done.pop()
        self._undone.append(change)

    def went_on(self, change: Change) -> None:
        """What was undone last was done again by this change."""
        self._undone.pop()
        self._done.append(change)
