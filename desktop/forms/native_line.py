"""The line for a name in its own script, in the language and the type of its country."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from db import Name, direction, language_name, native_language
from desktop.editors.field_edits import DIRECTIONS
from desktop.editors.field_texts import translated_text
from desktop.fields.every_kind import NAMES
from desktop.fields.field_contents import Unread
from desktop.fields.field_types import Native
from desktop.fields.part_rows import PartRow
from desktop.style.theme import SIZES, font_of_size
from desktop.style.type_of_language import set_type
from desktop.widgets.line_validator import keep_on_one_line
from desktop.widgets.plain import plain_tip

NATIVE = "native"


class NativeLine(QLineEdit):
    """The first native name of the table of names, large and in its own direction."""

    edited = Signal()

    def __init__(self, native: Native, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PartRow] = []
        self._country = ""
        self.setAccessibleName(translated_text(native.label))
        font = font_of_size(self.font(), (SIZES.title + SIZES.body) // 2)
        self.setFont(font)
        self.textChanged.connect(lambda text: self.setLayoutDirection(DIRECTIONS[direction(text)]))
        self.textEdited.connect(self._take_text)
        keep_on_one_line(self)

    def begin(self, rows: list[PartRow], country: str) -> None:
        """Take over the rows of the table of names, changed in place from here on."""
        self._rows, self._country = rows, country
        self.follow()

    def set_country(self, country: str) -> None:
        """Take the country of the record; a language that was found by the last one follows."""
        before, self._country = self._country, country
        row = self._row()
        if row is not None and before != country:
            text = str(row.cells["text"])
            if row.cells["language"] in ("", native_language(text, before)):
                row.cells["language"] = native_language(text, country)
            self._dress(row)

    def _dress(self, row: PartRow | None) -> None:
        """Show the word of the language for the reader, and the type that it is set in."""
        language = str(row.cells["language"]) if row is not None else ""
        font = font_of_size(self.font(), (SIZES.title + SIZES.body) // 2)
        self.setFont(set_type(font, language))
        word = language_name(language)
        self.setToolTip(plain_tip(word))
        self.setAccessibleDescription(word)

    def follow(self) -> None:
        """Show what the table says."""
        row = self._row()
        content = row.cells["text"] if row else ""
        text = content.text if isinstance(content, Unread) else str(content)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self._dress(row)

    def _row(self) -> PartRow | None:
        return next((row for row in self._rows if row.cells["kind"] == NATIVE), None)

    def _take_text(self, text: str) -> None:
        row = self._row()
        if row is None:
            name = Name(text=text, kind=NATIVE)
            row = PartRow(Name(), {field: getattr(name, field) for field in self._names()})
            self._rows.insert(0, row)
        row.cells["text"] = text
        if not row.origin.id or text:
            row.cells["language"] = row.cells["language"] or native_language(text, self._country)
        self._dress(row)
        if not text and not row.origin.id:
            self._rows.remove(row)
        self.edited.emit()

    def _names(self) -> list[str]:
        return [field.name for field in NAMES.fields()]
