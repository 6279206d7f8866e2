"""What the history is filtered by: a record, an author, a first and a last day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from db import KINDS, Record, Ref
from desktop.editors.record_picker import RecordPicker
from desktop.fields.field_types import FormField
from desktop.style.theme import space
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop.session.session import Session

_RECORD: Final = FormField("record", "Record", "ref", kinds=KINDS)


class HistoryFilter(QWidget):
    """Four fields in a row. `changed` says that another history is wanted."""

    changed = Signal()

    def __init__(self, session: Session, record: Record | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.record_line = RecordPicker(_RECORD, session, self, may_make=False)
        self.record_line.setAccessibleName(self.tr("Record"))
        self.record_line.setPlaceholderText(self.tr("All records"))
        self.record_line.setClearButtonEnabled(True)
        if record is not None:
            self.record_line.set_content(Ref(record.id, record.title, record.KIND))
        self.author = QComboBox(self)
        self.author.setAccessibleName(self.tr("Author"))
        self.author.addItem(self.tr("All authors"), "")
        for name in session.reader.authors(session.lens):
            self.author.addItem(name, name)
        self.first, self.last = DateEdit(self), DateEdit(self)
        self.first.name(self.tr("From"))
        self.last.name(self.tr("To"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(3))
        names = (self.tr("&Record"), self.tr("&Author"), self.tr("&From"), self.tr("&To"))
        edits = (self.record_line, self.author, self.first, self.last)
        for column, (name, edit) in enumerate(zip(names, edits, strict=True)):
            label = PlainLabel(self, name)
            label.setBuddy(edit)
            grid.addWidget(label, 0, column)
            grid.addWidget(edit, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 2 if column == 0 else 1)
        self.record_line.edited.connect(self.changed)
        self.author.currentIndexChanged.connect(self.changed)
        self.first.edited.connect(self.changed)
        self.last.edited.connect(self.changed)

    def record_id(self) -> int | None:
        """Return the record whose changes are wanted."""
        content = self.record_line.content()
        return content.id if isinstance(content, Ref) else None

    def values(self) -> dict[str, Any]:
        """Return what the reader's list of changes takes; what cannot be read asks for nothing."""
        first, last = self.first.value(), self.last.value()
        return {
            "record_id": self.record_id(),
            "author": str(self.author.currentData()),
            "since": _moment(first.first, 0) if first is not None else "",
            "until": _moment(last.last, 1) if last is not None else "",
        }


def _moment(day: str | None, days: int) -> str:
    """Return the begin of a day by the officer's clock, some days later, as the history has it."""
    if day is None:
        return ""
    try:
        begin = datetime.fromisoformat(day) + timedelta(days=days)
        return begin.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (ValueError, OverflowError):  # a day outside of all history
        return day
