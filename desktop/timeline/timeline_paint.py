"""Draws the timeline: marks above, lanes with soft bars or a density; the band asks it.

Nothing here keeps a state; everything drawn comes in as an argument.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, inf

from PySide6.QtCore import QCoreApplication, QLineF, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QImage,
    QPen,
)

from db import MONTH_NAMES, short_months, write_day
from desktop.style.theme import SIZES, font_of_size, space
from desktop.timeline.bar_paint import paint_bar, paint_frame, paint_label, paint_plate
from desktop.timeline.bar_rows import LABEL_GAP_PX, Bar
from desktop.timeline.canvas import Canvas
from desktop.timeline.timeline_lanes import BarSpan
from desktop.timeline.timeline_layout import COLUMN_PX, LaneBox, Metrics, columns, edges_of
from desktop.timeline.timeline_scale import DECADE, Tick, Unit, parts_of, unit_above

_LASTING_OPACITY = 0.3  # of the row that stands for many bars


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
    """Label at their marks; the first stays in sight until the next one pushes it out, where it
    names what is at the edge: the 1st of a month does not name its 5th.
    """
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
        is_first = x <= row.left() + LABEL_GAP_PX
        if is_first and not label_holds(unit) and canvas.x_of(tick.day) < row.left():
            continue
        if x < row.left() or (x + metrics.horizontalAdvance(text) > row.right() and not is_first):
            continue  # half a name says another month
        place = QRectF(x, row.top(), row.width(), row.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def label_holds(unit: Unit) -> bool:
    """Say whether the name at a mark is right up to the next mark, as "1990s" is and "1 June" of
    marks by the week is not.
    """
    return unit.step == 1 or unit == DECADE


def tick_text(unit: Unit, tick: Tick, whole: bool) -> str:
    """Return what is written at a mark; a month of the upper row says its year."""
    if unit.kind == "year":
        year = year_text(tick.year)
        is_decade = unit.step == DECADE.step and tick.year > 0
        return QCoreApplication.translate("Timeline", "{year}s").format(year=year) if (
            is_decade
        ) else year  # fmt: skip
    if unit.kind == "hour":
        return f"{tick.hour:02}:00"
    if unit.kind == "day":
        return day_text(int(tick.day)) if whole else QLocale().toString(tick.date)
    month = MONTH_NAMES[tick.month]  # as in all dates of the desk, whatever the system speaks
    return f"{month} {year_text(tick.year)}" if whole else short_months(month)


def strip_text(unit: Unit, tick: Tick, last: Tick | None) -> str:
    """Return what is written at a mark where there is one row: what the mark before it, `last`, has
    not said already, the month of a day and the year of a month among them.
    """
    if unit.kind == "year":
        return year_text(tick.year)
    is_same_year = last is not None and last.year == tick.year
    is_same_month = last is not None and is_same_year and last.month == tick.month
    if unit.kind == "hour" and last is not None and is_same_month and last.date == tick.date:
        return f"{tick.hour:02}:00"
    month = short_months(MONTH_NAMES[tick.month])
    words = [] if unit.kind == "month" else [QLocale().toString(tick.date)]
    words += [] if is_same_month else [month]
    words += [] if is_same_year else [year_text(tick.year)]
    return " ".join(words)


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
    """Say when an item was in the words of its dates, for its tip, its row in a table and a screen
    reader; where only its days are known, when it may have been.
    """
    say = QCoreApplication.translate
    item = span.item
    if item.when:
        return item.when
    if span.start == -inf and span.end == inf:
        return say("Timeline", "at an unknown time")
    if item.doubt == "about":
        return say("Timeline", "about {when}").format(when=_days_text(span))
    if span.start == -inf and item.doubt == "before":
        return say("Timeline", "on {last} or before").format(last=day_text(int(span.end) - 1))
    if span.end == inf and item.doubt == "after":
        return say("Timeline", "on {first} or after").format(first=day_text(int(span.start)))
    return _days_text(span)


def _days_text(span: BarSpan) -> str:
    """Say from which day to which an item may have been."""
    say = QCoreApplication.translate
    if span.start == -inf:
        return say("Timeline", "until {last}").format(last=day_text(int(span.end) - 1))
    if span.end == inf:
        return say("Timeline", "from {first}").format(first=day_text(int(span.start)))
    first, last = day_text(floor(span.start)), day_text(ceil(span.end) - 1)
    return first if first == last else f"{first} – {last}"


def tip_of(bar: Bar | None) -> str:
    """Return what the tip of a bar says, or nothing beside all bars."""
    if bar is None:
        return ""
    item = bar.span.item
    return "\n".join(filter(None, (item.title, when_text(bar.span), item.also)))


def paint_lane(
    canvas: Canvas,
    rect: QRectF,
    box: LaneBox,
    metrics: Metrics,
    chosen: int | None,
    hovered: int | None = None,
) -> None:
    """Paint the bars of a lane, or its density; `chosen` is the id of the item that is marked,
    `hovered` of the one under the mouse: their names are always there.
    """
    painter = canvas.painter
    painter.save()
    painter.setClipRect(rect.intersected(canvas.plot))
    painter.setFont(canvas.font)
    if box.dense:
        paint_density(canvas, rect.adjusted(0, metrics.gap, 0, -metrics.gap), box)
    if box.lasting:
        row = QRectF(rect.left(), rect.top() + metrics.gap + 1, rect.width(), metrics.row - 3)
        _paint_lasting(canvas, row, box)
    shift, width = box.shift(canvas.scale), rect.width()
    drawn = [
        (bar, QRectF(rect.left() + x, _row_top(rect, bar, metrics), end - x, metrics.row - 3))
        for bar in box.bars
        for x, end in (edges_of(bar, shift, width),)
        if max(end, bar.label_end + shift) >= 0 and x - bar.before <= width
    ]
    for bar, place in drawn:
        if bar.rows > 1:
            height = bar.rows * metrics.row - 1
            end = max(place.right(), rect.left() + bar.frame_end + shift)
            paint_frame(canvas, QRectF(place.left(), place.top(), end - place.left(), height), bar)
    for bar, place in drawn:
        paint_bar(canvas, place, bar, bar.span.item.id == chosen)
    cut = [
        (bar, place)
        for bar, place in drawn
        if not (bar.is_labelled and paint_label(canvas, place, bar))
    ]
    for bar, place in cut:
        if bar.span.item.id in (chosen, hovered):
            paint_plate(canvas, place, bar)
    painter.restore()


def _paint_lasting(canvas: Canvas, row: QRectF, box: LaneBox) -> None:
    """Paint the row that stands for all that goes on throughout, with their number."""
    text = QCoreApplication.translate("Timeline", "{n} throughout")
    canvas.painter.fillRect(row, canvas.color(box.lane.tone, _LASTING_OPACITY))
    canvas.painter.setPen(canvas.color("text"))
    place = row.adjusted(LABEL_GAP_PX, 0, 0, 0)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    canvas.painter.drawText(place, flags, text.format(n=QLocale().toString(box.lasting)))


def _row_top(rect: QRectF, bar: Bar, metrics: Metrics) -> float:
    return rect.top() + metrics.gap + bar.row * metrics.row + 1


def paint_lane_name(canvas: Canvas, gutter: QRectF, box: LaneBox) -> None:
    """Paint the label at the head of a lane, on as many lines as it needs and the lane has, and how
    many items a density stands for.
    """
    painter = canvas.painter
    painter.fillRect(gutter, canvas.color("surface"))
    inner = gutter.adjusted(space(3), space(1), -space(2), -space(1))
    metrics = QFontMetrics(canvas.font)
    small = font_of_size(canvas.font, SIZES.small)
    count_height = QFontMetrics(small).height() if box.dense else 0
    lines = max(1, int((inner.height() - count_height) / metrics.height()))
    label = wrapped_label(box.lane.label, metrics, int(inner.width()), lines)
    height = len(label) * metrics.height() + count_height
    # At the top of what is in sight of it: the middle of a tall lane may be out of sight.
    top = min(max(inner.top(), canvas.plot.top() + space(1)), inner.bottom() - height)
    top = max(inner.top(), top)
    painter.setFont(canvas.font)
    painter.setPen(canvas.color("text"))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for at, line in enumerate(label):
        row = QRectF(inner.left(), top + at * metrics.height(), inner.width(), metrics.height())
        painter.drawText(row, flags, line)
    if box.dense:
        painter.setFont(small)
        painter.setPen(canvas.color("quiet"))
        end = canvas.scale.day_of(canvas.plot.width())
        count = QLocale().toString(box.lane.count(canvas.scale.left, end))
        if box.lane.is_summary:
            count = f"≈ {count}"
        row = QRectF(inner.left(), top + height - count_height, inner.width(), count_height)
        painter.drawText(row, flags, count)


def wrapped_label(label: str, metrics: QFontMetrics, width: int, lines: int) -> list[str]:
    """Return a label on so many lines at most; only what has no room on the last is cut."""
    found: list[str] = []
    rest = label.split()
    while rest and len(found) + 1 < lines:
        line = rest.pop(0)
        while rest and metrics.horizontalAdvance(f"{line} {rest[0]}") <= width:
            line = f"{line} {rest.pop(0)}"
        found.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
    if rest:
        last = " ".join(rest)
        found.append(metrics.elidedText(last, Qt.TextElideMode.ElideRight, width))
    return found or [""]


def paint_density(canvas: Canvas, rect: QRectF, box: LaneBox) -> None:
    """Paint a lane with too many items to tell apart, the darker the more there are."""
    start, counts = columns(box, canvas.scale, canvas.plot.width())
    most = max(1, *counts)
    tone = canvas.color(box.lane.tone)
    # One picture of a single row, stretched: hundreds of rectangles would take a whole frame.
    opacities = (round(255 * (0.12 + 0.78 * count / most)) if count else 0 for count in counts)
    red, green, blue = tone.red(), tone.green(), tone.blue()
    row = b"".join(bytes((red, green, blue, opacity)) for opacity in opacities)
    image = QImage(row, len(counts), 1, len(row), QImage.Format.Format_RGBA8888)
    left = canvas.plot.left() + start
    place = QRectF(left, rect.top(), len(counts) * COLUMN_PX, rect.height())
    canvas.painter.drawImage(place, image)


def paint_today(canvas: Canvas, day: int) -> None:
    """Paint the fine line of today."""
    x = round(canvas.x_of(day + 0.5))
    if canvas.plot.left() <= x <= canvas.plot.right():
        canvas.painter.setPen(QPen(canvas.color("good"), 1))
        canvas.painter.drawLine(QLineF(x, canvas.plot.top(), x, canvas.plot.bottom()))


def paint_day_pill(canvas: Canvas, day: int, text: str, head: QRectF, tone: str) -> QRectF:
    """Paint the name of a day in the head over its place; return where it stands, nowhere when the
    day is out of sight.
    """
    x = canvas.x_of(day + 0.5)
    if not canvas.plot.left() <= x <= canvas.plot.right():
        return QRectF()
    painter = canvas.painter
    font = font_of_size(canvas.font, SIZES.small)
    width = QFontMetrics(font).horizontalAdvance(text) + 2 * space(3)
    height = QFontMetrics(font).height() + 2
    left = max(canvas.plot.left(), min(x - width / 2, head.right() - width))
    pill = QRectF(left, head.top() + 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.color(tone))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(canvas.color("on_accent"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
    return pill


def paint_as_of(canvas: Canvas, day: int) -> None:
    """Paint the dashed line of the day that the reader stands on."""
    x = canvas.x_of(day + 0.5)
    if canvas.plot.left() <= x <= canvas.plot.right():
        canvas.painter.setPen(QPen(canvas.color("accent"), 1.5, Qt.PenStyle.DashLine))
        canvas.painter.drawLine(QLineF(x, canvas.plot.top(), x, canvas.plot.bottom()))


def paint_drag(canvas: Canvas, xs: Sequence[float]) -> None:
    """Paint the span that is being dragged over, from x to x in the widget."""
    left, right = sorted(xs)
    rect = QRectF(QPointF(left, canvas.plot.top()), QPointF(right, canvas.plot.bottom()))
    canvas.painter.fillRect(rect, canvas.color("accent", 0.15))
    canvas.painter.setPen(canvas.color("accent"))
    for x in (left, right):
        canvas.painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))
