"""The middle of the import dialog: which column becomes what, and what would come of the rows."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db import FileLook, ImportReport
from desktop.importing.import_choice import Preview
from desktop.importing.import_faults import FaultTable
from desktop.importing.import_words import (
    LIST_OF,
    count_phrase,
    faults_text,
    file_kind,
    split_text,
    target_text,
)
from desktop.style.theme import space
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.plain import PlainLabel, plain_tip

HEADINGS = (_("Import", "Becomes"), _("Import", "From the column"), _("Import", "For example"))
_TEMPLATE_PART = re.compile(r"\{([^{}]*)\}")
_SEVERAL = re.compile("[,;] ")
OUTCOMES = (_("Import", "New"), _("Import", "Changed"), _("Import", "Unchanged"))


class ImportOutcome(QWidget):
    """Blank until a preview is shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = _column_table(self)
        self.left_out = PlainLabel(self)
        self.left_out.setWordWrap(True)
        self.left_out.setProperty("role", "quiet")
        self.split = PlainLabel(self)
        self.split.setWordWrap(True)
        self.split.setProperty("role", "quiet")
        self.counts = [PlainLabel(self) for _name in OUTCOMES]
        self._counts = QWidget(self)
        self._lay_out_counts()
        self.faults_title = PlainLabel(self)
        self.faults_title.setProperty("role", "section")
        self.faults = FaultTable(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self._counts)
        column.addWidget(self.columns, 1)
        column.addWidget(self.left_out)
        column.addWidget(self.split)
        column.addWidget(self.faults_title)
        column.addWidget(self.faults, 1)
        self.show_preview(Preview((), None))

    def show_preview(self, found: Preview) -> None:
        """Show what would come of an import; blank when it cannot be made."""
        report = found.report
        self._counts.setVisible(report is not None)
        if report is not None:
            self._show_counts(report)
        self._show_columns(report, found.looks)
        left_out = report.left_out if report is not None else []
        says = QCoreApplication.translate("Import", "Left out: {columns}")
        self.left_out.setText(says.format(columns=", ".join(left_out)))
        self.left_out.setVisible(bool(left_out))
        split = split_text(report) if report is not None else ""
        self.split.setText(split)
        self.split.setVisible(bool(split))
        faults = faults_text(report) if report is not None else ""
        self.faults_title.setText(faults)
        self.faults_title.setVisible(bool(faults))
        self.faults.show_report(report)
        self.faults.setVisible(bool(faults))

    def _lay_out_counts(self) -> None:
        grid = QGridLayout(self._counts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(1))
        grid.setColumnStretch(1, 1)
        for row, (name, label) in enumerate(zip(OUTCOMES, self.counts, strict=True)):
            title = PlainLabel(self, QCoreApplication.translate("Import", name))
            title.setProperty("role", "quiet")
            label.setWordWrap(True)
            grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)

    def _show_counts(self, report: ImportReport) -> None:
        none = QCoreApplication.translate("Import", "none")
        counts = (report.created, report.updated, report.unchanged)
        for label, count in zip(self.counts, counts, strict=True):
            label.setText(count_phrase(count) or none)
        if named := count_phrase(report.referenced):
            text = QCoreApplication.translate("Import", "{what}; only named in rows: {named}")
            self.counts[0].setText(text.format(what=self.counts[0].text(), named=named))

    def _show_columns(self, report: ImportReport | None, looks: tuple[FileLook, ...]) -> None:
        mapping = report.mapping if report is not None else {}
        kind = file_kind(report) if report is not None else ""
        self.columns.setRowCount(len(mapping))
        for row, (target, source) in enumerate(mapping.items()):
            shown = target_text(target)
            from_ = source
            if source.startswith("“"):
                from_ = QCoreApplication.translate("Import", "always {text}").format(text=source)
            for column, text in enumerate(
                (shown, from_, _example(source, looks, LIST_OF.get(kind, "")))
            ):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.columns.setItem(row, column, item)


def _example(source: str, looks: tuple[FileLook, ...], listed: str = "") -> str:
    """Return the first value that stands in a column, or in each of several, or a template filled
    in.

    `listed` is the list of a Popolo file that a map takes: its headings stand without it there.

    >>> look = FileLook("a.csv", 9, "", "utf-8", ",", ("name", "seat"), ("Dar", "Lahore"))
    >>> _example("name, seat", (look,)), _example("{name} ({seat})", (look,))
    ('Dar, Lahore', 'Dar (Lahore)')
    """
    values: dict[str, str] = {}
    for look in reversed(looks):
        values |= dict(zip(look.headings, look.examples, strict=True))
        values |= {
            heading.removeprefix(f"{listed}."): values[heading]
            for heading in look.headings
            if look.lists and heading.startswith(f"{listed}.")
        }
    if source in values:
        return values[source]
    if "{" in source:
        return _TEMPLATE_PART.sub(lambda part: values.get(part[1], part[0]), source)
    parts = [values.get(name, "") for name in _SEVERAL.split(source)]
    return ", ".join(part for part in parts if part)


def _column_table(parent: QWidget) -> QTableWidget:
    tr = QCoreApplication.translate
    table = QTableWidget(0, len(HEADINGS), parent)
    table.setHorizontalHeaderLabels([tr("Import", heading) for heading in HEADINGS])
    table.setProperty("plain", True)
    table.setAccessibleName(tr("Import", "Which column becomes what"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    table.setColumnWidth(0, space(44))
    table.setColumnWidth(1, space(64))
    return table
