"""Asks twice for a passphrase: of a desk that is open, or of one that is to be made."""

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


class PassphraseDialog(QDialog):
    """An empty passphrase leaves the desk readable by anyone who has the file, and says so."""

    def __init__(self, parent: QWidget, *, is_encrypted: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Passphrase"))
        self._is_encrypted = is_encrypted
        says = PlainLabel(
            self,
            self.tr(
                "The desk is encrypted with this passphrase. It is stored nowhere: without it "
                "nobody can open the desk again, you included."
            ),
            wraps=True,
        )
        self.first = self._line(self.tr("New passphrase"))
        self.second = self._line(self.tr("Repeat passphrase"))
        form = QFormLayout()
        form.addRow(self.tr("&New passphrase"), self.first)
        form.addRow(self.tr("&Repeat passphrase"), self.second)
        form.addRow("", RevealBox(self, self.first, self.second))
        self.state = PlainLabel(self, role="small", wraps=True)
        self._buttons = accept_and_cancel(self)
        stack_in_dialog(self, says, form, self.state, self._buttons)
        widen(self, 110)
        self._judge()

    def passphrase(self) -> str:
        """Return what was typed twice; empty takes the passphrase away."""
        return self.first.text()

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.textChanged.connect(self._judge)
        return line

    def _judge(self) -> None:
        alike = is_same_passphrase(self.first.text(), self.second.text())
        empty = not self.first.text()
        fault = "" if empty else passphrase_fault(self.first.text())
        if fault:
            text = fault
        elif not alike:
            text = self.tr("The two passphrases do not match yet.")
        elif empty and self._is_encrypted:
            text = self.tr("Without a passphrase anyone who has the file can read the desk.")
        elif empty:
            text = self.tr("The desk has no passphrase now; type one to set it.")
        else:
            text = ""
        self.state.setText(text)
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(alike and not fault and (not empty or self._is_encrypted))
