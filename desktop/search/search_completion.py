"""How the search box goes on: asks the desk in the lane, and offers what comes back in time.

The window has one; it also offers the last searches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.search.completer import Move

if TYPE_CHECKING:
    from db import Completion, DeskError, Reader
    from desktop.window.main_window import Window

_TOPIC = "completion"


class SearchCompletion(QObject):
    """Listens to the window's search box."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._box = window.bar.search
        self._box.asked.connect(self.ask)
        self._box.recalled.connect(self.recall)

    def ask(self, text: str, cursor: int) -> None:
        """Asks how a text goes on; an older question is withdrawn."""
        session = self._window.session
        if session is None:
            return
        lens = session.lens

        def job(reader: Reader) -> list[Completion]:
            return reader.completions(text, cursor, lens)

        def take(found: list[Completion]) -> None:
            if self._box.text() == text:
                self._offer(text, found)

        # Urgent, but after the hits, which were asked for first.
        session.lane.ask(_TOPIC, job, take, self._refuse, urgent=True)

    def _offer(self, text: str, found: list[Completion]) -> None:
        ways = [Move(*each.put_in(text), each.text, each.says) for each in found]
        self._box.offer(ways, walks=any(each.is_value for each in found))

    def _refuse(self, _refusal: DeskError) -> None:
        self._box.put_away()  # the list of hits tells why the desk cannot be read

    def recall(self) -> None:
        """Offers the last searches."""
        texts = self._window.views.recent_texts()
        ways = [Move(text, len(text), text, "", "history") for text in texts]
        self._box.offer(ways, walks=True)
