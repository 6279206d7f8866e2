"""The preview of a change of many records: of each what the field says now, and would say then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from db import FieldChange
from desktop.fields.many_fields import ManyField, shown_difference
from desktop.style.translated import QT_TRANSLATE_NOOP
from desktop.widgets.plain import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HEADINGS: Final = (
    QT_TRANSLATE_NOOP("ChangedValues", "Record"),
    QT_TRANSLATE_NOOP("ChangedValues", "Before"),
    QT_TRANSLATE_NOOP("ChangedValues", "After"),
)


class FieldOfRecord(NamedTuple):
    """A record's title, and what one of its fields says."""

    title: str
    value: Any


class ChangedValues(QAbstractTableModel):
    """One row a record; what becomes of it is worked out for the rows that are painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._field: ManyField | None = None
        self._change: FieldChange | None = None
        self._rows: Sequence[FieldOfRecord] = ()

    def show_records(self, field: ManyField, rows: Sequence[FieldOfRecord]) -> None:
        """Show a field of other records, or another field; as yet nothing becomes of them."""
        self.beginResetModel()
        self._field, self._rows, self._change = field, rows, None
        self.endResetModel()

    def show_change(self, change: FieldChange | None) -> int:
        """Show what a change would make of each; return how many records would differ."""
        self._change = change
        if self._rows:
            last = self.index(len(self._rows) - 1, len(_HEADINGS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        if change is None:
            return 0
        return sum(change.new_value(row.value) != row.value for row in self._rows)

    # Qt's questions

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return QCoreApplication.translate("ChangedValues", _HEADINGS[section])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if not index.isValid() or role not in roles:
            return None
        text = self._cells(self._rows[index.row()])[index.column()]
        return text if role == Qt.ItemDataRole.DisplayRole else plain_tip(text)

    def _cells(self, row: FieldOfRecord) -> tuple[str, str, str]:
        assert self._field is not None
        before = self._field.text_of(row.value)
        if self._change is None:
            return row.title, *shown_difference(before, before)
        new = self._change.new_value(row.value)
        if new == row.value:
            return row.title, shown_difference(before, before)[0], self.tr("as before")
        old_text, new_text = shown_difference(before, self._field.text_of(new))
        return row.title, old_text, new_text or self.tr("empty")
