"""A finished PDF as pictures of its pages and as letters with their places.

PDFium serves one thread at a time, so every call waits for its turn; intake's wait with them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from io import BytesIO
from typing import Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage

from db import PDFIUM_LOCK

_MAX_GAP_POINTS: Final = 1.0  # points between two pieces of one word
_MAX_PIXELS: Final = 40_000_000  # of one picture: A4 at 600 dots an inch in grey is 35 million


class WordHit(NamedTuple):
    """A place where what was looked for stands: the page and boxes on it, in points."""

    page: int
    boxes: tuple[QRectF, ...]


class Pages:
    """The pages of one PDF; `sizes` are in points of 1/72 inch, as all places are.

    Any thread may ask; `close` gives the memory back.
    """

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        with PDFIUM_LOCK:
            self._document = pypdfium2.PdfDocument(pdf)
            count = len(self._document)
            self.sizes = [QSizeF(*self._document.get_page_size(at)) for at in range(count)]

    def __len__(self) -> int:
        return len(self.sizes)

    def close(self) -> None:
        """Give the memory back; nothing can be asked afterwards."""
        with PDFIUM_LOCK:
            self._document.close()

    def image(self, at: int, scale: float, *, grey: bool = False) -> QImage:
        """Return a page as a picture, `scale` pixels to a point; smaller where it would be too
        large.
        """
        size = self.sizes[at]
        scale = min(scale, (_MAX_PIXELS / (size.width() * size.height())) ** 0.5)
        with PDFIUM_LOCK:
            page = self._document[at]
            try:
                canvas = _Canvas(grey)
                page.render(
                    scale=scale, grayscale=grey, prefer_bgrx=True, bitmap_maker=canvas.bitmap
                ).close()
                return canvas.image
            finally:
                page.close()

    def letters(self, at: int) -> str:
        """Return every letter of a page, one for each of PDFium's, so that places can be asked
        for.
        """
        with PDFIUM_LOCK:
            page = self._document[at]
            text = page.get_textpage()
            try:
                return _letters(text)
            finally:
                text.close()
                page.close()

    def hits(self, at: int, spans: Sequence[tuple[int, int]]) -> list[WordHit]:
        """Say where spans of the letters of a page stand, from its upper left corner."""
        height = self.sizes[at].height()
        with PDFIUM_LOCK:
            page = self._document[at]
            text = page.get_textpage()
            try:
                return [WordHit(at, _boxes(text, first, count, height)) for first, count in spans]
            finally:
                text.close()
                page.close()


def only_pages(pdf: bytes, wanted: Sequence[int]) -> bytes:
    """Return the PDF of some pages of another, counted from 0."""
    with PDFIUM_LOCK:
        whole, part = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument.new()
        try:
            part.import_pages(whole, list(wanted))
            into = BytesIO()
            part.save(into)
            return into.getvalue()
        finally:
            part.close()
            whole.close()


class _Canvas:
    """A picture that PDFium draws into: to copy megabytes, or to clear them first, would hold the
    interpreter, and the window with it, for longer than a frame.
    """

    def __init__(self, grey: bool) -> None:
        form = QImage.Format
        self._form = form.Format_Grayscale8 if grey else form.Format_RGB32
        self.image = QImage()

    def bitmap(self, width: int, height: int, format: int, **_: bool) -> pypdfium2.PdfBitmap:
        """Serve as `bitmap_maker` of `render`."""
        self.image = QImage(width, height, self._form)
        stride = self.image.bytesPerLine()
        memory = (ctypes.c_ubyte * (stride * height)).from_buffer(self.image.bits())
        return pypdfium2.PdfBitmap.new_native(width, height, format, buffer=memory, stride=stride)


def _letters(text: pypdfium2.PdfTextPage) -> str:
    """Return all at once where each letter is one unit of UTF-16, else one by one."""
    count = pdfium.FPDFText_CountChars(text)
    units = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text, 0, count, units) - 1  # less the end
    letters = bytes(units)[: 2 * max(written, 0)].decode("utf-16-le", "replace")
    if len(letters) == count:
        return letters
    return "".join(chr(pdfium.FPDFText_GetUnicode(text, n)) for n in range(count))


def _boxes(
    text: pypdfium2.PdfTextPage, first: int, count: int, height: float
) -> tuple[QRectF, ...]:
    found: list[QRectF] = []
    for at in range(pdfium.FPDFText_CountRects(text, first, count)):
        left, top, right, bottom = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetRect(text, at, left, top, right, bottom)
        width = right.value - left.value
        box = QRectF(left.value, height - top.value, width, top.value - bottom.value)
        # A word set in several pieces is one box, a word on two lines is two.
        if found and found[-1].adjusted(-_MAX_GAP_POINTS, 0, _MAX_GAP_POINTS, 0).intersects(box):
            found[-1] = found[-1].united(box)
        else:
            found.append(box)
    return tuple(found)
