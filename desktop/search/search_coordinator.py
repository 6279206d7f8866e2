"""Searches the tabs of one desk view: the one in front first, the others once its list is painted.

The view and the best hit ask it. What the tabs behind read would take its turns away from the
painting of the list that the officer looks at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db import Query
from desktop.background.delay import OTHER_TABS_PAUSE_MS, Delay

if TYPE_CHECKING:
    from desktop.tabs.record_tab import RecordTab
    from desktop.window.desk_view import DeskView


class TabSearch(QObject):
    """Belongs to one view, which tells it that a list has answered."""

    def __init__(self, view: DeskView) -> None:
        super().__init__(view)
        self._view = view
        self._query = Query()
        self._behind: list[RecordTab] = []  # tabs that still show the search before
        self._next = Delay(self, OTHER_TABS_PAUSE_MS, self._search_next)

    @property
    def is_under_way(self) -> bool:
        """Whether a list has still to answer what is typed."""
        return bool(self._behind) or any(tab.list.model.is_asking for tab in self._view.tabs)

    @property
    def is_waiting(self) -> bool:
        """Whether tabs have still to be asked."""
        return bool(self._behind)

    def search(self, query: Query) -> None:
        """Filters the tab in front; the others follow."""
        front = self._view.tab
        self._query = query
        self._behind = [tab for tab in self._view.tabs if tab is not front]
        self._next.stop()
        for tab in self._behind:
            tab.list.model.withdraw()  # else the list in front waits for answers nobody wants
        front.search(query)
        self.go_on()

    def go_on(self) -> None:
        """Turns to the tabs behind, if the one in front waits for nothing."""
        if self._behind and not self._view.tab.list.model.is_asking:
            self._next.start_once(OTHER_TABS_PAUSE_MS)

    def _search_next(self) -> None:
        """One tab a turn: a million rows are put back when the box is cleared."""
        if self._behind:
            self._behind.pop(0).search(self._query)
        if self._behind:
            self._next.start(0)

    def catch_up(self) -> None:
        """Filters every tab at once, because one of them comes to the front."""
        while self._behind:
            self._behind.pop(0).search(self._query)

    def stop(self) -> None:
        """Searches nothing more, because the session is about to close."""
        self._next.stop()
        self._behind.clear()
