"""When the file of the open desk has gone or is another: offers to save what is open to a new file.

The desk goes on in the new file, with what was typed and not saved.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from db import DeskError, Refused, go_on_in
from desktop.paper.content.file_names import file_name_for
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from db import Store
    from desktop.dialogs.ask import Ask
    from desktop.session.session import Session


class MovedDesk(QObject):
    """Watch the file of one open desk. `keep_unsaved` keeps as a draft what is typed just now.

    `met` comes from whichever thread meets the refusal; `noticed` gives a `Notice`, `saved` the
    `Store` of the new file, in which the desk is to go on.
    """

    met = Signal(object)  # the FileMoved
    noticed = Signal(object)
    saved = Signal(object)

    def __init__(
        self,
        store: Store,
        session: Session,
        ask: Ask,
        keep_unsaved: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(session)
        self._store = store
        self._session = session
        self._ask = ask
        self._keep_unsaved = keep_unsaved
        self._parent = parent
        self._is_saved = False
        self._is_over = False
        # Afterwards: who was refused tells it too, and the offer is to stay.
        self.met.connect(self._offer, Qt.ConnectionType.QueuedConnection)
        store.on_file_moved(self.met.emit)

    def begin(self) -> None:
        """Tell what was found beside the desk and not taken."""
        if self._store.says:
            self.noticed.emit(Notice("warn", self._store.says))

    @property
    def is_moved(self) -> bool:
        """Whether the file at the desk's path is no longer the one that is open."""
        return self._store.is_moved

    def _offer(self, refusal: DeskError) -> None:
        if not self._is_over and self._store.is_moved:
            self._notify(str(refusal))

    def _notify(self, text: str) -> None:
        self.noticed.emit(Notice("error", text, self.tr("Save as…"), self.save))

    def save(self) -> None:
        """Ask for a file, save what is open there and go on in it."""
        path = self._ask_path(self.tr("Save the desk as"))
        if path is None:
            return
        try:
            if self._session.job is not None:
                raise Refused(
                    self.tr("The desk is still being written; wait until that has ended.")
                )
            store = go_on_in(self._store, path)
        except DeskError as refusal:
            self._notify(str(refusal))
            return
        self._is_saved = True
        self._carry_drafts(store)
        self.saved.emit(store)

    def _carry_drafts(self, store: Store) -> None:
        """Keep in the new file what was typed and could not be kept in the one that has gone."""
        if not self._is_over:
            self._keep_unsaved()
        self._session.kept_drafts.carry_to(store)

    def end(self) -> None:
        """Ask for a file once more, because the desk is about to close; else all goes with it."""
        self._save_before_leaving()
        self._is_over = True

    def _save_before_leaving(self) -> None:
        if self._is_saved or not self.is_moved:
            return
        name = self._store.path.name
        title = self.tr("{name} was replaced or moved: save the open desk as, or lose its changes")
        path = self._ask_path(title.format(name=name))
        if path is None:
            return
        try:
            store = go_on_in(self._store, path)
            with store:
                self._carry_drafts(store)
        except DeskError as refusal:
            self._notify(str(refusal))

    def _ask_path(self, title: str) -> Path | None:
        proposed = file_name_for(self._store.path.stem, ".desk")
        kinds = self.tr("Desks (*.desk)")
        return self._ask.save_path(self._parent, title, proposed, kinds)
