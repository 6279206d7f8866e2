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
        """Take a new change that was made; what was undone before it cannot be done again."""
        self._done.append(change)
        self._undone.clear()
        self._made_under[change.id] = lens.ceiling

    def undo_label(self, lens: Lens) -> str:
        """Return what Undo would take back; empty when there is nothing."""
        step = self._newest(self._done, lens)
        return step.label if step is not None else ""

    def redo_label(self, lens: Lens) -> str:
        """Return what Redo would do again; empty when there is nothing."""
        step = self._newest(self._undone, lens)
        return step.label.partition(": ")[2] if step is not None else ""

    def last(self, lens: Lens) -> Change:
        """Return what Undo would take back; raises `Refused` when there is nothing."""
        step = self._newest(self._done, lens)
        if step is None:
            raise Refused("There is nothing to undo.")
        return step

    def next(self, lens: Lens) -> Change:
        """Return what Redo would take back; raises `Refused` when there is nothing."""
        step = self._newest(self._undone, lens)
        if step is None:
            raise Refused("There is nothing to redo.")
        return step

    def _newest(self, steps: list[Change], lens: Lens) -> Change | None:
        """Return the newest step that the lens shows: hidden ones above it are passed over."""
        return next((step for step in reversed(steps) if self._shows(step, lens)), None)

    def _shows(self, step: Change, lens: Lens) -> bool:
        shows = self._store.reader.shows_change
        if lens.ceiling >= HIGHEST or shows(step.id, lens):
            return True
        was_seen = self._made_under.get(step.id, HIGHEST) <= lens.ceiling
        return was_seen and shows(step.id, Lens(lens.as_of, step.marking))

    def is_last(self, change: Change, lens: Lens) -> bool:
        """Say whether Undo would take back just this change."""
        step = self._newest(self._done, lens)
        return step is not None and step.id == change.id

    def went_back(self, step: Change, change: Change) -> None:
        """Note that a step was taken back by this change."""
        self._move(step, change, self._done, self._undone)

    def went_on(self, step: Change, change: Change) -> None:
        """Note that what was undone, by this step, was done again by this change."""
        self._move(step, change, self._undone, self._done)

    def _move(self, step: Change, change: Change, out: list[Change], into: list[Change]) -> None:
        out[:] = [each for each in out if each.id != step.id]
        into.append(change)
        self._made_under[change.id] = self._made_under.get(step.id, HIGHEST)
