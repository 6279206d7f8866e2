"""A date as one line of words, with what the desk understood of it below as you type."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from db import HistoricalDate, Refused, typed_day_first
from desktop.style.theme import space
from desktop.widgets.line_validator import keep_on_one_line
from desktop.widgets.plain import PlainLabel


class DateEdit(QWidget):
    """Takes what `HistoricalDate.parse` takes; a refused text stands with its sentence below.

    `published` is the day that words like "last month" are counted from. `edited` follows every
    keystroke of the officer.
    """

    edited = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        published: date | None = None,
    ) -> None:
        super().__init__(parent)
        self._published = published
        self._value: HistoricalDate | None = None
        self._refusal = ""
        self._line = QLineEdit(self)
        self._hints = (  # the first that has room
            self.tr("for example July 2025, or about 2019"),
            self.tr("July 2025, about 2019"),
            self.tr("July 2025"),
        )
        self._line.setPlaceholderText(self._hints[0])
        self._below = PlainLabel(self, wraps=True)
        policy = self._below.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # a reading that comes pushes nothing down
        self._below.setSizePolicy(policy)
        self._below.setMinimumHeight(self._below.fontMetrics().height())
        self.setFocusProxy(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addWidget(self._line)
        column.addWidget(self._below)
        self.name(self.tr("Date"))
        self._read()
        self._line.textEdited.connect(self._take_text)
        keep_on_one_line(self._line)

    def name(self, name: str) -> None:
        """Set the name that a screen reader says for the line."""
        self._line.setAccessibleName(name)
        self.setAccessibleName(name)

    def text(self) -> str:
        """Return the words as they stand in the line."""
        return self._line.text()

    def value(self) -> HistoricalDate | None:
        """Return the date that the words mean; None when there are none or they are refused."""
        return self._value

    def refusal(self) -> str:
        """Say why the words are refused, in one sentence; empty when they are not."""
        return self._refusal

    def set_value(self, value: HistoricalDate | str | None) -> None:
        """Show a date, or words that are yet to be read (a draft, perhaps refused)."""
        text = value if isinstance(value, str) else value.phrase() if value is not None else ""
        self._line.setText(text)
        self._read()
        if isinstance(value, HistoricalDate):
            self._value = value
            self._refusal = ""
            self._show_below(value.reading(), refused=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics, room = self._line.fontMetrics(), self.width() - 2 * space(3)
        fitting = (hint for hint in self._hints if metrics.horizontalAdvance(hint) <= room)
        self._line.setPlaceholderText(next(fitting, ""))

    def _take_text(self) -> None:
        self._read()
        self.edited.emit()

    def _read(self) -> None:
        self._value, self._refusal = None, ""
        text = self._line.text().strip()
        try:
            if text:
                self._value = HistoricalDate.parse(
                    text, day_first=typed_day_first(), published=self._published
                )
        except Refused as refused:
            self._refusal = str(refused)
        reading = self._value.reading() if self._value is not None else ""
        self._show_below(self._refusal or reading, refused=bool(self._refusal))

    def _show_below(self, text: str, refused: bool) -> None:
        self._below.setText(text)
        self._below.setVisible(bool(text))
        self._line.setAccessibleDescription(text)
        self._below.setProperty("role", "error" if refused else "small")
        self._line.setProperty("refused", refused)
        for widget in (self._below, self._line):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
