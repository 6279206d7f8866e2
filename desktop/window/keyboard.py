"""The page of keys: every action that has one, from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.style.theme import space
from desktop.window.action_table import ACTIONS


def key_lines() -> list[tuple[str, str]]:
    """What each key does: (keys as the system writes them, the action's text)."""
    lines = []
    for deed in ACTIONS:
        text, _, shown = QCoreApplication.translate("Actions", deed.text).partition("\t")
        native = QKeySequence.SequenceFormat.NativeText
        keys = [QKeySequence(key).toString(native) for key in deed.keys] or [shown]
        if any(keys):
            lines.append((", ".join(keys), text.replace("&", "").rstrip("…")))
    return lines


class KeyboardDialog(QDialog):
    """A table to read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard"))
        lines = [*key_lines(), *self._fixed()]
        table = QTableWidget(len(lines), 2, self)
        table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        table.setAccessibleName(self.tr("Keys and what they do"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, space(40))
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                table.setItem(row, column, QTableWidgetItem(text))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(space(4), space(4), space(4), space(4))
        column_.addWidget(table, 1)
        column_.addWidget(buttons)
        self.resize(space(130), space(130))

    def _fixed(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Enter"), self.tr("In the search box: open the best match")),
            (self.tr("Down, Up"), self.tr("In the search box: walk the list")),
            (self.tr("Esc"), self.tr("Clear the search, or leave the form without saving")),
            (self.tr("+, −, arrows, Home"), self.tr("In the timeline: zoom, pan, show all")),
        ]
