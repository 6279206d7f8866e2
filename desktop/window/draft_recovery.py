"""Offers again what was typed and never saved, as after a crash; the view of a desk has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.models.tab_kinds import TAB_KINDS
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from db import Draft
    from desktop.window.desk_view import DeskView


class DraftRecovery(QObject):
    """Belongs to one view and acts on it."""

    def __init__(self, view: DeskView) -> None:
        super().__init__(view)
        self._view = view

    def offer(self) -> None:
        """Tells of the newest draft, if there is one and the desk can be written to."""
        session = self._view.session
        drafts = session.drafts()
        if not drafts or session.is_read_only:
            return
        draft = drafts[0]
        text = self.tr("Text that was typed and never saved is kept: {what}.").format(
            what=self._title(draft)
        )
        again = self.tr("Take it up again")
        self._view.tell(Notice("info", text, again, lambda: self.resume(draft)))

    def resume(self, draft: Draft) -> None:
        """Opens the form of a draft as it was."""
        self._view.show_tab(self._view.tab_of(draft.kind))
        self._view.tab.resume(draft)

    def _title(self, draft: Draft) -> str:
        session = self._view.session
        if draft.record_id is not None:
            ref = session.reader.ref(draft.record_id, session.lens)
            if ref is not None:
                return ref.title
        one = TAB_KINDS[self._view.tab_of(draft.kind)].one
        return self.tr("a new record, {kind}").format(
            kind=QCoreApplication.translate("Tabs", one).lower()
        )
