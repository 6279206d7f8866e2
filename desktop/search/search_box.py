"""The one search box of the window: says what is typed, and passes the walking keys to the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.search.completer import Completer, Move
from desktop.style.icons import icon

_WALKS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_PageUp: -10,
}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


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
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(self.tr("Search the desk"))
        self.setAccessibleName(self.tr("Search the desk"))
        self.setAccessibleDescription(
            self.tr(
                "Results follow as you type. Enter opens the best match, Down moves into the list,"
                " Tab completes a filter, Alt+Down shows recent searches."
            )
        )
        self.setMinimumWidth(160)
        self._is_edited = False  # by keys, and not told yet
        self.textEdited.connect(self._note_edit)
        self.textChanged.connect(self._tell)

    def _note_edit(self) -> None:
        self._is_edited = True

    def _tell(self, text: str) -> None:
        """Tell the text, and only then ask how it goes on: the hits are read first."""
        is_edited, self._is_edited = self._is_edited, False
        self.typed.emit(text)
        if is_edited:
            self.asked.emit(text, self.cursorPosition())

    # ways to go on

    @cached_property
    def completer_list(self) -> Completer:
        """The list below the box, made when something is first offered."""
        made = Completer(self)
        made.taken.connect(self._take)
        self.destroyed.connect(made.deleteLater)
        return made

    @property
    def is_offering(self) -> bool:
        """Whether ways to go on are shown."""
        return "completer_list" in self.__dict__ and not self.completer_list.isHidden()

    def offer(self, ways: Sequence[Move], *, walks: bool) -> None:
        """Shows how the text may go on, as long as the box has the focus."""
        if ways and self.hasFocus():
            self.completer_list.offer(ways, walks=walks)
        else:
            self.put_away()

    def put_away(self) -> None:
        """Offers nothing any more."""
        if self.is_offering:
            self.completer_list.hide()

    def _take(self, way: Move) -> None:
        self.setText(way.typed)
        self.setCursorPosition(way.cursor)
        self.asked.emit(way.typed, way.cursor)

    # keys

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.is_offering:
            kind, key = event.type(), event.key()
            if kind == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
                event.accept()  # the window's own Esc comes after the list's
                return True
            if kind == QEvent.Type.KeyPress and key == Qt.Key.Key_Tab:
                self.completer_list.take_marked()
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
        """Gives a key to what is offered; says whether it was for it."""
        offered = self.completer_list
        if key == Qt.Key.Key_Escape:
            offered.hide()
        elif key in _ENTERS and offered.has_marked():
            offered.take_marked()
        elif key in _WALKS and (offered.walks or offered.has_marked()):
            offered.step(_WALKS[key])
        else:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.put_away()
        super().focusOutEvent(event)

    def _escape(self) -> None:
        """Clears the text; an empty box lets go of the focus."""
        if self.text():
            self.clear()
        else:
            self.left.emit()
