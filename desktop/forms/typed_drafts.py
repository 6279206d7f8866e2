"""What is typed into a form and not saved: kept in the desk as a draft, offered again, forgotten.

`RecordPane` tells it which form is open.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db import DeskError, Draft, Refused
from desktop.background.delay import DRAFT_PAUSE_MS, Delay
from desktop.widgets.message import FORM, Notice

if TYPE_CHECKING:
    from desktop.forms.record_form import RecordForm
    from desktop.session.session import Session


class TypedDrafts(QObject):
    """Keeps the draft of one open form; `noticed` gives a `Notice`."""

    noticed = Signal(object)

    def __init__(self, kind: str, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._kind = kind
        self._session = session
        self._form: RecordForm | None = None
        self._record_id: int | None = None
        self._delay = Delay(self, DRAFT_PAUSE_MS, self.keep)

    def follow(self, form: RecordForm, record_id: int | None) -> None:
        """Keep what is typed into a form from now on; a record not yet saved has no id."""
        self._form, self._record_id = form, record_id
        form.edited.connect(self._delay.start_once)

    def stop(self) -> None:
        """Keep nothing more by itself."""
        self._delay.stop()

    def leave(self) -> None:
        """Let go of the form, which is about to close."""
        self._delay.stop()
        self._form = None

    def form_draft(self) -> Draft | None:
        """Return what the open form says, typed or not."""
        if self._form is None:
            return None
        return Draft(0, self._kind, self._record_id, self._form.draft(), "")

    def unsaved_draft(self) -> Draft | None:
        """Return what the open form says and the desk does not; None where that is nothing."""
        return self.form_draft() if self._form is not None and self._form.is_dirty() else None

    def keep(self) -> bool:
        """Put what is typed into the desk; say why that cannot be, and False."""
        typed = self.unsaved_draft()
        if typed is None:
            return True
        try:
            self._session.keep_draft(self._kind, self._record_id, typed.payload)
        except DeskError as refusal:
            text = self.tr("What you type cannot be kept: {why}").format(why=refusal)
            self.noticed.emit(Notice("warn", text))
            return False
        return True

    def forget(self) -> None:
        """Take the draft of this form out of the desk, for it is saved or discarded."""
        self._delay.stop()
        try:
            self._session.drop_draft(self._kind, self._record_id)
        except DeskError as refusal:
            self.noticed.emit(Notice("warn", str(refusal)))

    def offer(self) -> None:
        """Offer what was once typed into this form and not saved."""
        for draft in self._session.drafts():
            if (draft.kind, draft.record_id) == (self._kind, self._record_id):
                self.noticed.emit(
                    Notice(
                        "info",
                        self.tr("This record has unsaved changes."),
                        self.tr("Resume editing"),
                        partial(self._resume, draft.payload),
                        until=FORM,
                    )
                )
                return  # another was typed under another ceiling

    def _resume(self, payload: str) -> None:
        self.restore(payload)

    def restore(self, payload: str) -> bool:
        """Put into the form what a draft holds; say why that cannot be, and False."""
        if self._form is None:
            return False
        try:
            self._form.restore(payload)
        except Refused as refusal:
            self.noticed.emit(Notice("error", str(refusal)))
            return False
        self._delay.start_once()
        return True
