"""Enter in the search box: the best hit over all tabs, once each has answered what is typed.

The view of the desk asks it; it ranks as the command `search` does, by fit and then by tab, with
the tab in front before its equals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.models.tab_kinds import index_of_kind

if TYPE_CHECKING:
    from desktop.tabs.record_tab import RecordTab
    from desktop.window.desk_view import DeskView


class BestHit:
    """Belongs to one view. What is asked while hits are still to come is done when they are."""

    def __init__(self, view: DeskView) -> None:
        self._view = view
        self._is_wanted = False

    def open(self) -> None:
        """Opens the row that was walked to, else the best hit."""
        front = self._view.tab
        if front.has_walked:
            front.open_chosen()
            return
        self._is_wanted = True
        self.look()

    def forget(self) -> None:
        """Opens nothing after all: something else is typed."""
        self._is_wanted = False

    def look(self) -> None:
        """Opens the hit if it is wanted and known."""
        if not self._is_wanted or self._view.is_searching:
            return
        self._is_wanted = False
        front = self._view.tab
        best = front
        if not front.list.model.query.is_empty:
            best = min(self._view.tabs, key=lambda tab: (_fit(tab), tab is not front))
        if not best.list.model.ids:
            return
        if best is not front:
            self._view.show_tab(index_of_kind(best.kind))
        if self._view.tab is best:
            best.open_best()


def _fit(tab: RecordTab) -> int:
    """How well the first hit of a tab fits; what it has by filters alone fits last of all."""
    from db import WORST  # with all of searching, which a window that opens does without

    model = tab.list.model
    if not model.ids:
        return WORST + 1
    return WORST if model.best_fit is None else model.best_fit
