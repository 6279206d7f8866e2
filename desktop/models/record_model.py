"""The rows of one kind, any number of them without loading them: ids in order, lines as needed.

Each tab has one. The first rows are there at once; the whole order and the hits of a search come
from the lane, and only what is painted is read.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from db import COLUMNS, DEFAULT_ORDER, Change, Column, DeskError, Line, Page, Query, Reader
from desktop.models.headings import HEADINGS
from desktop.models.line_blocks import LineBlocks, Row
from desktop.models.marks import marked
from desktop.models.roles import Role
from desktop.session import Session

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_AT_ONCE = 200  # ids asked for before the first paint
_SMALL = 2_000  # so long a list is read in one go
_TEXTS: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_FIELDS: Final[Mapping[int, Callable[[Line], object]]] = {
    Role.ID: lambda line: line.id,
    Role.UID: lambda line: line.uid,
    Role.TITLE: lambda line: line.title,
    Role.DETAIL: lambda line: ", ".join(cell for cell in line.cells if cell != line.title),
    Role.MARKING: lambda line: line.marking,
    Role.NATIVE: lambda line: line.native,
}
_SHOWN: Final = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
_ANSWERED: Final = frozenset({*map(int, _TEXTS), *_FIELDS, Role.MARKS, Role.WHY})


class RecordModel(QAbstractTableModel):
    """The list of a kind, or the hits of a query in it, best first.

    `emptied` says that no row stands just before others do: the one moment at which the height of
    a million rows can be changed quickly. `filled` says that other rows stand now; `counted` that
    the number of hits is known anew; `refused` gives the sentence of a question that could not be
    answered.
    """

    emptied = Signal()
    filled = Signal()
    counted = Signal()
    refused = Signal(str)

    def __init__(self, kind: str, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._session = session
        self._columns = COLUMNS[kind]
        self._order = DEFAULT_ORDER[kind]
        self._is_descending = False
        self._query = Query()
        self._ids = array("q")  # what is shown
        self._all: array[int] | None = None  # every id in order, once it is known
        self._is_sorted_by_hand = False
        self.is_capped = False
        self._blocks = LineBlocks()
        self._is_open = False

    # what is shown

    @property
    def ids(self) -> array[int]:
        """The ids of the rows, in order; not to be changed."""
        return self._ids

    @property
    def query(self) -> Query:
        """What is asked for; empty when everything is shown."""
        return self._query

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in order."""
        return self._columns

    @property
    def total(self) -> int | None:
        """How many records of the kind the lens shows; None until it is known."""
        return None if self._all is None else len(self._all)

    @property
    def order(self) -> tuple[str, bool]:
        """The column that the list is sorted by, and whether downwards."""
        return self._order, self._is_descending

    @property
    def is_sorted(self) -> bool:
        """Whether the rows stand in that order; hits stand by how well they fit at first."""
        return self._query.is_empty or self._is_sorted_by_hand

    def open(self) -> None:
        """Shows the first rows at once and asks for the rest; does nothing the second time."""
        if not self._is_open:
            self._is_open = True
            self.reload()

    def reload(self) -> None:
        """Reads everything anew: another lens, another order, or a change of many records."""
        self._all = None
        if not self._is_open:
            return
        if self._query.is_empty:
            self._show_first()
        self._ask_all()
        if not self._query.is_empty:
            self._ask_hits()

    def search(self, query: Query) -> None:
        """Shows the hits of a query once the lane has them; an empty one shows everything."""
        if query == self._query:
            return
        self._query = query
        self._is_sorted_by_hand = False
        self._is_open = True
        if not query.is_empty:
            self._ask_hits()
            return
        self._session.lane.forget(f"hits {self.kind}")
        if self._all is not None:
            self._show(self._all)
        else:
            self._show_first()
            self._ask_all()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; one that no order is kept for stays as it was."""
        if not 0 <= column < len(self._columns) or not self._columns[column].is_sortable:
            return
        chosen = (self._columns[column].key, order == Qt.SortOrder.DescendingOrder)
        if chosen == self.order and self.is_sorted:
            return
        self._order, self._is_descending = chosen
        self._is_sorted_by_hand = True
        self.reload()

    def row_of(self, record_id: int) -> int | None:
        """The row of a record, or None when it is not in the list."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return None

    def id_at(self, row: int) -> int | None:
        """The record of a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def line(self, row: int) -> Line | None:
        """The line of a row; None when it is gone, hidden or cannot be read."""
        return self._row(row).line

    def _row(self, row: int) -> Row:
        kept = self._blocks.kept(row)
        if kept is not None:
            return kept
        return self._blocks.row(row, self._ids, self._session.reader, self._session.lens)

    # questions

    def _show_first(self) -> None:
        lens, (order, down) = self._session.lens, self.order
        try:
            first = self._session.reader.first_ids(
                self.kind, lens, order, descending=down, limit=_AT_ONCE
            )
        except DeskError as refusal:
            self.refused.emit(str(refusal))
            return
        self._show(first)

    def _ask_all(self) -> None:
        kind, lens, (order, down) = self.kind, self._session.lens, self.order

        def job(reader: Reader) -> array[int]:
            return reader.all_ids(kind, lens, order, descending=down)

        self._session.lane.ask(f"all {kind}", job, self._take_all, self._refuse)

    def _take_all(self, ids: array[int]) -> None:
        self._all = ids
        if self._query.is_empty:
            self._show(ids)
        else:
            self.counted.emit()

    def _ask_hits(self) -> None:
        kind, query, lens, (order, down) = self.kind, self._query, self._session.lens, self.order
        by_hand = self._is_sorted_by_hand

        def job(reader: Reader) -> Page:
            page = reader.page(kind, query, lens)
            if not by_hand:
                return page
            hits = set(page.ids)
            listed = reader.all_ids(kind, lens, order, descending=down)
            return Page(array("q", (key for key in listed if key in hits)), page.is_capped)

        self._session.lane.ask(f"hits {kind}", job, self._take_hits, self._refuse, urgent=True)

    def _take_hits(self, page: Page) -> None:
        self._show(page.ids, is_capped=page.is_capped)

    def _refuse(self, refusal: DeskError) -> None:
        self.refused.emit(str(refusal))

    def _show(self, ids: array[int], *, is_capped: bool = False) -> None:
        """Puts other rows in place; a list that only grows at its end keeps all that stands."""
        self._blocks.clear()
        old = len(self._ids)
        if 0 < old <= len(ids) and not self.is_capped and ids[:old] == self._ids:
            if len(ids) > old:
                self.beginInsertRows(QModelIndex(), old, len(ids) - 1)
            self._ids = ids
            if len(ids) > old:
                self.endInsertRows()
            self._repaint()
        else:
            self._put(array("q"))
            self.emptied.emit()
            self._put(ids)
        self.is_capped = is_capped
        self.filled.emit()
        self.counted.emit()

    def _put(self, ids: array[int]) -> None:
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()

    def refill(self) -> None:
        """Takes all rows away and puts them back, so that their height can change in between."""
        ids = self._ids
        self._put(array("q"))
        self.emptied.emit()
        self._put(ids)
        self.filled.emit()

    def _repaint(self) -> None:
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # changes

    def take(self, change: Change) -> None:
        """Looks at a change and refreshes what it may have touched."""
        if not self._is_open:
            return
        self._blocks.clear()
        if self.kind not in change.kinds and not change.many:
            self._repaint()  # a line may name the changed record
        elif change.many or (self._all is not None and len(self._all) <= _SMALL):
            self._reread(change)
        else:
            self._patch(change.ids)
            self._repaint()
            self._ask_all()
            if not self._query.is_empty:
                self._ask_hits()

    def _reread(self, change: Change) -> None:
        if change.many or not self._query.is_empty:
            self.reload()
            return
        lens, (order, down) = self._session.lens, self.order
        try:
            ids = self._session.reader.all_ids(self.kind, lens, order, descending=down)
        except DeskError as refusal:
            self.refused.emit(str(refusal))
            return
        self._take_all(ids)

    def _patch(self, changed: Sequence[int]) -> None:
        """Takes away at once what is deleted; the lane brings the true order in a moment."""
        lens = self._session.lens
        there = {line.id for line in self._session.reader.lines(changed, lens)}
        for key in changed:
            row = self.row_of(key) if key not in there else None
            if row is not None:
                self.beginRemoveRows(QModelIndex(), row, row)
                self._ids = self._ids[:row] + self._ids[row + 1 :]
                self.endRemoveRows()

    # Qt's questions

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return QCoreApplication.translate("Headings", HEADINGS[self._columns[section].key].name)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.line(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return _SHOWN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ANSWERED:
            return None
        row, column = index.row(), index.column()
        line = self.line(row)
        if line is None:
            return self._missing(row, column, role)
        if role in _TEXTS:
            return line.cells[column]
        if role == Role.MARKS:
            return marked(line.title, self._query) if self._query.words else ()
        if role == Role.WHY:
            return self._why(row)
        return _FIELDS[role](line)

    def _missing(self, row: int, column: int, role: int) -> str | None:
        if role not in _TEXTS or column != 0:
            return None
        return self._row(row).refusal or self.tr("This record is no longer shown.")

    def _why(self, row: int) -> str:
        if not self._query.words:
            return ""
        self._row(row)
        return self._blocks.why(row, self._query, self._session.reader, self._session.lens)
