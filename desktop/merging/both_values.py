"""Both values of one conflict, whole and beside each other: a cell has no room for a biography.

The merge dialog shows it below its table, for the row that is marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db import MergeConflict


class BothValues(QWidget):
    """Two texts that can be read and copied, none that can be changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ours = self._text()
        self.theirs = self._text()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(space(2))
        for column, (name, text) in enumerate(
            ((self.tr("&This desk has"), self.ours), (self.tr("Othe&r desk has"), self.theirs))
        ):
            label = PlainLabel(self, name)
            label.setBuddy(text)
            text.setAccessibleName(name.replace("&", ""))
            grid.addWidget(label, 0, column)
            grid.addWidget(text, 1, column)
            grid.setColumnStretch(column, 1)

    def show_conflict(self, conflict: MergeConflict | None) -> None:
        """Show the values of a conflict; None empties both."""
        self.ours.setPlainText(conflict.ours if conflict is not None else "")
        self.theirs.setPlainText(conflict.theirs if conflict is not None else "")

    def _text(self) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setMinimumHeight(space(16))
        return text
