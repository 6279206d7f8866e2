"""The proposals of a text under a heading for each kind, each with a tick; intake shows it.

Enter takes the chosen one and goes on to the next, Delete drops it and goes on, Space turns the
tick round. Where it may be a record of the desk, Enter asks first which it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from desktop.intake.intake_words import HEADINGS, details_text, match_text, sure_text, translate
from desktop.intake.proposal_row import ProposalRow
from desktop.style.icons import icon
from desktop.style.table_setup import set_up_rows
from desktop.style.theme import color, space
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
COLUMNS: Final = (
    _("Intake", "Proposed"),
    _("Intake", "The text says"),
    _("Intake", "On this desk"),
    _("Intake", "Sure"),
)
NAME, MATCH = 0, 2
_WIDTHS_LETTERS: Final = (26, 30, 26, 10)  # average letters


class ProposalModel(QAbstractTableModel):
    """Lines are headings (a kind) or rows. `decided` says that something was taken or dropped."""

    decided = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[str | ProposalRow] = []

    @property
    def rows(self) -> list[ProposalRow]:
        """The proposals without the headings."""
        return [line for line in self.lines if isinstance(line, ProposalRow)]

    def show_rows(self, rows: Sequence[ProposalRow]) -> None:
        """Show these, parted by kind."""
        self.beginResetModel()
        self.lines = []
        for kind in HEADINGS:
            of_kind = [row for row in rows if row.kind == kind]
            self.lines += [kind, *of_kind] if of_kind else []
        self.endResetModel()
        self.decided.emit()

    def row_at(self, line: int) -> ProposalRow | None:
        """Return the proposal of a line; None for a heading."""
        found = self.lines[line] if 0 <= line < len(self.lines) else None
        return found if isinstance(found, ProposalRow) else None

    def take(self, line: int, is_taken: bool) -> None:
        """Take the proposal of a line, or drop it."""
        row = self.row_at(line)
        if row is not None and row.is_taken != is_taken:
            row.is_taken = is_taken
            self.refresh(line)

    def refresh(self, line: int) -> None:
        """Show a line anew after its row was changed."""
        self.dataChanged.emit(self.index(line, 0), self.index(line, len(COLUMNS) - 1))
        self.decided.emit()

    # what Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.row_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags  # read, and passed by by the keys
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == NAME else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if row is None:
            return self._heading_data(index, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self.texts(row)[index.column()]
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            return Qt.CheckState.Checked if row.is_taken else Qt.CheckState.Unchecked
        palette = QApplication.palette()
        if role == Qt.ItemDataRole.ForegroundRole and not row.is_taken:
            return QBrush(color(palette, "quiet"))
        if role == Qt.ItemDataRole.FontRole and index.column() == NAME:
            font = QFont(QApplication.font())
            font.setStrikeOut(not row.is_taken)
            return font
        return None

    def _heading_data(self, index: Index, role: int) -> Any:
        if index.column() != NAME:
            return None
        kind = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return translate(HEADINGS[str(kind)])
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(str(kind), "quiet")
        if role == Qt.ItemDataRole.FontRole:
            font = QFont(QApplication.font())
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(color(QApplication.palette(), "text"))
        return None

    def texts(self, row: ProposalRow) -> tuple[str, str, str, str]:
        """Return the words of a row's cells."""
        says = details_text(row.kind, row.proposal) if row.record is None else translate(EDITED)
        return row.name, says, match_text(row), sure_text(row.proposal.confidence)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate(COLUMNS[section])
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != NAME:
            return False
        self.take(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


EDITED: Final = _("Intake", "as edited in the form")


class ProposalTable(QTableView):
    """`pointed` gives the line that the pointer or the cursor is on, `edit_wanted` and
    `match_wanted` ask for the form and for another match of the chosen line.
    """

    pointed = Signal(int)
    edit_wanted = Signal()
    match_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.proposals = ProposalModel(self)
        self.setModel(self.proposals)
        self.setProperty("plain", True)
        self.setAccessibleName(self.tr("Proposals"))
        self.setAccessibleDescription(
            self.tr(
                "Enter takes a proposal, Delete drops it, F2 opens its form, M chooses which record"
                " it is."
            )
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        set_up_rows(self)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, letters in enumerate(_WIDTHS_LETTERS):
            self.setColumnWidth(column, letters * self.fontMetrics().averageCharWidth() + space(4))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.proposals.modelReset.connect(self._join_headings)
        self.selectionModel().currentRowChanged.connect(lambda now: self.pointed.emit(now.row()))
        self.doubleClicked.connect(self._open)

    @property
    def line(self) -> int:
        """The chosen line, -1 for none."""
        return self.currentIndex().row()

    def choose_line(self, line: int) -> None:
        """Choose a line and bring it into sight."""
        self.setCurrentIndex(self.proposals.index(line, NAME))

    def choose_first(self) -> None:
        """Choose the first proposal."""
        self._go_on(-1)

    def _join_headings(self) -> None:
        self.clearSpans()
        for line in range(self.proposals.rowCount()):
            if self.proposals.row_at(line) is None:
                self.setSpan(line, 0, 1, len(COLUMNS))

    def _go_on(self, line: int) -> None:
        """Choose the next proposal below a line, where there is one."""
        for below in range(line + 1, self.proposals.rowCount()):
            if self.proposals.row_at(below) is not None:
                self.choose_line(below)
                return

    def _open(self, index: QModelIndex) -> None:
        if self.proposals.row_at(index.row()) is not None:
            (self.match_wanted if index.column() == MATCH else self.edit_wanted).emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, line = event.key(), self.line
        row = self.proposals.row_at(line)
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if row is None or not plain:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete):
            self.proposals.take(line, key != Qt.Key.Key_Delete)
            if row.is_open:
                self.match_wanted.emit()
            if not row.is_open:
                self._go_on(line)
        elif key == Qt.Key.Key_Space:
            self.proposals.take(line, not row.is_taken)
        elif key == Qt.Key.Key_F2:
            self.edit_wanted.emit()
        elif key == Qt.Key.Key_M:
            self.match_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        line = self.rowAt(round(event.position().y()))
        self.pointed.emit(line if self.proposals.row_at(line) is not None else self.line)
