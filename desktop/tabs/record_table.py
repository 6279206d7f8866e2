"""The table of a list: equal rows, columns chosen from the header's menu, widths in shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from desktop.background.delay import defer
from desktop.models.column_room import CHOSEN_ONLY, ROOM, TITLES
from desktop.models.column_widths import Wish, fitting_columns, share_widths
from desktop.models.menu_request import MenuRequest
from desktop.models.record_model import RecordModel
from desktop.settings import COLUMNS as SHOWN_COLUMNS
from desktop.settings import SORTING
from desktop.style.theme import space
from desktop.tabs.hit_text import reason_height
from desktop.tabs.list_header import ListHeader
from desktop.tabs.row_painter import AFTER, BEFORE, RowPainter
from desktop.tabs.type_ahead import TypeAhead

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.settings import Settings

_MEASURED_ROWS = 40  # whose texts say how wide a column is to be
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordTable(QTableView):
    """Shows a `RecordModel`. `opened` says that Enter or a double click asks for the row."""

    opened = Signal()
    left = Signal()  # Escape
    removal_asked = Signal()  # Delete
    copy_asked = Signal()  # Ctrl+C
    select_all_asked = Signal()  # Ctrl+A: Qt would choose no row that is still to come
    drag_asked = Signal()  # chosen rows are being dragged away
    menu_asked = Signal(object)  # a `MenuRequest`
    painted = Signal()  # for the first time

    def __init__(self, model: RecordModel, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._text_widths: dict[int, int] = {}  # by column, what the texts of the first rows take
        self._measured_rows = 0
        self._kind = model.kind
        self._settings = settings
        self.keys = [column.key for column in model.columns]
        self._chosen: list[str] = []  # by the officer; those without room are hidden all the same
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_rows()
        self._set_header()
        self.setModel(model)
        model.emptied.connect(self._set_rows)
        model.filled.connect(self._measure_once)
        self._restore(model)
        self.painter = RowPainter(self, model, self.keys)
        self.type_ahead = TypeAhead(self, model.find_beginning, self.choose_row)
        self._is_painted = False
        self._pressed_on_chosen: QPoint | None = None
        self.is_dragging_out = False  # until the button is let go
        self.doubleClicked.connect(self.opened)

    def choose_row(self, row: int) -> None:
        """Go to a row and select nothing but it. `selectRow` may add to what is selected."""
        flag = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, self._title_place())
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def rows_in_sight(self) -> int:
        """Say how many rows with reasons have room, the cut one at the end included."""
        height = self._row_height(has_reasons=True)
        return max(1, -(-self.viewport().height() // height))

    def _title_place(self) -> int:
        """Return the place of the column that is never hidden."""
        return next(at for at, key in enumerate(self.keys) if key in TITLES)

    def shown_columns(self) -> list[str]:
        """Return the keys of the columns that are chosen, be there room for them just now or
        not.
        """
        return self._chosen

    def shown_headings(self) -> list[str]:
        """Return the headings of the chosen columns."""
        return [self._heading(at) for at in self.shown_places()]

    def shown_places(self) -> list[int]:
        """Return the places of the chosen columns, in a line's cells."""
        return [at for at, key in enumerate(self.keys) if key in self._chosen]

    def _heading(self, at: int) -> str:
        return str(self.model().headerData(at, Qt.Orientation.Horizontal))

    def show_columns(self, keys: list[str]) -> None:
        """Show these columns and remember them; the title always stays."""
        self._choose_columns(keys)
        self._measured_rows = 0
        self._measure_once()
        self._settings.put(SHOWN_COLUMNS, self._chosen, self._kind)
        self._share_width()

    def _choose_columns(self, keys: Collection[str]) -> None:
        self._chosen = [key for key in self.keys if key in keys or key in TITLES]
        for at, key in enumerate(self.keys):
            self.setColumnHidden(at, key not in self._chosen)
        self._model.show_more(self._chosen)

    def remember_sorting(self, key: str, descending: bool) -> None:
        """Remember the order for the next start."""
        self._settings.put(SORTING, f"{'-' * descending}{key}", self._kind)

    # how it is set

    def _set_rows(self) -> None:
        """Make the rows tall enough for a reason under the title where words are searched.

        Only while there are no rows: Qt takes seconds to change the height of a million.
        """
        header = self.verticalHeader()
        height = self._row_height(has_reasons=self._model.has_reasons)
        if height != header.defaultSectionSize():
            header.setMinimumSectionSize(height)
            header.setDefaultSectionSize(height)

    def _row_height(self, *, has_reasons: bool) -> int:
        height = self.fontMetrics().height() + 2 * space(2)
        return height + reason_height(self.font()) if has_reasons else height

    def _set_header(self) -> None:
        self._header = header = ListHeader(self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(space(10))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        header.setToolTip(self.tr("Click to sort; right-click to choose the columns."))

    def _restore(self, model: RecordModel) -> None:
        stored = self._settings.get(SHOWN_COLUMNS, self._kind)
        first = [key for key in self.keys if (self._kind, key) not in CHOSEN_ONLY]
        self._choose_columns(stored or first)
        sorting = self._settings.get(SORTING, self._kind)
        key = sorting.removeprefix("-")
        if key in self.keys:
            down = sorting.startswith("-")
            model.sort(
                self.keys.index(key),
                Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder,
            )
        self.show_order(model)
        header = self.horizontalHeader()
        # Of its own, and empty: at each painting Qt asks whether every row of a column is selected,
        # and where all of many are it looks at each of them.
        header.setSelectionModel(QItemSelectionModel(model, header))
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort_by)

    def show_order(self, model: RecordModel) -> None:
        """Put the arrow over the column that the list is sorted by; none over hits by fit."""
        header = self.horizontalHeader()
        header.setSortIndicatorShown(model.is_sorted)
        key, down = model.order
        if key in self.keys:
            way = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(self.keys.index(key), way)

    def _sort_by(self, column: int) -> None:
        model = self.model()
        if not isinstance(model, RecordModel) or not model.columns[column].is_sortable:
            return
        key, down = model.order
        will_descend = model.is_sorted and key == self.keys[column] and not down
        way = Qt.SortOrder.DescendingOrder if will_descend else Qt.SortOrder.AscendingOrder
        model.sort(column, way)
        self.remember_sorting(self.keys[column], will_descend)
        self.show_order(model)

    def _offer_columns(self, place: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    def column_menu(self) -> QMenu:
        """Return a menu with a tick for each column that can be hidden."""
        menu = QMenu(self)
        for at, key in enumerate(self.keys):
            is_chosen = key in self._chosen
            heading = self._heading(at)
            if is_chosen and self.isColumnHidden(at):
                heading = self.tr("{column} (no room at this width)").format(column=heading)
            action = menu.addAction(heading)
            action.setCheckable(True)
            action.setChecked(is_chosen)
            action.setEnabled(key not in TITLES)
            action.toggled.connect(lambda is_shown, key=key: self._toggle(key, is_shown))
        return menu

    def _toggle(self, key: str, is_shown: bool) -> None:
        keys = set(self._chosen)
        self.show_columns(list(keys | {key} if is_shown else keys - {key}))

    def _share_width(self) -> None:
        """Show what has room of the chosen columns; what was asked for beyond the first ones stays
        longest.
        """
        places = self.shown_places()
        room = self.viewport().width()
        if not places or room <= 0:
            return
        wishes = [self._wish(at) for at in places]
        wanted = {n for n, at in enumerate(places) if (self._kind, self.keys[at]) in CHOSEN_ONLY}
        fitting = fitting_columns(room, wishes, wanted)
        widths = dict(zip(fitting, share_widths(room, [wishes[n] for n in fitting]), strict=True))
        for n, at in enumerate(places):
            if self.isColumnHidden(at) != (n not in widths):
                self.setColumnHidden(at, n not in widths)
            if n in widths:
                self.setColumnWidth(at, widths[n])

    def _wish(self, at: int) -> Wish:
        """Return the room that a column asks for; its heading is never cut."""
        room = ROOM[self.keys[at]]
        letter = self.fontMetrics().averageCharWidth()
        around = BEFORE + AFTER
        least = max(room.least * letter + around, self._header.heading_width(at))
        need = self._text_widths.get(at)
        return Wish(least, room.wanted * letter + around, room.rank, room.grows, need)

    def _measure_once(self) -> None:
        """Measure the texts of the first rows, once there are some: widths that followed every
        search would jump at each key.
        """
        rows = min(self._model.rowCount(), _MEASURED_ROWS)
        if not self._model.is_in_sight or rows <= self._measured_rows:
            return
        self._measured_rows = rows
        lines = [line for line in map(self._model.line, range(rows)) if line is not None]
        metrics, around = self.fontMetrics(), BEFORE + AFTER + 1
        self._text_widths = {
            at: around + max(metrics.horizontalAdvance(line.cells[at]) for line in lines)
            for at in self.shown_places()
            if lines
        }
        self._share_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.painter.paint(painter, event.rect())
        painter.end()
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_width()
        row, height = self.currentIndex().row(), event.oldSize().height()
        if row >= 0 and 0 <= self.rowViewportPosition(row) < height:
            self.scrollTo(self.currentIndex())  # what was in sight stays in it

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._measured_rows = 0
            self._model.refill()
            # Afterwards: the headings are told of other letters after the table that holds them.
            defer(self._share_width, self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        if not self.selectionModel().isRowSelected(index.row()):
            self.choose_row(index.row())
        elif index.row() != self.currentIndex().row():
            # What is for one record is for the one under the mouse; all stay selected.
            here = self.model().index(index.row(), self._title_place())
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(here, flag)
        under = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        cell = str(index.data() or "") if by_mouse else ""
        place = event.globalPos() if by_mouse else under
        self.menu_asked.emit(MenuRequest(place, texts=[cell] if cell else ()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        is_plain_press = (
            event.button() == Qt.MouseButton.LeftButton
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        )
        is_chosen = self.selectionModel().isSelected(self.indexAt(place))
        self._pressed_on_chosen = place if is_plain_press and is_chosen else None
        self.is_dragging_out = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let rows that were chosen before be dragged away; from others on, choose rows."""
        start = self._pressed_on_chosen
        if start is None or event.buttons() != Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        way = (event.position().toPoint() - start).manhattanLength()
        if not self.is_dragging_out and way >= QApplication.startDragDistance():
            self.is_dragging_out = True
            self.drag_asked.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.is_dragging_out:
            self.is_dragging_out = False  # and all rows stay chosen
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all_asked.emit()
        elif key in _OPENS:
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        elif key == Qt.Key.Key_Space and self.type_ahead.is_under_way:
            self.keyboardSearch(event.text())  # of a name of two words, and chooses nothing
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Look for what is typed by the stored keys: Qt would read every row up to it."""
        self.type_ahead.add(search)
