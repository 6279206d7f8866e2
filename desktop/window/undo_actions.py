"""Undo, Redo and the taking back of any one change, as the officer asks for them in the window.

What takes long, such as undoing an import, runs beside the window.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db import DeskError
from desktop.widgets.message import RECORD, Notice, outcome_text

if TYPE_CHECKING:
    from db import Change
    from desktop.session.session import Session


class UndoActions(QObject):
    """`noticed` gives a `Notice`, `started` the `Job` that has begun, `stepped` the change that was
    made, before it is told. `leave` closes the form in front, and says False when it does not let
    go.
    """

    noticed = Signal(object)
    stepped = Signal(object)
    started = Signal(object)

    def __init__(self, session: Session, leave: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._leave = leave

    def undo(self) -> None:
        """Take the last change of this window back."""
        if self._session.undo_is_long:
            what = self.tr("Undoing: {label}").format(label=self._session.undo_label())
            self._begin(lambda: self._session.start_undo(what, self.finish, self._refuse))
        else:
            self._try(self._session.undo)

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._session.redo_is_long:
            what = self.tr("Redoing: {label}").format(label=self._session.redo_label())
            self._begin(lambda: self._session.start_redo(what, self.finish, self._refuse))
        else:
            self._try(self._session.redo)

    def revert(self, change_id: int) -> None:
        """Take one change back, today's or last month's."""
        self._try(lambda: self._session.revert(change_id))

    def revert_if_last(self, change: Change) -> None:
        """Undo a change from its own line: as Undo while it is the last, else by itself."""
        if self._session.is_last(change):
            self.undo()
        else:
            self.revert(change.id)

    def _begin(self, start: Callable[[], object]) -> None:
        if not self._leave():
            return
        try:
            work = start()
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.started.emit(work)

    def _try(self, step: Callable[[], Change]) -> None:
        if not self._leave():
            return
        try:
            change = step()
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.finish(change, change)

    def finish(self, change: Change, _result: Change | None) -> None:
        """Say what was undone or done again; it comes from the session."""
        self.stepped.emit(change)
        label = change.label
        if change.marking > self._session.lens.ceiling:  # it was lowered while this ran
            label = self.tr("A change above the ceiling")
        self.noticed.emit(Notice("done", outcome_text(label), until=RECORD))

    def _refuse(self, refusal: DeskError) -> None:
        self.noticed.emit(Notice("error", str(refusal)))
