"""Asks for what a new desk needs: a name, and a passphrase if it is to be encrypted."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from db import is_same_passphrase, passphrase_fault
from desktop.style.dialog_layout import accept_and_cancel, stack_in_dialog, widen
from desktop.widgets.plain import PlainLabel
from desktop.widgets.reveal_box import RevealBox


class NewDeskDialog(QDialog):
    """The file is asked for afterwards; an empty passphrase makes a desk that anyone can open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New desk"))
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the desk"))
        self.name.setPlaceholderText(self.tr("for example Pakistan desk"))
        self.first = self._secret(self.tr("Passphrase"))
        self.second = self._secret(self.tr("Repeat passphrase"))
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Passphrase"), self.first)
        form.addRow(self.tr("&Repeat passphrase"), self.second)
        form.addRow("", RevealBox(self, self.first, self.second))
        says = PlainLabel(
            self,
            self.tr(
                "With a passphrase the file is encrypted. The passphrase is stored nowhere:"
                " without it nobody can open the desk again."
            ),
            role="quiet",
            wraps=True,
        )
        self.state = PlainLabel(self, role="small", wraps=True)
        self.buttons = accept_and_cancel(self)
        stack_in_dialog(self, form, says, self.state, self.buttons)
        widen(self, 110)

    def passphrase(self) -> str:
        """Return what was typed twice; empty for a plain desk."""
        return self.first.text()

    def _secret(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.textChanged.connect(self._judge)
        return line

    def _judge(self) -> None:
        passphrase = self.first.text()
        fault = passphrase_fault(passphrase) if passphrase else ""
        alike = is_same_passphrase(passphrase, self.second.text())
        self.state.setText(
            fault or ("" if alike else self.tr("The two passphrases do not match yet."))
        )
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(alike and not fault)
