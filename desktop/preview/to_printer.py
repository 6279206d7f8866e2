"""Puts pages on a printer: which of them, how often, in which order; as PDF where the print system
takes it, else each as a picture.

The preview asks it after the printer dialog, on a thread of its own: drawing takes a while.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPageLayout, QPageRanges, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from db import Progress, Unavailable
from desktop.preview import cups
from desktop.preview.pages.pdf_pages import Pages, only_pages

_FINE_DPI: Final = 600  # dots an inch
# Dots an inch of long documents: a page of the other takes a second and three megabytes.
_COARSE_DPI: Final = 300
_MIN_LONG_PAGES: Final = 20  # pages
_STRIP_ROWS: Final = 32  # rows of a picture that are drawn at once
_SIZES: Final = {
    "a4": QPageSize.PageSizeId.A4,
    "us-letter": QPageSize.PageSizeId.Letter,
}


def has_printer() -> bool:
    """Say whether any printer is set up on this computer."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(paper: str) -> QPrinter:
    """Return the officer's own printer, set to a paper, up to its edge: the sheet has its
    margins.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def wanted_pages(printer: QPrinter, count: int, current: int) -> list[int]:
    """Return the pages of a document, counted from 0, that the printer dialog asks for, in their
    order.
    """
    if printer.printRange() == QPrinter.PrintRange.CurrentPage:
        return [current]
    options = cups.options_of(printer)
    pages = [page for page in range(count) if _is_in_range(printer, options, page + 1)]
    pages = cups.in_set(pages, options.get(cups.SET, ""))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages


def _is_in_range(printer: QPrinter, options: Mapping[str, str], number: int) -> bool:
    if cups.RANGES in options:
        return QPageRanges.fromString(options[cups.RANGES]).contains(number)
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return True
    ranges = printer.pageRanges()
    if ranges.isEmpty():
        return (printer.fromPage() or 1) <= number <= (printer.toPage() or number)
    return ranges.contains(number)


def repeat_pages(printer: QPrinter, pages: Sequence[int]) -> list[int]:
    """Return the pages as often as they are to come out, where the printer does not see to that
    itself.
    """
    copies = printer.copyCount()
    if printer.supportsMultipleCopies() or copies < 2:
        return list(pages)
    if printer.collateCopies():
        return list(pages) * copies
    return [page for page in pages for _ in range(copies)]


def print_pages(printer: QPrinter, pdf: bytes, wanted: Sequence[int], progress: Progress) -> int:
    """Print pages and return how many; raise Unavailable where the printer does not take them.

    `Stopped` raised by `progress` takes back what the printer has not put on paper yet.
    """
    if not cups.takes(printer):
        return _print_pictures(printer, pdf, wanted, progress)
    why = cups.send(printer, only_pages(pdf, wanted), len(wanted), progress)
    if why:
        raise _failure(printer, 0, len(wanted), why)
    progress(len(wanted), len(wanted))
    return len(wanted)


def _print_pictures(
    printer: QPrinter, pdf: bytes, wanted: Sequence[int], progress: Progress
) -> int:
    pages = Pages(pdf)  # its own, so that the preview can show another document meanwhile
    painter = QPainter()
    try:
        if not painter.begin(printer):
            raise _failure(printer, 0, len(wanted))
        dots = _COARSE_DPI if len(wanted) > _MIN_LONG_PAGES else _FINE_DPI
        whole = QRect(QPoint(), _full_size(printer))
        for done, page in enumerate(wanted):
            progress(done, len(wanted))
            if done and not printer.newPage():
                raise _failure(printer, done, len(wanted))
            scale = min(dots, printer.resolution()) / 72
            grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
            draw_strips(painter, whole, pages.image(page, scale, grey=grey))
        progress(len(wanted), len(wanted))
        if not painter.end() or _is_in_error(printer):
            raise _failure(printer, len(wanted), len(wanted))
        return len(wanted)
    except BaseException:
        printer.abort()  # whatever the reason, half a document does not come out
        raise
    finally:
        if painter.isActive():
            painter.end()
        pages.close()


def draw_strips(painter: QPainter, whole: QRect, image: QImage) -> None:
    """Draw a page strip by strip: to draw all of it at once would hold the window for long."""
    height = image.height()
    for top in range(0, height, _STRIP_ROWS):
        strip = image.copy(0, top, image.width(), min(_STRIP_ROWS, height - top))
        first, last = (at * whole.height() / height for at in (top, top + strip.height()))
        painter.drawImage(QRectF(0, first, whole.width(), last - first), strip)


def _full_size(printer: QPrinter) -> QSize:
    return printer.pageLayout().fullRectPixels(printer.resolution()).size()


def _is_in_error(printer: QPrinter) -> bool:
    return printer.printerState() == QPrinter.PrinterState.Error


def _failure(printer: QPrinter, done: int, total: int, why: str = "") -> Unavailable:
    name = printer.printerName() or "The printer"
    sent = f" {done} of {total} pages were sent to it." if done else ""
    reason = f" The print system says: “{why}”" if why else ""
    return Unavailable(
        f"{name} did not take the pages.{sent}{reason} See that it is switched on and has paper, or"
        " choose another printer; the document is still here."
    )
