"""Asks twice for a passphrase: of a desk that is open, or of one that is to be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from desktop.style.dialog_layout import accept_and_cancel, stack_in_dialog, widen
from desktop.unlocking.secret_rows import SecretRows
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop.dialogs.ask import Ask


class PassphraseDialog(QDialog):
    """An empty passphrase leaves the desk readable by anyone who has the file, and says so.

    `name` is that of the desk, `older` a sentence on the copies that open otherwise.
    """

    def __init__(
        self, parent: QWidget, ask: Ask, *, is_encrypted: bool, name: str = "", older: str = ""
    ) -> None:
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
        form = QFormLayout()
        self.rows = SecretRows(self, form, ask, self.tr("&New passphrase"), lambda: [name])
        self.rows.changed.connect(self._judge)
        self.first, self.second = self.rows.first, self.rows.second
        self.state = PlainLabel(self, role="small", wraps=True)
        self._buttons = accept_and_cancel(self)
        stack_in_dialog(self, says, form, self.state, self._buttons)
        if older:
            form.addRow("", PlainLabel(self, older, role="small", wraps=True))
        widen(self, 120)
        self._judge()

    def passphrase(self) -> str:
        """Return what was typed twice; empty takes the passphrase away."""
        return self.first.text()

    def secret(self) -> str:
        """Return the passphrase with its key file; raises DeskError where that has gone."""
        return self.rows.secret()

    def _judge(self) -> None:
        fault, empty = self.rows.fault(), not self.first.text()
        if fault:
            text = fault
        elif empty and self._is_encrypted:
            text = self.tr("Without a passphrase anyone who has the file can read the desk.")
        elif empty:
            text = self.tr("The desk has no passphrase now; type one to set it.")
        else:
            text = ""
        self.state.setText(text)
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not fault and (not empty or self._is_encrypted))
