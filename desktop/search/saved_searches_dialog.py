"""The views of a desk in a list: opened, renamed in place, printed and removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from db import DeskError, View, remove_view, rename_view
from desktop.style.dialog_layout import open_in_steps, stack_in_dialog
from desktop.style.table_setup import set_up_rows
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db import Work
    from desktop.session.session import Session

_NAME = 0


class SavedSearchesDialog(QDialog):
    """`chosen` is the view that is to be opened once the dialog is closed, `print_wanted` gives one
    that is to be printed.
    """

    print_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saved searches"))
        self.chosen: View | None = None
        self._session = session
        self._views: list[View] = []
        self._is_filling = False
        self.table = self._made_table()
        self.state = PlainLabel(self, role="small", wraps=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.open_button = self._button(self.tr("&Open"), self.open_selection)
        self.rename_button = self._button(self.tr("&Rename"), self._rename)
        self.print_button = self._button(self.tr("&Print…"), self._print)
        self.remove_button = self._button(self.tr("Re&move"), self._remove)
        self.open_button.setDefault(True)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self._buttons.rejected.connect(self.reject)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        column = stack_in_dialog(self, self.table, self.state, self._buttons)
        column.setStretchFactor(self.table, 1)
        open_in_steps(self, 150, 90)
        self._fill(0)

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(0, 2, self)
        table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Search")])
        table.setAccessibleName(self.tr("Saved searches"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        set_up_rows(table)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.itemDoubleClicked.connect(self.open_selection)
        table.itemChanged.connect(self._take_name)
        table.itemSelectionChanged.connect(self._follow)
        return table

    def _button(self, text: str, act: object) -> QPushButton:
        button = self._buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _fill(self, row: int) -> None:
        self._is_filling = True
        refusal = self._read()
        self.table.setRowCount(len(self._views))
        for at, view in enumerate(self._views):
            self.table.setItem(at, _NAME, QTableWidgetItem(view.name))
            text = f"{view.query} ({self.tr('exactly')})" if view.is_exact else view.query
            query = QTableWidgetItem(text)
            query.setFlags(query.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.table.setItem(at, 1, query)
        self._is_filling = False
        if self._views:
            self.table.setCurrentCell(max(0, min(row, len(self._views) - 1)), _NAME)
        self._say(refusal or ("" if self._views else self.tr("No search is saved yet.")))
        self._follow()

    def _read(self) -> str:
        """Read the views of the desk; give why they could not be, or nothing."""
        try:
            self._views = self._session.reader.views(self._session.lens)
        except DeskError as refusal:
            self._views = []
            return str(refusal)
        return ""

    def _follow(self) -> None:
        for button in (self.open_button, self.rename_button, self.print_button, self.remove_button):
            button.setEnabled(self._current() is not None)

    def _current(self) -> View | None:
        row = self.table.currentRow()
        return self._views[row] if 0 <= row < len(self._views) else None

    def _say(self, text: str) -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def open_selection(self) -> None:
        """Close the dialog and have the chosen view opened."""
        self.chosen = self._current()
        if self.chosen is not None:
            self.accept()

    def _rename(self) -> None:
        item = self.table.item(self.table.currentRow(), _NAME)
        if item is not None:
            self.table.editItem(item)

    def _take_name(self, item: QTableWidgetItem) -> None:
        if self._is_filling or item.column() != _NAME:
            return
        view = self._views[item.row()]
        refusal, row = self._save_name(view, item.text()), item.row()
        self._fill(row)
        rows = [at for at, each in enumerate(self._views) if each.id == view.id]
        if rows:
            self.table.setCurrentCell(rows[0], _NAME)
        if refusal:
            self._say(refusal)

    def _save_name(self, view: View, name: str) -> str:
        """Rename a view; give why it could not be, or nothing."""
        if name == view.name:
            return ""
        label = self.tr("Rename the search {name}").format(name=view.name)
        return self._write(label, lambda work: rename_view(work, view.id, name, self._session.lens))

    def _forget(self, view: View) -> str:
        """Remove a view from the desk; give why it could not be, or nothing."""
        label = self.tr("Remove the search {name}").format(name=view.name)
        return self._write(label, lambda work: remove_view(work, view.id, self._session.lens))

    def _write(self, label: str, change: Callable[[Work], object]) -> str:
        try:
            with self._session.unit_of_work(label) as work:
                change(work)
        except DeskError as refusal:
            return str(refusal)
        return ""

    def _print(self) -> None:
        view = self._current()
        if view is not None:
            self.reject()
            self.print_wanted.emit(view)

    def _remove(self) -> None:
        view = self._current()
        if view is None:
            return
        refusal = self._forget(view)
        self._fill(self.table.currentRow())
        self._say(
            refusal or self.tr("“{name}” was removed; Undo restores it.").format(name=view.name)
        )
