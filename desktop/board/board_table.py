"""The table of an office board, walked by keys, with a menu for the row; the board has it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from db import OfficeRef, Ref
from desktop.board.board_model import BoardModel
from desktop.style.icons import icon
from desktop.style.table_setup import set_up_rows

_SHARES = (42, 34, 30)  # of the width, for office, holder and since


class BoardTable(QTableView):
    """`opened` gives the id of a record, by Enter or a double click; `succession_wanted` the office
    that is to change hands, by Insert or the menu.
    """

    opened = Signal(int)
    succession_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = BoardModel(self)
        self.setModel(self.rows)
        self.can_write = True
        self.setAccessibleName(
            self.tr("Offices and their holders; Enter opens the record, Insert a new holder")
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        set_up_rows(self)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        self.rows.modelReset.connect(self._span_bodies)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, share in enumerate(_SHARES[:-1]):  # the last has what is left
            self.setColumnWidth(column, self.viewport().width() * share // sum(_SHARES))

    def _span_bodies(self) -> None:
        """Give the name of a body the whole row: nothing else stands in it."""
        self.clearSpans()
        for row in range(self.rows.rowCount()):
            if self.rows.office_at(row) is None:
                self.setSpan(row, 0, 1, self.rows.columnCount())

    @property
    def chosen_row(self) -> int:
        """The row that is chosen; -1 for none."""
        return self.currentIndex().row()

    def chosen_office(self) -> OfficeRef | None:
        """Return the office of the row that is chosen."""
        return self.rows.office_at(self.chosen_row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_row >= 0:
            self._open(self.chosen_row)
        elif event.key() == Qt.Key.Key_Insert and self.can_write:
            self._ask_succession()
        else:
            super().keyPressEvent(event)

    def menu_of(self, row: int) -> QMenu:
        """Return the menu of a row: who follows in its office, and the records it names."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        office = self.rows.office_at(row)
        if office is not None:
            succeed = menu.addAction(
                icon("people"),
                self.tr("&New holder…\tIns"),
                lambda: self.succession_wanted.emit(office),
            )
            succeed.setEnabled(self.can_write)
            menu.addSeparator()
        for ref in self._records_of(row):
            text = self.tr("Show {title}").format(title=ref.title.replace("&", "&&"))
            menu.addAction(icon(ref.kind), text, lambda key=ref.id: self.opened.emit(key))
        return menu

    def _records_of(self, row: int) -> list[Ref]:
        first = self.rows.record_at(row)
        office = self.rows.office_at(row)
        body = office.organization if office is not None else None
        return [ref for ref in dict.fromkeys((first, body)) if ref is not None]

    def _ask_succession(self) -> None:
        office = self.chosen_office()
        if office is not None:
            self.succession_wanted.emit(office)

    def _open(self, row: int) -> None:
        ref = self.rows.record_at(row)
        if ref is not None:
            self.opened.emit(ref.id)

    def _show_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            self.menu_of(index.row()).popup(self.viewport().mapToGlobal(at))
