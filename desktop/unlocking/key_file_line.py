"""A line that names a key file, chosen or made; where a passphrase is asked for or set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from db import DeskError, join_key_file, join_new_key_file, make_key_file
from desktop.settings import KEY_FILE, part_of_desk

if TYPE_CHECKING:
    from desktop.dialogs.ask import Ask
    from desktop.settings import Settings

KEY_SUFFIX = ".key"


def note_key_file(settings: Settings, desk: Path, key_file: Path | None) -> None:
    """Remember where the key file of a desk lies, where that is wanted; else forget it."""
    if key_file is None:
        settings.forget(KEY_FILE, part_of_desk(desk))
    else:
        settings.put(KEY_FILE, str(key_file.absolute()), part_of_desk(desk))


class KeyFileLine(QWidget):
    """`changed` says that another file is named, or none; `refused` gives a sentence.

    One that `is_folded` is a button alone until a file is chosen: most desks have none.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(
        self, parent: QWidget, ask: Ask, *, can_make: bool = False, is_folded: bool = False
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self.line = QLineEdit(self)
        self.line.setAccessibleName(self.tr("Key file"))
        self.line.setPlaceholderText(self.tr("none"))
        self.line.textChanged.connect(self.changed)
        self.line.setHidden(is_folded)
        self.line.textChanged.connect(self.line.show)
        text = self.tr("With a &key file…") if is_folded else self.tr("C&hoose…")
        self.choose_button = self._button(text, self.tr("Choose a key file"))
        self.choose_button.clicked.connect(self.choose)
        self.make_button = self._button(self.tr("&Make…"), self.tr("Make a key file"))
        self.make_button.clicked.connect(self.make)
        self.make_button.setVisible(can_make)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose_button)
        row.addWidget(self.make_button)

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(name)
        button.setAutoDefault(False)
        return button

    @property
    def path(self) -> Path | None:
        """The file that is named, None for none."""
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def join(self, passphrase: str) -> str:
        """Return what opens a desk: a passphrase with the file that is named; raises DeskError."""
        return join_key_file(passphrase, self.path) if self.path is not None else passphrase

    def join_new(self, passphrase: str) -> str:
        """Return the same of a passphrase that is to be set; empty takes it away."""
        path = self.path
        return (
            join_new_key_file(passphrase, path) if path is not None and passphrase else passphrase
        )

    def fault(self) -> str:
        """Say why the file that is named is no key file, in a sentence; '' where it is one."""
        try:
            self.join("")
        except DeskError as refusal:
            return str(refusal)
        return ""

    def choose(self) -> None:
        """Ask for a key file that is there."""
        path = self._ask.open_path(self, self.tr("Choose a key file"), self._kinds())
        if path is not None:
            self.line.setText(str(path))

    def make(self) -> None:
        """Ask where a new key file is to lie, and make it there."""
        title = self.tr("Save the new key file as")
        proposed = self.tr("My desk") + KEY_SUFFIX
        path = self._ask.save_path(self, title, proposed, self._kinds())
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(KEY_SUFFIX)
        try:
            make_key_file(path)
        except DeskError as refusal:
            self.refused.emit(str(refusal))
            return
        self.line.setText(str(path))

    def _kinds(self) -> str:
        return self.tr("Key files (*.key);;All files (*)")
