"""The page of a form: its sections under each other, labels at the left or, where it is narrow,
above their fields; tables are made later.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.editors.field_texts import translated_text
from desktop.editors.labelled_edit import LabelledEdit, leaf
from desktop.editors.parts.parts_table import PartsTable
from desktop.editors.record_picker import PickerDesk
from desktop.fields.field_types import Form, FormField, Native, PartsTableSpec, Section
from desktop.forms.native_line import NativeLine
from desktop.style.theme import SIZES, space
from desktop.widgets.plain import PlainLabel

LABEL_COLUMN_PX = 130  # px at 100 %: the column of labels, as on the page that is read
MAX_WIDTH_STEPS = 240  # steps: longer lines are hard to read
NARROW_LETTERS = 52  # letters: what a field beside its label must have for both to be read
_LAYOUT_DEPTH = 4  # layouts within layouts: each asks the one around it for room


class FormPage(QWidget):
    """Lays a form out. Fields are made at once; tables by `make_next`, a few at a time."""

    def __init__(self, form: Form, desk: PickerDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edits: dict[str, LabelledEdit] = {}
        self.tables: dict[str, PartsTable] = {}
        self.native: NativeLine | None = None
        self._desk = desk
        self._waiting: list[tuple[PartsTableSpec, QGridLayout, int, str]] = []
        self.grids: list[QGridLayout] = []
        self.blocks: list[tuple[QWidget, str]] = []  # where each section and table is
        self._pairs: list[tuple[QGridLayout, int, QLabel, QWidget]] = []
        self.is_narrow = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space(8), space(6), space(8), space(8))
        self._column.setSpacing(space(6))
        self.setMaximumWidth(space(MAX_WIDTH_STEPS))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._items = [item for section in form.sections for item in section.items]
        for section in form.sections:
            block = self._section(section)
            tables = [item.name for item in section.items[1:] if isinstance(item, PartsTableSpec)]
            self.blocks += [(block, name) for name in (section.items[0].name, *tables)]
            self._column.addWidget(block)
        self._column.addStretch(1)

    def make_next(self) -> PartsTable | None:
        """Make the next table that is not there yet; None when all are."""
        if not self._waiting:
            return None
        parts, grid, line, heading = self._waiting.pop(0)
        table = PartsTable(parts, self._desk, self)
        if heading:
            table.title.setText(translated_text(heading).upper())
            table.title.setProperty("role", "section")
        grid.addWidget(table, 2 * line, 0, 1, 2)
        self.tables[parts.name] = table
        self._order_tabs()
        return table

    def _order_tabs(self) -> None:
        """Let Tab go down the page, though tables are made after the fields below them."""
        before: QWidget = self
        for item in self._items:
            if isinstance(item, PartsTableSpec):
                table = self.tables.get(item.name)
                before = table.order_tabs(before) if table is not None else before
            else:
                edit = self.native if isinstance(item, Native) else self.edits[item.name]
                if edit is not None:
                    # With the widget around it: left behind, that one would lead back into it.
                    self.setTabOrder(before, edit)
                    before = leaf(edit)

    def settle(self) -> None:
        """Place everything now, so that what was just made can be brought into sight."""
        for _ in range(_LAYOUT_DEPTH):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._column.activate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(event.size().width())

    def fit(self, width: int) -> None:
        """Put the labels above their fields where a width in px is too small for both."""
        room = width - self._label_width() - 2 * space(8)
        is_narrow = room < NARROW_LETTERS * self.fontMetrics().averageCharWidth()
        if is_narrow != self.is_narrow:
            self.is_narrow = is_narrow
            self._arrange()

    def _arrange(self) -> None:
        for grid in self.grids:
            grid.setColumnMinimumWidth(0, 0 if self.is_narrow else self._label_width())
            grid.setVerticalSpacing(space(1) if self.is_narrow else space(2))
        for grid, line, label, edit in self._pairs:
            grid.removeWidget(label)
            grid.removeWidget(edit)
            if self.is_narrow:
                grid.addWidget(label, 2 * line, 0, 1, 2)
                grid.addWidget(edit, 2 * line + 1, 0, 1, 2)
            else:
                grid.addWidget(label, 2 * line, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(edit, 2 * line, 1)

    def _label_width(self) -> int:
        scale = max(1.0, self.font().pixelSize() / SIZES.body)
        return round(LABEL_COLUMN_PX * min(scale, 1.5))

    def _section(self, section: Section) -> QWidget:
        block = QWidget(self)
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(2))
        grid.setVerticalSpacing(space(2))
        grid.setColumnMinimumWidth(0, self._label_width())
        grid.setColumnStretch(1, 1)
        self.grids.append(grid)
        only = section.items[0] if len(section.items) == 1 else None
        if section.label and not isinstance(only, PartsTableSpec):
            heading = PlainLabel(block, translated_text(section.label).upper(), role="section")
            grid.addWidget(heading, 0, 0, 1, 2)
        for line, item in enumerate(section.items, start=1):
            self._place(item, grid, line, section.label if item is only else "")
        return block

    def _place(
        self, item: FormField | Native | PartsTableSpec, grid: QGridLayout, line: int, heading: str
    ) -> None:
        if isinstance(item, PartsTableSpec):
            self._waiting.append((item, grid, line, heading))
        elif isinstance(item, Native):
            self.native = NativeLine(item, self)
            self._add(grid, line, PlainLabel(self, translated_text(item.label)), self.native)
        else:
            edit = LabelledEdit(item, self._desk, self)
            self.edits[item.name] = edit
            self._add(grid, line, edit.label, edit)

    def _add(self, grid: QGridLayout, line: int, label: QLabel, edit: QWidget) -> None:
        label.setProperty("role", "quiet")
        label.setWordWrap(True)
        label.setContentsMargins(0, space(2), 0, 0)
        label.setBuddy(edit)
        self._pairs.append((grid, line, label, edit))
        grid.addWidget(label, 2 * line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(edit, 2 * line, 1)
