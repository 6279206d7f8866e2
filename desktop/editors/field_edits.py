"""The editors of single contents, one class a sort; forms and cells make them by `make_editor`.

Each has `content()`, `set_content(content)` and the signal `edited`, which follows the officer's
keys alone. What was not touched comes back exactly as it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final, Protocol, cast

from PySide6.QtCore import (
    QElapsedTimer,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QWidget,
)

from db import MARKINGS, HistoricalDate, choices, direction, is_closed
from desktop.editors.office_picker import OfficePicker
from desktop.editors.record_picker import PickerDesk, RecordPicker
from desktop.editors.text_edit import TextEdit
from desktop.editors.word_lines import CountryLine, FactLine, SourceLine, TopicsLine
from desktop.fields.field_contents import Content, Unread, edit_text, read, show
from desktop.fields.field_types import FormField
from desktop.style.theme import color, space
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.line_validator import keep_on_one_line

DIRECTIONS: Final = {
    "rtl": Qt.LayoutDirection.RightToLeft,
    "ltr": Qt.LayoutDirection.LeftToRight,
}


class Editor(Protocol):
    """What every editor answers to; all of them are widgets."""

    @property
    def edited(self) -> SignalInstance: ...

    def content(self) -> Content: ...

    def set_content(self, content: Content) -> None: ...


class LineEdit(QLineEdit):
    """A line of text, or of anything that is read from a line; it runs as its letters do."""

    edited = Signal()

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._content: Content = ""
        self._given: Content = ""  # which the text stands for as long as it is the same
        self._given_text = ""
        self.setPlaceholderText(field.hint)
        self.textEdited.connect(self._take_text)
        self.textChanged.connect(self._turn)
        keep_on_one_line(self)

    def content(self) -> Content:
        return self._content

    def set_content(self, content: Content) -> None:
        self._content = self._given = content
        self._given_text = edit_text(self._field, content)
        self.setText(self._given_text)
        self.setCursorPosition(0)

    def _read(self, text: str) -> Content:
        return read(self._field, text)

    def _take_text(self, text: str) -> None:
        is_given = bool(text) and text == self._given_text
        self._content = self._given if is_given else self._read(text)
        self.edited.emit()

    def _turn(self, text: str) -> None:
        self.setLayoutDirection(DIRECTIONS[direction(text)])


class AmountLine(LineEdit):
    """A sum in words, which fills its whole row; `countries` are those that it may be in money
    of.
    """

    countries: Collection[str] = ()

    def _read(self, text: str) -> Content:
        return read(self._field, text, self.countries)


class ComboLine(QComboBox):
    """A box of choices as high as a line and framed as one; the wheel leaves it alone.

    Typing finds the first word that begins so: what stands there already stays where it fits.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._searched = ""
        self._since_key = QElapsedTimer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        is_going_on = self._since_key.isValid() and not self._since_key.hasExpired(
            QApplication.keyboardInputInterval()
        )
        is_letter = bool(text.strip()) or (text == " " and is_going_on)
        if self.isEditable() or not is_letter or not text.isprintable():
            super().keyPressEvent(event)
            return
        self._searched = (self._searched if is_going_on else "") + text.casefold()
        self._since_key.start()
        place = self._place_of(self._searched)
        if place >= 0 and place != self.currentIndex():
            self.setCurrentIndex(place)
            self.activated.emit(place)

    def open_list(self) -> None:
        """Show what can be chosen."""
        self.showPopup()

    def _place_of(self, searched: str) -> int:
        """Return the first word that begins so; of one letter again and again the next one."""
        words = [self.itemText(place).casefold() for place in range(self.count())]
        found = [place for place, word in enumerate(words) if word.startswith(searched)]
        if not found and len(set(searched)) == 1:
            found = [place for place, word in enumerate(words) if word.startswith(searched[0])]
            found = [place for place in found if place > self.currentIndex()] or found
        return found[0] if found else -1

    def sizeHint(self) -> QSize:
        return self._as_high(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._as_high(super().minimumSizeHint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # rolling the page must not change what it rolls over

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tone = "bad" if self.property("refused") else "accent" if self.hasFocus() else "edge"
        width = 1 if tone == "edge" else 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(self.palette(), tone), width))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, space(1), space(1))
        painter.end()

    def _as_high(self, size: QSize) -> QSize:
        return QSize(size.width(), max(size.height(), self.fontMetrics().height() + space(3)))


class ChoiceEdit(ComboLine):
    """One word of a list; a list that is open takes other words as they are typed."""

    edited = Signal()

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._content: Content = ""
        self._is_typed = False  # whether the line says something that was not taken from the list
        self._closed = is_closed(field.words)
        self.setEditable(not self._closed)
        words = choices(field.words)
        self._fill(words if self._closed or "" in words else ("", *words))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        if (line := self.lineEdit()) is not None:
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            line.textEdited.connect(self._take_text)
            keep_on_one_line(line)
        self.activated.connect(self._take_choice)

    def content(self) -> Content:
        if self._is_typed:  # with the rest of the word that the line completed by itself
            place = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)
            return self.itemData(place) if place >= 0 else self.currentText().strip()
        return self._content

    def set_content(self, content: Content) -> None:
        self._content, self._is_typed = content, False
        place = self.findData(content)
        if place < 0 and self._closed:
            self._fill((content,))
            place = self.count() - 1
        self.setCurrentIndex(place)
        if (line := self.lineEdit()) is not None:
            self.setEditText(str(content))
            line.setCursorPosition(0)

    def _fill(self, words: tuple[str, ...]) -> None:
        for word in words:
            self.addItem(show(self._field, word), word)

    def _take_text(self, _text: str) -> None:
        self._is_typed = True
        self.edited.emit()

    def _take_choice(self, place: int) -> None:
        was_typed, self._is_typed = self._is_typed, False
        if was_typed or self.itemData(place) != self._content:
            self._content = self.itemData(place)
            self.edited.emit()


class MarkingEdit(ComboLine):
    """The marking, as its level."""

    edited = Signal()

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for level in range(len(MARKINGS)):
            self.addItem(show(field, level), level)
        self.activated.connect(self.edited)

    def content(self) -> Content:
        return self.currentIndex()

    def set_content(self, content: Content) -> None:
        self.setCurrentIndex(int(content))


class FlagEdit(QCheckBox):
    """A yes or no."""

    edited = Signal()

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(lambda _on: self.edited.emit())

    def content(self) -> Content:
        return self.isChecked()

    def set_content(self, content: Content) -> None:
        self.setChecked(bool(content))


class DateField(DateEdit):
    """The line of a date with its reading below, as an editor."""

    def __init__(self, field: FormField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._historical: HistoricalDate | None = None
        self.edited.connect(self._take_date)

    def content(self) -> Content:
        if self._historical is not None:
            return self._historical
        return Unread(self.text(), self.refusal()) if self.refusal() else self.value()

    def set_content(self, content: Content) -> None:
        self.set_value(content.text if isinstance(content, Unread) else content)
        self._historical = content if isinstance(content, HistoricalDate) else None
        if self._historical is not None:
            self._below.hide()  # the reading is for what is being typed; a page of them is noise

    def _take_date(self) -> None:
        self._historical = None


Make = Callable[[FormField, PickerDesk, QWidget | None], QWidget]
_LINE: Final[Make] = lambda field, _desk, parent: LineEdit(field, parent)  # noqa: E731

MAKERS: Final[dict[str, Make]] = {
    "text": lambda field, _desk, parent: TextEdit(field, parent),
    "choice": lambda field, _desk, parent: ChoiceEdit(field, parent),
    "marking": lambda field, _desk, parent: MarkingEdit(field, parent),
    "flag": lambda field, _desk, parent: FlagEdit(field, parent),
    "date": lambda field, _desk, parent: DateField(field, parent),
    "ref": RecordPicker,
    "office": OfficePicker,
    "country": CountryLine,
    "topics": TopicsLine,
    "source": SourceLine,
    "fact": lambda field, desk, parent: (
        FactLine(field, desk, parent) if field.kinds else LineEdit(field, parent)
    ),
    "amount": lambda field, _desk, parent: AmountLine(field, parent),
}
CELL_MAKERS: Final[dict[str, Make]] = {
    **MAKERS,
    "date": _LINE,
    "text": lambda field, _desk, parent: TextEdit(field, parent, lines=4),
}


def make_editor(
    field: FormField, desk: PickerDesk, parent: QWidget | None = None, *, in_cell: bool = False
) -> Editor:
    """Return the editor of a field's sort. A date in a cell is a line alone; its reading stands
    below.
    """
    makers = CELL_MAKERS if in_cell else MAKERS
    return cast(Editor, makers.get(field.sort, _LINE)(field, desk, parent))
