"""The rows of a status table for a view: sorted by any column, narrowed by words and by an act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QWidget

from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.plain import plain_tip

if TYPE_CHECKING:
    from db import StatusRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
COLUMNS: Final = (
    _("Status table", "Party"),
    _("Status table", "Territory"),
    _("Status table", "Signature"),
    _("Status table", "Consent"),
    _("Status table", "Status"),
    _("Status table", "Bound since"),
    _("Status table", "Why"),
)
SORT_ROLE: Final = Qt.ItemDataRole.UserRole
#: What the list can be narrowed to: the name for people, and whether a row is of it.
SIGNED, BOUND, SIGNED_ONLY, FORMER, TERRITORIES = "signed", "bound", "only", "former", "territories"
GROUPS: Final = {
    "": _("Status table", "All parties"),
    SIGNED: _("Status table", "Signatories"),
    BOUND: _("Status table", "Parties that are bound"),
    SIGNED_ONLY: _("Status table", "Signed, not bound"),
    FORMER: _("Status table", "Former parties"),
    TERRITORIES: _("Status table", "Territories"),
}


def is_of_group(row: StatusRow, group: str) -> bool:
    """Say whether a row belongs to what the list is narrowed to: a group, or an act by its name."""
    if group in GROUPS:
        return {
            "": True,
            SIGNED: bool(row.signed),
            BOUND: row.status == "in force",
            SIGNED_ONLY: bool(row.signed) and not row.act,
            FORMER: row.is_former,
            TERRITORIES: bool(row.territory),
        }[group]
    return row.act == group


class StatusRows(QAbstractTableModel):
    """The rows of one status table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[StatusRow] = []

    def show_rows(self, rows: Sequence[StatusRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == SORT_ROLE:
            keys = (row.party.casefold(), row.territory.casefold(), row.signed_day,
                    row.consent_day, row.status, row.since, row.reason)  # fmt: skip
            return keys[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            consent = " ".join(filter(None, (row.consent, row.letter)))
            cells = (row.party, row.territory, row.signed, consent, row.status, row.since_words,
                     row.reason)  # fmt: skip
            text = cells[index.column()]
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Status table", COLUMNS[section])
        return None


class NarrowedRows(QSortFilterProxyModel):
    """Shows the rows of a group whose party or territory holds all the words that are typed."""

    def __init__(self, rows: StatusRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._words: list[str] = []
        self._group = ""
        self.setSourceModel(rows)
        self.setSortRole(SORT_ROLE)

    def narrow(self, text: str, group: str) -> None:
        """Show what these words and this group leave."""
        self._words, self._group = text.casefold().split(), group
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row = self._rows.rows[source_row]
        names = f"{row.party} {row.territory}".casefold()
        return all(word in names for word in self._words) and is_of_group(row, self._group)
