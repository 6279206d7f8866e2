"""The thread that draws pages and looks for words on them, for as long as a preview is open.

The view and the thumbnails say which pictures they want; the newest wish replaces the older ones.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.preview.pages.pdf_pages import Pages, WordHit
from desktop.preview.pages.word_finder import find, readings

_ending: Final[set[Drawing]] = set()  # an emitter must outlive its thread, a preview need not


class Wanted(NamedTuple):
    """A picture of a page: how many pixels a point takes."""

    page: int
    scale: float


class _Search(NamedTuple):
    words: str
    number: int  # of the search: an answer to an older one is let fall


class Drawing(QObject):
    """`drawn` gives pictures, `found` the hits of some pages in their order; `searched` says that
    every page was looked through. `close` lets the thread end when the picture in hand is done.
    """

    drawn = Signal(object, QImage)
    found = Signal(object)
    searched = Signal()
    _drew = Signal(object, object, QImage)
    _hit = Signal(int, object, bool)
    _ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._turn = threading.Condition()
        self._pages: Pages | None = None
        self._left: list[Pages] = []  # documents that are no longer shown, to be closed
        self._wanted: list[Wanted] = []
        self._search = _Search("", 0)
        self._next_page = 0  # that is looked through
        self._is_closing = False
        self._drew.connect(self._give, Qt.ConnectionType.QueuedConnection)
        self._hit.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._let_go, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="drawing", daemon=True)
        self._thread.start()

    def show(self, pages: Pages | None) -> None:
        """Draws another document from now on; the one before is closed."""
        with self._turn:
            if self._pages is not None:
                self._left.append(self._pages)
            self._pages = pages
            self._wanted = []
            self._search = _Search("", self._search.number + 1)
            self._turn.notify()

    def want(self, wanted: Sequence[Wanted]) -> None:
        """The pictures that are missing, the most needed first."""
        with self._turn:
            # A view may not know yet that the document is a shorter one.
            count = len(self._pages) if self._pages is not None else 0
            self._wanted = [each for each in wanted if each.page < count]
            self._turn.notify()

    def look_for(self, words: str) -> bool:
        """Looks for words from the first page on; False where there is nothing to look for."""
        with self._turn:
            self._search = _Search(words, self._search.number + 1)
            self._next_page = 0
            self._turn.notify()
            return bool(readings(words)) and self._pages is not None

    def close(self) -> None:
        """Ends the thread, without waiting for it: to give a long document back takes a while."""
        _ending.add(self)
        self.show(None)
        with self._turn:
            self._is_closing = True
            self._turn.notify()

    # In the thread

    def _work(self) -> None:
        while (pages := self._wait()) is not None:
            if not self._draw(pages):
                self._look(pages)
        self._ended.emit()

    def _wait(self) -> Pages | None:
        """The document there is something to do for; None at the end."""
        while True:
            with self._turn:
                while not (self._is_closing or self._left or self._has_work()):
                    self._turn.wait()
                left, self._left = self._left, []
                pages = self._pages
                is_over = self._is_closing
                is_ready = self._has_work()
            for each in left:
                each.close()
            if is_over:
                return None
            if pages is not None and is_ready:
                return pages

    def _has_work(self) -> bool:
        if self._pages is None:
            return False
        return bool(self._wanted) or (
            bool(readings(self._search.words)) and self._next_page < len(self._pages)
        )

    def _draw(self, pages: Pages) -> bool:
        with self._turn:
            if not self._wanted or pages is not self._pages:
                return False
            wanted = self._wanted.pop(0)
        self._drew.emit(pages, wanted, pages.image(wanted.page, wanted.scale))
        return True

    def _look(self, pages: Pages) -> None:
        with self._turn:
            search, at = self._search, self._next_page
            if pages is not self._pages or not readings(search.words) or at >= len(pages):
                return
            self._next_page += 1
        hits = pages.hits(at, spans) if (spans := find(search.words, pages.letters(at))) else []
        self._hit.emit(search.number, hits, at + 1 == len(pages))

    # On the thread of its owner

    def _give(self, pages: Pages, wanted: Wanted, image: QImage) -> None:
        if pages is self._pages:
            self.drawn.emit(wanted, image)

    def _let_go(self) -> None:
        self._thread.join()
        QTimer.singleShot(0, lambda: _ending.discard(self))

    def _tell(self, number: int, hits: list[WordHit], is_last: bool) -> None:
        if number != self._search.number:
            return
        if hits:
            self.found.emit(hits)
        if is_last:
            self.searched.emit()
