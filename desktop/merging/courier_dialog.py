"""Asks what a courier needs: for which desk, which file, a passphrase, and how high it may go.

The courier controller opens it; nothing is written until it is accepted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from db import MARKINGS, is_same_passphrase, passphrase_fault
from desktop.style.dialog_layout import accept_and_cancel, stack_in_dialog, widen
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.plain import PlainLabel
from desktop.widgets.reveal_box import RevealBox

if TYPE_CHECKING:
    from db import CourierDesk
    from desktop.dialogs.ask import Ask

MAX_NAME_LETTERS = 100
SUFFIX = ".courier"
_MARKINGS = (
    _("Courier", "Open"),
    _("Courier", "Restricted"),
    _("Courier", "Confidential"),
    _("Courier", "Secret"),
)


@dataclass(frozen=True, slots=True)
class CourierChoice:
    """What was chosen for a courier; `again` makes the last one to that desk anew."""

    to: str
    path: Path
    ceiling: int
    again: bool
    passphrase: str = field(repr=False)


class CourierDialog(QDialog):
    """`desks` are those that couriers were exchanged with; `ceiling` is the highest on offer."""

    def __init__(
        self, desks: Sequence[CourierDesk], ceiling: int, ask: Ask, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._known = {each.name.casefold(): each for each in desks}
        self.setWindowTitle(self.tr("Courier"))
        self.desk = QComboBox(self)
        self.desk.setEditable(True)
        self.desk.addItems([each.name for each in desks])
        self.desk.setAccessibleName(self.tr("For the desk"))
        line = self.desk.lineEdit()
        assert line is not None
        line.setMaxLength(MAX_NAME_LETTERS)
        line.setPlaceholderText(self.tr("for example Paris"))
        self.file = QLineEdit(self)
        self.file.setAccessibleName(self.tr("File"))
        self.choose_button = QPushButton(self.tr("C&hoose…"), self)
        self.choose_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._choose_file)
        self.first = self._secret(self.tr("Passphrase of the courier"))
        self.second = self._secret(self.tr("Repeat passphrase"))
        self.reveal = RevealBox(self, self.first, self.second)
        self.ceiling = QComboBox(self)
        self.ceiling.setAccessibleName(self.tr("Marked at most"))
        for level in range(min(ceiling, len(MARKINGS) - 1) + 1):
            self.ceiling.addItem(QCoreApplication.translate("Courier", _MARKINGS[level]), level)
        self.ceiling.setCurrentIndex(self.ceiling.count() - 1)
        self.again = QCheckBox(self.tr("Make the &last one again"), self)
        self.says = PlainLabel(self, role="quiet", wraps=True)
        self.state = PlainLabel(self, role="small", wraps=True)
        self.buttons = accept_and_cancel(self)
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        assert button is not None
        self.accept_button = button
        self.accept_button.setText(self.tr("&Make courier"))
        self._lay_out()
        self.desk.currentTextChanged.connect(self._judge)
        for each in (self.file, self.first, self.second):
            each.textChanged.connect(self._judge)
        self._judge()

    @property
    def choice(self) -> CourierChoice:
        """What was chosen."""
        path = Path(self.file.text().strip())
        has_ending = bool(path.suffix) or not path.name
        return CourierChoice(
            " ".join(self.desk.currentText().split()),
            path if has_ending else path.with_name(f"{path.name}{SUFFIX}"),
            self.ceiling.currentData(),
            self.again.isEnabled() and self.again.isChecked(),
            self.first.text(),
        )

    def _lay_out(self) -> None:
        file = QHBoxLayout()
        file.addWidget(self.file, 1)
        file.addWidget(self.choose_button)
        form = QFormLayout()
        for name, field_of in (
            (self.tr("For the &desk"), self.desk),
            (self.tr("Mar&ked at most"), self.ceiling),
            (self.tr("&File"), self.file),
            (self.tr("&Passphrase"), self.first),
            (self.tr("&Repeat passphrase"), self.second),
        ):
            label = PlainLabel(self, name)
            label.setBuddy(field_of)
            form.addRow(label, file if field_of is self.file else field_of)
        form.addRow("", self.reveal)
        form.addRow("", self.again)
        stack_in_dialog(self, form, self.says, self.state, self.buttons)
        widen(self, 130)

    def _secret(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        return line

    def _choose_file(self) -> None:
        name = " ".join(self.desk.currentText().split()).replace("/", "-") or self.tr("Courier")
        kinds = self.tr("Couriers (*.courier)")
        path = self._ask.save_path(self, self.tr("Courier"), f"{name}{SUFFIX}", kinds)
        if path is not None:
            self.file.setText(str(path))

    def _judge(self) -> None:
        """Say what the courier would carry, and what is still missing."""
        name = " ".join(self.desk.currentText().split())
        known = self._known.get(name.casefold())
        self.again.setEnabled(known is not None and known.last_number > 0)
        if known is not None:
            says = self.tr("It carries what changed since the last exchange with “{name}”.")
        else:
            says = self.tr(
                "Nothing was exchanged with “{name}” so far: it carries all records. The other"
                " desk, a copy of this one, takes what it has not."
            )
        self.says.setText(says.format(name=name or "…"))
        fault = self._fault(name)
        self.state.setText(fault)
        self.accept_button.setEnabled(not fault)

    def _fault(self, name: str) -> str:
        if not name:
            return self.tr("Say for which desk it is.")
        if not self.file.text().strip():
            return self.tr("Choose a file.")
        if not self.first.text():
            return self.tr("Type a passphrase, and tell it to the other side by another way.")
        if fault := passphrase_fault(self.first.text()):
            return fault
        if not is_same_passphrase(self.first.text(), self.second.text()):
            return self.tr("The two passphrases do not match yet.")
        return ""
