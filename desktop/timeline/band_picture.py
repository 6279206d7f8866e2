"""The band as a picture or on pages: SVG, PNG, PDF and the printer; the timeline tab asks it.

All lanes are drawn, not only those in sight, in light colours whatever the window's are, below a
head that says what it is and bears its marking.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QMarginsF, QRect, QRectF, QSize
from PySide6.QtGui import (
    QImage,
    QImageWriter,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from desktop.style.palette import LIGHT
from desktop.style.theme import palette_of
from desktop.timeline.canvas import PaintCache
from desktop.timeline.picture_head import PictureHead, head_height, paint_picture_head

if TYPE_CHECKING:
    from desktop.timeline.timeline_band import TimelineBand

MAX_PICTURE_PX: Final = 12_000  # px of a picture's height; what is below is said to be left out
_PNG_SCALE: Final = 2  # so many dots for each px
_MARGIN_MM: Final = 12
_SIZES: Final = {"a4": QPageSize.PageSizeId.A4, "us-letter": QPageSize.PageSizeId.Letter}


def picture_bytes(band: TimelineBand, ending: str, paper: str, head: PictureHead) -> bytes:
    """Return the band as a file of this ending: `.svg`, `.png` or `.pdf`."""
    writers = {".svg": _svg, ".png": _png}
    if ending in writers:
        return writers[ending](band, head)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    device = QPdfWriter(buffer)
    device.setTitle(head.title)
    set_pages(device, paper)
    paint_pages(band, device, head)
    return bytes(buffer.data().data())


def height_of(band: TimelineBand) -> int:
    """Return how high a picture of all lanes is; the lanes are laid out for it."""
    lanes = sum(box.height for box in band.stage.boxes)
    return head_height(band.pixel_font) + band.head_height + lanes


def is_cut(band: TimelineBand) -> bool:
    """Say whether a picture leaves lanes out."""
    return height_of(band) > MAX_PICTURE_PX


def _size(band: TimelineBand) -> QSize:
    return QSize(band.viewport().width(), min(height_of(band), MAX_PICTURE_PX))


def _svg(band: TimelineBand, head: PictureHead) -> bytes:
    buffer, size = QBuffer(), _size(band)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(head.title)
    with QPainter(generator) as painter:
        _draw(band, painter, QRectF(0, 0, size.width(), size.height()), 0, head)
    return bytes(buffer.data().data())


def _png(band: TimelineBand, head: PictureHead) -> bytes:
    size = _size(band)
    image = QImage(size * _PNG_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_SCALE)
    with QPainter(image) as painter:
        _draw(band, painter, QRectF(0, 0, size.width(), size.height()), 0, head)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _draw(
    band: TimelineBand,
    painter: QPainter,
    view: QRectF,
    shift: int,
    head: PictureHead,
    page: str = "",
) -> None:
    """Draw the head into the top of a view and the lanes, moved up by so many px, below it."""
    top = head_height(band.pixel_font)
    rest = view.adjusted(0, top, 0, 0)
    painter.save()
    painter.setClipRect(rest)
    band.draw(painter, rest, shift, palette_of(LIGHT), PaintCache(is_opaque=True))
    painter.restore()
    over = QRectF(view.left(), view.top(), view.width(), top)
    paint_picture_head(painter, over, head, band.pixel_font, page)


def set_pages(device: QPagedPaintDevice, paper: str) -> None:
    """Set a printer or a PDF to wide pages with a margin."""
    device.setPageLayout(
        QPageLayout(
            QPageSize(_SIZES[paper]),
            QPageLayout.Orientation.Landscape,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )


def paint_pages(band: TimelineBand, device: QPagedPaintDevice, head: PictureHead) -> int:
    """Put all lanes on pages, head and days above them on each; return how many pages there are."""
    with QPainter(device) as painter:
        room = painter.viewport()
        scale = room.width() / band.viewport().width()
        height = int(room.height() / scale)
        painter.scale(scale, scale)
        above = head_height(band.pixel_font) + band.head_height
        pages = [*page_stretches(band, height - above)]
        for at, (top, bottom) in enumerate(pages):
            if at:
                device.newPage()
            view = QRectF(0, 0, band.viewport().width(), above + bottom - top)
            _draw(band, painter, view, top, head, _page_words(at + 1, len(pages)))
    return len(pages)


def _page_words(page: int, pages: int) -> str:
    say = QCoreApplication.translate
    return say("Timeline", "page {page} of {pages}").format(page=page, pages=pages)


def page_stretches(band: TimelineBand, room: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where each page shows the lanes: whole ones, unless one is higher than a
    page.
    """
    top = bottom = 0
    for box in band.stage.boxes:
        end = box.top + box.height
        if end - top > room and bottom > top:
            yield top, bottom
            top = bottom
        while end - top > room:
            yield top, top + room
            top += room
        bottom = end
    if bottom > top or not band.stage.lanes:
        yield top, bottom


def ending_of(path: Path) -> str:
    """Return the ending of a picture's file; what is none is a PDF's.

    >>> ending_of(Path("band.SVG")), ending_of(Path("band"))
    ('.svg', '.pdf')
    """
    ending = path.suffix.lower()
    return ending if ending in (".svg", ".png") else ".pdf"
