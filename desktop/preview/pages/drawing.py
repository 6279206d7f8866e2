"""What draws pages and looks for words on them, for as long as a preview is open.

The view and the thumbnails say which pictures they want; the newest wish replaces the older ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple, NoReturn

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from db import DeskError
from desktop.background.job import Job
from desktop.background.worker import Worker
from desktop.preview.pages.pdf_pages import Pages, WordHit
from desktop.preview.pages.word_finder import find, readings


class PageRequest(NamedTuple):
    """A picture of a page: how many pixels a point takes."""

    page: int
    scale: float


class Drawing(QObject):
    """`drawn` gives pictures, `found` the hits of some pages in their order; `searched` says that
    every page was looked through, `failed` gives a bug. One picture, one page is asked for at a
    time, so that a newer wish waits for one alone.
    """

    drawn = Signal(object, QImage)
    found = Signal(object)
    searched = Signal()
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._worker = Worker("drawing", parent=self)
        self._worker.failed.connect(self._fail)
        self._pages: Pages | None = None
        self._to_close: list[Pages] = []  # documents that are no longer shown, to be closed
        self._wanted: list[PageRequest] = []
        self._in_hand: PageRequest | None = None

    def show(self, pages: Pages | None) -> None:
        """Draw another document from now on; the one before is closed."""
        for topic in ("picture", "words"):
            self._worker.forget(topic)
        if self._pages is not None:
            self._to_close.append(self._pages)
            self._worker.put("close", partial(close_all, self._to_close), _ignore, _refuse)
        self._pages, self._wanted, self._in_hand = pages, [], None

    def want(self, wanted: Sequence[PageRequest]) -> None:
        """Draw the pictures that are missing, the most needed first."""
        # A view may not know yet that the document is a shorter one.
        count = len(self._pages) if self._pages is not None else 0
        self._wanted = [each for each in wanted if each.page < count and each != self._in_hand]
        self._draw_next()

    def look_for(self, words: str) -> bool:
        """Look for words from the first page on; False where there is nothing to look for."""
        self._worker.forget("words")
        if self._pages is None or not readings(words):
            return False
        self._look(self._pages, words, 0)
        return True

    def close(self) -> None:
        """End the thread, without waiting for it: to give a long document back takes a while."""
        self.show(None)
        self._worker.stop()
        worker, pages_left = self._worker, self._to_close
        worker.setParent(None)  # it must outlive its thread, which the preview need not

        def end(_: object) -> None:
            worker.join()
            close_all(pages_left)

        Job("Close the preview", end).start()

    def _draw_next(self) -> None:
        """Ask for the picture that is needed most, once the one in hand has come."""
        if self._pages is None or self._in_hand is not None or not self._wanted:
            return
        wanted = self._in_hand = self._wanted.pop(0)
        job = partial(self._pages.image, wanted.page, wanted.scale)
        self._worker.put("picture", job, partial(self._give, wanted), _refuse, urgent=True)

    def _give(self, wanted: PageRequest, image: QImage) -> None:
        self._in_hand = None
        self._draw_next()
        self.drawn.emit(wanted, image)

    def _fail(self, error: Exception) -> None:
        self._in_hand = None
        self._draw_next()
        self.failed.emit(error)

    def _look(self, pages: Pages, words: str, at: int) -> None:
        take = partial(self._deliver_hits, pages, words, at)
        self._worker.put("words", partial(hits_on, pages, words, at), take, _refuse)

    def _deliver_hits(self, pages: Pages, words: str, at: int, hits: list[WordHit]) -> None:
        is_last = at + 1 == len(pages)
        if not is_last:
            self._look(pages, words, at + 1)
        if hits:
            self.found.emit(hits)
        if is_last:
            self.searched.emit()


def hits_on(pages: Pages, words: str, at: int) -> list[WordHit]:
    """Return where words stand on a page."""
    return pages.hits(at, spans) if (spans := find(words, pages.letters(at))) else []


def close_all(pages_left: list[Pages]) -> None:
    """Give the memory of documents back."""
    while pages_left:
        pages_left.pop().close()


def _ignore(_: None) -> None:
    """Ignore that a document was closed."""


def _refuse(refusal: DeskError) -> NoReturn:
    """Raise what drawing refuses, which is nothing; what does is a bug."""
    raise refusal
