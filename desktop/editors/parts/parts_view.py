"""The cells of a parts table: walked with Tab, edited in place, as high as its rows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from db import Refused
from desktop.background.delay import defer
from desktop.editors.parts.parts_delegate import (
    FILL_DOWN,
    NEXT_ROW,
    PASTE,
    PartsDelegate,
    cell_command,
)
from desktop.editors.parts.parts_model import Index, PartsModel
from desktop.editors.parts.parts_widths import PartsWidths
from desktop.editors.parts.pasted_cells import block_contents, count_unread
from desktop.editors.parts.table_words import filled_text, pasted_text
from desktop.editors.record_picker import PickerDesk
from desktop.fields.copied_blocks import place_block, read_block
from desktop.fields.field_contents import Content
from desktop.style.theme import space

_OPENS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def page_area(widget: QWidget) -> QScrollArea | None:
    """Return the area in which the page is scrolled that a widget stands on."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


class PartsView(QTableView):
    """Tab walks the cells and leaves at the end; F2, Enter, a click or typing edits.

    Del takes the row out, Backspace empties the cell, Alt+Down opens the list of a cell, Ctrl+Up
    and Ctrl+Down move the row. Ctrl+Enter begins the next row, Ctrl+D puts the cell into the empty
    ones below it, Ctrl+V takes a block of a spreadsheet.
    """

    walked = Signal()  # another cell is current, or its row changed
    told = Signal(str)  # a sentence about what was just done
    folded = Signal()  # other columns have no room

    def __init__(self, model: PartsModel, desk: PickerDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._widths = PartsWidths(self, model)
        self._desk = desk
        self.cells = PartsDelegate(desk, self)
        self.setItemDelegate(self.cells)
        self.setModel(model)
        self._dress()
        self.cells.stepped.connect(self.step)
        self.cells.commanded.connect(self._run)
        self.cells.opened.connect(self._make_room)
        self.cells.closeEditor.connect(lambda *_: self._refit())
        self.clicked.connect(self.open_cell)
        model.modelReset.connect(self._fit_again)
        for changed in (model.rowsInserted, model.rowsRemoved, model.dataChanged):
            changed.connect(self._refit)
        model.rowsMoved.connect(self._refit)

    @property
    def is_editing(self) -> bool:
        """Whether a cell is open."""
        return self.cells.open_editor is not None

    def finish(self) -> None:
        """Take over what stands in an open cell and close it."""
        editor = self.cells.open_editor
        if editor is not None:
            self.cells.finish(editor)

    def typed_cells(self) -> dict[str, Content]:
        """Return what stands in the open cell and is not yet its row's, by the names of the
        cells.
        """
        editor = self.cells.open_editor
        return self.cells.typed_cells(editor, self.currentIndex()) if editor is not None else {}

    def open_cell(self, index: QModelIndex) -> None:
        """Begin to edit a cell, if it can be."""
        editable = bool(self._model.flags(index) & Qt.ItemFlag.ItemIsEditable)
        if index.isValid() and editable and not self.is_editing:
            self.edit(index)

    def folded_names(self) -> list[str]:
        """Return the fields of the columns that have no room: they stand below the cells."""
        columns = self._model.parts.columns
        return [
            each.name
            for place, each in enumerate(columns)
            if self.isColumnHidden(place) and each.act is None
        ]

    @property
    def last_column(self) -> int:
        """The last column that has room."""
        places = range(self._model.columnCount())
        return max((place for place in places if not self.isColumnHidden(place)), default=0)

    @property
    def _has_details(self) -> bool:
        return self._model.has_details or bool(self.folded_names())

    def step(self, by: int) -> bool:
        """Go to the next or last cell; where the row ends and has details, or the table ends, leave
        it and say False.
        """
        index, last = self.currentIndex(), self.last_column
        is_new = index.row() >= len(self._model.rows)  # of the empty row one cell is enough
        column = index.column() + by
        while 0 <= column <= last and self.isColumnHidden(column):
            column += by
        if index.isValid() and not is_new and 0 <= column <= last:
            self.setCurrentIndex(self._model.index(index.row(), column))
            return True
        row = index.row() + by
        if index.isValid() and not self._has_details and 0 <= row < self._model.rowCount():
            at = 0 if by > 0 or row >= len(self._model.rows) else last
            self.setCurrentIndex(self._model.index(row, at))
            return True
        super().focusNextPrevChild(by > 0)  # the table around it knows what comes next
        if not self._has_details and not self.hasFocus():
            self.leave()
        return False

    def leave(self) -> None:
        """Let no cell be the current one, because the focus goes on beyond the table."""
        self.setCurrentIndex(QModelIndex())

    def go_to(self, row: int, column: int) -> None:
        """Put the focus in a cell."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self._model.index(row, column))

    def begin_row(self, row: int) -> None:
        """Put the focus where one begins to type a row."""
        names = [field.name for field in self._model.parts.columns]
        is_new = row >= len(self._model.rows)
        starts_at = self._model.parts.starts_at if is_new else ""
        self.go_to(row, names.index(starts_at) if starts_at else 0)

    def show_current(self) -> None:
        """Scroll the page that the table stands on, so that the current cell is in sight, and with
        it what is said below the table where that is near.
        """
        area = page_area(self)
        page = area.widget() if area is not None else None
        if area is not None and page is not None and self.currentIndex().isValid():
            rect = self.visualRect(self.currentIndex())
            spot = self.viewport().mapTo(page, rect.center())
            end = self.mapTo(page, self.rect().bottomLeft()).y() + self.fontMetrics().height()
            to_foot = end + space(3) - spot.y()
            around = rect.height() // 2 + space(10)
            if to_foot <= area.viewport().height() // 2:
                around = max(around, to_foot)
            area.ensureVisible(spot.x(), spot.y(), space(10), around)

    # Qt

    def focusNextPrevChild(self, forward: bool) -> bool:
        if not self.currentIndex().isValid():
            return bool(super().focusNextPrevChild(forward))
        self.step(1 if forward else -1)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self.setCurrentIndex(self._model.index(0, 0))
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            row = self._model.rowCount() - 1
            is_new = row >= len(self._model.rows)
            column = 0 if is_new else self.last_column
            self.setCurrentIndex(self._model.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = Qt.Key(event.key()), self.currentIndex()
        if command := cell_command(event):
            self._run(command)
            return
        has_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        has_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key in _OPENS:
            self.open_cell(index)
        elif has_alt and key == Qt.Key.Key_Down:
            self.open_cell(index)
            self.cells.open_list()
        elif has_control and key in _MOVES:
            self.move_row(_MOVES[key])
        elif key == Qt.Key.Key_Delete:
            self.remove_row()
        elif key == Qt.Key.Key_Backspace and index.row() < len(self._model.rows):
            self._model.setData(index, self._model.empty_content(index))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and cell_command(event)
        ):
            event.accept()  # in a table they are the table's, as in a spreadsheet
            return True
        return super().event(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.walked.emit()
        if self.hasFocus():
            self.show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_again()  # its height is its own doing

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            defer(self._fit_again, self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_again()

    def _fit_again(self) -> None:
        before = self.folded_names()
        self._widths.share()
        index = self.currentIndex()
        if index.isValid() and self.isColumnHidden(index.column()):
            self.finish()
            self.setCurrentIndex(self._model.index(index.row(), 0))
        if self.folded_names() != before:
            self.folded.emit()
        self._refit()

    # rows

    def remove_row(self) -> None:
        """Take the current row out; the cell below becomes the current one."""
        index = self.currentIndex()
        self._model.remove(index.row())
        row = min(index.row(), self._model.rowCount() - 1)
        self.setCurrentIndex(self._model.index(row, index.column()))

    def move_row(self, by: int) -> None:
        """Move the current row up or down."""
        index = self.currentIndex()
        if self._model.move(index.row(), by):
            self.setCurrentIndex(self._model.index(index.row() + by, index.column()))

    def _run(self, command: str) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        if command == NEXT_ROW:
            self.begin_row(min(index.row() + 1, self._model.rowCount() - 1))
        elif command == FILL_DOWN:
            self.fill_down()
        elif command == PASTE:
            self.paste(QGuiApplication.clipboard().text())

    def fill_down(self) -> None:
        """Put the current cell into the empty cells below it."""
        index = self.currentIndex()
        if not 0 <= index.row() < len(self._model.rows):
            return
        filled, left_cells = self._model.fill_down(index)
        self.told.emit(filled_text(filled, left_cells))

    def paste(self, text: str) -> None:
        """Put a block of texts into the cells from the current one on."""
        index, parts = self.currentIndex(), self._model.parts
        if parts.takes_files or not index.isValid():
            return
        try:
            rows = read_block(text)
        except Refused as refused:
            self.cells.refused.emit(str(refused))
            return
        if not rows:
            return
        placed = place_block(rows, parts, index.column())
        block = block_contents(placed, self._desk, self._model.countries())
        left_cells = self._model.put_block(index.row(), block)
        self._fit_again()
        self.go_to(index.row(), index.column())
        self.told.emit(pasted_text(placed, count_unread(block), left_cells))

    # size

    def _dress(self) -> None:
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStyleSheet("QHeaderView::section { padding: 4px 3px; }")  # in line with cells
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _refit(self) -> None:
        """Make it as high as its rows, so that only the page scrolls."""
        self.horizontalHeader().setVisible(bool(self._model.rows))
        self.resizeRowsToContents()
        height = self._frame_height() + self.verticalHeader().length()
        if height != self.height() or height != self.maximumHeight():
            self.setFixedHeight(height)
        self.walked.emit()

    def _make_room(self, row: int) -> None:
        """Open a cell of many lines higher than its row."""
        editor = self.cells.open_editor
        if isinstance(editor, QPlainTextEdit) and editor.height() > self.rowHeight(row):
            self.setRowHeight(row, editor.height())
            self.setFixedHeight(self._frame_height() + self.verticalHeader().length())

    def _frame_height(self) -> int:
        heading = self.horizontalHeader().sizeHint().height() if self._model.rows else 0
        return heading + 2 * self.frameWidth()
