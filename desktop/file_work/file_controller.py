"""Work on files from the window: a preview, the work, what came of it; importing and merging are
such.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from db import DeskError, Stopped
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from db import Change, Lens, Progress, Store
    from desktop.dialogs.ask import Ask
    from desktop.file_work.preview_dialog import PreviewDialog
    from desktop.session.session import Session


class FileController(QObject):
    """Follow the open desk with `show_session`. `noticed` gives a `Notice`, `work_started` the
    `Job` that runs, `revert_wanted` the change of one that is to be undone.
    """

    noticed = Signal(object)
    work_started = Signal(object)
    revert_wanted = Signal(object)

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask = ask
        self._parent = parent
        self._session: Session | None = None

    def show_session(self, session: Session | None) -> None:
        """Take another desk from now on; None: there is none."""
        self._session = session

    def _is_accepted(self, dialog: PreviewDialog) -> bool:
        """Show a preview; it is let go, but can still be asked for what was chosen."""
        try:
            return self._ask.run(dialog)
        finally:
            dialog.stop()
            dialog.deleteLater()

    def _start(
        self,
        what: str,
        job: Callable[[Lens, Store, Progress], Any],
        finish: Callable[[Any, Change | None], None],
    ) -> None:
        session = self._session
        if session is None:
            return  # the desk was closed meanwhile
        try:
            work = session.start(what, partial(job, session.lens), finish, self._refuse)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.work_started.emit(work)

    def _tell(self, kind: str, text: str, change: Change | None, *more: Any) -> None:
        """Tell what came of it, with Undo where something was changed."""
        undo = partial(self.revert_wanted.emit, change) if change is not None else None
        self.noticed.emit(Notice(kind, text, self.tr("Undo") if undo else "", undo, *more))

    def _stopped_text(self) -> str:
        raise NotImplementedError

    def _refuse(self, refusal: DeskError) -> None:
        if isinstance(refusal, Stopped):
            self.noticed.emit(Notice("info", self._stopped_text()))
        else:
            self.noticed.emit(Notice("error", str(refusal)))
