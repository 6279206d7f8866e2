"""The fields of a table's chosen row that are not columns; the table keeps them below its cells."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.editors.labelled_edit import LabelledEdit, leaf
from desktop.editors.record_picker import PickerDesk
from desktop.fields.field_types import PartsTableSpec
from desktop.fields.part_rows import PartRow
from desktop.style.theme import space


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
        self.edits: dict[str, LabelledEdit] = {}
        self._row: PartRow | None = None
        self.hide()

    def show_row(self, row: PartRow | None) -> None:
        """Show the details of a row; None hides them."""
        if row is None or not self._parts.more:
            self._row = None
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
        return [leaf(edit) for edit in self.edits.values()] if self.isVisible() else []

    def order_tabs(self, before: QWidget) -> QWidget:
        """Put the fields after a widget in the order of Tab; give the last of them."""
        for edit in self.edits.values():
            self.setTabOrder(before, leaf(edit))
            before = leaf(edit)
        return before

    def _make(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, space(1), 0, space(2))
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(space(1))
        before = self._after
        for line, field in enumerate(self._parts.more):
            edit = LabelledEdit(field, self._desk, self)
            edit.edited.connect(lambda edit=edit: self._send_content(edit))
            grid.addWidget(edit.label, line, 0)
            grid.addWidget(edit, line, 1)
            self.edits[field.name] = edit
            self.setTabOrder(before, leaf(edit))
            before = leaf(edit)
        grid.setColumnMinimumWidth(0, space(28))
        grid.setColumnStretch(1, 1)

    def _send_content(self, edit: LabelledEdit) -> None:
        if self._row is not None:
            self.put.emit(edit.field.name, edit.content())
