"""The band as a picture or on pages: SVG, PNG, PDF and the printer; the timeline tab asks it.

All lanes are drawn, not only those in sight, in light colours whatever the window's are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRect, QRectF, QSize
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

if TYPE_CHECKING:
    from desktop.timeline.timeline_band import TimelineBand

MAX_PICTURE_PX: Final = 12_000  # px of a picture's height; what is below is said to be left out
_PNG_SCALE: Final = 2  # so many dots for each px
_MARGIN_MM: Final = 12
_SIZES: Final = {"a4": QPageSize.PageSizeId.A4, "us-letter": QPageSize.PageSizeId.Letter}


def picture_bytes(band: TimelineBand, ending: str, paper: str, title: str) -> bytes:
    """Return the band as a file of this ending: `.svg`, `.png` or `.pdf`."""
    writers = {".svg": _svg, ".png": _png}
    if ending in writers:
        return writers[ending](band, title)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    device = QPdfWriter(buffer)
    device.setTitle(title)
    set_pages(device, paper)
    paint_pages(band, device)
    return bytes(buffer.data().data())


def height_of(band: TimelineBand) -> int:
    """Return how high a picture of all lanes is; the lanes are laid out for it."""
    return band.head_height + sum(box.height for box in band.stage.boxes)


def is_cut(band: TimelineBand) -> bool:
    """Say whether a picture leaves lanes out."""
    return height_of(band) > MAX_PICTURE_PX


def _size(band: TimelineBand) -> QSize:
    return QSize(band.viewport().width(), min(height_of(band), MAX_PICTURE_PX))


def _svg(band: TimelineBand, title: str) -> bytes:
    buffer, size = QBuffer(), _size(band)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    with QPainter(generator) as painter:
        _draw(band, painter, QRectF(0, 0, size.width(), size.height()), 0)
    return bytes(buffer.data().data())


def _png(band: TimelineBand, _title: str) -> bytes:
    size = _size(band)
    image = QImage(size * _PNG_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_SCALE)
    with QPainter(image) as painter:
        _draw(band, painter, QRectF(0, 0, size.width(), size.height()), 0)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _draw(band: TimelineBand, painter: QPainter, view: QRectF, shift: int) -> None:
    band.draw(painter, view, shift, palette_of(LIGHT), PaintCache(is_opaque=True))


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


def paint_pages(band: TimelineBand, device: QPagedPaintDevice) -> int:
    """Put all lanes on pages, the days above them on each; return how many pages there are."""
    with QPainter(device) as painter:
        room = painter.viewport()
        scale = room.width() / band.viewport().width()
        height = int(room.height() / scale)
        painter.scale(scale, scale)
        pages = [*page_stretches(band, height - band.head_height)]
        for at, (top, bottom) in enumerate(pages):
            if at:
                device.newPage()
            view = QRectF(0, 0, band.viewport().width(), band.head_height + bottom - top)
            painter.save()
            painter.setClipRect(view)
            _draw(band, painter, view, top)
            painter.restore()
    return len(pages)


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
