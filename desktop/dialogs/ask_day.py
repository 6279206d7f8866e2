"""Asks for the day that the desk is to be read as of."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from db import HistoricalDate
from desktop.style.dialog_layout import accept_and_cancel, stack_in_dialog, widen
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.plain import PlainLabel


class AskDay(QDialog):
    """One date in words; a longer time is read as of its last possible day."""

    def __init__(self, parent: QWidget, *, day: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("As of a date"))
        says = PlainLabel(
            self,
            self.tr("Offices, titles and statuses are shown as they stood on this day."),
            wraps=True,
        )
        self.edit = DateEdit(self)
        self.edit.name(self.tr("The day"))
        self.edit.set_value(HistoricalDate.of_day(day))
        self.edit.edited.connect(self._judge)
        self._buttons = accept_and_cancel(self)
        stack_in_dialog(self, says, self.edit, self._buttons)
        widen(self, 100)
        self.edit.setFocus()

    def day(self) -> str | None:
        """Return the last possible ISO day of what is typed; None when nothing can be read from
        it.
        """
        value = self.edit.value()
        return None if value is None else value.last or value.first

    def _judge(self) -> None:
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(self.day() is not None)
