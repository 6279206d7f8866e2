"""One proposal in the normal form of its kind; nothing is saved before all is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from db import Invalid, Record, breaches
from desktop.forms.record_form import RecordForm
from desktop.intake.intake_jobs import record_of
from desktop.style.theme import space

if TYPE_CHECKING:
    from desktop.intake.proposal_row import ProposalRow
    from desktop.session.session import Session


class ProposalForm(QDialog):
    """Accepted, it leaves the `record` as it was edited."""

    def __init__(self, row: ProposalRow, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit the proposal"))
        self.record: Record = row.record or record_of(row)
        self.form = RecordForm(row.kind, session, self)
        self.form.load(self.record)
        self.form.save_wanted.connect(self.accept)
        self.form.discard_wanted.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.resize(space(200), space(170))
        self.form.setFocus(Qt.FocusReason.TabFocusReason)

    def accept(self) -> None:
        try:
            record = self.form.record()
            problems = dict(breaches(record))
        except Invalid as invalid:
            problems = dict(invalid.problems)
        if problems:
            self.form.show_problems(problems)
            return
        self.record = record
        super().accept()
