"""The rows of an office board: bodies, and below each its offices with who holds them on the day.

The board's table shows them. What a row says is worked out when it is painted: a date that is
dragged builds the rows anew, and keeps the table where only what they say is another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.paper.offices.board_words import doubt_text, time_text, vacancy_text
from desktop.style.icons import icon
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.plain import plain_tip

if TYPE_CHECKING:
    from db import BoardBody, BoardHolder, BoardOffice, OfficeBoard, OfficeRef, OfficeState, Ref

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
COLUMNS: Final = (_("Board", "Office"), _("Board", "Holder"), _("Board", "Since"))
_INDENT: Final = "    "
_Roles = Qt.ItemDataRole


class BoardRow(NamedTuple):
    """A body, or an office with one of its holders or what seats are vacant; `is_first` has the
    title.
    """

    body: BoardBody | None = None
    office: BoardOffice | None = None
    holder: BoardHolder | None = None
    is_first: bool = True


class BoardModel(QAbstractTableModel):
    """The board of one day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.board: OfficeBoard | None = None
        self.day = ""
        self.rows: list[BoardRow] = []
        self._keys: list[tuple[int, ...]] = []

    def show_board(self, board: OfficeBoard | None, day: str) -> None:
        """Show another board."""
        self.board = board
        self._keys = []
        self.show_day(day)

    def show_day(self, day: str) -> None:
        """Show another day of the board; the rows stay where they are all the same."""
        self.day = day
        rows = rows_on(self.board, day) if self.board is not None else []
        keys = [_key(row) for row in rows]
        if keys == self._keys and rows:
            changed = [at for at, row in enumerate(rows) if row != self.rows[at]]
            self.rows = rows
            if changed:
                last = len(COLUMNS) - 1
                self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], last))
            return
        self.beginResetModel()
        self.rows, self._keys = rows, keys
        self.endResetModel()

    def office_at(self, row: int) -> OfficeRef | None:
        """Return the office of a row; None of a body."""
        office = self.rows[row].office if 0 <= row < len(self.rows) else None
        return office.ref if office is not None else None

    def record_at(self, row: int) -> Ref | None:
        """Return the record that a row leads to: its holder, or else its body."""
        if not 0 <= row < len(self.rows):
            return None
        found = self.rows[row]
        if found.holder is not None:
            return found.holder.stay.person
        if found.office is not None:
            return found.office.body.ref
        return found.body.body.ref if found.body is not None else None

    def row_of(self, office: int) -> int | None:
        """Return the first row of an office."""
        rows = enumerate(self.rows)
        return next((at for at, row in rows if row.office and row.office.row.id == office), None)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _Roles.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == _Roles.DisplayRole:
            return self.text_of(row, index.column())
        if role in (_Roles.ToolTipRole, _Roles.AccessibleTextRole):
            text = self.text_of(row, index.column()).strip()
            return plain_tip(text) if role == _Roles.ToolTipRole else text
        if role == _Roles.FontRole:
            return _font(row, index.column())
        if role == _Roles.ForegroundRole and _is_quiet(row, index.column()):
            return QApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        if role == _Roles.DecorationRole and index.column() == 1:
            return _glyph(row)
        return None

    def text_of(self, row: BoardRow, column: int) -> str:
        """Return what a cell says."""
        if row.body is not None:
            return f"{_INDENT * row.body.depth}{row.body.body.ref.title}" if column == 0 else ""
        office, holder = row.office, row.holder
        if office is None:
            return ""
        if column == 0:
            return f"{_INDENT * (office.depth + 1)}{office.row.title}" if row.is_first else ""
        if holder is None:
            return vacancy_text(office.state, office.row.seats) if column == 1 else ""
        if column == 1:
            acting = self.tr(" (acting)") if holder.stay.acting else ""
            return f"{holder.stay.person.title}{acting}"
        parts = (time_text(holder, self.day), doubt_text(holder))
        return "; ".join(part for part in parts if part)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Roles.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _Roles.DisplayRole:
            return QCoreApplication.translate("Board", COLUMNS[section])
        return None


def rows_on(board: OfficeBoard, day: str) -> list[BoardRow]:
    """Return the rows of a day: each body that has offices, or bodies below it, before these."""
    rows: list[BoardRow] = []
    offices = iter(board.on(day))
    for body in board.bodies_on(day):
        rows.append(BoardRow(body))
        for _office in body.offices:
            rows += _rows_of(next(offices))
    return rows


def _rows_of(office: BoardOffice) -> list[BoardRow]:
    state: OfficeState = office.state
    rows = [BoardRow(None, office, each, not at) for at, each in enumerate(state.all_holders)]
    if state.vacant_seats or not rows:
        rows.append(BoardRow(None, office, None, not rows))
    return rows


def _key(row: BoardRow) -> tuple[int, ...]:
    """Return what makes a row the same on another day: where it stands, not what it says."""
    if row.body is not None:
        return 0, row.body.body.ref.id, row.body.depth
    return 1, row.office.row.id if row.office is not None else 0, row.is_first


def _font(row: BoardRow, column: int) -> QFont | None:
    font = QFont(QApplication.font())
    if row.body is not None:
        font.setBold(True)
        return font
    is_unsure = row.holder is None or not row.holder.is_sure
    if column and is_unsure:
        font.setItalic(True)
        return font
    return None


def _is_quiet(row: BoardRow, column: int) -> bool:
    return column > 0 and row.body is None and (row.holder is None or not row.holder.is_sure)


def _glyph(row: BoardRow) -> Any:
    """Return the sign beside a holder: a question for who may have left, none for who serves."""
    if row.body is not None:
        return None
    if row.holder is None:
        return icon("warn", "warn")
    return None if row.holder.is_sure else icon("help", "accent")
