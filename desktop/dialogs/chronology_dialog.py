"""Asks whose chronology is to be printed, and from when to when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from db import KINDS, HistoricalDate, Record, Ref, Refused, iso_day, parse_range
from desktop.editors.record_picker import RecordPicker
from desktop.editors.word_lines import CountryLine
from desktop.fields.field_contents import Unread
from desktop.fields.field_types import FormField
from desktop.style.dialog_layout import accept_and_cancel, stack_in_dialog, widen
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop.session.session import Session

_COUNTRY: Final = FormField("country", "Country", "country")
_RECORD: Final = FormField("record", "Record", "ref", kinds=KINDS)


class ChronologyDialog(QDialog):
    """A country, or a record, or neither: all of the desk; `record` is the one on show."""

    def __init__(self, session: Session, record: Record | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print chronology"))
        says = PlainLabel(
            self,
            self.tr(
                "Events and agreements of a country, or those that a person, organization, "
                "agreement or event is in. With neither, all of the desk."
            ),
        )
        says.setWordWrap(True)
        self.country_line = CountryLine(_COUNTRY, session, self)
        self.country_line.setAccessibleName(self.tr("Country"))
        self.record_line = RecordPicker(_RECORD, session, self, may_make=False)
        self.record_line.setAccessibleName(self.tr("Record"))
        self.first, self.last = DateEdit(self), DateEdit(self)
        self.first.name(self.tr("From"))
        self.last.name(self.tr("To"))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("&Country"), self.country_line)
        form.addRow(self.tr("&Record"), self.record_line)
        form.addRow(self.tr("&From"), self.first)
        form.addRow(self.tr("&To"), self.last)
        self.state = PlainLabel(self)
        self.state.setProperty("role", "error")
        self.state.setWordWrap(True)
        self.buttons = accept_and_cancel(self)
        column = stack_in_dialog(self, says, form, self.state)
        column.addStretch(1)
        column.addWidget(self.buttons)
        widen(self, 110)
        self.country_line.edited.connect(self._drop_record)
        self.record_line.edited.connect(self._drop_country)
        for edit in (self.first, self.last):
            edit.edited.connect(self._judge)
        if record is not None:
            self.record_line.set_content(Ref(record.id, record.title, record.KIND))
            self.record_line.selectAll()
        self.record_line.setFocus()
        self._judge()

    def country(self) -> str:
        """Return the code of the country; '' for none."""
        content = self.country_line.content()
        return content if isinstance(content, str) else ""

    def record(self) -> Ref | None:
        """Return the record that was picked."""
        content = self.record_line.content()
        return content if isinstance(content, Ref) else None

    def span(self) -> str:
        """Return the RANGE that was asked for; '' for all of time."""
        first, last = self.first.value(), self.last.value()
        if first is None and last is None:
            return ""
        return f"{_bound(first, 0)}..{_bound(last, 1)}"

    def _drop_record(self) -> None:
        if self.country_line.text():
            self.record_line.set_content(None)
        self._judge()

    def _drop_country(self) -> None:
        if self.record_line.text():
            self.country_line.set_content("")
        self._judge()

    def _judge(self) -> None:
        """Let it be printed once everything can be read, and say what cannot."""
        fault = self._fault()
        self.state.setText(fault)
        self.state.setVisible(bool(fault))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not fault)

    def _fault(self) -> str:
        country = self.country_line.content()
        if isinstance(country, Unread):
            return country.why
        if self.record_line.text() and self.record() is None:
            return self.tr("Choose the record from the list.")
        if self.first.refusal() or self.last.refusal():
            return self.tr("One of the two dates cannot be read.")
        try:
            parse_range(self.span() or "..")
        except Refused as refusal:
            return str(refusal)
        return ""


def _bound(date: HistoricalDate | None, side: int) -> str:
    """Return one end of a RANGE: a year as a year, what is less plain by its first or last day."""
    if date is None:
        return ""
    if date.edtf.replace("-", "").isdecimal():
        return date.edtf
    return iso_day(date.last if side else date.first) or ""
