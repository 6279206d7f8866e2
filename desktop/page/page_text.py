"""The text of a page in a browser that loads nothing, with the page's head above the text.

The head is scrolled with the text: it lies in the room that the document leaves at its top.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from desktop.page.copied_text import text_of_selection
from desktop.page.look import Look
from desktop.page.page_fields import cursor_under, field_at, find_field, stretch_of
from desktop.style.theme import space, tabular
from desktop.widgets.clipboard import make_data

# The rule of the application gives every text field an edge: a page has none but in the focus.
_STYLE = """
QTextBrowser { border: 1px solid transparent; border-radius: 0; padding: 0; }
QTextBrowser:focus { border: 1px solid palette(highlight); padding: 0; }
"""


class _Document(QTextDocument):
    """A document that asks nobody for pictures or sheets."""

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        return None


class PageText(QTextBrowser):
    """Rich text to read, select and walk by Tab from link to link.

    `resized` says that the text has another width. It is the same with a scroll bar and without,
    so that no page is set twice.
    """

    resized = Signal()
    field_asked = Signal(str)  # the path of a field, to be edited
    menu_asked = Signal(QUrl, QPoint, str)  # the link, none for the page; where; of which field

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head: QWidget | None = None
        self.head_lines: Callable[[], list[str]] = list  # what the head says, to be copied
        self.is_marked: Callable[[], bool] = bool  # whether what is copied is from a marked record
        self._margin = 0
        self._set_before: QTextDocument | None = None
        self._look: Look | None = None
        self._may_ask = False  # whether the mouse was pressed last on this text, and on no link
        self._is_double = False  # until the button of a double click is let go
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_STYLE)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.cursorPositionChanged.connect(self._mark_field)
        self.selectionChanged.connect(self._mark_field)

    @property
    def text_width(self) -> int:
        """The px that the page has from edge to edge, its margins included."""
        return max(1, self.width() - 2 - self.verticalScrollBar().sizeHint().width())

    def carry(self, head: QWidget) -> None:
        """Take the head that stands above the text."""
        self._head = head
        head.setParent(self.viewport())
        for child in head.findChildren(QWidget):
            child.installEventFilter(self)

    def show_text(self, html: str, look: Look, *, keep_place: bool) -> None:
        """Set a text; `keep_place` leaves the reader where they are."""
        place = self.verticalScrollBar().value() if keep_place else 0
        field = self.field_at_caret() if keep_place else ""
        self._look = look
        self._may_ask = False
        document = _Document(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._font(look))
        document.setDefaultStyleSheet(look.style_sheet())
        document.setDocumentMargin(0)
        document.setIndentWidth(space(4))
        document.setTextWidth(self.text_width)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setHtml(html)
        self._margin = look.margin
        self._leave_room(document)
        self.setDocument(document)
        if self._set_before is not None:
            self._set_before.deleteLater()
        self._set_before = document
        self.setCursorWidth(0)  # what is read has no caret: its field, a selection, a link are seen
        caret = find_field(document, field) if field else None
        if caret is not None:
            self.setTextCursor(caret)
        self.verticalScrollBar().setValue(place)
        self._place_head()

    # the field at the caret

    def field_at_caret(self) -> str:
        """Return the path of the field that the caret is at; '' where it is at none."""
        return field_at(self.textCursor())

    def _mark_field(self) -> None:
        """Mark with a tint what Enter would edit."""
        cursor, marks = self.textCursor(), []
        stretch = None if cursor.hasSelection() or not self.hasFocus() else stretch_of(cursor)
        if stretch is not None and self._look is not None:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = stretch
            mark.format.setBackground(QColor(self._look.colors.accent_soft))
            marks.append(mark)
        self.setExtraSelections(marks)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark_field()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark_field()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        # What is selected may be a link that Tab has come to: that is followed.
        if is_enter and not self.textCursor().hasSelection() and self.field_at_caret():
            self.field_asked.emit(self.field_at_caret())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._may_ask = not self.anchorAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the field under the mouse. The first click on a link has followed it: the second
        is on another page, and means nothing there.
        """
        spot = event.position().toPoint()
        field = field_at(cursor_under(self, spot)) if self._may_ask else ""
        self._is_double = bool(field) or not self._may_ask
        if field:
            self.field_asked.emit(field)
        elif self._may_ask:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_double, self._is_double = self._is_double, False
        if not was_double:
            super().mouseReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        # The tip of a letter is the path of its field, and no words.
        return event.type() == QEvent.Type.ToolTip or bool(super().viewportEvent(event))

    def refit(self) -> None:
        """Give the head the room that it now takes."""
        self._leave_room(self.document())
        self._place_head()

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Load nothing ever, whatever a text names."""
        return

    def _font(self, look: Look) -> QFont:
        font = tabular(self.font())
        font.setPixelSize(look.body)
        return font

    def _leave_room(self, document: QTextDocument) -> None:
        frame = document.rootFrame()
        shape = frame.frameFormat()
        shape.setLeftMargin(self._margin)
        shape.setRightMargin(self._margin)
        shape.setBottomMargin(space(8))
        shape.setTopMargin(self._head_height() + space(3))
        if shape != frame.frameFormat():
            frame.setFrameFormat(shape)

    def _head_height(self) -> int:
        if self._head is None:
            return 0
        return self._head.heightForWidth(self._head_width())

    def _head_width(self) -> int:
        return max(1, self.text_width - 2 * self._margin)

    def _place_head(self) -> None:
        if self._head is not None:
            top = -self.verticalScrollBar().value()
            self._head.setGeometry(self._margin, top, self._head_width(), self._head_height())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_head()

    def showEvent(self, event: QShowEvent) -> None:
        # When it is first shown Qt brings the caret into sight, which may lie below a high head.
        place = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.lineWrapColumnOrWidth() != self.text_width:
            self.setLineWrapColumnOrWidth(self.text_width)
            self.resized.emit()
            self.refit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse:
            address = self.anchorAt(event.pos())
            field = field_at(cursor_under(self, event.pos()))
        else:  # of the link that Tab has come to
            address = self.textCursor().charFormat().anchorHref()
            field = self.field_at_caret()
        place = event.globalPos()
        if not by_mouse:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_asked.emit(QUrl(address), place, field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            # A button of the head that lies above what is in sight comes into it.
            self.verticalScrollBar().setValue(0)
        return bool(super().eventFilter(watched, event))

    def marked_text(self) -> str:
        """Return what is selected; of all of the page, what its head says before it."""
        cursor = self.textCursor()
        text = text_of_selection(cursor)
        is_all = cursor.selectionStart() == 0 and (
            cursor.selectionEnd() >= self.document().characterCount() - 1
        )
        return "\n".join([*self.head_lines(), text]) if is_all else text

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is copied."""
        return make_data(self.marked_text(), is_marked=self.is_marked())
