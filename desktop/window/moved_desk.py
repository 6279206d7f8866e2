"""When the file of the open desk has gone or is another: offers to save what is open to a new file.

The desk goes on in the new file, with what was typed and not saved.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from db import DeskError, Refused, go_on_in
from desktop.paper.content.file_names import file_name_for
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from db import Store
    from desktop.session.session import Session
    from desktop.window.main_window import Window


class Moved(QObject):
    """Belongs to one window and one open desk. `met` comes from whichever thread meets it."""

    met = Signal(object)  # the FileMoved

    def __init__(self, window: Window, store: Store, session: Session) -> None:
        super().__init__(session)
        self._window = window
        self._store = store
        self._session = session
        # Afterwards: who was refused tells it too, and the offer is to stay.
        self.met.connect(self._offer, Qt.ConnectionType.QueuedConnection)
        store.on_moved(self.met.emit)
        self._is_saved = False

    def begin(self) -> None:
        """Tells what was found beside the desk and not taken."""
        if self._store.says:
            self._window.tell(Notice("warn", self._store.says))

    @property
    def is_moved(self) -> bool:
        """Whether the file at the desk's path is no longer the one that is open."""
        return self._store.is_moved

    def _offer(self, refusal: DeskError) -> None:
        if self._window.session is self._session and self._store.is_moved:
            self._tell(str(refusal))

    def _tell(self, text: str) -> None:
        self._window.tell(Notice("error", text, self.tr("Save to a new file…"), self.save))

    def save(self) -> None:
        """Asks for a file, saves what is open there and goes on in it."""
        path = self._ask_path(self.tr("Where what is open is to be saved"))
        if path is None:
            return
        try:
            if self._session.job is not None:
                raise Refused(self.tr("Something is still being written; wait until it has ended."))
            store = go_on_in(self._store, path)
        except DeskError as refusal:
            self._tell(str(refusal))
            return
        self._is_saved = True
        self._carry_drafts(store)
        window = self._window
        window.close_desk()
        view = window.show_desk(store)
        window.opening.remember(store.path)
        text = self.tr("The desk is saved as {name}, and you go on in that file.")
        notice = Notice("done", text.format(name=store.path.name))
        drafts = view.session.drafts()
        if drafts:
            take_up = partial(view.resume, drafts[0])
            notice = replace(notice, action=self.tr("Take up what was typed"), act=take_up)
        window.tell(notice)

    def _carry_drafts(self, store: Store) -> None:
        """Keeps in the new file what was typed and could not be kept in the one that has gone."""
        view = self._window.view
        if view is not None:
            view.tab.pane.keep_unsaved()
        self._session.kept_drafts.carry_to(store)

    def save_before_leaving(self) -> None:
        """Asks for a file once more before the desk is closed; without one all goes with it."""
        if self._is_saved or not self.is_moved:
            return
        name = self._store.path.name
        title = self.tr("{name} is not the file that is open any more: save what is open, or lose")
        path = self._ask_path(title.format(name=name))
        if path is None:
            return
        try:
            store = go_on_in(self._store, path)
            with store:
                self._carry_drafts(store)
        except DeskError as refusal:
            self._tell(str(refusal))

    def _ask_path(self, title: str) -> Path | None:
        proposed = file_name_for(self._store.path.stem, ".desk")
        kinds = self.tr("Desks (*.desk)")
        return self._window.ask.save_path(self._window, title, proposed, kinds)
