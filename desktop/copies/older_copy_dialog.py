"""Older copies of the open desk: which there are, what differs in one, what is to come back.

The window opens it; nothing is written until it is accepted.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QSizePolicy, QVBoxLayout, QWidget

from db import Change, DeskError, Stopped, WrongPassphrase, local_time
from desktop.copies.copy_jobs import CopyChoice, compare_copy
from desktop.copies.difference_tables import DifferenceTable, FieldTable
from desktop.file_work.passphrase_line import PassphraseLine
from desktop.file_work.preview_dialog import PreviewDialog
from desktop.style.dialog_layout import stack_in_dialog
from desktop.style.theme import space
from desktop.widgets.message import Message
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db import CopyComparison, CopyFile
    from desktop.dialogs.ask import Ask
    from desktop.session.session import Session


class OlderCopyDialog(PreviewDialog):
    """Accepted, it leaves its `choice` to be carried out."""

    def __init__(self, session: Session, ask: Ask, parent: QWidget | None) -> None:
        super().__init__(session, parent)
        self._ask = ask
        self._files: list[Path] = []
        self._next: Path | None = None  # to be compared once what runs has stopped
        self._path: Path | None = None
        self.setWindowTitle(self.tr("Older copies"))
        self.title = PlainLabel(
            self,
            self.tr("Choose a copy, and tick the records that are to be as they were in it."),
            wraps=True,
        )
        self.copies = QListWidget(self)
        self.copies.setAccessibleName(self.tr("Copies of this desk"))
        self.other_button = self._button(self.tr("&Other file…"), self._ask_for_file)
        self.passphrase_line = PassphraseLine(
            self, ask, self.tr("&Passphrase of the copy"), self._unlock
        )
        self.passphrase_line.hide()
        self.message = Message(self)
        self.outcome = PlainLabel(self, wraps=True)
        self.table = DifferenceTable(self)
        self.fields = FieldTable(self)
        self.all_deleted = self._button(
            self.tr("Tick all &deleted"), partial(self.table.tick_all, "deleted")
        )
        self.all_changed = self._button(
            self.tr("Tick all &changed"), partial(self.table.tick_all, "changed")
        )
        self.table.currentCellChanged.connect(self._show_fields)
        self.table.ticks_changed.connect(self._follow_ticks)
        self._make_ending(self.tr("&Bring these records back"))
        self._lay_out()
        self.resize(space(250), space(150))
        self._list_copies(session.copying.list_copies())
        self.copies.currentRowChanged.connect(self._choose_row)
        if self._files:
            self.copies.setCurrentRow(0)
        else:
            self.outcome.setText(self.tr("No copy of this desk is kept; choose a file."))
            self.other_button.setFocus()

    @property
    def choice(self) -> CopyChoice:
        """The copy, and the records that are to come back."""
        assert self._path is not None, "records can be ticked once a copy is compared"
        return CopyChoice(self._path, self.passphrase_line.secret(), self.table.chosen_uids())

    def _list_copies(self, found: list[CopyFile]) -> None:
        for each in found:
            self._files.append(each.path)
            self.copies.addItem(local_time(each.time))
        self.copies.setMinimumWidth(self.copies.sizeHintForColumn(0) + space(6))

    def _choose_row(self, row: int) -> None:
        if 0 <= row < len(self._files):
            self.passphrase_line.hide()
            self.passphrase_line.passphrase.clear()
            self.passphrase_line.key_file.line.clear()
            self._compare(self._files[row])

    def _ask_for_file(self) -> None:
        kinds = self.tr("Desks (*.desk);;All files (*)")
        path = self._ask.open_path(self, self.tr("Open an older copy"), kinds)
        if path is None:
            return
        if path not in self._files:
            self._files.append(path)
            self.copies.addItem(path.name)
        row = self._files.index(path)
        if self.copies.currentRow() == row:
            self._choose_row(row)
        else:
            self.copies.setCurrentRow(row)

    def _unlock(self) -> None:
        if self._path is not None:
            self._compare(self._path)

    # the comparison

    def _compare(self, path: Path) -> None:
        if self._job is not None:
            self._next = path
            self.stop_job()
            return
        self._path = path
        self._show_differences(None)
        self.outcome.setText("")
        try:
            choice = CopyChoice(path, self.passphrase_line.secret())
        except DeskError as refusal:
            self.message.say("error", str(refusal))
            return
        job = partial(compare_copy, choice, self._session.lens)
        self._preview(self.tr("Comparing the copy with the desk"), job, self._show)

    def _show(self, found: CopyComparison, _change: Change | None) -> None:
        if not self._is_wanted_at_end() or self._went_on():
            return
        self.passphrase_line.hide()
        self._show_differences(found)
        self.outcome.setText(self._outcome_text(found))
        self.previewed.emit()

    def _refuse(self, refusal: DeskError) -> None:
        if not self._is_wanted_at_end() or self._went_on():
            return
        if isinstance(refusal, WrongPassphrase):
            self.passphrase_line.show()
            self.passphrase_line.ask_again()
        if not isinstance(refusal, Stopped):
            self.message.say("error", str(refusal))
        self.previewed.emit()

    def _went_on(self) -> bool:
        """Compare what was chosen meanwhile, if anything was."""
        path, self._next = self._next, None
        if path is None:
            return False
        self._compare(path)
        return True

    def _outcome_text(self, found: CopyComparison) -> str:
        count = QLocale().toString(len(found.differences))
        texts = [
            self.tr("Records that differ: {n}.").format(n=count)
            if found.differences
            else self.tr("Nothing differs from the desk of today.")
        ]
        if found.more:
            more = self.tr("{n} more were not compared; restore the whole copy for so many.")
            texts.append(more.format(n=QLocale().toString(found.more)))
        if found.withheld:
            above = self.tr("Above the ceiling and not shown: {n}.")
            texts.append(above.format(n=QLocale().toString(found.withheld)))
        return " ".join(texts)

    def _show_differences(self, found: CopyComparison | None) -> None:
        self.table.show_differences(found.differences if found is not None else [])
        self._show_fields(self.table.currentRow())
        states = {each.state for each in self.table.differences}
        self.all_deleted.setEnabled("deleted" in states)
        self.all_changed.setEnabled("changed" in states)
        self._follow_ticks()

    def _show_fields(self, row: int, *_others: object) -> None:
        known = 0 <= row < len(self.table.differences)
        self.fields.show_record(self.table.differences[row] if known else None)

    def _follow_ticks(self) -> None:
        self.accept_button.setEnabled(bool(self.table.chosen_uids()))

    # what it looks like

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.copies, 1)
        left.addWidget(self.other_button)
        right.addWidget(self.outcome)
        right.addWidget(self.table, 3)
        ticks = QHBoxLayout()
        ticks.addWidget(self.all_deleted)
        ticks.addWidget(self.all_changed)
        ticks.addStretch(1)
        right.addLayout(ticks)
        right.addWidget(self.fields, 2)
        self.copies.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        both = QHBoxLayout()
        both.addLayout(left, 1)
        both.addLayout(right, 4)
        column = stack_in_dialog(self, self.title, self.message, self.passphrase_line)
        column.addLayout(both, 1)
        column.addLayout(self._ending())
