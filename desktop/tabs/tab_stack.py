"""The tabs one over the other, each made when it is first needed; the view of the desk asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.models.tab_kinds import TAB_KINDS
from desktop.tabs.record_tab import RecordTab

if TYPE_CHECKING:
    from desktop.models.tab_kinds import TabKind
    from desktop.session.session import Session
    from desktop.settings import Settings


def make_tab(kind: TabKind, session: Session, settings: Settings, parent: QWidget) -> RecordTab:
    """Return the tab of a kind; the timeline's band is loaded with it alone."""
    if kind.kind != "event":
        return RecordTab(kind, session, settings, parent)
    from desktop.tabs.timeline.timeline_tab import TimelineTab

    return TimelineTab(kind, session, settings, parent)


class TabStack(QStackedWidget):
    """Holds the tabs by their places in `TAB_KINDS`. `added` gives each one that is made,
    `bringing` says that another is about to come to the front.
    """

    added = Signal(object)
    bringing = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._tabs: dict[int, RecordTab] = {}

    def tab(self, at: int) -> RecordTab:
        """Return the tab of a place, made if it was not needed before."""
        if at not in self._tabs:
            tab = make_tab(TAB_KINDS[at], self._session, self._settings, self)
            self._tabs[at] = tab
            self.addWidget(tab)
            self.added.emit(tab)
        return self._tabs[at]

    def tabs(self) -> list[RecordTab]:
        """Return all tabs in their order."""
        return [self.tab(at) for at in range(len(TAB_KINDS))]

    def built_tabs(self) -> dict[int, RecordTab]:
        """Return the tabs that were needed so far, by their places."""
        return dict(self._tabs)

    def make_next(self) -> bool:
        """Make one that is missing; say whether more are."""
        missing = [at for at in range(len(TAB_KINDS)) if at not in self._tabs]
        if missing:
            self.tab(missing[0])
        return len(missing) > 1

    def front(self) -> int | None:
        """Return the place of the tab in front; None before the first is."""
        current = self.currentWidget()
        return next((at for at, tab in self._tabs.items() if tab is current), None)

    def bring(self, at: int) -> None:
        """Bring a tab to the front."""
        self.bringing.emit()
        self.setCurrentWidget(self.tab(at))
