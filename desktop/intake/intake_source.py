"""Where a text is from: title, publisher, day and marking; the top of the intake dialog.

The publication day comes first, because every “last July” hangs on it.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from db import MARKINGS, Source, choice_text, text_head
from desktop.style.theme import space
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.line_validator import keep_on_one_line
from desktop.widgets.plain import PlainLabel


class IntakeSource(QWidget):
    """`edited` says that the day, on which the reading hangs, was changed."""

    edited = Signal()

    def __init__(self, parent: QWidget, ceiling: int) -> None:
        super().__init__(parent)
        self.published = DateEdit(self)
        self.published.name(self.tr("Published on"))
        self.published.edited.connect(self.edited)
        self.setFocusProxy(self.published)
        self._text_with_day = ""  # the last text whose own day was shown
        self.title = self._line(self.tr("Title of the text"))
        self.publisher = self._line(self.tr("Publisher"))
        self.marking = QComboBox(self)
        self.marking.setAccessibleName(self.tr("Marking of the text and its new records"))
        for level in MARKINGS[: ceiling + 1]:
            self.marking.addItem(choice_text(level))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(space(1))
        fields = (
            (self.tr("Published &on"), self.published, 2),
            (self.tr("T&itle"), self.title, 4),
            (self.tr("&Publisher"), self.publisher, 2),
            (self.tr("Mar&king"), self.marking, 1),
        )
        for column, (name, field, stretch) in enumerate(fields):
            label = PlainLabel(self, name)
            label.setBuddy(field)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, stretch)

    def day(self) -> date | None:
        """Return the day of publication; None where none, or no single day, is given."""
        value = self.published.value()
        if value is None or value.first is None or value.first != value.last:
            return None
        try:
            return date.fromisoformat(value.first)
        except ValueError:  # before the year 1
            return None

    def fault(self) -> str:
        """Say why the day cannot be taken; empty where it can, or none is given."""
        if self.published.refusal():
            return self.published.refusal()
        if self.published.text().strip() and self.day() is None:
            return self.tr("Write the one day on which the text was published.")
        return ""

    def take_day(self, text: str) -> None:
        """Show the day that a text bears where none is given, once for each text."""
        if text != self._text_with_day and not self.published.text():
            self._text_with_day = text
            self.published.set_value(text_head(text).published)

    def source(self, text: str) -> Source:
        """Return the source with the text kept whole; its own title stands where none is given."""
        return Source(
            title=self.title.text().strip() or text_head(text).title,
            publisher=self.publisher.text().strip(),
            published=self.published.value(),
            marking=self.marking.currentIndex(),
            text=text,
        )

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        keep_on_one_line(line)
        return line
