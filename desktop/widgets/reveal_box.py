"""A box to tick that shows what is typed into the lines of a passphrase."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget


class RevealBox(QCheckBox):
    """Not ticked at first; the lines hide what is typed into them until it is."""

    def __init__(self, parent: QWidget, *lines: QLineEdit) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setText(self.tr("Sho&w passphrase"))
        self.toggled.connect(self._show)
        self._show(False)

    def _show(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        for line in self._lines:
            line.setEchoMode(mode)
