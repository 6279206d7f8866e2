"""The line of a preview that asks for the passphrase of another file; merging and older copies."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.unlocking.key_file_line import KeyFileLine
from desktop.widgets.plain import PlainLabel
from desktop.widgets.reveal_box import RevealBox

if TYPE_CHECKING:
    from desktop.dialogs.ask import Ask


class PassphraseLine(QWidget):
    """`unlock` is called with Enter and by the button; `label` has an & before its letter."""

    def __init__(self, parent: QWidget, ask: Ask, label: str, unlock: Callable[[], object]) -> None:
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
        self.key_file = KeyFileLine(self, ask, is_folded=True)
        reveal = RevealBox(self, self.passphrase)
        for widget in (name, self.passphrase, reveal, self.key_file, self.unlock_button):
            row.addWidget(widget)

    def secret(self) -> str:
        """Return what was typed, with the key file where one is named; raises DeskError of that."""
        return self.key_file.join(self.passphrase.text())

    def ask_again(self) -> None:
        """Let the passphrase be typed anew."""
        self.passphrase.selectAll()
        self.passphrase.setFocus()
