"""The page that stands instead of a locked desk and asks for its passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from db import DeskError
from desktop.style.icons import icon
from desktop.style.theme import SIZES, font_of_size, space
from desktop.unlocking.key_file_line import KeyFileLine
from desktop.widgets.plain import PlainLabel
from desktop.widgets.reveal_box import RevealBox

if TYPE_CHECKING:
    from db import Draft
    from desktop.dialogs.ask import Ask

_LOCK_ICON_PX = 40  # px of the large lock


class UnlockPage(QWidget):
    """`unlocked` gives the passphrase as typed, with the key file where one is named; `left` goes
    back to the start. `key_file` is the one that opened the desk last, if that is remembered;
    `draft` what was typed when the desk was locked and could not be kept in it, `stopped_work` the
    long work that the lock broke off.
    """

    unlocked = Signal(str)
    left = Signal()

    def __init__(
        self, path: Path, ask: Ask, parent: QWidget | None = None, key_file: str = ""
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.draft: Draft | None = None
        self.stopped_work = ""
        glyph = PlainLabel(self)
        glyph.setPixmap(icon("lock", "accent").pixmap(QSize(_LOCK_ICON_PX, _LOCK_ICON_PX)))
        title = PlainLabel(self, path.name)
        title.setFont(font_of_size(self.font(), SIZES.title))
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Passphrase"))
        self.line.setAccessibleName(self.tr("Passphrase of {desk}").format(desk=path.name))
        self.line.setMinimumWidth(space(80))
        self.line.returnPressed.connect(self._try)
        self.refusal = PlainLabel(self, role="error", wraps=True)
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.refusal.hide()
        open_ = QPushButton(self.tr("&Unlock"), self)
        open_.setDefault(True)
        open_.clicked.connect(self._try)
        self.key_file = KeyFileLine(self, ask, is_folded=True)
        self.key_file.line.setMinimumWidth(space(56))
        if key_file:
            self.key_file.line.setText(key_file)
        self.key_file.line.returnPressed.connect(self._try)
        other = QPushButton(self.tr("Open another desk"), self)
        other.setFlat(True)
        other.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setSpacing(space(3))
        column.addStretch(2)
        reveal = RevealBox(self, self.line)
        parts = (glyph, title, self.line, reveal, self.key_file, self.refusal, open_, other)
        for widget in parts:
            column.addWidget(widget)
            if widget is not self.refusal:  # a long one has all the width
                column.setAlignment(widget, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setFocusProxy(self.line)

    def hold(self, draft: Draft) -> None:
        """Hold what was typed until the desk is unlocked, and say so."""
        self.draft = draft
        self.refuse(
            self.tr(
                "What you typed could not be kept in the desk; see whether the disk is full. It "
                "comes back when you unlock, and is lost when the program ends."
            )
        )

    def refuse(self, sentence: str) -> None:
        """Say why the passphrase did not open the desk, and let it be typed anew."""
        self.refusal.setText(sentence)
        self.refusal.show()
        self.line.setAccessibleDescription(sentence)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self) -> None:
        # Deriving the key takes its time on purpose.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.unlocked.emit(self.key_file.join(self.line.text()))
        except DeskError as refusal:  # of the key file
            self.refuse(str(refusal))
        finally:
            QGuiApplication.restoreOverrideCursor()
