"""The coloured strip above the tabs that names the highest marking on screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.widgets.plain import PlainLabel, plain_tip

_TONES = ("none", "accent", "warn", "bad")  # by level; what is higher still is as the last


class Banner(PlainLabel):
    """One line across the window; hidden until something on screen is marked.

    From then on it keeps its place, so that no list moves under the eye while it is scrolled.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marking: tuple[int, str] | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def show_marking(self, level: int, word: str) -> None:
        """Name a marking by its level and its word; 0 is the level of what is not marked."""
        if (level, word) == self._marking or (level <= 0 and self._marking is None):
            return
        self._marking = (level, word)
        self.setProperty("banner", _TONES[max(0, min(level, len(_TONES) - 1))])
        self.style().unpolish(self)
        self.style().polish(self)
        # A frame takes its padding from the sheet only when it hears that its style is another.
        QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))
        self.setText(word.upper())
        text = self.tr("The highest marking on screen is {word}.").format(word=word)
        if level <= 0:
            text = self.tr("Nothing on screen is marked.")
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self.show()

    def dismiss(self) -> None:
        """Give its room up until something is marked again, as when the ceiling changes."""
        self._marking = None
        self.clear()
        self.hide()
