"""The hits of a search in the preview: as many as are found so far, and the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop.background.delay import FOUND_WORDS_PAUSE_MS, Delay
from desktop.preview.pages.drawing import Drawing
from desktop.preview.pages.pdf_pages import WordHit


class Hits(QObject):
    """`changed` says that more is found or another hit is chosen."""

    changed = Signal()

    def __init__(self, drawing: Drawing, parent: QObject) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._from = 0  # the page from which the first hit is chosen
        self.words = ""
        self.found: list[WordHit] = []
        self.at = -1
        self.is_whole = True
        # Some thousand hits come in as many parts, and with each all would be marked anew.
        self._change_delay = Delay(self, FOUND_WORDS_PAUSE_MS, self.changed.emit)
        drawing.found.connect(self._take)
        drawing.searched.connect(self._end)

    @property
    def current(self) -> WordHit | None:
        """The hit that is in sight."""
        return self.found[self.at] if 0 <= self.at < len(self.found) else None

    def look_for(self, words: str, page: int) -> None:
        """Look for words; the first hit on a page or after it is chosen."""
        self.words = words.strip()
        self.found = []
        self.at, self._from = -1, page
        self.is_whole = not self._drawing.look_for(words)
        self.changed.emit()

    def forget(self) -> None:
        """Forget the hits: there is nothing to look through any more."""
        self.words, self.found, self.at, self.is_whole = "", [], -1, True
        self.changed.emit()

    def step(self, step: int) -> None:
        """Go to the next hit, from the last to the first."""
        if self.found:
            self.at = (self.at + step) % len(self.found)
            self.changed.emit()

    def _take(self, hits: Sequence[WordHit]) -> None:
        self.found += hits
        if self.at < 0 and hits[0].page >= self._from:
            self.at = len(self.found) - len(hits)
            self.changed.emit()
        else:
            self._change_delay.start_once()

    def _end(self) -> None:
        self._change_delay.stop()
        self.is_whole = True
        if self.at < 0 and self.found:
            self.at = 0
        self.changed.emit()
