"""The pages large and small side by side, or a sentence where there are none; the preview's middle.

It keeps the thread that draws them and the hits of what is looked for on them.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from desktop.preview.pages.drawing import Drawing, PageRequest
from desktop.preview.pages.page_view import PageView
from desktop.preview.pages.pdf_pages import Pages
from desktop.preview.pages.thumbnails import Thumbnails
from desktop.preview.pages.word_hits import Hits
from desktop.style.theme import space
from desktop.widgets.plain import PlainLabel


class PageStage(QWidget):
    """`turned` gives the page in front, counted from 0, and how many there are."""

    turned = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.drawing = Drawing()
        self.hits = Hits(self.drawing, self)
        self.thumbnails = Thumbnails(self)
        self.view = PageView(self)
        self._count = 0
        self._sentence = PlainLabel(self, wraps=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setMargin(space(8))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._sentence)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.thumbnails)
        splitter.addWidget(self._stack)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([space(38), space(230)])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        self.drawing.drawn.connect(self._put)
        self.hits.changed.connect(self._mark)
        self.view.wanted.connect(self._want)
        self.view.turned.connect(self._turn)
        self.thumbnails.wanted.connect(self._want)
        self.thumbnails.chosen.connect(self.view.go_to)

    def show_pages(self, pages: Pages) -> None:
        """Show another document, at the place where the one before was read."""
        self._put_there(pages)
        self._stack.setCurrentWidget(self.view)
        self._turn(self.view.page)

    def show_sentence(self, says: str) -> None:
        """Show a sentence, or nothing, in place of pages."""
        self.hits.forget()
        self._put_there(None)
        self._sentence.setText(says)
        self._stack.setCurrentWidget(self._sentence)
        self.turned.emit(0, 0)

    def sentence(self) -> str:
        """Return what is said in place of pages."""
        return self._sentence.text()

    def look_for(self, words: str) -> None:
        """Mark words on all pages; the first from the page in front on is brought into sight."""
        self.hits.look_for(words, self.view.page)

    def close_pages(self) -> None:
        """End the drawing, because the preview is about to close."""
        self.drawing.close()

    def _put_there(self, pages: Pages | None) -> None:
        self._count = len(pages) if pages is not None else 0
        self.drawing.show(pages)
        self.view.show_pages(pages)
        self.thumbnails.show_pages(pages)

    def _turn(self, page: int) -> None:
        self.thumbnails.turn_to(page)
        text = self.tr("Page {number} of {count}").format(number=page + 1, count=self._count)
        self.view.setAccessibleName(text)
        self.turned.emit(page, self._count)

    def _want(self) -> None:
        self.drawing.want([*self.view.missing, *self.thumbnails.missing])

    def _put(self, wanted: PageRequest, image: QImage) -> None:
        if not self.thumbnails.takes(wanted, image):
            self.view.put(wanted, image)

    def _mark(self) -> None:
        self.view.show_hits(self.hits.found, self.hits.current)
