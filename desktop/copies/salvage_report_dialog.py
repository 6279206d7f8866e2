"""What could not be read of a damaged desk, as sentences that can be read through and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.style.dialog_layout import open_in_steps
from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db import SalvageReport


class SalvageReportDialog(QDialog):
    """Lists the losses of one report."""

    def __init__(self, report: SalvageReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What could not be read"))
        text = self.tr("Saved in {name}: {counts}.")
        says = text.format(name=report.file.name, counts=counts_text(report))
        label = PlainLabel(self, says, wraps=True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What could not be read"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        self.list.addItems(self._sentences(report))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(4), space(4), space(4))
        column.setSpacing(space(3))
        column.addWidget(label)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        open_in_steps(self, 160, 100)
        self.list.setFocus()

    def _sentences(self, report: SalvageReport) -> list[str]:
        lines = [loss.sentence() for loss in report.losses]
        if report.more_losses:
            more = self.tr("{n} more are not listed.")
            lines.append(more.format(n=QLocale().toString(report.more_losses)))
        if report.changes_lost:
            changes = self.tr("{n} changes of the history are not whole and cannot be undone.")
            lines.append(changes.format(n=QLocale().toString(report.changes_lost)))
        return [*lines, *report.notes, *report.problems]


def counts_text(report: SalvageReport) -> str:
    """Return how many records of each kind were saved."""
    counts = report.records.items()
    return ", ".join(f"{QLocale().toString(count)} {kind}" for kind, count in counts)
