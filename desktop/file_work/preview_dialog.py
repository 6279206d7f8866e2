"""A dialog that shows what would come of work on files before it is done; importing and merging are
such.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from db import Change, DeskError, Progress, Store
from desktop.widgets.message import Message
from desktop.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from desktop.background.job import Job
    from desktop.session.session import Session


class PreviewDialog(QDialog):
    """A subclass makes its widgets in the order of Tab, the last of them with `_make_ending`, and
    its previews with `_preview`. `previewed` says that one is on show, or why there is none.
    """

    previewed = Signal()
    message: Message

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._is_over = False

    def _make_ending(self, accept: str) -> None:
        """Make the last line: progress, the button that accepts, Cancel."""
        self.progress = ProgressLine(self)
        self.progress.cancelled.connect(self.stop_job)
        self.accept_button = QPushButton(accept, self)
        self.accept_button.setDefault(True)
        self.accept_button.setEnabled(False)  # until there is a preview
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.clicked.connect(self.reject)

    def _ending(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.progress, 1)
        line.addStretch(0)
        line.addWidget(self.accept_button)
        line.addWidget(self.cancel_button)
        return line

    def _button(self, text: str, pressed: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: pressed())
        return button

    # the preview

    def _preview(
        self,
        what: str,
        job: Callable[[Store, Progress], Any],
        show: Callable[[Any, Change | None], None],
        *,
        can_cancel: bool = True,
    ) -> None:
        """Begin a preview; `show` and `_refuse` take what comes of it."""
        self.message.dismiss()
        try:
            self._job = self._session.start(what, job, show, self._refuse)
        except DeskError as refusal:
            self.message.say("error", str(refusal))
            return
        self._job.progressed.connect(self.progress.advance)
        self._job.failed.connect(self._tell_bug)
        # The dialog has a button Cancel of its own, which gives up more than this.
        self.progress.start(what, can_cancel=can_cancel, cancel=self.tr("Stop the preview"))

    def _refuse(self, refusal: DeskError) -> None:
        raise NotImplementedError

    def _is_wanted_at_end(self) -> bool:
        """Say whether what has ended is still wanted."""
        self._job = None
        if not self._is_over:
            self.progress.finish()
        return not self._is_over

    def _tell_bug(self, _error: Exception) -> None:
        """Say that the preview ended in a bug, which the window reports."""
        if self._is_wanted_at_end():
            text = self.tr(
                "A bug in Aide-Mémoire ended the preview; a report of it was written. Nothing was"
                " changed."
            )
            self.message.say("error", text)
            self.previewed.emit()

    def stop_job(self) -> None:
        """Give the preview up, the dialog stays."""
        if self._job is not None:
            self._job.cancel()

    def stop(self) -> None:
        """Give the preview up and show nothing more, because the dialog is about to go."""
        self._is_over = True
        self.stop_job()

    def done(self, result: int) -> None:
        self.stop()
        super().done(result)
