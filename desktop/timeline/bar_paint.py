"""Paints a bar of the timeline: soft where its days are uncertain, with name and marks of doubt.

`timeline_paint` asks it for each bar in sight; nothing here keeps a state.
"""

from __future__ import annotations

from math import inf
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QLinearGradient, QPen, QPolygonF

from desktop.timeline.bar_rows import LABEL_GAP_PX, Bar
from desktop.timeline.canvas import Canvas
from desktop.timeline.timeline_layout import stops

_PALE_OPACITY: Final = 0.10  # opacity where a date may still reach
_SOFT_OPACITY: Final = 0.45  # opacity where it is likeliest, or certain on a long bar
_FRAME_OPACITY: Final = 0.08  # opacity behind what is a part of something
_PLATE_OPACITY: Final = 0.94  # opacity under a name that lies over others
_MAX_SOLID_PX: Final = 16  # px: a certain bar up to so wide is drawn solid
_ROUNDING_PX: Final = 3
_ARROW_PX: Final = 5  # px of the arrow at a side that is before or after
_CAP_PX: Final = 2  # px of the line at the side that is known


def paint_frame(canvas: Canvas, rect: QRectF, bar: Bar) -> None:
    """Paint what holds a whole and its parts together."""
    painter = canvas.painter
    tone = bar.span.item.tone
    painter.setPen(QPen(canvas.color(tone, _SOFT_OPACITY), 1))
    painter.setBrush(canvas.color(tone, _FRAME_OPACITY))
    painter.drawRoundedRect(rect, _ROUNDING_PX, _ROUNDING_PX)


def paint_bar(canvas: Canvas, rect: QRectF, bar: Bar, chosen: bool) -> None:
    """Paint a bar as long as its date is uncertain, its ends soft where they are not known."""
    painter = canvas.painter
    span = bar.span
    certain = span.core_start <= span.start and span.core_end >= span.end
    painter.setPen(Qt.PenStyle.NoPen)
    if certain and rect.width() <= _MAX_SOLID_PX:
        painter.setBrush(canvas.color(span.item.tone))
        painter.drawRoundedRect(rect, _ROUNDING_PX, _ROUNDING_PX)
    elif certain and abs(span.start) != inf and abs(span.end) != inf:
        painter.setBrush(canvas.color(span.item.tone, _SOFT_OPACITY))
        painter.drawRoundedRect(rect, _ROUNDING_PX, _ROUNDING_PX)
    else:
        painter.setBrush(_gradient(canvas, rect, bar))
        painter.drawRoundedRect(rect, _ROUNDING_PX, _ROUNDING_PX)
    if span.item.doubt:
        _paint_doubt(canvas, rect, bar)
    if chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(canvas.color("accent"), 2))
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 4, 4)


def _paint_doubt(canvas: Canvas, rect: QRectF, bar: Bar) -> None:
    """Paint what tells about, before and after apart: a broken outline, or an arrow that points to
    the open side and a line at the side that is known.
    """
    painter, item = canvas.painter, bar.span.item
    tone = canvas.color(item.tone)
    if item.doubt == "about":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tone, 1, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _ROUNDING_PX, _ROUNDING_PX)
        return
    is_before = item.doubt == "before"
    seen = rect.intersected(canvas.plot)
    known, tip = (rect.right(), seen.left()) if is_before else (rect.left(), seen.right())
    way = 1 if is_before else -1
    painter.fillRect(QRectF(known - _CAP_PX / 2, rect.top(), _CAP_PX, rect.height()), tone)
    middle, base = rect.center().y(), tip + way * _ARROW_PX
    arrow = [QPointF(tip, middle), QPointF(base, middle - 4), QPointF(base, middle + 4)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone)
    painter.drawPolygon(QPolygonF(arrow))


def _gradient(canvas: Canvas, rect: QRectF, bar: Bar) -> QLinearGradient:
    gradient = QLinearGradient(rect.left(), 0, rect.right(), 0)
    tone = bar.span.item.tone
    placed = bar._replace(x=rect.left() - canvas.plot.left(), end=rect.right() - canvas.plot.left())
    for at, weight in stops(placed, canvas.scale):
        opacity = _PALE_OPACITY + (_SOFT_OPACITY - _PALE_OPACITY) * weight
        gradient.setColorAt(at, canvas.color(tone, opacity if weight >= 0 else 0.0))
    return gradient


def paint_label(canvas: Canvas, rect: QRectF, bar: Bar) -> bool:
    """Paint the name of a bar on it or beside it, as much as the plot has room for; say whether
    that is all of it.
    """
    label = bar.span.item.label
    if not label:
        return True
    text = canvas.cache.text(label, canvas.font)
    width, height = text.size().width(), text.size().height()
    x, room = _label_room(canvas.plot, rect, bar, width)
    y = rect.center().y() - height / 2 + 0.5
    canvas.painter.setPen(canvas.color("text"))
    if width <= room + 1:
        canvas.painter.drawStaticText(QPointF(x, y), text)
        return True
    metrics = QFontMetrics(canvas.font)
    short = metrics.elidedText(label, Qt.TextElideMode.ElideRight, int(room)) if room > 0 else ""
    canvas.painter.drawText(QPointF(x, y + metrics.ascent()), short)
    return False


def _label_room(plot: QRectF, rect: QRectF, bar: Bar, width: float) -> tuple[float, float]:
    """Return where a name begins, and how much of it there is room for in sight."""
    if bar.inside:
        # A name that would begin out of sight stands at the edge, as long as its bar does.
        x = max(rect.left(), plot.left()) + LABEL_GAP_PX
        return x, min(rect.right() - LABEL_GAP_PX, plot.right()) - x
    if bar.before:
        end = rect.left() - LABEL_GAP_PX
        x = max(end - width, plot.left() + LABEL_GAP_PX)
        return x, min(end, plot.right()) - x
    x = rect.right() + LABEL_GAP_PX
    return x, plot.right() - x


def paint_plate(canvas: Canvas, rect: QRectF, bar: Bar) -> None:
    """Paint the whole name of a bar over others, on a plate of its own."""
    label = bar.span.item.label
    if not label:
        return
    plot = canvas.plot
    text = canvas.cache.text(label, canvas.font)
    width, height = text.size().width(), text.size().height()
    x, _ = _label_room(plot, rect, bar, width)
    x = max(plot.left() + LABEL_GAP_PX / 2, min(x, plot.right() - width - LABEL_GAP_PX))
    plate = QRectF(x - LABEL_GAP_PX / 2, rect.top(), width + LABEL_GAP_PX, rect.height())
    canvas.painter.fillRect(plate, canvas.color("surface", _PLATE_OPACITY))
    canvas.painter.setPen(canvas.color("text"))
    canvas.painter.drawStaticText(QPointF(x, rect.center().y() - height / 2 + 0.5), text)
