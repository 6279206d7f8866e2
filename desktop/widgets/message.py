"""The line inside the window that tells what happened and offers something to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.style.icons import icon
from desktop.style.theme import space
from desktop.style.translated import QT_TRANSLATE_NOOP
from desktop.widgets.plain import PlainLabel


@dataclass(frozen=True, slots=True)
class Notice:
    """`kind` is one of the message line's kinds; `act` is done when `action` is clicked.

    `look` is shown when `more` is clicked, and the sentence stays. `until` says what takes it
    away by itself: another record on show or a form (RECORD), the next form alone (NEXT_FORM), the
    end of the form (FORM), nothing.
    """

    kind: str
    text: str
    action: str = ""
    act: Callable[[], None] | None = None
    more: str = ""
    look: Callable[[], None] | None = None
    until: str = ""


RECORD: Final = "record"
NEXT_FORM: Final = "next form"
FORM: Final = "form"

_DONE: Final = {
    "Delete ": QT_TRANSLATE_NOOP("Done", "{what} deleted."),
    "Merge ": QT_TRANSLATE_NOOP("Done", "{what} merged."),
    "Undo: ": QT_TRANSLATE_NOOP("Done", "Undone: {what}."),
    "Redo: ": QT_TRANSLATE_NOOP("Done", "Redone: {what}."),
    "Import ": QT_TRANSLATE_NOOP("Done", "{what} imported."),
}


def outcome_text(label: str) -> str:
    """Say that the change of this label was made.

    >>> outcome_text("Delete 3 records"), outcome_text("Undo: Delete Ann Ashe")
    ('3 records deleted.', 'Undone: Delete Ann Ashe.')
    """
    for begin, text in _DONE.items():
        if label.startswith(begin):
            template = QCoreApplication.translate("Done", text)
            return template.format(what=label.removeprefix(begin))
    return QCoreApplication.translate("Done", "Done: {what}.").format(what=label)


def read_only_notice(holder: str) -> Notice:
    """Say that nothing can be saved here, and who holds the desk where that is known."""
    tr = QCoreApplication.translate
    text = tr("RecordPane", "This desk is open read-only.")
    if holder:
        template = tr("RecordPane", "This desk is open read-only; it is held by {holder}.")
        text = template.format(holder=holder)
    return Notice("warn", text, until=RECORD)


def problems_notice(count: int, discard_changes: Callable[[], None]) -> Notice:
    """Say how many fields of a form cannot be saved as they are, and offer to give them back."""
    tr = QCoreApplication.translate
    text = tr("RecordPane", "One field needs a change before this can be saved.")
    if count != 1:
        many = tr("RecordPane", "{n} fields need a change before this can be saved.")
        text = many.format(n=count)
    discard = tr("RecordPane", "Discard changes")
    return Notice("error", text, discard, discard_changes, until=FORM)


class _Kind(NamedTuple):
    tone: str
    glyph: str


KINDS: Final[Mapping[str, _Kind]] = {
    "info": _Kind("accent", "info"),
    "done": _Kind("good", "done"),
    "warn": _Kind("warn", "warn"),
    "error": _Kind("bad", "error"),
    "undo": _Kind("accent", "undo"),
}


class Message(QFrame):
    """One sentence with a glyph, at most one action, more to read, and a button that closes it.

    `acted` says that the action was taken, `asked` that there is to be shown more, `closed` that
    the line went away for any reason.
    """

    acted = Signal()
    asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = "info"
        self._glyph = PlainLabel(self)
        self._text = PlainLabel(self, wraps=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._more = self._button("")
        self._action = self._button("")
        self._close = self._button("")
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
        self._more.clicked.connect(self.asked)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(3), space(2), space(2), space(2))
        row.setSpacing(space(2))
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._more)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.hide()

    def say(self, kind: str, text: str, action: str = "", more: str = "") -> None:
        """Show a sentence of a kind of `KINDS`, with an action by its text where one is given.

        `more` names what there is to read; the line stays while it is read.
        """
        self._kind = kind
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(text)
        self.setProperty("message", KINDS[kind].tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._paint_glyphs()
        self.show()
        # A screen reader says it without the focus coming here.
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """Return the sentence on show."""
        return self._text.text()

    def action_text(self) -> str:
        """Return what is offered with it; empty when nothing is."""
        return self._action.text()

    def dismiss(self) -> None:
        """Take the line away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def forget(self) -> None:
        """Take the line away with all that it said."""
        self.dismiss()
        for widget in (self._text, self._action, self._more):
            widget.setText("")
        self.setAccessibleName("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._paint_glyphs()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setFlat(True)
        button.setAutoDefault(False)
        return button

    def _act(self) -> None:
        # Away first: what the action says next may be shown on this same line.
        self.dismiss()
        self.acted.emit()

    def _paint_glyphs(self) -> None:
        side = self.fontMetrics().height()
        kind = KINDS[self._kind]
        pixmap = icon(kind.glyph, kind.tone).pixmap(QSize(side, side), self.devicePixelRatioF())
        self._glyph.setPixmap(pixmap)
        self._close.setIcon(icon("close"))
