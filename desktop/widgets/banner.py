"""The coloured strip above the tabs that names the highest marking on screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

_TONES = ("good", "accent", "warn", "bad")  # by level; what is higher still is as the last


class Banner(QLabel):
    """One line across the window; hidden while nothing on screen is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def show_marking(self, level: int, word: str) -> None:
        """Names a marking by its level and its word; level 0 or no word is no marking."""
        if level <= 0 or not word:
            self.clear()
            self.hide()
            return
        self.setProperty("banner", _TONES[min(level, len(_TONES) - 1)])
        self.setText(word.upper())
        said = self.tr("The highest marking on screen is {word}.").format(word=word)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
