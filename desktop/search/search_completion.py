"""How the search box goes on: asks the desk beside the window, and offers what comes in time.

The window has one; it also offers the last searches.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt

from db import FILTERS
from desktop.search.search_box import Move

if TYPE_CHECKING:
    from db import Completion, DeskError, Reader
    from desktop.search.search_box import SearchBox
    from desktop.session.session import Session

_TOPIC = "completion"


def filter_lines() -> list[tuple[str, str]]:
    """Return each filter as it is typed, with what it takes."""
    return [
        (f"{kind.name}:", QCoreApplication.translate("Filters", kind.explanation))
        for kind in FILTERS
    ]


class SearchCompletion(QObject):
    """Listens to the search box and follows the open desk with `show_session`."""

    def __init__(
        self, box: SearchBox, recent_texts: Callable[[], Sequence[str]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._box = box
        self._recent_texts = recent_texts
        self._session: Session | None = None
        box.asked.connect(self.ask)
        box.recalled.connect(self.recall)

    def show_session(self, session: Session | None) -> None:
        """Ask another desk from now on; None asks none."""
        self._session = session
        self._box.put_away()
        if session is not None:
            session.lens_changed.connect(self.forget)

    def forget(self) -> None:
        """Withdraw what is asked and what is offered: it was read through another lens."""
        if self._session is not None:
            self._session.background_reader.forget(_TOPIC)
        self._box.put_away()

    def ask(self, text: str, cursor: int) -> None:
        """Ask how a text goes on; an older question is withdrawn."""
        session = self._session
        if session is None:
            return
        lens = session.lens

        def job(reader: Reader) -> list[Completion]:
            return reader.completions(text, cursor, lens)

        def take(found: list[Completion]) -> None:
            if self._box.text() == text:
                self._offer(text, found)

        # Urgent, but after the hits, which were asked for first.
        session.background_reader.ask(_TOPIC, job, take, self._refuse, urgent=True)

    def _offer(self, text: str, found: list[Completion]) -> None:
        ways = [Move(*each.put_in(text), each.text, each.says) for each in found]
        self._box.offer(ways, walks=any(each.is_value for each in found))

    def _refuse(self, _refusal: DeskError) -> None:
        self._box.put_away()  # the list of hits tells why the desk cannot be read

    def offer_filters(self) -> None:
        """Offer every filter with what it takes; one that is chosen is put after what is typed."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        before = f"{typed} " if (typed := self._box.text().rstrip()) else ""
        ways = []
        for name, explanation in filter_lines():
            text = f"{before}{name}"
            ways.append(Move(text, len(text), name, explanation, "filter"))
        self._box.offer(ways, walks=True)

    def recall(self) -> None:
        """Offer the last searches."""
        ways = [Move(text, len(text), text, "", "history") for text in self._recent_texts()]
        self._box.offer(ways, walks=True)
