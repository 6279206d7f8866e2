"""The quiet line under the name of a record that is being made: who it may already be.

The record pane hangs it into the form of a new record. It asks in the background
and never holds a key.
"""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from db import DeskError, Reader
from desktop.background.delay import SIMILAR_RECORDS_PAUSE_MS, Delay
from desktop.session.session import Session

if TYPE_CHECKING:
    from db import Near

_TOPIC: Final = "already here"
_MAX_OFFERS: Final = 3


class AlreadyHere(QLabel):
    """`open_asked` gives the id of the record that the officer would rather see."""

    open_asked = Signal(int)

    def __init__(self, kind: str, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._session = session
        self._name = ""
        self.setWordWrap(True)
        self.setProperty("role", "quiet")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setAccessibleName(self.tr("Records that this may already be"))
        self.linkActivated.connect(lambda link: self.open_asked.emit(int(link)))
        self._ask_delay = Delay(self, SIMILAR_RECORDS_PAUSE_MS, self._ask)
        session.lens_changed.connect(self._ask_anew)
        self.hide()

    def look_for(self, name: str) -> None:
        """Ask who bears a name that is being typed, once the typing rests."""
        name = name.strip()
        if name != self._name:
            self._name = name
            self._ask_delay.start()

    def end(self) -> None:
        """Ask nothing more, because the form is about to go."""
        self._name = ""
        self._ask_delay.stop()
        self._session.background_reader.forget(_TOPIC)

    def _ask_anew(self) -> None:
        """Forget what was found through another lens."""
        self._session.background_reader.forget(_TOPIC)
        self.clear()
        self.hide()
        if self._name:
            self._ask_delay.start()

    def _ask(self) -> None:
        lens, kind, name = self._session.lens, self._kind, self._name

        def job(reader: Reader) -> list[Near]:
            return reader.already_here(kind, name, lens, _MAX_OFFERS)

        self._session.background_reader.ask(
            _TOPIC, job, partial(self.show_similar, name), self._hide
        )

    def show_similar(self, name: str, found: list[Near]) -> None:
        """Name who was found for a name; an answer for an older name is dropped."""
        if name != self._name:
            return
        links = " · ".join(
            f'<a href="{near.line.id}">{escape(_record_line(near))}</a>' for near in found
        )
        self.setText(self.tr("May already be here: {links}").format(links=links))
        self.setVisible(bool(found))

    def _hide(self, _refusal: DeskError) -> None:
        """Hide the line of a question that could not be answered: it is only an offer."""
        self.hide()


def _record_line(near: Near) -> str:
    """Return a record with what tells it apart: "Ishaq Dar, Foreign Minister"."""
    line = near.line
    detail = next((cell for cell in line.cells if cell and cell != line.title), "")
    detail = detail.partition("; ")[0]  # of several offices the first
    return f"{line.title}, {detail}" if detail else line.title
