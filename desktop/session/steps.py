"""The steps of one window that Undo takes back and Redo does again; the session keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import HIGHEST, Lens, Refused

if TYPE_CHECKING:
    from db import Change, Store


class Steps:
    """Two stacks of changes. The change that a step back made is what a step forward takes back.

    A step that the lens does not show is as none: its label names a title. What was done under
    this ceiling or a lower one was seen then, whatever else it touched, and can be taken back
    unless it has been marked higher since.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._made_under: dict[int, int] = {}  # change → ceiling

    def take(self, change: Change, lens: Lens) -> None:
        """A new change was made; what was undone before it cannot be done again."""
        self._done.append(change)
        self._undone.clear()
        self._made_under[change.id] = lens.ceiling

    def undo_label(self, lens: Lens) -> str:
        """What Undo would take back; empty when there is nothing."""
        return self._done[-1].label if self._shows_last(self._done, lens) else ""

    def redo_label(self, lens: Lens) -> str:
        """What Redo would do again; empty when there is nothing."""
        if not self._shows_last(self._undone, lens):
            return ""
        return self._undone[-1].label.partition(": ")[2]

    def last(self, lens: Lens) -> Change:
        """What Undo would take back; raises `Refused` when there is nothing."""
        if not self._shows_last(self._done, lens):
            raise Refused("There is nothing to undo.")
        return self._done[-1]

    def next(self, lens: Lens) -> Change:
        """What Redo would take back; raises `Refused` when there is nothing."""
        if not self._shows_last(self._undone, lens):
            raise Refused("There is nothing to redo.")
        return self._undone[-1]

    def _shows_last(self, steps: list[Change], lens: Lens) -> bool:
        if not steps:
            return False
        step, shows = steps[-1], self._store.reader.shows_change
        if lens.ceiling >= HIGHEST or shows(step.id, lens):
            return True
        was_seen = self._made_under.get(step.id, HIGHEST) <= lens.ceiling
        return was_seen and shows(step.id, Lens(lens.as_of, step.marking))

    def is_last(self, change: Change) -> bool:
        """Whether Undo would take back just this change."""
        return bool(self._done) and self._done[-1].id == change.id

    def went_back(self, change: Change) -> None:
        """The last change was taken back by this one."""
        self._undone.append(change)
        self._made_under[change.id] = self._made_under.get(self._done.pop().id, HIGHEST)

    def went_on(self, change: Change) -> None:
        """What was undone last was done again by this change."""
        self._done.append(change)
        self._made_under[change.id] = self._made_under.get(self._undone.pop().id, HIGHEST)
