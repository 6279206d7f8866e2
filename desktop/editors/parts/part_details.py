"""The fields of a table's chosen row that are not columns, or have no room as one; the table keeps
them below its cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.editors.labelled_edit import LabelledEdit, leaf
from desktop.editors.parts.parts_model import MADE_SORTS
from desktop.editors.record_picker import PickerDesk
from desktop.fields.field_types import FormField, PartsTableSpec
from desktop.fields.part_rows import PartRow
from desktop.style.theme import space

_NARROW_LETTERS: Final = 52  # letters: what a field beside its label must have for both to be read


class PartDetails(QWidget):
    """Labelled fields over one row. `put` gives a name and its new content."""

    put = Signal(str, object)

    def __init__(
        self, parts: PartsTableSpec, desk: PickerDesk, after: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._desk = desk
        self._after = after  # what Tab comes from
        self._folded: tuple[FormField, ...] = ()
        self._known_edits: dict[str, LabelledEdit] = {}
        self.edits: dict[str, LabelledEdit] = {}
        self._row: PartRow | None = None
        self._is_narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, space(1), 0, space(2))
        self._grid.setHorizontalSpacing(space(3))
        self._grid.setVerticalSpacing(space(1))
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def fold(self, names: Sequence[str]) -> None:
        """Take in the columns of these names, which have no room in the table, and no others."""
        self._folded = tuple(each for each in self._parts.columns if each.name in names)
        row, self._row = self._row, None
        for edit in self.edits.values():
            edit.hide()
            edit.label.hide()
        self.edits = {}
        self.show_row(row)

    def show_row(self, row: PartRow | None) -> None:
        """Show the details of a row; None hides them."""
        if row is None or not (self._parts.more or self._folded):
            self._row = row
            self.hide()
            return
        if not self.edits:
            self._make()
        for name, edit in self.edits.items():
            if row is not self._row or edit.content() != row.cells[name]:
                edit.set_content(row.cells[name])
        self._row = row
        self.show()

    def focus_field(self, name: str) -> bool:
        """Put the focus in a detail, if there is one of this name."""
        if name in self.edits:
            self.edits[name].setFocus()
        return name in self.edits

    def stops(self) -> list[QWidget]:
        """Return what takes the focus here, in the order of Tab; nothing while hidden."""
        if not self.isVisible():
            return []
        return [leaf(edit) for edit in self.edits.values() if leaf(edit).isEnabled()]

    def order_tabs(self, before: QWidget) -> QWidget:
        """Put the fields after a widget in the order of Tab; give the last of them."""
        for edit in self.edits.values():
            self.setTabOrder(before, leaf(edit))
            before = leaf(edit)
        return before

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make(self) -> None:
        for field in (*self._folded, *self._parts.more):
            if field.name not in self._known_edits:
                self._known_edits[field.name] = self._make_edit(field)
            edit = self.edits[field.name] = self._known_edits[field.name]
            edit.show()
            edit.label.show()
        self._place()
        self.order_tabs(self._after)

    def _make_edit(self, field: FormField) -> LabelledEdit:
        edit = LabelledEdit(field, self._desk, self)
        edit.setEnabled(field.sort not in MADE_SORTS)
        edit.edited.connect(lambda: self._send_content(edit))
        return edit

    def _arrange(self) -> None:
        """Put the labels above their fields where there is no room for both."""
        room = self.width() - space(28)
        is_narrow = room < _NARROW_LETTERS * self.fontMetrics().averageCharWidth()
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place()

    def _place(self) -> None:
        self._grid.setColumnMinimumWidth(0, 0 if self._is_narrow else space(28))
        for edit in self._known_edits.values():
            self._grid.removeWidget(edit.label)
            self._grid.removeWidget(edit)
        for line, edit in enumerate(self.edits.values()):
            if self._is_narrow:
                self._grid.addWidget(edit.label, 2 * line, 0, 1, 2)
                self._grid.addWidget(edit, 2 * line + 1, 0, 1, 2)
            else:
                self._grid.addWidget(edit.label, 2 * line, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(edit, 2 * line, 1)

    def _send_content(self, edit: LabelledEdit) -> None:
        if self._row is not None:
            self.put.emit(edit.field.name, edit.content())
