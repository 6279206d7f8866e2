"""The editor of a text or a title, as high as its lines; `make_editor` makes it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QLocale, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSizePolicy, QToolTip, QWidget

from db import one_line
from desktop.fields.field_contents import Content
from desktop.fields.field_types import FormField
from desktop.style.theme import space
from desktop.widgets.plain import plain_tip

MAX_EDITED_LETTERS: Final = 250_000  # characters of a text that is edited: a key takes 0.1 s
MAX_PASTED_LETTERS: Final = (
    200_000  # characters that a text may have after pasting; the rest is typed
)
SHOWN_LETTERS: Final = 20_000  # characters shown of one that is too long
_FRAME_PX: Final = 12  # px above and below a text: border and padding of the style sheet


class TextEdit(QPlainTextEdit):
    """A text that is as high as its lines; Tab goes on to the next field.

    A title is one line of text, set on as many as it needs: there Enter goes on as well. Of a text
    beyond measure the beginning is shown and all of it kept: Qt sets a paragraph in one piece, and
    at 13 million characters each key takes ten seconds.
    """

    edited = Signal()
    grown = Signal()

    def __init__(self, field: FormField, parent: QWidget | None = None, lines: int = 3) -> None:
        super().__init__(parent)
        self._content: Content = ""
        self._is_title = field.is_title
        self._lines = 1 if field.is_title else lines
        self._is_set = False
        self._wanted_size = 0  # px of the letters of a title, where its words have room
        self._is_fitting = False
        self.setPlaceholderText(field.hint)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._take_text)
        self._grow()

    def content(self) -> Content:
        return self._content

    def set_content(self, content: Content) -> None:
        self._content = content
        text = str(content)
        is_too_long = len(text) > MAX_EDITED_LETTERS
        self.setReadOnly(is_too_long)
        self._is_set = True
        self.setPlainText(self._beginning_of(text) if is_too_long else text)
        self._is_set = False
        self._grow()

    def _beginning_of(self, text: str) -> str:
        """Return what is shown of a text that is too long to be edited: why, and how it begins."""
        says = self.tr(
            "This text has {n} characters, and at most {most} can be edited here. It is kept as it"
            " is; this is its beginning:"
        )
        n, most = map(QLocale().toString, (len(text), MAX_EDITED_LETTERS))
        return f"{says.format(n=n, most=most)}\n\n{text[:SHOWN_LETTERS]} …"

    def insertFromMimeData(self, source: QMimeData) -> None:
        length = len(self.toPlainText()) - len(self.textCursor().selectedText())
        pasted = len(source.text())
        if length + pasted <= MAX_PASTED_LETTERS:
            if self._is_title:
                self.insertPlainText(one_line(source.text()))
            else:
                super().insertFromMimeData(source)
            return
        says = self.tr(
            "A text of {n} characters is too long to be pasted here; at most {most} are."
        )
        n, most = map(QLocale().toString, (pasted, MAX_PASTED_LETTERS))
        place = self.mapToGlobal(self.cursorRect().bottomLeft())
        QToolTip.showText(place, plain_tip(says.format(n=n, most=most)), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and not self._is_fitting:
            self._wanted_size = self.font().pixelSize()
            self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_title and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _take_text(self) -> None:
        if not self._is_set:
            text = self.toPlainText()
            self._content = one_line(text) if self._is_title else text
            self._grow()
            self.edited.emit()

    def _fit_words(self) -> None:
        """Set a title in smaller letters where its longest word would be broken, but never smaller
        than all other text.
        """
        wanted = QFont(self.font())
        wanted.setPixelSize(self._wanted_size)
        letters = QFontMetrics(wanted)
        words = self.toPlainText().split()
        widest = max((letters.horizontalAdvance(word) for word in words), default=0)
        room = self.viewport().width() - 2 * round(self.document().documentMargin()) - space(1)
        size = self._wanted_size
        if widest > room > 0:
            size = max(QApplication.font().pixelSize(), size * room // widest)
        if size != self.font().pixelSize():
            wanted.setPixelSize(size)
            self._is_fitting = True
            self.setFont(wanted)
            self._is_fitting = False

    def _grow(self) -> None:
        if self._is_title and self._wanted_size > 0:
            self._fit_words()
        rows = max(self._lines, int(self.document().size().height()))
        frame = 2 * round(self.document().documentMargin()) + _FRAME_PX
        height = rows * self.fontMetrics().lineSpacing() + frame
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
            self.grown.emit()
