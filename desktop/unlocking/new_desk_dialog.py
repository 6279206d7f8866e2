"""Asks for what a new desk needs: a name, and a passphrase if it is to be encrypted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from desktop.style.dialog_layout import accept_and_cancel, stack_in_dialog, widen
from desktop.unlocking.secret_rows import SecretRows
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop.dialogs.ask import Ask


class NewDeskDialog(QDialog):
    """The file is asked for afterwards; an empty passphrase makes a desk that anyone can open."""

    def __init__(self, parent: QWidget, ask: Ask) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New desk"))
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the desk"))
        self.name.setPlaceholderText(self.tr("for example Pakistan desk"))
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.name)
        label = self.tr("&Passphrase")
        self.rows = SecretRows(self, form, ask, label, lambda: [self.name.text()])
        self.rows.changed.connect(self._judge)
        self.first, self.second = self.rows.first, self.rows.second
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
        widen(self, 120)

    def passphrase(self) -> str:
        """Return what was typed twice; empty for a plain desk."""
        return self.first.text()

    def secret(self) -> str:
        """Return the passphrase with its key file; raises DeskError where that has gone."""
        return self.rows.secret()

    def _judge(self) -> None:
        fault = self.rows.fault()
        self.state.setText(fault)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not fault)
