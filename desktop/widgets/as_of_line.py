"""The line above the tabs that says which day is seen while it is not today; `DeskView` has it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel, plain_tip

KEY = "Alt+Home"


class AsOfLine(QFrame):
    """One line across the window; `today_wanted` asks to come back. Hidden while it is today."""

    today_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("away", True)
        self._label = PlainLabel(self)
        self.button = QPushButton(self.tr("Back to today"), self)
        self.button.setFlat(True)
        self.button.setAccessibleDescription(KEY)
        self.button.setToolTip(plain_tip(f"{self.button.text()} ({KEY})"))
        self.button.clicked.connect(self.today_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(3), 0, space(3), 0)
        row.setSpacing(space(2))
        row.addStretch(1)
        row.addWidget(self._label)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()

    def show_day(self, day: str) -> None:
        """Say which day is seen, in words; "" is today, of which nothing is said."""
        self._label.setText(self.tr("You see {day}").format(day=day) if day else "")
        self.setVisible(bool(day))
