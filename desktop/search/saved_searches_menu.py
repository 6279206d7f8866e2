"""The Views menu: searches kept on the desk, and those of late; the window has one.

What is kept is written as one change through the session, so that Undo takes it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from db import DeskError, View, as_exact, keep_view, parse_query, remove_view, rename_view
from desktop.models.tab_kinds import TAB_KINDS, index_of_kind
from desktop.search.recent_searches import RecentSearches
from desktop.style.icons import icon
from desktop.widgets.message import Notice
from desktop.widgets.plain import plain_tip

if TYPE_CHECKING:
    from desktop.session.session import Session
    from desktop.window.main_window import Window

_SHOWN = 60  # characters of a search in the menu


class ViewsMenu(QObject):
    """Fills the menu anew each time it opens, behind the deeds that always stand in it."""

    def __init__(self, window: Window, menu: QMenu) -> None:
        super().__init__(window)
        self._window = window
        self._menu = menu
        self._own: list[QAction] = []
        self._recent: RecentSearches | None = None
        self._recent_of: Session | None = None

    # the menu

    def fill(self) -> None:
        """Puts the views and the last searches below the deeds."""
        for action in self._own:
            self._menu.removeAction(action)
            action.deleteLater()
        self._own = []
        views, recent = self.views(), self.recent_texts()
        if views:
            self._own.append(self._menu.addSeparator())
        for view in views:
            action = self._menu.addAction(icon(_glyph(view.kind)), _plain(view.name))
            action.setToolTip(plain_tip(view.query))
            action.triggered.connect(lambda _=False, view=view: self.open(view))
            self._own.append(action)
        if recent:
            self._own.append(self._menu.addSection(self.tr("Recent searches")))
        for text in recent:
            action = self._menu.addAction(icon("history", "quiet"), _plain(text))
            action.triggered.connect(lambda _=False, text=text: self.search(text))
            self._own.append(action)
        if recent:
            action = self._menu.addAction(self.tr("&Forget recent searches"))
            action.triggered.connect(self.forget_recent)
            self._own.append(action)

    # recent searches

    def recent(self) -> RecentSearches | None:
        """The last searches of the open desk."""
        session = self._window.session
        if session is not self._recent_of:
            self._recent_of = session
            self._recent = None
            if session is not None:
                self._recent = RecentSearches(session, self._window.settings)
                session.lens_changed.connect(self.fill)  # a closed menu keeps its entries
        return self._recent

    def recent_texts(self) -> list[str]:
        """The last searches, newest first."""
        recent = self.recent()
        return recent.texts() if recent is not None else []

    def note(self) -> None:
        """Remembers what stands in the box: it led somewhere."""
        recent = self.recent()
        if recent is not None:
            recent.add(self._window.bar.search.text())

    def forget_recent(self) -> None:
        """Forgets what was searched lately."""
        recent = self.recent()
        if recent is not None:
            recent.clear()

    # views

    def views(self) -> list[View]:
        """The views of the open desk, by name."""
        session = self._window.session
        if session is None:
            return []
        try:
            return session.reader.views(session.lens)
        except DeskError as refusal:
            self._tell(refusal)
            return []

    def open(self, view: View) -> None:
        """Searches what a view keeps, in the tab it was made in."""
        window = self._window
        if window.view is None:
            return
        window.view.show_tab(index_of_kind(view.kind))
        window.deeds.of("exact").setChecked(view.is_exact)
        self.search(view.query)

    def search(self, text: str) -> None:
        """Puts a text in the box, as if it were typed."""
        box = self._window.bar.search
        if box.text() == text:
            self._window.search_again()
        box.setText(text)
        self._window.focus_list()

    def keep(self) -> None:
        """Asks for a name for what is searched now."""
        from desktop.search.save_search_dialog import KeepViewDialog

        window = self._window
        text = window.bar.search.text().strip()
        if not text:
            said = self.tr("Type a search first; then it can be kept as a view.")
            window.tell(Notice("info", said))
            return
        if window.session is None:
            return
        names, ceiling = [view.name for view in self.views()], window.session.lens.ceiling
        dialog = KeepViewDialog(window, text, names, ceiling)
        if window.ask.run(dialog):
            self._keep(dialog.name(), text, dialog.marking())
        dialog.deleteLater()

    def _keep(self, name: str, text: str, marking: int) -> None:
        window = self._window
        if window.session is None or window.view is None:
            return
        kind, is_exact = window.view.tab.kind, window.deeds.of("exact").isChecked()
        try:
            with window.session.unit_of_work(
                self.tr("Keep the view {name}").format(name=name)
            ) as work:
                lens = window.session.lens
                keep_view(work, name, kind, text, is_exact=is_exact, lens=lens, marking=marking)
        except DeskError as refusal:
            self._tell(refusal)
            return
        said = self.tr("The view “{name}” is kept; it stands in the menu Views.")
        window.tell(Notice("done", said.format(name=name)))

    def rename(self, view: View, name: str) -> str:
        """Renames a view; returns why it could not be, or nothing."""
        session = self._window.session
        if session is None or name == view.name:
            return ""
        label = self.tr("Rename the view {name}").format(name=view.name)
        try:
            with session.unit_of_work(label) as work:
                rename_view(work, view.id, name, session.lens)
        except DeskError as refusal:
            return str(refusal)
        return ""

    def remove(self, view: View) -> str:
        """Forgets a view; returns why it could not be, or nothing."""
        session = self._window.session
        if session is None:
            return ""
        label = self.tr("Remove the view {name}").format(name=view.name)
        try:
            with session.unit_of_work(label) as work:
                remove_view(work, view.id, session.lens)
        except DeskError as refusal:
            return str(refusal)
        return ""

    def print(self, view: View) -> None:
        """Prints what a view finds through the present lens."""
        query = parse_query(view.query)
        query = as_exact(query) if view.is_exact else query
        self._window.printing.print_query(view.name, view.kind, query)

    def arrange(self) -> None:
        """Shows the views to be opened, renamed, printed and removed."""
        from desktop.search.saved_searches_dialog import ViewsDialog

        dialog = ViewsDialog(self, self._window)
        self._window.ask.run(dialog)
        chosen = dialog.chosen
        dialog.deleteLater()
        if chosen is not None:
            self.open(chosen)

    def _tell(self, refusal: DeskError) -> None:
        self._window.tell(Notice("error", str(refusal)))


def _plain(text: str) -> str:
    """A text as an action takes it: a lone “&” would be a mnemonic."""
    cut = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return cut.replace("&", "&&")


def _glyph(kind: str) -> str:
    return next(each.icon for each in TAB_KINDS if each.kind == kind)
