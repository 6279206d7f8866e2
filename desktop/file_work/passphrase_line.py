"""The line of a preview that asks for the passphrase of another file; merging and older copies."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.widgets.plain import PlainLabel
from desktop.widgets.reveal_box import RevealBox


class PassphraseLine(QWidget):
    """`unlock` is called with Enter and by the button; `label` has an & before its letter."""

    def __init__(self, parent: QWidget, label: str, unlock: Callable[[], object]) -> None:
        super().__init__(parent)
        self.passphrase = QLineEdit(self)
        self.passphrase.setAccessibleName(label.replace("&", ""))
        self.passphrase.returnPressed.connect(lambda: unlock())
        self.unlock_button = QPushButton(self.tr("&Unlock"), self)
        self.unlock_button.setAutoDefault(False)
        self.unlock_button.clicked.connect(lambda: unlock())
        name = PlainLabel(self, label)
        name.setBuddy(self.passphrase)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (name, self.passphrase, RevealBox(self, self.passphrase), self.unlock_button):
            row.addWidget(widget)

    def ask_again(self) -> None:
        """Let the passphrase be typed anew."""
        self.passphrase.selectAll()
        self.passphrase.setFocus()
