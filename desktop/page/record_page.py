"""The page of one record, set to be read; the tab shows it and follows its links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QUrl, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db import Change, Lens, Reading, local_time
from desktop.background.delay import PAGE_TEXT_PAUSE_MS, Delay
from desktop.models.menu_request import MenuRequest
from desktop.page.extras import attachments_of, history_of
from desktop.page.look import Look, look_of
from desktop.page.page_content import page_blocks
from desktop.page.page_header import PageHeader
from desktop.page.page_text import PageText
from desktop.page.rich_text import document, longest_label
from desktop.paper.sheets.sheet_forms import SheetFacts

_EMPTY: Final = Lens("0001-01-01", 0)


class BuiltPage(NamedTuple):
    """The text of a page, made for a look."""

    look: Look
    html: str


def page_html(
    reading: Reading,
    lens: Lens,
    changes: Sequence[Change],
    known: SheetFacts | None,
    look: Look,
    opened: frozenset[int] = frozenset(),
) -> str:
    """Return the text of a page below its head; asked on any thread. `opened` are lists shown
    whole.
    """
    blocks = page_blocks(reading, lens, known)
    times = [len(local_time(change.time)) for change in changes]
    look = look.with_labels(max([longest_label(blocks), *times]))
    body = document(blocks, look, opened)
    return f"{body}{attachments_of(reading.record, look)}{history_of(changes, look)}"


class RecordPage(QWidget):
    """Shows a reading, or nothing.

    `attachment_asked` gives the hash and the name of a file, `revert_asked` the id of a change.
    """

    link_clicked = Signal(int)
    edit_asked = Signal(str)  # the path of the field to begin with, '' for the first
    print_asked = Signal()
    check_asked = Signal()
    status_asked = Signal()
    revert_asked = Signal(int)
    attachment_asked = Signal(str, str)
    history_asked = Signal()
    menu_asked = Signal(object)  # a `MenuRequest`

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._lens = _EMPTY
        self._changes: tuple[Change, ...] = ()
        self._known: SheetFacts | None = None
        self._opened: frozenset[int] = frozenset()
        self._look: Look | None = None
        self._built: BuiltPage | None = None
        self._text_delay = Delay(self, PAGE_TEXT_PAUSE_MS, lambda: self._set(keep_place=False))
        self._text = PageText(self)
        self._text.setAccessibleName(self.tr("Page of the record"))
        self._head = PageHeader(self._text.viewport())
        self._text.carry(self._head)
        self._text.head_lines = self._head.lines
        self._text.is_marked = lambda: self.marking > 0
        self._text.resized.connect(self._refit)
        self._text.anchorClicked.connect(self._follow)
        self._text.menu_asked.connect(self._ask_menu)
        self._text.field_asked.connect(self.edit_asked)
        self._head.link_clicked.connect(self.link_clicked)
        self._head.edit_asked.connect(self.edit_asked)
        self._head.print_asked.connect(self.print_asked)
        self._head.check_asked.connect(self.check_asked)
        self._head.status_asked.connect(self.status_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        self.setFocusProxy(self._text)
        self.show_reading(None, _EMPTY)

    @property
    def marking(self) -> int:
        """The highest marking of all that stands on the page."""
        from desktop.paper.sections.markings import highest
        from desktop.paper.sections.sheet_context import SheetFacts

        reading = self._reading
        return highest(reading, self._known or SheetFacts()) if reading is not None else 0

    def show_reading(
        self,
        reading: Reading | None,
        lens: Lens,
        changes: Sequence[Change] = (),
        known: SheetFacts | None = None,
        page: BuiltPage | None = None,
    ) -> None:
        """Show a record as the lens sees it, with its last changes; None clears the page.

        `known` holds the titles of those who are named, as `known_around` finds them. The place is
        kept where the same record is shown again. `page` is the text, where it was made before.
        """
        same = reading is not None and self._record_id == reading.record.id
        self._reading, self._lens, self._known = reading, lens, known
        self._changes = tuple(changes)
        if not same:
            self._opened = frozenset()
        self._head.setVisible(reading is not None)
        if reading is not None:
            self._head.show_reading(reading, lens)
            name = reading.record.title[:100]
            self._text.setAccessibleName(self.tr("Page of {name}").format(name=name))
        else:
            self._head.clear(lens)
            self._text.setAccessibleName(self.tr("Page"))
        self._built = page
        if page is None:
            self._set(keep_place=same)
        else:
            # In a turn of its own, and seen together with the head.
            self._text.setUpdatesEnabled(False)
            self._text_delay.start()

    def field_in_focus(self) -> str:
        """Return the path of the field that the reader is at; '' where the page has no focus."""
        return self._text.field_at_caret() if self._text.hasFocus() else ""

    @property
    def _record_id(self) -> int | None:
        return self._reading.record.id if self._reading is not None else None

    # setting

    def _set(self, *, keep_place: bool) -> None:
        self._text_delay.stop()
        self._look = self.look_now()
        page, self._built = self._built, None
        html = page.html if page is not None and page.look == self._look else self._html()
        self._text.show_text(html, self._look, keep_place=keep_place)
        self._text.setUpdatesEnabled(True)

    def _html(self) -> str:
        if self._reading is None or self._look is None:
            return ""
        return page_html(
            self._reading, self._lens, self._changes, self._known, self._look, self._opened
        )

    def look_now(self) -> Look:
        """Say how the page is set in its present width and colours."""
        return look_of(self.palette(), self.font(), self._text.text_width)

    def _refit(self) -> None:
        """Set the text anew where the new width asks for another setting."""
        if self._look != self.look_now():
            self._set(keep_place=True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLES and self._look is not None:
            self._head.restyle()
            self._refit()
            self._text.refit()

    def _ask_menu(self, address: QUrl, place: QPoint, field: str) -> None:
        """Ask for the menu of a link's record, or else of the record on show; with that what is
        marked of the text, and each telephone number and address, to be copied alone. Either lets
        the fact be edited that stands there.
        """
        if self._reading is None:
            return
        if address.scheme() == "record":
            self.menu_asked.emit(MenuRequest(place, int(address.path()), field=field))
            return
        record = self._reading.record
        texts = [self._text.marked_text(), *(way.value for way in record.contacts)]
        texts = [text for text in texts if text]
        self.menu_asked.emit(MenuRequest(place, record.id, texts, field))

    # following

    def _follow(self, address: QUrl) -> None:
        follow = _FOLLOWS.get(address.scheme())
        if follow is not None:
            follow(self, address.path())

    def open_all(self, at: str) -> None:
        self._opened |= {int(at)}
        self._set(keep_place=True)

    def ask_attachment(self, at: str) -> None:
        if self._reading is not None:
            file = self._reading.record.attachments[int(at)]
            self.attachment_asked.emit(file.sha256, file.file_name)


_RESTYLES: Final = (
    QEvent.Type.FontChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.StyleChange,
    QEvent.Type.ApplicationFontChange,
)
_FOLLOWS: Final[dict[str, Callable[[RecordPage, str], None]]] = {
    "record": lambda page, key: page.link_clicked.emit(int(key)),
    "undo": lambda page, key: page.revert_asked.emit(int(key)),
    "attachment": lambda page, key: page.ask_attachment(key),
    "all": lambda page, key: page.open_all(key),
    "history": lambda page, _: page.history_asked.emit(),
}
