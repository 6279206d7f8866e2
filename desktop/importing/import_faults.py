"""The rows that an import refused or remarks on, as a table; the preview and the report show it."""

from __future__ import annotations

import csv
import io
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from db import ImportReport
from desktop.style.icons import icon
from desktop.style.table_setup import set_up_rows
from desktop.style.theme import space, tabular
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.plain import plain_tip

HEADINGS = (
    _("Import", "Row"),
    _("Import", "Column"),
    _("Import", "Value"),
    _("Import", "Why"),
)
REFUSED, FLAGGED = _("Import", "refused"), _("Import", "imported, please check")
_TAKEN_AS_FORMULA = "=+-@\t\r"

Fault = tuple[bool, int, str, str, str]  # refused?, row (0: the file), column, value, why
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def faults_of(report: ImportReport) -> list[Fault]:
    """Return all refused rows, then all remarks."""
    refused = [(True, r["row"], r["column"], r["value"], r["why"]) for r in report.rejected]
    flagged = [(False, f["row"], f["column"], f["value"], f["why"]) for f in report.flagged]
    return [*refused, *flagged]


def as_csv(faults: list[Fault]) -> bytes:
    """Return the table as CSV in UTF-8 with its mark, so that every spreadsheet reads the letters
    right.

    >>> as_csv([(True, 3, "born", "=1+1", "no date")]).decode("utf-8-sig").splitlines()[1]
    "3,refused,born,'=1+1,no date"
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    tr = QCoreApplication.translate
    row, *others = (tr("Import", heading) for heading in HEADINGS)
    writer.writerow([row, tr("Import", "Outcome"), *others])
    for is_refused, number, *cells in faults:
        outcome = tr("Import", REFUSED if is_refused else FLAGGED)
        writer.writerow([number or "", outcome, *map(plain_cell, cells)])
    return text.getvalue().encode("utf-8-sig")


def plain_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, whoever wrote the file it comes from.

    >>> plain_cell("=HYPERLINK(1)"), plain_cell("-1"), plain_cell("Dar")
    ("'=HYPERLINK(1)", '-1', 'Dar')
    """
    if text[:1] and text[0] in _TAKEN_AS_FORMULA and not text[1:].replace(".", "", 1).isdigit():
        return f"'{text}"
    return text


class FaultModel(QAbstractTableModel):
    """Any number of faults; read only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.faults: list[Fault] = []

    def show_report(self, report: ImportReport | None) -> None:
        """Show the faults of a report, or none."""
        self.beginResetModel()
        self.faults = faults_of(report) if report is not None else []
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.faults)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_refused, number, *cells = self.faults[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if column:
                return " ".join(cells[column - 1].split())
            return str(number) if number else QCoreApplication.translate("Import", "the file")
        if role == Qt.ItemDataRole.DecorationRole and column == 0:
            return icon("error", "bad") if is_refused else icon("info", "warn")
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(cells[column - 1]) if column else self._outcome(is_refused)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            return f"{number}, {self._outcome(is_refused)}"
        if role == Qt.ItemDataRole.FontRole and column == 0:
            return tabular(QFont())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Import", HEADINGS[section])
        return None

    def _outcome(self, is_refused: bool) -> str:
        return QCoreApplication.translate("Import", REFUSED if is_refused else FLAGGED)


class FaultTable(QTableView):
    """The table of a `FaultModel`, its reasons as wide as there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.faults = FaultModel(self)
        self.setModel(self.faults)
        self.setProperty("plain", True)
        self.setAccessibleName(self.tr("Rows that were refused or need checking"))
        set_up_rows(self)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, steps in enumerate((20, 44, 40)):
            self.setColumnWidth(column, space(steps))
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)

    def show_report(self, report: ImportReport | None) -> None:
        """Show the faults of a report, or none; columns that say nothing take no room."""
        self.faults.show_report(report)
        for column in (1, 2):  # the column of the file and the value in it
            says = any(fault[column + 1] for fault in self.faults.faults)
            self.setColumnHidden(column, not says)
