"""Edits one cell of a list in place: the title, date, place, type or outcome of an event.

The timeline tab makes one for its table; Ctrl+F2 opens it, Enter saves, Esc gives it up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from db import DeskError, Event
from desktop.widgets.message import Notice

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from db import Record
    from desktop.fields.field_types import FormField
    from desktop.models.record_model import RecordModel
    from desktop.session.session import Session
    from desktop.tabs.record_table import RecordTable

#: The field of a record that a column shows.
FIELDS: Final = {
    "what": "title",
    "when": "start",
    "where": "place",
    "type": "kind",
    "outcome": "outcome",
}


class CellLine(QLineEdit):
    """A line over a cell; `left` says that it was given up, `closed` that the officer went on
    elsewhere, `walked` the way to another cell.
    """

    left = Signal()
    closed = Signal()
    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
        event.accept()  # or the table would open the row at Enter

    def focusNextPrevChild(self, is_next: bool) -> bool:
        self.walked.emit(1 if is_next else -1)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.closed.emit()


class CellEditor(QObject):
    """`noticed` gives a `Notice` for what cannot be edited here, or not be saved."""

    noticed = Signal(object)

    def __init__(
        self, table: RecordTable, model: RecordModel, session: Session, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._model = model
        self._session = session
        self._record: Record | None = None
        self._is_telling = False
        self._field: FormField | None = None
        self.line = CellLine(table.viewport())
        self.line.hide()
        self.line.returnPressed.connect(self.save)
        self.line.left.connect(self.give_up)
        self.line.closed.connect(self._leave)
        self.line.walked.connect(self._walk)
        keys = QShortcut(QKeySequence("Ctrl+F2"), table)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.begin)

    def begin(self) -> None:
        """Open the cell in hand, or that of the title where the cell in hand cannot be edited."""
        index = self._table.currentIndex()
        if not index.isValid():
            return
        at = index.column()
        if self._table.keys[at] not in FIELDS or self._table.isColumnHidden(at):
            at = self._table.keys.index("what")
        self._open(index.siblingAtColumn(at))

    def _open(self, index: QModelIndex) -> None:
        from desktop.fields.field_contents import edit_text
        from desktop.fields.field_types import field_of

        record_id = self._model.id_at(index.row())
        if self._session.is_read_only or record_id is None:
            self._refuse(self.tr("The desk is open read-only; nothing can be edited."))
            return
        key = self._table.keys[index.column()]
        try:
            record = self._session.reader.get(record_id, self._session.lens)
        except DeskError as refusal:
            self._refuse(str(refusal))
            return
        field = field_of(Event, FIELDS[key])
        text = edit_text(field, getattr(record, field.name))
        if "\n" in text or (key == "when" and getattr(record, "end", None) is not None):
            self._refuse(self.tr("This has more than one line or day: F2 edits it in its form."))
            return
        self._record, self._field = record, field
        self._table.setCurrentIndex(index)
        self._table.scrollTo(index)
        self.line.setGeometry(self._table.visualRect(index))
        self.line.setAccessibleName(field.label)
        self.line.setText(text)
        self.line.selectAll()
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> bool:
        """Save what was typed; say whether the line is closed now. What cannot be read stays."""
        from desktop.fields.field_contents import Unread, read

        record, field = self._record, self._field
        if record is None or field is None:
            return True
        content = read(field, self.line.text())
        if isinstance(content, Unread):
            self._refuse(content.why)
            return False
        setattr(record, field.name, content)
        try:
            self._session.save(record)
        except DeskError as refusal:
            self._refuse(str(refusal))
            return False
        self.give_up()
        return True

    def _leave(self) -> None:
        """Save when the officer goes on elsewhere; what cannot be read is given up, with a word."""
        if self._record is not None and not self._is_telling and not self.save():
            self.give_up()

    def give_up(self) -> None:
        """Close the line and leave the record as it is."""
        if self._record is None:
            return
        had_focus = self.line.hasFocus()
        self._record = self._field = None
        self.line.hide()
        if had_focus:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _walk(self, step: int) -> None:
        """Save, and open the next cell of the row that can be edited."""
        at = self._table.currentIndex()
        places = [
            place
            for place in self._table.shown_places()
            if self._table.keys[place] in FIELDS
        ]  # fmt: skip
        if at.column() in places and self.save():
            after = places[(places.index(at.column()) + step) % len(places)]
            self._open(self._table.currentIndex().siblingAtColumn(after))

    def _refuse(self, text: str) -> None:
        self._is_telling = True  # the message takes the keys for a moment
        self.noticed.emit(Notice("error", text))
        self._is_telling = False
        if self._record is not None:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
