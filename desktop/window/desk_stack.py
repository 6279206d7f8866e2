"""The middle of the window: an open desk, the page that asks for its passphrase, or the start.

It keeps what is open. Whoever follows the desk listens to `session_changed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db import HIGHEST, MARKINGS
from desktop.preferences.preference_values import adopt_desk
from desktop.session.session import Session
from desktop.settings import CEILING, FIRST_CEILING, RECENT_DESKS
from desktop.window.desk_view import DeskView

if TYPE_CHECKING:
    from db import Draft, Store
    from desktop.search.search_coordinator import SearchCoordinator
    from desktop.settings import Settings
    from desktop.window.start_page import StartPage


class Closing(NamedTuple):
    """What a desk that was closed could not keep, as on a full disk, and what work was broken off,
    '' for none.
    """

    unkept: Draft | None
    stopped_work: str


class DeskStack(QStackedWidget):
    """`session_changed` gives the session of a desk before anything of it is shown, and None
    before it closes; `view_made` gives its view, `turned` says that another page is in front, and
    `damage_met` what is damaged and was read past. The signals ending in `wanted` come from the
    start.
    """

    session_changed = Signal(object)
    view_made = Signal(object)
    turned = Signal()
    damage_met = Signal(str)
    open_wanted = Signal()
    new_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(str)

    def __init__(self, settings: Settings, searching: SearchCoordinator, parent: QWidget) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.view: DeskView | None = None
        self.settings = settings
        self._searching = searching
        self._start: StartPage | None = None

    def show_desk(self, store: Store) -> DeskView:
        """Show an open store, which is closed with its view."""
        adopt_desk(store, self.settings)
        session = Session(store, ceiling=self._first_ceiling())
        session.setParent(self)
        session.noted.connect(self.damage_met)
        self.session = session
        self.session_changed.emit(session)
        self.view = view = DeskView(session, self.settings, self._searching, self)
        self.view_made.emit(view)
        self._put_in_front(view)
        view.open()
        self._searching.focus_list()
        self.turned.emit()
        for says in store.notes[:1]:  # met while the first list was read
            self.damage_met.emit(says)
        return view

    def _first_ceiling(self) -> int:
        """Return the ceiling that a desk is shown under at first."""
        chosen = self.settings.get(FIRST_CEILING)
        if chosen in MARKINGS:
            return MARKINGS.index(chosen)
        last = self.settings.get(CEILING)
        return last if 0 <= last <= HIGHEST else HIGHEST

    def show_start(self) -> None:
        """Show the three choices."""
        self.start.show_recent(self.settings.get(RECENT_DESKS))
        self.show_page(self.start)
        self.start.setFocus()

    @property
    def start(self) -> StartPage:
        """The page with the three choices."""
        if self._start is None:
            from desktop.window.start_page import StartPage

            self._start = page = StartPage(self)
            page.open_asked.connect(self.open_wanted)
            page.new_asked.connect(self.new_wanted)
            page.sample_asked.connect(self.sample_wanted)
            page.recent_asked.connect(self.recent_wanted)
        return self._start

    def show_page(self, page: QWidget) -> None:
        """Show a page while no desk is open; the one before goes unless it is the start."""
        self._put_in_front(page)
        self.turned.emit()

    def _put_in_front(self, page: QWidget) -> None:
        before = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        if before is not None and before not in (page, self._start):
            self.removeWidget(before)
            before.deleteLater()

    def close_desk(self, page: QWidget | None = None) -> Closing:
        """Close what is open at once; text that is not saved is kept as a draft, and of long work
        nothing. A page that is given hides all of it before anything is waited for.
        """
        view, session = self.view, self.session
        if view is None or session is None:
            return Closing(None, "")
        if page is not None:
            self.addWidget(page)
            self.setCurrentWidget(page)
        self.session_changed.emit(None)
        if page is not None:
            self.window().repaint()
        stopped_work = session.stop_work()
        unkept = view.keep_draft_now()
        self.settings.put(CEILING, session.lens.ceiling)
        self.view = self.session = None
        self.removeWidget(view)
        view.end()
        view.deleteLater()
        session.close()
        session.deleteLater()
        return Closing(unkept, stopped_work)
