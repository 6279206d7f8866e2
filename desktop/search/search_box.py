"""The one search box of the window: says what is typed, and passes the walking keys to the list.

Tab takes the marked way to go on, or the first; only what is marked answers to Enter, which else
belongs to the best hit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.widgets.plain import plain_tip
from desktop.widgets.popup_list import PopupLine, PopupList

_WALKS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_PageUp: -10,
}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GLASS_LINES: Final = 0.95  # heights of a line: how large the glass is


class Move(NamedTuple):
    """A way to go on: the whole text that the box would have, the cursor in it, what is shown."""

    typed: str
    cursor: int
    text: str
    says: str = ""
    glyph: str = ""

    @property
    def line(self) -> str:
        """What is written in the list."""
        return f"{self.text}   {self.says}" if self.says else self.text


class SearchBox(QLineEdit):
    """A line with a glass and a button that clears it.

    `typed` gives the whole text on every keystroke, `asked` text and cursor where keys changed
    them, `opened` asks for the best match, `walked` moves the selection of the list by so many
    rows, `recalled` asks for the last searches, `left` gives the focus back.
    """

    typed = Signal(str)
    asked = Signal(str, int)
    opened = Signal()
    walked = Signal(int)
    recalled = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("search", True)
        self._glass = icon("search", "quiet")
        self._clear_button = self._make_clear_button()
        self._make_room()
        self.setPlaceholderText(self.tr("Search the desk"))
        self.setAccessibleName(self.tr("Search the desk"))
        self.setAccessibleDescription(
            self.tr(
                "Results follow as you type. Enter opens the best match, Down moves into the list,"
                " Tab completes a filter, Alt+Down shows recent searches."
            )
        )
        self.setMinimumWidth(160)
        self._list: PopupList | None = None
        self._moves: Sequence[Move] = ()
        self._walks = False
        self._is_edited = False  # by keys, and not announced yet
        self.textEdited.connect(self._note_edit)
        self.textChanged.connect(self._notify)

    def glass_rect(self) -> QRect:
        """Return where the glass is painted: a line's own icons are 16 px at every size of text."""
        size = round(self.fontMetrics().height() * _GLASS_LINES)
        return QRect(space(2), (self.height() - size) // 2, size, size)

    def _make_clear_button(self) -> QToolButton:
        """Return the button that empties the box, for the mouse: keys have Escape."""
        button = QToolButton(self)
        button.setIcon(icon("clear", "quiet"))
        button.setProperty("inside", True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setToolTip(plain_tip(self.tr("Empty the search box (Esc)")))
        button.setAccessibleName(self.tr("Empty the search box"))
        button.clicked.connect(self.clear)
        button.hide()
        self.textChanged.connect(lambda text: button.setVisible(bool(text)))
        return button

    def _make_room(self) -> None:
        side = self._clear_button.iconSize().width()
        self.setTextMargins(self.glass_rect().right(), 0, side, 0)
        right = self.width() - space(2) - side
        self._clear_button.setGeometry(right, (self.height() - side) // 2, side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            self._glass.paint(painter, self.glass_rect())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def _note_edit(self) -> None:
        self._is_edited = True

    def _notify(self, text: str) -> None:
        """Tell the text, and only then ask how it goes on: the hits are read first."""
        is_edited, self._is_edited = self._is_edited, False
        self.typed.emit(text)
        if is_edited:
            self.asked.emit(text, self.cursorPosition())

    # ways to go on

    @property
    def is_offering(self) -> bool:
        """Whether ways to go on are shown."""
        return self._list is not None and self._list.is_open

    def offer_texts(self) -> list[str]:
        """Return what is offered, while it is."""
        return [move.text for move in self._moves] if self.is_offering else []

    def offer(self, moves: Sequence[Move], *, walks: bool) -> None:
        """Show how the text may go on, as long as the box has the focus.

        With `walks` Down goes into the list, rather than down the list of hits.
        """
        if not moves or not self.hasFocus():
            self.put_away()
            return
        if self._list is None:
            self._list = PopupList(self, can_mark_none=True)
            self._list.chosen.connect(self.take)
        self._moves, self._walks = moves, walks
        self._list.offer([PopupLine(move.line, move.glyph) for move in moves])

    def put_away(self) -> None:
        """Offer nothing any more."""
        self._moves = ()
        if self._list is not None:
            self._list.offer([])

    def take(self, row: int) -> bool:
        """Go on as a row of the open list says; whether there is one."""
        if not self.is_offering or not 0 <= row < len(self._moves):
            return False
        move = self._moves[row]
        self.put_away()
        self.setText(move.typed)
        self.setCursorPosition(move.cursor)
        self.asked.emit(move.typed, move.cursor)
        return True

    # keys

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.is_offering:
            kind, key = event.type(), event.key()
            if kind == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
                event.accept()  # the window's own Esc comes after the list's
                return True
            if kind == QEvent.Type.KeyPress and key == Qt.Key.Key_Tab:
                self.take(max(0, self._marked_row()))
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.recalled.emit()
        elif self.is_offering and self._pass_on(key):
            return
        elif key in _ENTERS:
            self.put_away()
            self.opened.emit()
        elif key in _WALKS:
            self.put_away()
            self.walked.emit(_WALKS[key])
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _pass_on(self, key: Qt.Key) -> bool:
        """Give a key to what is offered; say whether it was for it."""
        is_marked = self._marked_row() >= 0
        if key == Qt.Key.Key_Escape:
            self.put_away()
        elif key in _ENTERS and is_marked:
            self.take(self._marked_row())
        elif key in _WALKS and (self._walks or is_marked) and self._list is not None:
            self._list.step(_WALKS[key])
        else:
            return False
        return True

    def _marked_row(self) -> int:
        return self._list.marked if self._list is not None else -1

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.put_away()
        super().focusOutEvent(event)

    def _escape(self) -> None:
        """Clear the text; an empty box lets go of the focus."""
        if self.text():
            self.clear()
        else:
            self.left.emit()
