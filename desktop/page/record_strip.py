"""The small timeline of a page: its events and tenures, drawn as long as they are uncertain.

It repeats what the text below says in words, so that the keyboard need not go through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Final

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from db import day_number
from desktop.style.theme import SIZES, font_of_size, space
from desktop.timeline import timeline_paint as paint
from desktop.timeline.bar_rows import LABEL_GAP_PX, Bar
from desktop.timeline.canvas import Canvas
from desktop.timeline.timeline_lanes import BandItem, BarSpan, TimelineLane, extent_of, lanes_of
from desktop.timeline.timeline_layout import LaneBox, Metrics, boxes
from desktop.timeline.timeline_scale import Scale, Tick, fit_scale
from desktop.widgets.plain import plain_tip

_MAX_NAMED_ROWS: Final = 5  # of bars with their names; more of them are drawn without
_MAX_NAMED_ITEMS: Final = 40  # items; more of them have no names from the start
_ROW_PX: Final = 7  # px of a row without names
_MIN_NAME_PX: Final = 40  # px of a name that is cut
_MIN_ITEMS: Final = 2  # items; a single one says nothing that the text does not


class RecordStrip(QWidget):
    """Paints `BandItem`s in one lane; hidden when there are too few. `clicked` gives an id."""

    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = TimelineLane("", ())
        self._as_of = 0
        self._scale = Scale(0, 1)
        self._box: LaneBox | None = None
        self._metrics = Metrics(1, 0, lambda _: 0.0)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Timeline of this record"))
        self.hide()

    def show_items(self, items: Sequence[BandItem], as_of: str) -> None:
        """Show these items and the line of an ISO day."""
        self._as_of = day_number(as_of)
        lanes, _ = lanes_of(items)
        self._lane = lanes[0] if lanes else TimelineLane("", ())
        self.setVisible(len(self._lane.spans) >= _MIN_ITEMS)
        self.arrange()

    def sizeHint(self) -> QSize:
        return QSize(space(50), self._height + self._axis)

    @property
    def _height(self) -> int:
        return self._box.height if self._box else 0

    @property
    def _axis(self) -> int:
        return self.fontMetrics().height() + space(1)

    def arrange(self) -> None:
        """Lay the bars out anew: with names where these fit, else fine, else as a density."""
        self.setFont(font_of_size(self.font(), SIZES.small))
        extent = extent_of([self._lane])
        if extent is None or self.isHidden():
            self._box = None
            return
        self._scale = fit_scale(*self._reach(*extent), float(self.width()), margin=space(2))
        if not self._lay_out_names():
            fine = Metrics(_ROW_PX, space(1), lambda _: 0.0)
            self._set(TimelineLane("", [_retitle(span, "") for span in self._lane.spans]), fine)
        self.updateGeometry()
        self.update()

    def _lay_out_names(self) -> bool:
        """Lay the bars out with their names; False when there is no room for them."""
        if len(self._lane.spans) > _MAX_NAMED_ITEMS:
            return False
        metrics = self.fontMetrics()
        row = metrics.height() + space(1)
        name_metrics = Metrics(row, space(1), lambda text: float(metrics.horizontalAdvance(text)))
        self._set(TimelineLane("", [self._cut(span) for span in self._lane.spans]), name_metrics)
        box = self._box
        return (
            box is not None and not box.dense and box.height <= _MAX_NAMED_ROWS * row + 2 * space(1)
        )

    def _set(self, lane: TimelineLane, metrics: Metrics) -> None:
        self._metrics = metrics
        self._box = boxes([lane], self._scale, float(self.width()), metrics)[0]

    def _cut(self, span: BarSpan) -> BarSpan:
        """Return a span with its name cut to the room on its bar or beside it, whichever is
        more.
        """
        width = float(self.width())
        left, right = self._scale.x_of(span.start), self._scale.x_of(span.end)
        on_bar = min(right, width) - max(left, 0.0)
        room = max(on_bar, width - right) - 2 * LABEL_GAP_PX
        title = self.fontMetrics().elidedText(
            span.item.title, Qt.TextElideMode.ElideRight, max(0, int(room))
        )
        return _retitle(span, title if room >= _MIN_NAME_PX else "")

    def _reach(self, first: float, end: float) -> tuple[float, float]:
        """Return from the first day to the last, and to the reader's own where something goes
        on.
        """
        if any(span.end == inf for span in self._lane.spans):
            end = max(end, self._as_of + 1.0)
        return first, end

    def _bar_at(self, place: QPointF) -> Bar | None:
        if self._box is None:
            return None
        row = (place.y() - self._metrics.gap) // self._metrics.row
        under = (
            bar for bar in self._box.bars if bar.row == row and bar.x <= place.x() <= bar.label_end
        )
        return next(under, None)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._box is None:
            return
        plot = QRectF(0, 0, self.width(), self._box.height)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            canvas = Canvas(painter, plot, self._scale, self.palette(), self.font())
            paint.paint_grid(canvas)
            paint.paint_lane(canvas, plot, self._box, self._metrics, None)
            self._paint_as_of(canvas)
            self._paint_axis(canvas)

    def _paint_as_of(self, canvas: Canvas) -> None:
        x = canvas.x_of(self._as_of + 0.5)
        if 0 <= x <= self.width():
            canvas.painter.setPen(QPen(canvas.color("accent"), 1, Qt.PenStyle.DashLine))
            canvas.painter.drawLine(QLineF(x, 0, x, canvas.plot.bottom()))

    def _paint_axis(self, canvas: Canvas) -> None:
        painter = canvas.painter
        painter.setPen(canvas.color("quiet"))
        metrics = self.fontMetrics()
        free = 0.0
        marks = [tick for tick in canvas.marks(canvas.unit) if canvas.x_of(tick.day) >= 0]
        last: Tick | None = None
        for tick in marks:
            x = canvas.x_of(tick.day) + space(1)
            text = paint.strip_text(canvas.unit, tick, last)
            end = x + metrics.horizontalAdvance(text)
            if free <= x and end <= self.width():
                painter.drawText(QPointF(x, self._height + metrics.ascent() + 2), text)
                free = end + space(2)
                last = tick

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position())
        opens = bar is not None and bar.span.item.id > 0
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if opens else arrow)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position())
        if bar is not None and bar.span.item.id and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(bar.span.item.id)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self._bar_at(QPointF(event.pos()))
            text = f"{_title(bar.span.item)}\n{paint.when_text(bar.span)}" if bar else ""
            QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return bool(super().event(event))


def _retitle(span: BarSpan, title: str) -> BarSpan:
    """Return a span drawn under another name; its own is kept where the one lane needs no label."""
    own = span.item
    days = own.first, own.last, own.start_last, own.end_first
    return span._replace(item=BandItem(own.id, title, *days, own.title, own.tone))


def _title(item: BandItem) -> str:
    return item.lane or item.title
