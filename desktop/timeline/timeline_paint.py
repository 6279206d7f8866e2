"""Draws the timeline: marks above, lanes with soft bars or a density; the band asks it.

Nothing here keeps a state; everything drawn comes in as an argument.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QLinearGradient,
    QPainter,
    QPalette,
    QPen,
)

from db import write_day
from desktop.style.theme import SIZES, color, font_of_size, space
from desktop.timeline.timeline_lanes import BarSpan
from desktop.timeline.timeline_layout import (
    COLUMN_PX,
    LABEL_GAP_PX,
    Bar,
    LaneBox,
    Metrics,
    columns,
    stops,
)
from desktop.timeline.timeline_scale import Scale, Tick, Unit, parts_of, ticks, unit_above, unit_for

_PALE_OPACITY: Final = 0.10  # opacity where a date may still reach
_SOFT_OPACITY: Final = 0.45  # opacity where it is likeliest, or certain on a long bar
_MAX_SOLID_PX: Final = 16  # px: a certain bar up to so wide is drawn solid
_MARK_GAP_HEIGHTS: Final = 5  # marks stand at least so many heights of text apart


class Canvas(NamedTuple):
    """What every drawing needs: the painter, the plot in px of the widget, scale and palette."""

    painter: QPainter
    plot: QRectF
    scale: Scale
    palette: QPalette
    font: QFont

    def color(self, name: str, opacity: float = 1.0) -> QColor:
        """Return a colour of the palette, more or less see-through."""
        found = color(self.palette, name)
        found.setAlphaF(opacity)
        return found

    def x_of(self, day: float) -> float:
        """Say where a day begins in the widget."""
        return self.plot.left() + self.scale.x_of(day)

    @property
    def unit(self) -> Unit:
        """The step between the marks at this scale."""
        return unit_for(self.scale.pace, _MARK_GAP_HEIGHTS * QFontMetrics(self.font).height())

    def marks(self, unit: Unit) -> list[Tick]:
        """Return the marks of a unit that the plot shows."""
        end = self.scale.day_of(self.plot.width())
        return ticks(unit, self.scale.left, end)


def paint_grid(canvas: Canvas) -> None:
    """Paint the fine lines under the bars."""
    line = canvas.color("line")
    for tick in canvas.marks(canvas.unit):
        x = round(canvas.x_of(tick.day))
        if x >= canvas.plot.left():
            canvas.painter.fillRect(QRectF(x, canvas.plot.top(), 1, canvas.plot.height()), line)


def paint_rule(canvas: Canvas, y: float) -> None:
    """Paint a fine line across the whole band, gutter and all."""
    rule = QRectF(0, y, canvas.plot.right(), 1)
    canvas.painter.fillRect(rule, canvas.color("line"))


def paint_head(canvas: Canvas, head: QRectF) -> None:
    """Paint the two rows of labels above the plot: years over months, months over days."""
    painter = canvas.painter
    painter.fillRect(head, canvas.color("ground"))
    paint_rule(canvas, head.bottom() - 1)
    unit = canvas.unit
    above = unit_above(unit)
    middle = head.top() + head.height() / 2
    low = QRectF(canvas.plot.left(), middle, canvas.plot.width(), head.bottom() - middle)
    if above is not None:
        bold = QFont(canvas.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(canvas.color("text"))
        _paint_labels(canvas, above, low.translated(0, -low.height()), whole=True)
    painter.setFont(canvas.font)
    painter.setPen(canvas.color("quiet"))
    _paint_labels(canvas, unit, low, whole=False)


def _paint_labels(canvas: Canvas, unit: Unit, row: QRectF, whole: bool) -> None:
    """Label at their marks; the first stays in sight until the next one pushes it out."""
    painter = canvas.painter
    metrics = QFontMetrics(painter.font())
    painter.save()
    painter.setClipRect(row, Qt.ClipOperation.IntersectClip)
    marks = canvas.marks(unit)
    for at, tick in enumerate(marks):
        text = tick_text(unit, tick, whole)
        x = canvas.x_of(tick.day) + LABEL_GAP_PX
        if at + 1 < len(marks):
            pushed = canvas.x_of(marks[at + 1].day) - metrics.horizontalAdvance(text) - LABEL_GAP_PX
            x = max(x, min(row.left() + LABEL_GAP_PX, pushed))
        else:
            x = max(x, row.left() + LABEL_GAP_PX)
        if x < row.left():
            continue
        place = QRectF(x, row.top(), row.width(), row.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def tick_text(unit: Unit, tick: Tick, whole: bool) -> str:
    """Return what is written at a mark; a month of the upper row says its year."""
    if unit.kind == "year":
        return year_text(tick.year)
    if unit.kind == "day":
        return QLocale().toString(tick.date)
    form = QLocale.FormatType.LongFormat if whole else QLocale.FormatType.ShortFormat
    month = QLocale().standaloneMonthName(tick.month, form)
    return f"{month} {year_text(tick.year)}" if whole else month


def year_text(year: int) -> str:
    """Return a year as it is read; 0 is 1 BC."""
    if year > 0:
        return str(year)
    return QCoreApplication.translate("Timeline", "{year} BC").format(year=1 - year)


def day_text(day: int) -> str:
    """Return a day as all dates are written, years before 1 and after 9999 too."""
    year, month, date = parts_of(day)
    return write_day(date, month, year_text(year))


def when_text(span: BarSpan) -> str:
    """Say when an item may have been, for its tip and for a screen reader."""
    say = QCoreApplication.translate
    if span.start == -inf:
        return say("Timeline", "until {last}").format(last=day_text(int(span.end) - 1))
    if span.end == inf:
        return say("Timeline", "from {first}").format(first=day_text(int(span.start)))
    first, last = day_text(int(span.start)), day_text(int(span.end) - 1)
    return first if first == last else f"{first} – {last}"


def tip_of(bar: Bar | None) -> str:
    """Return what the tip of a bar says, or nothing beside all bars."""
    return "" if bar is None else f"{bar.span.item.title}\n{when_text(bar.span)}"


def paint_lane(
    canvas: Canvas, rect: QRectF, box: LaneBox, metrics: Metrics, chosen: int | None
) -> None:
    """Paint the bars of a lane, or its density; `chosen` is the id of the item that is marked."""
    painter = canvas.painter
    painter.save()
    painter.setClipRect(rect.intersected(canvas.plot))
    if box.dense:
        paint_density(canvas, rect.adjusted(0, metrics.gap, 0, -metrics.gap), box)
    for bar in box.bars:
        if bar.label_end >= 0 and bar.x <= rect.width():
            top = rect.top() + metrics.gap + bar.row * metrics.row + 1
            place = QRectF(rect.left() + bar.x, top, bar.end - bar.x, metrics.row - 3)
            paint_bar(canvas, place, bar, bar.span.item.id == chosen)
    painter.restore()


def paint_lane_name(canvas: Canvas, gutter: QRectF, box: LaneBox) -> None:
    """Paint the label at the head of a lane, and how many items a density stands for."""
    painter = canvas.painter
    painter.fillRect(gutter, canvas.color("surface"))
    inner = gutter.adjusted(space(3), space(1), -space(2), -space(1))
    metrics = QFontMetrics(canvas.font)
    label = metrics.elidedText(box.lane.label, Qt.TextElideMode.ElideRight, int(inner.width()))
    painter.setFont(canvas.font)
    painter.setPen(canvas.color("text"))
    if not box.dense:
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
        return
    half = QRectF(
        inner.left(), inner.center().y() - metrics.height(), inner.width(), metrics.height()
    )
    painter.drawText(half, Qt.AlignmentFlag.AlignLeft, label)
    painter.setFont(font_of_size(canvas.font, SIZES.small))
    painter.setPen(canvas.color("quiet"))
    count = QLocale().toString(
        box.lane.count(canvas.scale.left, canvas.scale.day_of(canvas.plot.width()))
    )
    painter.drawText(half.translated(0, half.height()), Qt.AlignmentFlag.AlignLeft, count)


def paint_density(canvas: Canvas, rect: QRectF, box: LaneBox) -> None:
    """Paint a lane with too many items to tell apart, the darker the more there are."""
    start, counts = columns(box, canvas.scale, canvas.plot.width())
    most = max(1, *counts)
    tone = canvas.color(box.lane.spans[0].item.tone)
    # One picture of a single row, stretched: hundreds of rectangles would take a whole frame.
    opacities = (round(255 * (0.12 + 0.78 * count / most)) if count else 0 for count in counts)
    red, green, blue = tone.red(), tone.green(), tone.blue()
    row = b"".join(bytes((red, green, blue, opacity)) for opacity in opacities)
    image = QImage(row, len(counts), 1, len(row), QImage.Format.Format_RGBA8888)
    left = canvas.plot.left() + start
    place = QRectF(left, rect.top(), len(counts) * COLUMN_PX, rect.height())
    canvas.painter.drawImage(place, image)


def paint_bar(canvas: Canvas, rect: QRectF, bar: Bar, chosen: bool) -> None:
    """Paint a bar as long as its date is uncertain, its ends soft where they are not known."""
    painter = canvas.painter
    span = bar.span
    certain = span.core_start <= span.start and span.core_end >= span.end
    painter.setPen(Qt.PenStyle.NoPen)
    if certain and rect.width() <= _MAX_SOLID_PX:
        painter.setBrush(canvas.color(span.item.tone))
    else:
        painter.setBrush(_gradient(canvas, rect, bar))
    painter.drawRoundedRect(rect, 3, 3)
    if chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(canvas.color("accent"), 2))
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 4, 4)
    _paint_label(canvas, rect, bar)


def _gradient(canvas: Canvas, rect: QRectF, bar: Bar) -> QLinearGradient:
    gradient = QLinearGradient(rect.left(), 0, rect.right(), 0)
    for at, weight in stops(bar, canvas.scale):
        opacity = _PALE_OPACITY + (_SOFT_OPACITY - _PALE_OPACITY) * weight
        gradient.setColorAt(at, canvas.color(bar.span.item.tone, opacity if weight >= 0 else 0))
    return gradient


def _paint_label(canvas: Canvas, rect: QRectF, bar: Bar) -> None:
    painter = canvas.painter
    painter.setFont(canvas.font)
    painter.setPen(canvas.color("text"))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    place = QRectF(rect)
    if bar.inside:
        # A label that would begin out of sight stands at the edge, as long as its bar does.
        width = QFontMetrics(canvas.font).horizontalAdvance(bar.span.item.title) + LABEL_GAP_PX
        place.setLeft(
            min(max(rect.left(), canvas.plot.left()) + LABEL_GAP_PX, rect.right() - width)
        )
    else:
        place.setLeft(rect.right() + LABEL_GAP_PX)
        place.setWidth(bar.label_end - bar.end)
    painter.drawText(place, flags | Qt.TextFlag.TextDontClip, bar.span.item.title)


def paint_as_of(canvas: Canvas, day: int, text: str, head: QRectF) -> None:
    """Paint the dashed line of the day that the reader stands on, with its name in the head."""
    x = canvas.x_of(day + 0.5)
    if not canvas.plot.left() <= x <= canvas.plot.right():
        return
    painter = canvas.painter
    painter.setPen(QPen(canvas.color("accent"), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(x, head.bottom(), x, canvas.plot.bottom()))
    font = font_of_size(canvas.font, SIZES.small)
    width = QFontMetrics(font).horizontalAdvance(text) + 2 * space(3)
    height = QFontMetrics(font).height() + 2
    left = max(canvas.plot.left(), min(x - width / 2, head.right() - width))
    pill = QRectF(left, head.top() + 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.color("accent"))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(canvas.color("on_accent"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def paint_drag(canvas: Canvas, xs: Sequence[float]) -> None:
    """Paint the span that is being dragged over, from x to x in the widget."""
    left, right = sorted(xs)
    rect = QRectF(QPointF(left, canvas.plot.top()), QPointF(right, canvas.plot.bottom()))
    canvas.painter.fillRect(rect, canvas.color("accent", 0.15))
    canvas.painter.setPen(canvas.color("accent"))
    for x in (left, right):
        canvas.painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))
