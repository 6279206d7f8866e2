"""The page of keys and filters, which F1 shows: each with what it does."""

from __future__ import annotations

from collections.abc import Sequence

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

from desktop.style.dialog_layout import open_in_steps
from desktop.style.table_setup import set_up_rows
from desktop.style.theme import space


class KeyboardDialog(QDialog):
    """A table to read; `lines` say of each key or filter what it does."""

    def __init__(self, parent: QWidget, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard"))
        lines = [*lines, *self._fixed_keys()]
        table = QTableWidget(len(lines), 2, self)
        table.setHorizontalHeaderLabels([self.tr("Key or filter"), self.tr("What it does")])
        table.setAccessibleName(self.tr("Keyboard shortcuts and what they do"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_up_rows(table)
        header = table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                table.setItem(row, column, QTableWidgetItem(text))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(space(4), space(4), space(4), space(4))
        column_.addWidget(table, 1)
        column_.addWidget(buttons)
        open_in_steps(self, 130, 130)

    def _fixed_keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Enter"), self.tr("In the search box: open the best match")),
            (self.tr("Down, Up"), self.tr("In the search box: move in the list")),
            (self.tr("A letter, a year"), self.tr("In a list: go to the first row that begins so")),
            (self.tr("Esc"), self.tr("Clear the search, or leave the form without saving")),
            (self.tr("Ctrl+PgDown, Ctrl+PgUp"), self.tr("In a form: next section, section before")),
            (self.tr("Ctrl+Enter"), self.tr("In a table of a form: begin the next row")),
            (self.tr("Ctrl+D"), self.tr("In a table of a form: fill the empty cells below")),
            (self.tr("Alt+Down"), self.tr("In a table of a form: open the list of a cell")),
            (self.tr("Ctrl+Up, Ctrl+Down"), self.tr("In a table of a form: move the row")),
            (self.tr("+, −, arrows, Home"), self.tr("In the timeline: zoom, pan, show all")),
            (self.tr("Ctrl+Shift+Left, Right"), self.tr("In the timeline: move the as-of day")),
            (self.tr("Ctrl+F2"), self.tr("In the timeline's list: edit the cell")),
        ]
