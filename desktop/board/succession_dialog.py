"""Asks who takes up an office and when; what changes by it is saved as one change.

The board asks it, the menu of a row, and that of an office's line on a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QWidget

from db import DeskError, HistoricalDate, Holder, OfficeRef, Record, Ref
from desktop.board.succession import Succession, changed_records, who_goes
from desktop.editors.office_picker import OfficePicker
from desktop.editors.record_picker import RecordPicker
from desktop.fields.field_types import FormField
from desktop.style.dialog_layout import accept_and_cancel, stack_in_dialog, widen
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop.session.session import Session

_PERSON: Final = FormField("successor", "Successor", "ref", kinds=("person",))
_OFFICE: Final = FormField("office", "Office", "office")


class SuccessionDialog(QDialog):
    """`office` is the one that is meant at first, `day` the ISO day from which it is held."""

    def __init__(
        self, session: Session, parent: QWidget, office: OfficeRef | None, day: str
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("New holder of an office"))
        self.office_line = OfficePicker(_OFFICE, session, self)
        self.office_line.setAccessibleName(self.tr("Office"))
        self.person_line = RecordPicker(_PERSON, session, self)
        self.person_line.setAccessibleName(self.tr("Holder"))
        self.since = DateEdit(self)
        self.since.name(self.tr("From"))
        self.since.set_value(HistoricalDate.of_day(day))
        self.acting_box = QCheckBox(self.tr("&Acting"), self)
        self.end_box = QCheckBox(self)
        self.end_box.setChecked(True)
        self.event_box = QCheckBox(self.tr("Add the &event to the timeline"), self)
        self.event_box.setChecked(True)
        self.state = PlainLabel(self, wraps=True)
        self.state.setProperty("role", "error")
        self.buttons = accept_and_cancel(self, QDialogButtonBox.StandardButton.Save)
        self._lay_out()
        if office is not None:
            self.office_line.set_content(office)
        for line in (self.office_line, self.person_line):
            line.edited.connect(self._judge)
            line.taken.connect(self._judge)
        self.since.edited.connect(self._judge)
        self.acting_box.toggled.connect(self._judge)
        self.end_box.toggled.connect(self._judge)
        (self.person_line if office is not None else self.office_line).setFocus()
        self._judge()

    def plan(self) -> Succession | None:
        """Return what is to be done; None while something is missing."""
        office, person, since = self._office(), self._successor(), self.since.value()
        if office is None or person is None or since is None:
            return None
        outgoing = self._outgoing() if self.end_box.isChecked() else ()
        return Succession(
            office, person, since, outgoing, self.acting_box.isChecked(), self.event_box.isChecked()
        )

    def records(self) -> tuple[Succession, list[Record]] | None:
        """Return what is to be done with the records that change by it."""
        plan = self.plan()
        if plan is None:
            return None
        return plan, changed_records(self._session.reader, plan, self._session.lens)

    def _office(self) -> OfficeRef | None:
        content = self.office_line.content()
        return content if isinstance(content, OfficeRef) and content.id else None

    def _successor(self) -> Ref | None:
        content = self.person_line.content()
        return content if isinstance(content, Ref) else None

    def _outgoing(self) -> tuple[Holder, ...]:
        office, since = self._office(), self.since.value()
        if office is None or since is None:
            return ()
        session = self._session
        acting = self.acting_box.isChecked()
        return who_goes(session.reader, office, since, acting, session.lens)

    def _judge(self) -> None:
        """Say whose tenure ends, and what is still missing or cannot be."""
        names = ", ".join(each.person.title for each in self._outgoing())
        self.end_box.setVisible(bool(names))
        text = self.tr("E&nd the tenure of {names}").format(names=names.replace("&", "&&"))
        self.end_box.setText(text)
        fault = self._fault()
        self.state.setText(fault)
        self.state.setVisible(bool(fault))
        ready = not fault and self.plan() is not None
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(ready)

    def _fault(self) -> str:
        if self.office_line.text() and self._office() is None:
            return self.tr("Choose the office from the list.")
        if self.person_line.text() and self._successor() is None:
            return self.tr("Choose the person from the list, or create a new one there.")
        if self.since.refusal():
            return ""  # it stands below the date
        try:
            self.records()
        except DeskError as refusal:
            return str(refusal)
        return ""

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("&Office"), self.office_line)
        form.addRow(self.tr("&Holder"), self.person_line)
        form.addRow(self.tr("&From"), self.since)
        form.addRow("", self.acting_box)
        form.addRow("", self.end_box)
        form.addRow("", self.event_box)
        column = stack_in_dialog(self, form, self.state)
        column.addStretch(1)
        column.addWidget(self.buttons)
        widen(self, 120)
