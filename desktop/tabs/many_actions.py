"""Changes of many records in one step, as the officer asks for them in the window.

What takes longer than a breath runs beside the window, with progress and Cancel.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from db import DeskError, today
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db import Change, Progress, Store
    from desktop.session.session import Session

MAX_RECORDS_AT_ONCE: Final = 40  # what is more is written beside the window


class ManyActions(QObject):
    """`told` gives a `Notice`, `started` the `Job` that has begun."""

    told = Signal(object)
    started = Signal(object)

    def __init__(self, session: Session, undo: Callable[[Change], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._undo = undo

    def mark_checked(self, ids: Sequence[int]) -> None:
        """Say of records that they were checked today."""
        done = self.tr("Checked today: {what}.")
        self._set(ids, {"checked_on": today()}, done, self.tr("That was checked today already."))

    def _set(self, ids: Sequence[int], values: Mapping[str, Any], done: str, same: str) -> None:
        """Give fields new values; `done` tells it of {what}, `same` that nothing differed."""
        session, lens = self._session, self._session.lens

        def finish(_answer: object, change: Change | None) -> None:
            self._tell(change, done, same)

        def write(store: Store, progress: Progress) -> Change | None:
            return store.set_fields(ids, values, lens, progress)

        if not ids:
            return
        try:
            if len(ids) <= MAX_RECORDS_AT_ONCE:
                finish(None, session.set_fields(ids, values))
            else:
                what = self.tr("Changing {n} records").format(n=len(ids))
                self.started.emit(session.start(what, write, finish, self._refuse))
        except DeskError as refusal:
            self._refuse(refusal)

    def _tell(self, change: Change | None, done: str, same: str) -> None:
        if change is None:
            self.told.emit(Notice("info", same))
            return
        text = done.format(what=change.label.removeprefix("Edit "))
        self.told.emit(Notice("undo", text, self.tr("Undo"), lambda: self._undo(change)))

    def _refuse(self, refusal: DeskError) -> None:
        self.told.emit(Notice("error", str(refusal)))
