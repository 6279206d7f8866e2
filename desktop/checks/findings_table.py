"""What a check has found, a line each, the gravest first; the checks dialog shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop.style.icons import icon
from desktop.style.table_setup import fit_columns, set_up_rows
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.plain import plain_tip

if TYPE_CHECKING:
    from db import Finding

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
COLUMNS: Final = (_("Checks", "How grave"), _("Checks", "Record"), _("Checks", "What is found"))
SEVERITY_TEXTS: Final = {
    "error": _("Checks", "cannot be"),
    "warn": _("Checks", "likely wrong"),
    "ask": _("Checks", "a question"),
    "note": _("Checks", "to know"),
}
MISSING_TEXT: Final = _("Checks", "missing")
_GLYPHS: Final = {"error": "error", "warn": "warn", "ask": "help", "note": "info"}
_TONES: Final = {"error": "bad", "warn": "warn", "ask": "accent", "note": "quiet"}
_SHARES: Final = (0.26, 0.38)  # of the width, at most; what was found takes the rest


class FindingsModel(QAbstractTableModel):
    """The findings of one check."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.findings: list[Finding] = []

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these."""
        self.beginResetModel()
        self.findings = list(findings)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.findings)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        finding = self.findings[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            sort = SEVERITY_TEXTS[finding.severity] if not finding.is_gap else MISSING_TEXT
            grave = QCoreApplication.translate("Checks", sort)
            text = (grave, finding.place, finding.says)[index.column()]
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return icon(_GLYPHS[finding.severity], _TONES[finding.severity])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Checks", COLUMNS[section])
        return None


class FindingsTable(QTableView):
    """`opened` gives the record that a line is about: by Enter or a double click; `chosen` says
    that another line is the current one.
    """

    opened = Signal(int)
    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.found = FindingsModel(self)
        self.setModel(self.found)
        self.setAccessibleName(self.tr("What the checks found; Enter opens the record"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        set_up_rows(self)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        self.found.modelReset.connect(self._fit)
        self.doubleClicked.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fit_columns(self, _SHARES)

    def current(self) -> Finding | None:
        """Return the finding of the current line; None where there is none."""
        row = self.currentIndex().row()
        return self.found.findings[row] if 0 <= row < len(self.found.findings) else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.found.findings[index.row()].record_id)
