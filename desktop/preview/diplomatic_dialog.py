"""Asks to which state the missions are to be printed: one of those with accreditations.

The print controller asks it for the diplomatic list.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QWidget

from db import Lens, country_code, country_name, fold
from desktop.style.dialog_layout import accept_and_cancel, stack_in_dialog, widen
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db import AccreditationLine, Reader


class DiplomaticDialog(QDialog):
    """`states` are what can be chosen, by name; `chosen` is the one proposed."""

    def __init__(self, states: dict[str, str], chosen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print diplomatic list"))
        says = PlainLabel(
            self,
            self.tr("Missions to a state by the precedence of their heads, each with its staff."),
            wraps=True,
        )
        self.states = QComboBox(self)
        self.states.setAccessibleName(self.tr("Receiving state"))
        for key, name in states.items():
            self.states.addItem(name, key)
        self.states.setCurrentIndex(max(0, self.states.findData(chosen)))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Receiving state"), self.states)
        self.buttons = accept_and_cancel(self)
        column = stack_in_dialog(self, says, form)
        column.addStretch(1)
        column.addWidget(self.buttons)
        widen(self, 110)
        self.states.setFocus()

    def state(self) -> str:
        """Return the state that is chosen: its code, or the words of one without."""
        return str(self.states.currentData() or "")


def receiving_states(reader: Reader, lens: Lens) -> dict[str, str]:
    """Return the states that anybody is accredited to, by code or words, in the order of names."""
    return names_of_states(reader.accreditation_lines(lens))


def names_of_states(lines: Iterable[AccreditationLine]) -> dict[str, str]:
    """Return the receiving states of accreditations, each once however it is written."""
    texts = {country_code(line.receiving) or line.receiving.strip() for line in lines}
    names = {text: country_name(text) if country_code(text) else text for text in texts if text}
    return dict(sorted(names.items(), key=lambda each: fold(each[1])))
