"""Offers again what was typed and never saved, as after a crash; the view of a desk has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.models.tab_kinds import TAB_KINDS, index_of_kind
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from db import Draft
    from desktop.session.session import Session


class DraftRecovery(QObject):
    """Follow the drafts of one session. `noticed` gives the offer, `resume_wanted` the `Draft`
    whose form is to be opened as it was.
    """

    noticed = Signal(object)
    resume_wanted = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def offer(self) -> None:
        """Tell of the newest draft, if there is one and the desk can be written to."""
        drafts = self._session.drafts()
        if not drafts or self._session.is_read_only:
            return
        draft = drafts[0]
        text = self.tr("Unsaved changes were kept: {what}.").format(what=self._title(draft))
        again = self.tr("Resume editing")
        self.noticed.emit(Notice("info", text, again, lambda: self.resume_wanted.emit(draft)))

    def _title(self, draft: Draft) -> str:
        if draft.record_id is not None:
            ref = self._session.reader.ref(draft.record_id, self._session.lens)
            if ref is not None:
                return ref.title
        one = TAB_KINDS[index_of_kind(draft.kind)].one
        return self.tr("a new record, {kind}").format(
            kind=QCoreApplication.translate("Tabs", one).lower()
        )
