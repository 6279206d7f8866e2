"""Bars are told apart by how they are painted: certain, uncertain, about, before and after."""

from __future__ import annotations

from math import inf

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

from desktop.timeline.bar_paint import paint_bar, paint_frame, paint_label, paint_plate
from desktop.timeline.bar_rows import Bar
from desktop.timeline.canvas import Canvas
from desktop.timeline.timeline_lanes import BandItem, BarSpan
from desktop.timeline.timeline_scale import Scale

PLACE = QRectF(40, 10, 120, 16)


def picture(span: BarSpan, *, on_plate: bool | None = None) -> QImage:
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    palette = QGuiApplication.palette()
    canvas = Canvas(painter, QRectF(0, 0, 200, 40), Scale(0, 1), palette, QFont())
    bar = Bar(span, 40, 160, 0, True, 160)
    if on_plate is None:
        paint_bar(canvas, PLACE, bar, False)
    elif on_plate:
        paint_plate(canvas, PLACE, bar)
    else:
        assert paint_label(canvas, PLACE, bar)
    painter.end()
    return image


def span(doubt: str = "", core: tuple[float, float] = (inf, -inf)) -> BarSpan:
    start = -inf if doubt == "before" else 40
    end = inf if doubt == "after" else 160
    return BarSpan(start, end, *core, BandItem(1, "Talks", None, None, doubt=doubt))


def test_each_doubt_looks_otherwise(qapp: object) -> None:
    looks = [picture(span(doubt)) for doubt in ("", "about", "before", "after")]
    looks.append(picture(span(core=(40, 160))))
    for at, look in enumerate(looks):
        assert all(look != other for other in looks[at + 1 :])


@pytest.mark.parametrize("on_plate", [False, True])
def test_a_name_is_written(qapp: object, on_plate: bool) -> None:
    nameless = BarSpan(40, 160, 40, 160, BandItem(1, "", None, None))
    assert picture(span(), on_plate=on_plate) != picture(nameless, on_plate=on_plate)


@pytest.mark.parametrize(
    ("inside", "before", "place"),
    [
        (True, 0.0, QRectF(-300, 10, 340, 16)),  # most of the bar has gone out of sight
        (False, 170.0, QRectF(60, 10, 8, 16)),  # its name stands before it
        (False, 0.0, QRectF(150, 10, 8, 16)),  # its name stands behind it
    ],
)
def test_a_name_that_is_half_out_of_sight_ends_with_dots_and_begins_as_it_does(
    qapp: object, inside: bool, before: float, place: QRectF
) -> None:
    """The end of a name without its beginning, "…t delegation level", says nothing."""
    rows: list[list[int]] = []
    title = "Meeting at delegation level"
    for plot in (QRectF(0, 0, 200, 40), QRectF(-400, 0, 900, 40)):
        image = QImage(200, 40, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        canvas = Canvas(painter, plot, Scale(0, 1), QGuiApplication.palette(), QFont())
        item = BandItem(1, title, None, None)
        bar = Bar(BarSpan(0, 1, 0, 1, item), 0, 1, 0, inside, 1 if before else 200, before=before)
        is_whole = paint_label(canvas, place, bar)
        painter.end()
        rows.append([image.pixel(x, y) for y in range(40) for x in range(200)])
        if plot.left() == 0:
            assert not is_whole
            inked = [at % 200 for at, pixel in enumerate(rows[0]) if pixel & 0xFF < 128]
            assert inked and min(inked) >= 3  # no letter is cut by the edge
            assert max(inked) < 200 - 1
    assert rows[0] != rows[1]


def test_a_frame_holds_a_whole_and_its_parts(qapp: object) -> None:
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    palette = QGuiApplication.palette()
    canvas = Canvas(painter, QRectF(0, 0, 200, 40), Scale(0, 1), palette, QFont())
    paint_frame(canvas, QRectF(10, 5, 100, 30), Bar(span(), 10, 60, 0, True, 60, 2, 110))
    painter.end()
    assert image.pixelColor(60, 20) != image.pixelColor(150, 20)
