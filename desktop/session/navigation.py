"""The way that the officer has gone from record to record, as in a browser; the window asks it."""

from __future__ import annotations

from typing import NamedTuple

MAX_ENTRIES = 200


class HistoryEntry(NamedTuple):
    """A record somebody looked at."""

    kind: str
    record_id: int


class Navigation:
    """Where one has been and where one came back from.

    >>> way = Navigation()
    >>> for key in (1, 2, 3):
    ...     way.visit(HistoryEntry("person", key))
    >>> [way.back(), way.back(), way.back()]
    [HistoryEntry(kind='person', record_id=2), HistoryEntry(kind='person', record_id=1), None]
    >>> way.forward()
    HistoryEntry(kind='person', record_id=2)
    >>> way.visit(HistoryEntry("event", 9)); way.can_go_forward
    False
    """

    def __init__(self) -> None:
        self._places: list[HistoryEntry] = []
        self._at = -1

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one came back from somewhere."""
        return self._at + 1 < len(self._places)

    @property
    def current(self) -> HistoryEntry | None:
        """Where one is."""
        return self._places[self._at] if self._places else None

    def visit(self, place: HistoryEntry) -> None:
        """Go to a place; what lay ahead is forgotten. The same place twice is one visit."""
        if place == self.current:
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[:-MAX_ENTRIES]
        self._at = len(self._places) - 1

    def back(self) -> HistoryEntry | None:
        """Return the place before, or None."""
        return self._go(-1)

    def forward(self) -> HistoryEntry | None:
        """Return the place one came back from, or None."""
        return self._go(1)

    def forget(self, record_id: int) -> None:
        """Take a record out of the way, because it can no longer be shown."""
        places = [place for place in self._places[: self._at + 1] if place.record_id != record_id]
        ahead = [place for place in self._places[self._at + 1 :] if place.record_id != record_id]
        self._places = places + ahead
        self._at = len(places) - 1 if places else min(0, len(ahead) - 1)

    def peek(self, step: int) -> HistoryEntry | None:
        """Return the place so many steps from here, or None; one stays where one is."""
        at = self._at + step
        return self._places[at] if 0 <= at < len(self._places) else None

    def _go(self, step: int) -> HistoryEntry | None:
        place = self.peek(step)
        self._at += step if place is not None else 0
        return place
