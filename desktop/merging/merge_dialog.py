"""The preview of a merge: what would come of it, and what both desks changed, to be decided.

The window opens it before a merge; nothing is written until it is accepted.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db import Change, DeskError, MergeReport, Stopped, is_bundle, is_courier, needs_passphrase
from desktop.dialogs.ask import Ask
from desktop.file_work.passphrase_line import PassphraseLine
from desktop.file_work.preview_dialog import PreviewDialog
from desktop.merging.both_values import BothValues
from desktop.merging.conflict_table import OURS, THEIRS, ConflictTable
from desktop.merging.merge_jobs import MergeChoice, preview_merge
from desktop.merging.merge_words import preview_text
from desktop.session.session import Session
from desktop.style.dialog_layout import open_in_steps, stack_in_dialog
from desktop.widgets.message import Message
from desktop.widgets.plain import PlainLabel


class MergeDialog(PreviewDialog):
    """Accepted, it leaves its `choice` to be carried out."""

    def __init__(self, session: Session, path: Path, ask: Ask, parent: QWidget | None) -> None:
        super().__init__(session, parent)
        self._path = path
        self.setWindowTitle(self.tr("Merge"))
        self.title = PlainLabel(self, wraps=True)
        self.title.setText(
            self.tr("{name} is merged into this desk, as one change that can be undone.").format(
                name=path.name
            )
        )
        label = self.tr("&Passphrase of the other desk")
        if is_courier(self._path):
            label = self.tr("&Passphrase of the courier")
        self._passphrase_line = PassphraseLine(self, ask, label, self._look)
        self.passphrase = self._passphrase_line.passphrase
        self.unlock_button = self._passphrase_line.unlock_button
        self.message = Message(self)
        self.outcome = PlainLabel(self, wraps=True)
        self.table = ConflictTable(self)
        self.table.chosen.connect(self._count_open)
        self.values = BothValues(self)
        self.table.selectionModel().currentRowChanged.connect(self._show_values)
        self.summary = PlainLabel(self, role="quiet", wraps=True)
        self.all_ours = self._button(
            self.tr("All from &this desk"), partial(self._choose_all, OURS)
        )
        self.all_theirs = self._button(
            self.tr("All from the &other desk"), partial(self._choose_all, THEIRS)
        )
        self.all_newer = self._button(self.tr("All &newer"), partial(self._choose_all, "newer"))
        self._make_ending(self.tr("&Merge"))
        self._lay_out()
        open_in_steps(self, 250, 140)
        self._show_conflicts(None)
        if self._is_locked():
            self.passphrase.setFocus()
        else:
            self._look()

    @property
    def choice(self) -> MergeChoice:
        """The other file and what was decided; raises DeskError where the key file has gone."""
        sides = dict(self.table.conflicts.sides)
        return MergeChoice(self._path, self._passphrase_line.secret(), sides)

    def _is_locked(self) -> bool:
        try:
            is_locked = is_courier(self._path) or (
                not is_bundle(self._path) and needs_passphrase(self._path)
            )
        except DeskError:
            is_locked = False  # told by the preview
        self._passphrase_line.setVisible(is_locked)
        return is_locked

    # the preview

    def _look(self) -> None:
        if self._job is not None:
            return
        self.accept_button.setEnabled(False)
        try:
            choice = self.choice
        except DeskError as refusal:
            self.message.say("error", str(refusal))
            return
        job = partial(preview_merge, choice, self._session.lens)
        self._preview(self.tr("Comparing the desks"), job, self._show)

    def _show(self, report: MergeReport, _change: Change | None) -> None:
        if not self._is_wanted_at_end():
            return
        self._passphrase_line.hide()
        self.outcome.setText(preview_text(report))
        self._show_conflicts(report)
        # a courier that brings nothing new is taken in too, so that the next one can follow
        self.accept_button.setEnabled(report.has_effect or report.courier is not None)
        (self.table if report.conflicts else self.accept_button).setFocus()
        self.previewed.emit()

    def _refuse(self, refusal: DeskError) -> None:
        if not self._is_wanted_at_end():
            return
        if not isinstance(refusal, Stopped):
            self.message.say("error", str(refusal))
        if self._passphrase_line.isVisible():
            self._passphrase_line.ask_again()
        self.previewed.emit()

    # what both changed

    def _show_conflicts(self, report: MergeReport | None) -> None:
        conflicts = report.conflicts if report is not None else []
        self.table.conflicts.show_conflicts(conflicts)
        choices = (self.all_ours, self.all_theirs, self.all_newer)
        for widget in (self.table, self.values, self.summary, *choices):
            widget.setVisible(bool(conflicts))
        self.all_newer.setEnabled(not is_bundle(self._path))
        if conflicts:
            self.table.selectRow(0)
        self._count_open()

    def _show_values(self, index: QModelIndex) -> None:
        conflicts = self.table.conflicts.conflicts
        self.values.show_conflict(conflicts[index.row()] if index.isValid() else None)

    def _choose_all(self, side: str) -> None:
        self.table.conflicts.choose_all(side)
        self._count_open()

    def _count_open(self) -> None:
        model = self.table.conflicts
        undecided = len(model.conflicts) - len(model.sides)
        if undecided:
            text = self.tr("Changed on both desks: {all}. Not decided, so this desk stays: {n}.")
            self.summary.setText(text.format(all=len(model.conflicts), n=undecided))
        else:
            text = self.tr("Changed on both desks: {all}, all decided.")
            self.summary.setText(text.format(all=len(model.conflicts)))

    # what it looks like

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        for widget in (self.all_ours, self.all_theirs, self.all_newer):
            choices.addWidget(widget)
        choices.addStretch(1)
        column = stack_in_dialog(
            self, self.title, self._passphrase_line, self.message, self.outcome, self.summary
        )
        column.addWidget(self.table, 2)
        column.addWidget(self.values, 1)
        column.addLayout(choices)
        column.addStretch(0)
        column.addLayout(self._ending())
