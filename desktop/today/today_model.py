"""The lines of Today for a table: each section a row that spans it, its lines below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from desktop.printing.today_names import SECTION_NAMES, more_text
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.plain import plain_tip

if TYPE_CHECKING:
    from db import TodayLine, TodaySection

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
COLUMNS: Final = (_("Today", "When"), _("Today", "Record"), _("Today", "What"))


class TodayModel(QAbstractTableModel):
    """The sections that hold something; a row is a section's name, a line, or what is left out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[str | TodayLine] = []

    def show_sections(self, sections: Sequence[TodaySection]) -> None:
        """Show these; sections with nothing in them are left out."""
        self.beginResetModel()
        self.rows = []
        for section in sections:
            if section.total:
                name = QCoreApplication.translate("Today", SECTION_NAMES[section.name])
                self.rows.append(f"{name} ({QLocale().toString(section.total)})")
                self.rows += section.lines
                if more := more_text(section):
                    self.rows.append(more)
        self.endResetModel()

    def spans(self) -> list[int]:
        """Return the rows that go across the table."""
        return [place for place, row in enumerate(self.rows) if isinstance(row, str)]

    def record_at(self, row: int) -> int:
        """Return the record that a row is about; 0 where it is about none."""
        line = self.rows[row] if 0 <= row < len(self.rows) else ""
        return 0 if isinstance(line, str) else line.record_id

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = _cell(row, index.column())
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        if role == Qt.ItemDataRole.FontRole and isinstance(row, str):
            font = QFont()
            font.setBold(True)
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Today", COLUMNS[section])
        return None


def _cell(row: str | TodayLine, column: int) -> str:
    if isinstance(row, str):
        return row if column == 0 else ""
    # With all that reads dates, which a window that opens does without.
    from desktop.printing.today_sheet import when_words

    return (when_words(row), row.title, row.says)[column]
