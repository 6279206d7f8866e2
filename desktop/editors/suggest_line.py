"""A line that offers what fits below it as you type; pickers, countries and topics are kinds of it.

The list below is the one that the search box has too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from db import DeskError
from desktop.fields.field_contents import Content, Unread
from desktop.widgets.line_validator import keep_on_one_line
from desktop.widgets.popup_list import PopupLine, PopupList

_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TABS: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the list: its text, the glyph before it, and what is taken when it is chosen.

    `take` may write to the desk and raise DeskError; None is a hint that cannot be chosen.
    `is_found` tells what is on the desk from what would be made.
    """

    text: str
    glyph: str
    take: Callable[[], Content] | None
    is_found: bool = True


class SuggestLine(QLineEdit):
    """A line over a list of offers. Enter and Tab take the marked one, Esc closes the list.

    `edited` follows the officer's keys, `taken` an offer taken; `refused` says why one was not.
    """

    edited = Signal()
    taken = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: Sequence[Offer] = ()
        self.popup: PopupList | None = None
        self._content: Content = None
        self._is_walked = False  # whether a key has moved the mark in the open list
        self.textEdited.connect(self._ask_offers)
        keep_on_one_line(self)

    def content(self) -> Content:
        """Return what the line holds."""
        return self._content

    def set_content(self, content: Content) -> None:
        """Show a content; the list stays closed."""
        self._content = content
        self.setText(self.show_text(content))
        self.setCursorPosition(0)

    # what a kind of line says for itself

    def offers(self, text: str) -> Sequence[Offer]:
        """Return what fits a text, best first."""
        raise NotImplementedError

    def first_offers(self) -> Sequence[Offer]:
        """Return what may be meant before anything is typed; of many too much may be."""
        return ()

    def show_text(self, content: Content) -> str:
        """Return a content as text."""
        raise NotImplementedError

    def read_text(self, text: str) -> Content:
        """Return what a text means when no offer was taken."""
        raise NotImplementedError

    def settle(self) -> None:
        """Do what the line does of itself when it is left; nothing, for most."""

    # the list

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self.popup is not None and self.popup.is_open

    def offer_texts(self) -> list[str]:
        """Return the texts of the open list."""
        return self.popup.texts() if self.popup is not None else []

    def take(self, row: int) -> bool:
        """Take an offer by its place; say whether it could be."""
        offer = self._offers[row] if 0 <= row < len(self._offers) else None
        if offer is None or offer.take is None:
            return False
        try:
            content = offer.take()
        except DeskError as error:
            self._content = Unread(self.text(), str(error))
            self.close_list()
            self.refused.emit(str(error))
            return False
        self.set_content(content)
        self.close_list()
        self.edited.emit()
        self.taken.emit()
        return True

    def take_offer(self) -> bool:
        """Take the marked offer."""
        return self.take(self.marked_row())

    def take_before(self, key: Qt.Key) -> None:
        """Take what is marked, where a key is about to leave the line: what is on the desk, or what
        a key has chosen.
        """
        row = self.marked_row()
        if key in _TABS and self.is_open and (self._is_found(row) or self._is_walked):
            self.take(row)

    def open_list(self) -> None:
        """Show what fits the text that stands in the line; of an empty one all that there is, or
        how to go on.
        """
        if self.text().strip():
            self.show_offers(self.text())
            return
        hint = Offer(self.tr("Type a name to find it, or to create it"), "info", None)
        self._list(self.offers("") or [*self.first_offers(), hint], marks_best=False)

    def close_list(self) -> None:
        """Put the list away, and keep nothing of what it offered."""
        self._offers = ()
        if self.popup is not None:
            self.popup.offer([])

    def wants(self, event: QKeyEvent) -> bool:
        """Say whether a key is for the open list rather than for the table around the line."""
        key = event.key()
        if key in _STEPS:
            return self.is_open
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.is_open and self.marked_row() >= 0
        return key == Qt.Key.Key_Escape and self.is_open

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.take_before(Qt.Key(event.key()))
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.wants(event)
        ):
            event.accept()  # the window's own Esc and Enter come after the list's
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        has_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Down and not self.is_open and (self.text() or has_alt):
            self.open_list()
        elif not self.wants(event):
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.close_list()
        else:
            self.take_offer()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.close_list()
        self.settle()
        super().focusOutEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        self.close_list()

    def _ask_offers(self, text: str) -> None:
        self._content = self.read_text(text)
        self.show_offers(text)
        self.edited.emit()

    def show_offers(self, text: str) -> None:
        """Show in the list what fits a text, the best marked if it is on the desk."""
        self._list(self.offers(text) if text.strip() else (), marks_best=True)

    def _list(self, offers: Sequence[Offer], *, marks_best: bool) -> None:
        self._offers, self._is_walked = offers, False
        if offers or self.popup is not None:
            lines = [PopupLine(each.text, each.glyph, each.take is not None) for each in offers]
            self._made_list().offer(lines, 0 if marks_best and self._is_found(0) else -1)

    def _made_list(self) -> PopupList:
        if self.popup is None:
            self.popup = PopupList(self)
            self.popup.chosen.connect(self.take)
        return self.popup

    def _is_found(self, row: int) -> bool:
        return 0 <= row < len(self._offers) and self._offers[row].is_found

    def marked_row(self) -> int:
        """Return the row of the list that Enter would take; -1 when none."""
        return self.popup.marked if self.popup is not None else -1

    def _step(self, by: int) -> None:
        row = self.marked_row()
        is_first, self._is_walked = not self._is_walked, True
        if is_first and self._is_found(row) and not self._is_found(row + by):
            return  # the first key down means the one that is listed, never to make another
        self._made_list().step(by)


def close_lists(parent: QWidget) -> None:
    """Put the lists of all such lines of a form away."""
    for line in parent.findChildren(SuggestLine):
        line.close_list()
