"""Rows that are ids in an order, each read when it comes into sight; `RecordModel` fills it."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from db import Query, list_columns, short_months
from desktop.models.column_room import DAYS, MAX_DAY_LETTERS
from desktop.models.line_blocks import LineBlocks
from desktop.models.roles import FIELDS, Role
from desktop.widgets.plain import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from db import Column, Line
    from desktop.models.found import FoundRows
    from desktop.models.list_request import ListRequest
    from desktop.models.list_row import ListRow
    from desktop.session.session import Session

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TEXTS: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_ROW_FLAGS: Final = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
_ANSWERED: Final = frozenset({*map(int, _TEXTS), *FIELDS, Role.MARKS, Role.WHY})


class RowModel(QAbstractTableModel):
    """The rows of a kind.

    `emptied` says that no row stands just before others do: the one moment at which the height of
    a million rows can be changed quickly. `filled` says that other rows stand now.
    """

    emptied = Signal()
    filled = Signal()

    def __init__(self, kind: str, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._session = session
        self._columns = list_columns(kind)
        self._query = Query()
        self._ids = array("q")  # what is shown
        self.blocks = LineBlocks()
        self.row_heading: Callable[[Line], str] | None = None  # what a row belongs to

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
    def has_reasons(self) -> bool:
        """Whether rows say why they are there."""
        return any(not word.excluded for word in self._query.words)

    def id_at(self, row: int) -> int | None:
        """Return the record of a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def nearest_id(self, row: int, deleted: Collection[int]) -> int | None:
        """Find the record at a row, or after or else before it, that is none of those gone."""
        after = range(max(0, row), len(self._ids))
        before = range(min(row, len(self._ids)) - 1, -1, -1)
        return next(
            (self._ids[at] for at in chain(after, before) if self._ids[at] not in deleted), None
        )

    def line(self, row: int) -> Line | None:
        """Return the line of a row; None when it is gone, hidden or cannot be read."""
        return self._row(row).line

    def hit(self, row: int) -> ListRow:
        """Return a row with why it was found and what of it matched, while words are searched."""
        found = self._row(row)
        if found.why is None and self._query.words:
            self.blocks.explain(row, self.question, self._session.reader)
        return found

    @property
    def question(self) -> ListRequest:
        """What is asked for just now."""
        raise NotImplementedError

    def _row(self, row: int) -> ListRow:
        row_read = self.blocks.row_in_memory(row)
        if row_read is not None:
            return row_read
        return self.blocks.row(row, self._ids, self._session.reader, self._session.lens)

    def put_rows(self, ids: array[int], found: FoundRows | None = None) -> None:
        """Put other rows in place of all that stand."""
        self.blocks.fill(found)
        self._swap(ids)

    def _swap(self, ids: array[int]) -> None:
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()

    def refill(self) -> None:
        """Take all rows away and put them back, so that their height can change in between."""
        ids = self._ids
        self._swap(array("q"))
        self.emptied.emit()
        self._swap(ids)
        self.filled.emit()

    def _repaint(self) -> None:
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # Qt's questions

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return self.heading_of(section)
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return QCoreApplication.translate("Headings", self._columns[section].label)

    def heading_of(self, row: int) -> str | None:
        """Return what a row belongs to, where the rows are grouped."""
        if self.row_heading is None or not 0 <= row < len(self._ids):
            return None
        line = self.line(row)
        return "" if line is None else self.row_heading(line)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        # Of a row that is not read yet it is not known that it is gone: choosing it reads nothing.
        row = self.blocks.row_in_memory(index.row())
        return _ROW_FLAGS if row is None or row.line is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ANSWERED:
            return None
        row, column = index.row(), index.column()
        line = self.line(row)
        if line is None:
            return self._missing(row, column, role)
        if role == Qt.ItemDataRole.DisplayRole:
            cell = line.cells[column]
            is_long = len(cell) > MAX_DAY_LETTERS and self._columns[column].key in DAYS
            return short_months(cell) if is_long else cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(line.cells[column])
        if role == Role.MARKS:
            return self.hit(row).marks
        if role == Role.WHY:
            return self.hit(row).why or ""
        return FIELDS[role](line)

    def _missing(self, row: int, column: int, role: int) -> str | None:
        if role not in _TEXTS or column != 0:
            return None
        return self._row(row).refusal or self.tr("This record is no longer shown.")
