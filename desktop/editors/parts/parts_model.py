"""The rows of a parts table as a Qt model, with one empty row more in which new ones begin."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from operator import attrgetter
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from db import AmountPhrase, HistoricalDate, Ref, Source, direction
from desktop.editors.field_texts import translated_text
from desktop.fields.act_columns import accepts_typing, cell_content, copy_row, put_cell
from desktop.fields.act_days import ActDay
from desktop.fields.field_contents import Content, Unread, reading, show
from desktop.fields.field_types import FormField, PartsTableSpec
from desktop.fields.part_rows import PartRow, is_blank, new_row
from desktop.widgets.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
PROBLEM: Final = int(Qt.ItemDataRole.UserRole) + 1  # the sentence for a cell, ''
MAX_CELL_LETTERS: Final = 2_000  # characters of a text that a cell shows
_NOWHERE: Final = QModelIndex()
#: What only a file itself can say.
MADE_SORTS: Final = frozenset(("size", "hash"))


class PartsModel(QAbstractTableModel):
    """Shows a list of rows and changes it in place. `edited` tells of every change."""

    edited = Signal()

    def __init__(self, parts: PartsTableSpec) -> None:
        super().__init__()
        self.parts = parts
        self._fields = (*parts.fields(), *(each for each in parts.columns if each.act is not None))
        self.rows: list[PartRow] = []
        self.countries: Callable[[], Collection[str]] = frozenset  # those whose money may be meant
        self.problems: dict[tuple[int, str], str] = {}
        self._wraps_headings = False

    def show_rows(self, rows: list[PartRow]) -> None:
        """Take a list over; it is changed in place from here on."""
        self.beginResetModel()
        self.rows = rows
        self.problems = {}
        self.endResetModel()

    # what the view asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid():
            return 0
        return len(self.rows) + (0 if self.parts.takes_files else 1)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.parts.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            label = translated_text(self.parts.columns[section].label)
            return label.replace(" ", "\n") if self._wraps_headings else label
        return None

    def wrap_headings(self, wraps: bool) -> None:
        """Set the words of a heading below each other, or on one line."""
        if wraps != self._wraps_headings:
            self._wraps_headings = wraps
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        field = self.field(index)
        if index.row() < len(self.rows):
            if field.sort == "flag":
                return flags | Qt.ItemFlag.ItemIsUserCheckable
            if not accepts_typing(self.rows[index.row()], field):
                return flags
        if field.sort not in MADE_SORTS and field.sort != "flag":
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        field = self.field(index)
        if index.row() >= len(self.rows):
            return self._empty_data(index, role)
        content = cell_content(self.rows[index.row()], field)
        if role == Qt.ItemDataRole.CheckStateRole and field.sort == "flag":
            return Qt.CheckState.Checked if content else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return None if field.sort == "flag" else _cell_text(field, content)
        if role == Qt.ItemDataRole.EditRole:
            return content
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(field, _cell_text(field, content))
        return self._spoken_text(index, field, content, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        elif role != Qt.ItemDataRole.EditRole:
            return False
        return self.put(index.row(), {self.field(index).name: value})

    # what the table asks

    def is_of_days(self, column: int) -> bool:
        """Say whether the cells of a column hold dates."""
        return self.parts.columns[column].sort in ("date", "act")

    @property
    def has_details(self) -> bool:
        """Whether a row has more than its cells: fields below the table, or a table inside."""
        return bool(self.parts.more or self.parts.inner)

    def field(self, index: Index) -> FormField:
        """Return the field of a cell's column."""
        return self.parts.columns[index.column()]

    def empty_content(self, index: Index) -> Content:
        """Return what a cell of a new row holds."""
        return cell_content(new_row(self.parts), self.field(index))

    def put(self, place: int, contents: dict[str, Content]) -> bool:
        """Set cells of a row by name; in the empty row this begins a new one."""
        is_new_row = place >= len(self.rows)
        row = new_row(self.parts) if is_new_row else self.rows[place]
        if not self._put_into(row, contents):
            return False
        if is_new_row:
            self.insert(row)
        else:
            for name in contents:
                self.problems.pop((place, name), None)
            self.dataChanged.emit(self.index(place, 0), self._last_cell(place))
            self.edited.emit()
        return True

    def _put_into(self, row: PartRow, contents: dict[str, Content]) -> bool:
        """Set cells of a row; say whether any differed. A sum in words sets all that it says."""
        for content in list(contents.values()):
            if isinstance(content, AmountPhrase):
                inner_cells = {
                    name: getattr(content, name) for name in row.cells if hasattr(content, name)
                }
                contents = contents | {name: value for name, value in inner_cells.items() if value}
        news = [
            (field, contents[field.name])
            for field in self._fields
            if field.name in contents
            and accepts_typing(row, field)
            and cell_content(row, field) != contents[field.name]
        ]
        before = dict(row.cells)
        for field, content in news:
            put_cell(row, field, content, self.parts)
        if news and self.parts.follow is not None:
            self.parts.follow(before, row.cells)
        return bool(news)

    def put_block(self, start: int, block: list[dict[str, Content]]) -> int:
        """Set cells of many rows from a place on, new rows for what goes past the last: one
        change. Return how many cells were left because they stand for more than one act.
        """
        rows = [
            (self.rows[place] if place < len(self.rows) else new_row(self.parts), contents)
            for place, contents in enumerate(block, start)
        ]
        left_cells = sum(
            not accepts_typing(row, field)
            for row, contents in rows
            for field in self._fields
            if field.name in contents
        )
        changed = [self._put_into(row, contents) for row, contents in rows]
        if not any(changed):
            return left_cells
        self.beginResetModel()
        self.rows.extend(row for row, _ in rows[max(0, len(self.rows) - start) :])
        self.problems = {}
        self.endResetModel()
        self.edited.emit()
        return left_cells

    def fill_down(self, index: Index) -> tuple[int, int]:
        """Put a cell's content into the empty cells below it; say how many, and how many were
        not empty.
        """
        field = self.field(index)
        content, empty = cell_content(self.rows[index.row()], field), self.empty_content(index)
        below = self.rows[index.row() + 1 :]
        open_rows = [row for row in below if cell_content(row, field) == empty != content]
        for row in open_rows:
            put_cell(row, field, content, self.parts)
        if open_rows:
            first, last = self.index(index.row(), 0), self._last_cell(len(self.rows) - 1)
            self.dataChanged.emit(first, last)
            self.edited.emit()
        return len(open_rows), len(below) - len(open_rows)

    def unknown_names(self) -> list[tuple[PartRow, FormField, str]]:
        """Return the cells whose text names no record of the desk, and the text."""
        return [
            (row, field, content.text)
            for row in self.rows
            for field in self.parts.columns
            if field.sort == "ref" and isinstance(content := cell_content(row, field), Unread)
        ]

    def name_new(self) -> None:
        """Let each such cell name a new record, of the first kind that its column takes."""
        for row, field, text in self.unknown_names():
            title = " ".join(text.split())
            put_cell(row, field, Ref(0, title, field.kinds[0]), self.parts)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self._last_cell(len(self.rows) - 1))
            self.edited.emit()

    def source_cells(self, place: int, title: str, picked: Source | None) -> dict[str, Content]:
        """Return the cells that name the source of a row: one of the desk whole, or a new one that
        has only its title.

        Another title is another source: the one named before may be cited elsewhere.
        """
        row = self.rows[place] if place < len(self.rows) else new_row(self.parts)
        if picked is None and row.cells["source.title"] == title:
            return {}
        source = picked or Source(title=title)
        names = [name for name in row.cells if name.startswith("source.")]
        return {name: attrgetter(name[len("source.") :])(source) for name in names}

    @contextmanager
    def with_cells(self, place: int, contents: dict[str, Content]) -> Iterator[None]:
        """Show the rows as they would be with these cells, for as long as the block lasts."""
        rows = list(self.rows)
        if contents:
            row = copy_row(rows[place]) if place < len(rows) else new_row(self.parts)
            self._put_into(row, contents)
            self.rows[place : place + 1] = [row]
        try:
            yield
        finally:
            self.rows[:] = rows

    def insert(self, row: PartRow) -> None:
        """Add a row at the end; the empty row becomes it, and another empty one follows."""
        place = len(self.rows)
        new = self.rowCount()
        self.beginInsertRows(QModelIndex(), new, new)
        self.rows.append(row)
        self.endInsertRows()
        self.dataChanged.emit(self.index(place, 0), self._last_cell(place))
        self.edited.emit()

    def remove(self, place: int) -> None:
        """Take a row out."""
        if 0 <= place < len(self.rows):
            self.beginRemoveRows(QModelIndex(), place, place)
            del self.rows[place]
            self.problems = {}
            self.endRemoveRows()
            self.edited.emit()

    def move(self, place: int, by: int) -> bool:
        """Move a row up (-1) or down (1); say whether it could."""
        to = place + by
        if not (0 <= place < len(self.rows) and 0 <= to < len(self.rows)):
            return False
        self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), to + (1 if by > 0 else 0))
        self.rows[place], self.rows[to] = self.rows[to], self.rows[place]
        self.problems = {}
        self.endMoveRows()
        self.edited.emit()
        return True

    def drop_blank(self) -> None:
        """Take out the rows nothing was typed into."""
        for place in reversed(range(len(self.rows))):
            if is_blank(self.rows[place], self.parts):
                self.remove(place)

    def show_problem(self, place: int, name: str, says: str) -> None:
        """Put a sentence to a cell."""
        self.problems[(place, name)] = says
        self.dataChanged.emit(self.index(place, 0), self._last_cell(place))

    def problem(self, index: Index) -> str:
        """Return the sentence of a cell: given, or why its text cannot be taken."""
        if not index.isValid() or index.row() >= len(self.rows):
            return ""
        content = cell_content(self.rows[index.row()], self.field(index))
        problem = self.problems.get((index.row(), self.field(index).name), "")
        return problem or (content.why if isinstance(content, Unread) else "")

    def news(self, index: Index) -> str:
        """Return what is said of a cell that names something new; '' of any other."""
        if not index.isValid() or index.row() >= len(self.rows):
            return ""
        field, content = self.field(index), cell_content(self.rows[index.row()], self.field(index))
        is_quiet = isinstance(content, HistoricalDate | ActDay | Unread)  # read while it was typed
        return "" if is_quiet else reading(field, content)

    def _last_cell(self, place: int) -> QModelIndex:
        return self.index(place, self.columnCount() - 1)

    def _empty_data(self, index: Index, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == 0:
                return self.tr("Add {one}…").format(one=translated_text(self.parts.one))
            # A table without rows shows no headings: its empty cells say what they are for.
            return None if self.rows else translated_text(self.field(index).label)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{column}, new {one}").format(
                column=translated_text(self.field(index).label), one=translated_text(self.parts.one)
            )
        return None

    def _spoken_text(self, index: Index, field: FormField, content: Content, role: int) -> Any:
        says = self.problem(index)
        if role == PROBLEM:
            return says
        more = says or (content if field.sort == "hash" else None)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return more
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(more) if isinstance(more, str) else more
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{translated_text(field.label)}: {_cell_text(field, content)}"
        return None


def _cell_text(field: FormField, content: Content) -> str:
    """Return what a cell shows; of a text beyond measure the beginning: Qt sets it often."""
    text = show(field, content)
    return text if len(text) <= MAX_CELL_LETTERS else f"{text[:MAX_CELL_LETTERS]} …"


def _alignment(field: FormField, text: str) -> int:
    across = Qt.AlignmentFlag.AlignLeft
    if field.sort in ("number", "size") or direction(text) == "rtl":
        across = Qt.AlignmentFlag.AlignRight
    return int(across | Qt.AlignmentFlag.AlignVCenter)
