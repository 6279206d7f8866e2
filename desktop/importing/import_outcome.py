"""The middle of the import dialog: which column becomes what, the rows, what would come of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from db import FileLook, ImportReport, Mapping
from desktop.importing.column_model import ColumnLine
from desktop.importing.column_table import ColumnTable
from desktop.importing.import_choice import Preview
from desktop.importing.import_faults import FaultTable
from desktop.importing.import_words import (
    LIST_OF,
    count_phrase,
    faults_text,
    file_kind,
    number,
    rows,
    split_text,
    target_text,
)
from desktop.importing.row_ticks import RowTable
from desktop.style.theme import space
from desktop.style.translated import QT_TRANSLATE_NOOP as _
from desktop.widgets.plain import PlainLabel

_TEMPLATE_PART = re.compile(r"\{([^{}]*)\}")
_SEVERAL = re.compile("[,;] ")
OUTCOMES = (_("Import", "New"), _("Import", "Changed"), _("Import", "Unchanged"))
MIN_LINES = 8  # of text, that the tables have room for
MAX_NAMED_ROWS = 12  # rows that are left out, named one by one


class ImportOutcome(QWidget):
    """Blank until a preview is shown. `ticked` gives the rows that are left out from now on."""

    ticked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = ColumnTable(self)
        self.rows = RowTable(self)
        self.faults = FaultTable(self)
        self.left_out = _quiet(self)
        self.split = _quiet(self)
        self.hint = _quiet(self)
        self.hint.setText(
            self.tr(
                "Letters choose what the column becomes, its number goes to a column, Space opens "
                "the choice."
            )
        )
        self.skipped = _quiet(self)
        self.take_all = QPushButton(self.tr("Take &all rows"), self)
        self.take_all.setAutoDefault(False)
        self.take_all.clicked.connect(lambda: self.ticked.emit(frozenset()))
        self.rows.ticks.ticked.connect(self.ticked)
        self.counts = [PlainLabel(self) for _name in OUTCOMES]
        self._counts = QWidget(self)
        self._lay_out_counts()
        self.faults_title = PlainLabel(self)
        self.faults_title.setProperty("role", "section")
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setMinimumHeight(MIN_LINES * self.fontMetrics().height())
        self._lay_out()
        self.show_preview(Preview((), None))

    def show_preview(
        self,
        found: Preview,
        place: int = 0,
        mapping: Mapping | None = None,
        skipped: frozenset[int] = frozenset(),
    ) -> None:
        """Show what would come of an import, and of its files the one at a place with its map and
        the rows left out.
        """
        report = found.report
        look = found.looks[place] if place < len(found.looks) else None
        self._counts.setVisible(report is not None)
        if report is not None:
            self._show_counts(report)
        self._show_columns(report, look, mapping)
        left_out = report.left_out if report is not None else []
        says = QCoreApplication.translate("Import", "Left out: {columns}")
        _say(self.left_out, says.format(columns=", ".join(left_out)) if left_out else "")
        _say(self.split, split_text(report) if report is not None else "")
        self.rows.ticks.show_rows(look, skipped)
        self._show_rows_left_out(look, skipped)
        self._show_faults(report)

    def _show_faults(self, report: ImportReport | None) -> None:
        _say(self.faults_title, faults_text(report) if report is not None else "")
        self.faults.show_report(report)
        count = self.faults.faults.rowCount()
        at = self.tabs.indexOf(self._faults_page)
        self.tabs.setTabVisible(at, count > 0)
        self.tabs.setTabText(at, self.tr("&To check ({n})").format(n=number(count)))

    def _show_rows_left_out(self, look: FileLook | None, skipped: Iterable[int]) -> None:
        numbers = sorted(skipped)
        self.take_all.setVisible(bool(numbers))
        row_list = ", ".join(map(str, numbers[:MAX_NAMED_ROWS]))
        more = "…" if len(numbers) > MAX_NAMED_ROWS else ""
        if numbers:
            says = self.tr("{n} left out: {rows}").format(
                n=rows(len(numbers)), rows=row_list + more
            )
        else:
            says = self.tr("A row whose tick is taken away is not imported.")
            row_count = len(look.rows) if look is not None else 0
            if row_count and row_count % 1000 == 0:
                says = f"{says} {self.tr('The first {n} are shown.').format(n=rows(row_count))}"
        self.skipped.setText(says)
        self.tabs.setTabVisible(self.tabs.indexOf(self._rows_page), bool(look and look.rows))

    def _lay_out(self) -> None:
        self._columns_page = _page(self.columns, self.hint)
        take = QWidget(self)
        line = QHBoxLayout(take)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.skipped, 1)
        line.addWidget(self.take_all)
        self._rows_page = _page(self.rows, take)
        self._faults_page = _page(self.faults)
        for page, text in (
            (self._columns_page, self.tr("Col&umns")),
            (self._rows_page, self.tr("R&ows")),
            (self._faults_page, self.tr("&To check")),
        ):
            self.tabs.addTab(page, text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self._counts)
        column.addWidget(self.faults_title)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.left_out)
        column.addWidget(self.split)

    def _lay_out_counts(self) -> None:
        grid = QGridLayout(self._counts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(1))
        grid.setColumnStretch(1, 1)
        for row, (name, label) in enumerate(zip(OUTCOMES, self.counts, strict=True)):
            title = PlainLabel(self, QCoreApplication.translate("Import", name), role="quiet")
            label.setWordWrap(True)
            grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)

    def _show_counts(self, report: ImportReport) -> None:
        none = QCoreApplication.translate("Import", "none")
        counts = (report.created, report.updated, report.unchanged)
        for label, count in zip(self.counts, counts, strict=True):
            label.setText(count_phrase(count) or none)
        if referenced := count_phrase(report.referenced):
            text = QCoreApplication.translate("Import", "{what}; only named in rows: {named}")
            self.counts[0].setText(text.format(what=self.counts[0].text(), named=referenced))

    def _show_columns(
        self, report: ImportReport | None, look: FileLook | None, mapping: Mapping | None
    ) -> None:
        """Show the columns of a table; of a Popolo file what its fields become."""
        is_table = look is not None and not look.lists
        self.hint.setVisible(is_table and mapping is not None)
        if is_table or look is None:
            self.columns.columns.show_map(look, mapping)
            return
        pairs = report.mapping.items() if report is not None else ()
        list_name = LIST_OF.get(file_kind(report), "") if report is not None else ""
        lines = [
            ColumnLine(source, example_of(source, look, list_name), fixed=target_text(target))
            for target, source in pairs
        ]
        self.columns.columns.show_fields(lines)


def example_of(source: str, look: FileLook, list_name: str) -> str:
    """Return the first value that stands in a field of a Popolo file, or in each of several, or a
    template filled in. `list_name` is the list whose fields a map names without it.

    >>> look = FileLook("a.json", 9, "", "utf-8", "", ("persons.name", "persons.seat"),
    ...                 ("Dar", "Lahore"), (("persons", 1),))
    >>> example_of("persons.name, persons.seat", look, "")
    'Dar, Lahore'
    >>> example_of("{name} ({seat})", look, "persons")
    'Dar (Lahore)'
    """
    values = dict(zip(look.headings, look.examples, strict=True))
    own = [name for name in values if name.startswith(f"{list_name}.")]
    values |= {name.removeprefix(f"{list_name}."): values[name] for name in own}
    if source in values:
        return values[source]
    if "{" in source:
        return _TEMPLATE_PART.sub(lambda part: values.get(part[1], part[0]), source)
    parts = [values.get(name, "") for name in _SEVERAL.split(source)]
    return ", ".join(part for part in parts if part)


def _quiet(parent: QWidget) -> PlainLabel:
    label = PlainLabel(parent)
    label.setWordWrap(True)
    label.setProperty("role", "quiet")
    return label


def _say(label: PlainLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, space(1), 0, 0)
    column.setSpacing(space(1))
    for place, widget in enumerate(widgets):
        column.addWidget(widget, 0 if place else 1)
    return page
