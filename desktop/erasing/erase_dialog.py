"""What is erased for good, who names it and which copies have it, before it is done.

The window opens it; nothing is written until it is accepted.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QListWidget, QWidget

from db import Change, DeskError, Erasure, Stopped
from desktop.erasing.erase_jobs import look_before
from desktop.file_work.preview_dialog import PreviewDialog
from desktop.session.session import Session
from desktop.style.dialog_layout import stack_in_dialog
from desktop.style.theme import space
from desktop.widgets.message import Message
from desktop.widgets.plain import PlainLabel

MAX_LISTED_NAMES = 500  # records that name it


class EraseDialog(PreviewDialog):
    """Accepted, `with_copies` says whether known copies are reached too."""

    def __init__(self, session: Session, uid: str, title: str, parent: QWidget | None) -> None:
        super().__init__(session, parent)
        self.setWindowTitle(self.tr("Erase for good"))
        text = self.tr(
            "“{title}” is erased with its history and every trace of it on this desk. This cannot"
            " be undone."
        )
        self.title = PlainLabel(self, text.format(title=title), wraps=True)
        self.message = Message(self)
        self.naming_label = PlainLabel(self, wraps=True)
        self.naming = QListWidget(self)
        self.naming.setAccessibleName(self.tr("Records that name it"))
        self.copies_box = QCheckBox(self.tr("Erase it in the known copies of the desk &too"), self)
        self.copies_label = PlainLabel(self, role="small", wraps=True)
        self.reach_label = PlainLabel(
            self,
            self.tr(
                "What others wrote of it in their own words stays. Copies elsewhere, exported files"
                " and printed paper are not reached."
            ),
            role="small",
            wraps=True,
        )
        self.sure_box = QCheckBox(self.tr("I know that this cannot be &undone"), self)
        self.sure_box.toggled.connect(self._follow)
        self._make_ending(self.tr("&Erase for good"))
        self.accept_button.setDefault(False)
        self.cancel_button.setDefault(True)
        column = stack_in_dialog(self, self.title, self.message, self.naming_label)
        column.addWidget(self.naming, 1)
        for each in (self.copies_box, self.copies_label, self.reach_label, self.sure_box):
            column.addWidget(each)
        column.addLayout(self._ending())
        self.resize(space(140), space(110))
        self.found: Erasure | None = None
        self._show_naming(None)
        job = partial(look_before, uid, session.lens)
        self._preview(self.tr("Looking who names it"), job, self._show)

    @property
    def with_copies(self) -> bool:
        """Whether known copies are reached too."""
        return self.copies_box.isChecked()

    def _show(self, found: Erasure, _change: Change | None) -> None:
        if self._is_wanted_at_end():
            self._show_naming(found)
            self.sure_box.setFocus()
            self.previewed.emit()

    def _refuse(self, refusal: DeskError) -> None:
        if not self._is_wanted_at_end():
            return
        if not isinstance(refusal, Stopped):
            self.message.say("error", str(refusal))
        self.previewed.emit()

    def _show_naming(self, found: Erasure | None) -> None:
        self.found = found
        lines = found.named_by if found is not None else []
        self.naming.clear()
        self.naming.addItems([line.title for line in lines[:MAX_LISTED_NAMES]])
        mentions = found.mentions if found is not None else []
        text = self.tr("{title} says in its own words: {says}")
        self.naming.addItems(
            [text.format(title=m.line.title, says=m.says) for m in mentions[:MAX_LISTED_NAMES]]
        )
        self.naming.setVisible(bool(lines or mentions))
        self.naming_label.setText(self._naming_text(found))
        copies = found.copies if found is not None else []
        self.copies_box.setVisible(bool(copies))
        self.copies_label.setVisible(bool(copies))
        text = self.tr("Known copies that have it: {n}, in {folders}.")
        folders = "; ".join(sorted({str(each.parent) for each in copies}))
        self.copies_label.setText(text.format(n=self._number(len(copies)), folders=folders))
        self._follow()

    def _naming_text(self, found: Erasure | None) -> str:
        if found is None:
            return ""
        count = len(found.named_by) + found.withheld
        if not count and not found.mentions:
            return self.tr("No other record names it.")
        text = self.tr("Records that name it and will say “An erased record” instead: {n}.")
        says = text.format(n=self._number(count))
        if found.mentions:
            spoken = self.tr("Texts of others that say its name, and stay: {n}.")
            says += " " + spoken.format(n=self._number(len(found.mentions)))
        if found.withheld:
            above = self.tr("Above the ceiling and not listed: {n}.")
            says += " " + above.format(n=self._number(found.withheld))
        return says

    def _number(self, count: int) -> str:
        return QLocale().toString(count)

    def _follow(self) -> None:
        self.sure_box.setEnabled(self.found is not None)
        self.accept_button.setEnabled(self.found is not None and self.sure_box.isChecked())
