"""Save and Discard at the lower edge of a form, always in sight; `RecordForm` shows them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.style.theme import space
from desktop.widgets.plain import plain_tip

SAVE_KEY, DISCARD_KEY = "Ctrl+S", "Esc"  # the window and the pane hear them


class FormButtons(QFrame):
    """Two buttons. `save_wanted` and `discard_wanted` say which was pressed."""

    save_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.save = self._button(self.tr("Save"), SAVE_KEY)
        self.save.setDefault(True)
        self.discard = self._button(self.tr("Discard"), DISCARD_KEY)
        self.save.clicked.connect(self.save_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(8), space(2), space(8), space(2))
        row.setSpacing(space(2))
        row.addWidget(self.save)
        row.addWidget(self.discard)
        row.addStretch(1)

    def _button(self, text: str, key: str) -> QPushButton:
        button = QPushButton(text, self)
        native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        button.setAccessibleName(text)
        button.setAccessibleDescription(native)
        button.setToolTip(plain_tip(f"{text} ({native})"))
        return button
