"""The menu of saved searches: those kept on the desk, and those of late; the window has one.

What is kept is written as one change through the session, so that Undo takes it back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from db import DeskError, View, as_exact, keep_view, parse_query
from desktop.models.tab_kinds import TAB_KINDS
from desktop.search.recent_searches import RecentSearches
from desktop.style.icons import icon
from desktop.widgets.message import Notice
from desktop.widgets.plain import add_heading, plain_tip

if TYPE_CHECKING:
    from desktop.dialogs.ask import Ask
    from desktop.session.session import Session
    from desktop.settings import Settings

Typed = tuple[str, str, bool]  # text of the box, kind of the tab in front, whether exact
_MAX_ENTRY_LETTERS = 60  # characters of a search in the menu


class SavedSearchesMenu(QObject):
    """Fill the menu anew each time it opens, behind the actions that always stand in it.

    `search_wanted` gives text, kind ("" for that in front) and whether exact (None: as it is),
    `print_wanted` title, kind and query, `noticed` a `Notice`.
    """

    search_wanted = Signal(str, str, object)
    print_wanted = Signal(str, str, object)
    noticed = Signal(object)

    def __init__(
        self,
        menu: QMenu,
        settings: Settings,
        ask: Ask,
        typed: Callable[[], Typed],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._menu = menu
        self._settings = settings
        self._ask = ask
        self._typed = typed
        self._parent = parent
        self._own: list[QAction] = []
        self._session: Session | None = None
        self._recent: RecentSearches | None = None

    def show_session(self, session: Session | None) -> None:
        """Follow the open desk; None has no searches."""
        self._session = session
        self._recent = None
        if session is None:
            self._clear()
        else:
            self._recent = RecentSearches(session, self._settings)
            session.lens_changed.connect(self.fill)  # a closed menu keeps its entries

    # the menu

    def fill(self) -> None:
        """Put the views and the last searches below the actions."""
        self._clear()
        views, recent = self.views(), self.recent_texts()
        if views:
            self._own.append(self._menu.addSeparator())
        for view in views:
            action = self._menu.addAction(icon(_glyph(view.kind)), _plain(view.name))
            action.setToolTip(plain_tip(view.query))
            action.triggered.connect(lambda _=False, view=view: self.open(view))
            self._own.append(action)
        if recent:
            self._own.append(self._menu.addSeparator())
            self._own.append(add_heading(self._menu, self.tr("Recent searches")))
        for text in recent:
            action = self._menu.addAction(icon("history", "quiet"), _plain(text))
            action.triggered.connect(lambda _=False, text=text: self.search(text))
            self._own.append(action)
        if recent:
            action = self._menu.addAction(self.tr("&Clear recent searches"))
            action.triggered.connect(self.forget_recent)
            self._own.append(action)

    def _clear(self) -> None:
        for action in self._own:
            self._menu.removeAction(action)
            action.deleteLater()
        self._own = []

    # recent searches

    def recent_texts(self) -> list[str]:
        """Return the last searches, newest first."""
        return self._recent.texts() if self._recent is not None else []

    def note(self, text: str) -> None:
        """Remember a search that led somewhere."""
        if self._recent is not None:
            self._recent.add(text)

    def forget_recent(self) -> None:
        """Forget what was searched lately."""
        if self._recent is not None:
            self._recent.clear()

    # views

    def views(self) -> list[View]:
        """Return the searches kept on the open desk, by name."""
        if self._session is None:
            return []
        try:
            return self._session.reader.views(self._session.lens)
        except DeskError as refusal:
            self._refuse(refusal)
            return []

    def search(self, text: str) -> None:
        """Search a text in the tab in front."""
        self.search_wanted.emit(text, "", None)

    def open(self, view: View) -> None:
        """Search what is kept, in the tab it was kept in."""
        self.search_wanted.emit(view.query, view.kind, view.is_exact)

    def keep(self) -> None:
        """Ask for a name for what is searched now, and keep it."""
        from desktop.search.save_search_dialog import SaveSearchDialog

        session = self._session
        text, kind, is_exact = self._typed()
        if not text.strip():
            message = self.tr("Type a search first; then it can be saved.")
            self.noticed.emit(Notice("info", message))
            return
        if session is None:
            return
        names = [view.name for view in self.views()]
        dialog = SaveSearchDialog(self._parent, text.strip(), names, session.lens.ceiling)
        if self._ask.run(dialog):
            name, marking = dialog.name(), dialog.marking()
            self._keep(session, View(0, name, kind, text.strip(), is_exact, marking))
        dialog.deleteLater()

    def _keep(self, session: Session, view: View) -> None:
        label = self.tr("Save the search {name}").format(name=view.name)
        try:
            with session.unit_of_work(label) as work:
                keep_view(
                    work,
                    view.name,
                    view.kind,
                    view.query,
                    is_exact=view.is_exact,
                    lens=session.lens,
                    marking=view.marking,
                )
        except DeskError as refusal:
            self._refuse(refusal)
            return
        message = self.tr("The search “{name}” is saved; it is in the menu Searches.")
        self.noticed.emit(Notice("done", message.format(name=view.name)))

    def print(self, view: View) -> None:
        """Have printed what a kept search finds through the present lens."""
        query = parse_query(view.query)
        query = as_exact(query) if view.is_exact else query
        self.print_wanted.emit(view.name, view.kind, query)

    def arrange(self) -> None:
        """Show the kept searches to be opened, renamed, printed and removed."""
        from desktop.search.saved_searches_dialog import SavedSearchesDialog

        if self._session is None:
            return
        dialog = SavedSearchesDialog(self._session, self._parent)
        dialog.print_wanted.connect(self.print)
        self._ask.run(dialog)
        chosen = dialog.chosen
        dialog.deleteLater()
        if chosen is not None:
            self.open(chosen)

    def _refuse(self, refusal: DeskError) -> None:
        self.noticed.emit(Notice("error", str(refusal)))


def _plain(text: str) -> str:
    """Return a text as an action takes it: a lone “&” would be a mnemonic."""
    cut = text if len(text) <= _MAX_ENTRY_LETTERS else f"{text[: _MAX_ENTRY_LETTERS - 1]}…"
    return cut.replace("&", "&&")


def _glyph(kind: str) -> str:
    return next(each.icon for each in TAB_KINDS if each.kind == kind)
