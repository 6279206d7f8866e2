"""Opening, making, locking and leaving desks from the window; a refusal is told as a sentence."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db import DeskError, WrongPassphrase, needs_passphrase, open_desk
from desktop.paper.content.file_names import file_name_for
from desktop.settings import LAST_DESK, RECENT_DESKS
from desktop.widgets.message import Notice
from desktop.window.moved_desk import MovedDesk

if TYPE_CHECKING:
    from db import Store
    from desktop.window.desk_view import DeskView
    from desktop.window.main_window import Window
    from desktop.window.unlock import UnlockPage

_RECENT = 8  # desks remembered


class DeskController(QObject):
    """Belongs to one window and acts on it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._moved: MovedDesk | None = None
        window.open_wanted.connect(self.ask_for_desk)
        window.new_wanted.connect(self.ask_for_new_desk)
        window.sample_wanted.connect(self.open_sample)
        window.recent_wanted.connect(self.open_named)
        window.desk_closing.connect(self._end_moved)

    def open_path(self, path: Path) -> bool:
        """Opens a desk, or shows the page that asks for its passphrase; False if refused."""
        try:
            if needs_passphrase(path):
                return self.leave() and self._ask_passphrase(path)
            if not self.leave():
                return False
            self._show(open_desk(path))
        except DeskError as refusal:
            self._refuse(str(refusal))
            return False
        self.remember(path)
        return True

    def _show(self, store: Store) -> DeskView:
        """Show an open store, and watch whether its file stays where it is."""
        window = self._window
        view = window.show_desk(store)
        moved = MovedDesk(store, view.session, window.ask, view.keep_unsaved, window)
        self._moved = moved
        moved.noticed.connect(window.tell)
        moved.saved.connect(self._go_on_in)
        moved.begin()
        return view

    def _end_moved(self) -> None:
        moved, self._moved = self._moved, None
        if moved is not None:
            moved.end()

    def _go_on_in(self, store: Store) -> None:
        """Go on in the file that the desk was saved to, and offer what was typed meanwhile."""
        window = self._window
        window.close_desk()
        view = self._show(store)
        self.remember(store.path)
        text = self.tr("The desk is saved as {name}; you now work in that file.")
        notice = Notice("done", text.format(name=store.path.name))
        drafts = view.session.drafts()
        if drafts:
            take_up = partial(view.resume, drafts[0])
            notice = replace(notice, action=self.tr("Resume editing"), act=take_up)
        window.tell(notice)

    def open_named(self, path: str) -> None:
        """Opens a desk by the text of its path."""
        self.open_path(Path(path))

    def ask_for_desk(self) -> None:
        """Asks for a file and opens it."""
        window = self._window
        kinds = self.tr("Desks (*.desk);;All files (*)")
        path = window.ask.open_path(window, self.tr("Open a desk"), kinds)
        if path is not None:
            self.open_path(path)

    def ask_for_new_desk(self) -> None:
        """Asks for name, passphrase and file, makes the desk and opens it."""
        from desktop.dialogs.new_desk import NewDeskDialog

        window = self._window
        dialog = NewDeskDialog(window)
        try:
            if not window.ask.run(dialog):
                return
            name, passphrase = dialog.name.text().strip(), dialog.passphrase()
        finally:
            dialog.deleteLater()
        path = self._path_for(self.tr("Save the new desk as"), name or self.tr("My desk"))
        if path is not None:
            self._make(path, passphrase, name)

    def _path_for(self, title: str, name: str) -> Path | None:
        window = self._window
        path = window.ask.save_path(
            window, title, file_name_for(name, ".desk"), self.tr("Desks (*.desk)")
        )
        return path if path is None or path.suffix else path.with_suffix(".desk")

    def _make(self, path: Path, passphrase: str, name: str) -> None:
        from db import make_desk

        try:
            says = make_desk(path, passphrase, name)
            if not self.leave():
                return
            self._show(open_desk(path, passphrase))
            if says:
                self._window.tell(Notice("warn", says))
        except DeskError as refusal:
            self._refuse(str(refusal))
            return
        self.remember(path)

    def open_sample(self) -> None:
        """Makes the sample desk where the officer wants it, unless it is there, and opens it."""
        from db import load_sample, make_desk

        path = self._path_for(self.tr("Save the sample desk as"), self.tr("sample"))
        if path is None:
            return
        try:
            if not path.exists():
                make_desk(path, "", self.tr("Sample desk"))
                with open_desk(path) as store:
                    load_sample(store)
        except DeskError as refusal:
            self._refuse(str(refusal))
            return
        self.open_path(path)

    def close(self) -> None:
        """Goes back to the start."""
        if self.leave():
            self._window.show_start()

    def leave(self) -> bool:
        """Saves and closes what is open; False when a form with an error does not let go."""
        view = self._window.view
        if view is not None and not view.leave_form():
            moved = self._moved
            if moved is None or not moved.is_moved:  # nothing can be saved here any more
                return False
        self._window.close_desk()
        return True

    # the lock

    def lock(self) -> None:
        """Closes the desk and shows nothing of it until the passphrase is given again."""
        session = self._window.session
        if session is None:
            return
        if not session.is_encrypted:
            text = self.tr("This desk has no passphrase, so a lock would keep nobody out.")
            action = "" if session.is_read_only else self.tr("Set a passphrase…")
            self._window.tell(Notice("warn", text, action, self.ask_new_passphrase))
            return
        path = session.path
        view = self._window.view
        if view is not None:
            # Not held up by an error: what cannot be saved is kept as a draft.
            view.leave_form()
        self._window.close_desk()
        self._ask_passphrase(path)

    def _ask_passphrase(self, path: Path) -> bool:
        from desktop.window.unlock import UnlockPage

        page = UnlockPage(path, self._window)
        page.unlocked.connect(lambda said: self._unlocked(page, said))
        page.left.connect(self._window.show_start)
        self._window.put_in_front(page)
        page.setFocus()
        return True

    def _unlocked(self, page: UnlockPage, passphrase: str) -> None:
        try:
            store = open_desk(page.path, passphrase)
        except WrongPassphrase as refusal:
            page.refuse(str(refusal))
            return
        except DeskError as refusal:
            self._refuse(str(refusal))
            return
        self._show(store)
        self.remember(page.path)

    def ask_new_passphrase(self) -> None:
        """Sets, changes or takes away the passphrase of the open desk."""
        from desktop.dialogs.passphrase import PassphraseDialog
        from desktop.search.recent_searches import RecentSearches

        session, view = self._window.session, self._window.view
        if session is None or view is None or not view.leave_form():
            return
        dialog = PassphraseDialog(self._window, is_encrypted=session.is_encrypted)
        try:
            if not self._window.ask.run(dialog):
                return
            session.set_passphrase(dialog.passphrase())
            RecentSearches(session, self._window.settings)  # forgets them of an encrypted desk
        except DeskError as refusal:
            self._refuse(str(refusal))
            return
        finally:
            dialog.deleteLater()
        text = self.tr("The desk is encrypted with the new passphrase.")
        if not session.is_encrypted:
            text = self.tr("The desk has no passphrase any more.")
        self._window.tell(Notice("done", text))

    def _refuse(self, sentence: str) -> None:
        if self._window.view is None:
            self._window.show_start()
        self._window.tell(Notice("error", sentence))

    def remember(self, path: Path) -> None:
        """Puts a desk first among those of late."""
        settings, name = self._window.settings, str(path.resolve())
        recent = [name, *(each for each in settings.get(RECENT_DESKS) if each != name)]
        settings.put(LAST_DESK, name)
        settings.put(RECENT_DESKS, recent[:_RECENT])
