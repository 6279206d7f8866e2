"""What the timeline's band looks like: lanes laid out and painted, zoomed, panned and scrolled.

`TimelineBand` answers to keys and mouse on it. An uncertain date is drawn as long as it is
uncertain, and too many together as a density.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPushButton, QWidget

from db import day_number, today
from desktop.background.delay import defer
from desktop.style.theme import space
from desktop.timeline import timeline_paint as paint
from desktop.timeline.bar_rows import Bar
from desktop.timeline.canvas import Canvas, PaintCache, in_pixels
from desktop.timeline.timeline_lanes import BandItem, BarSpan, TimelineLane, lanes_of
from desktop.timeline.timeline_layout import LaneBox, Metrics
from desktop.timeline.timeline_scale import Scale
from desktop.timeline.timeline_stage import Stage


class BandView(QAbstractScrollArea):
    """Shows `BandItem`s in lanes over time; `undated_asked` asks for the items without a date."""

    undated_asked = Signal()
    bars_wanted = Signal(object)  # ids in sight of which only the days are known
    moved = Signal()  # other days are in sight, by the officer's hand

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths: dict[str, float] = {}
        self._widest = 0  # px of a lane's label
        self.stage = Stage(self._metrics())
        self._chosen: int | None = None
        self._hovered: int | None = None
        self._as_of: int | None = None
        self._as_of_place = QRectF()  # where its name stands
        self._today = day_number(today())
        self._span_drawn: tuple[float, float] | None = None  # px of days being dragged over
        self._cache = PaintCache()
        self.pixel_font = self.font()
        self._arranged_height = 0
        self._wanted: list[int] = []
        self._undated = QPushButton(self)
        self._undated.setFlat(True)
        self._undated.setAccessibleName(self.tr("Show the items without a date"))
        self._undated.hide()
        self._undated.clicked.connect(self.undated_asked)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_items(self, items: Sequence[BandItem]) -> None:
        """Show these items; zoom and place stay unless nothing would be in sight."""
        self.show_lanes(*lanes_of(items))

    def show_lanes(self, lanes: list[TimelineLane], undated: Sequence[object]) -> None:
        """Show the same of items that are in their lanes already, and of those without a date."""
        self.stage.show_lanes(lanes, undated)
        self._measure()
        count = self.locale().toString(self.stage.undated)
        self._undated.setText(self.tr("{count} undated").format(count=count))
        self._undated.setVisible(self.stage.undated > 0)
        self._arrange()

    def learn(self, items: Sequence[BandItem], ids: Sequence[int]) -> None:
        """Take what was read of bars in sight."""
        self.stage.learn(items, ids)
        self.viewport().update()

    def forget_names(self) -> None:
        """Have what stands on bars read anew."""
        self.stage.forget_names()
        self._wanted = []
        self.viewport().update()

    @property
    def chosen_id(self) -> int | None:
        """The item that is marked."""
        return self._chosen

    def set_as_of(self, day: str | None) -> None:
        """Draw the line of the day that the reader stands on, an ISO day; None draws none."""
        self._as_of = None if day is None else day_number(day)
        self.viewport().update()

    def visible_days(self) -> tuple[float, float]:
        """Return the first ordinal in sight and the one after the last, with parts of days."""
        return self.stage.days

    def show_all(self) -> None:
        """Fit all dated items into the width."""
        self.stage.show_all()
        self._arrange()

    def show_span(self, first: str, last: str) -> None:
        """Fit the days from an ISO day to another into the width."""
        self.stage.show_span(first, last)
        self._arrange()

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Make days so many times as wide; the day at x of the plot, or its middle, stays."""
        place = self.stage.width / 2 if at is None else at
        self._move_to(self.stage.scale.zoom(factor, place))

    def pan(self, pixels: float) -> None:
        """Go so many px on in time."""
        self._move_to(self.stage.scale.pan(pixels))

    def _move_to(self, scale: Scale) -> None:
        self.stage.move_to(scale)
        self._arrange()
        self.moved.emit()

    def _metrics(self) -> Metrics:
        return Metrics(self.fontMetrics().height() + space(1), space(2), self._width_of)

    @property
    def head_height(self) -> int:
        """The height of the days above the lanes."""
        return 2 * (self.fontMetrics().height() + space(1))

    @property
    def gutter(self) -> int:
        """The width of the lane labels, none when there is one lane without a name."""
        most = max(space(16), self.viewport().width() // 4)
        return min(self._widest + space(6), most) if self._widest else 0

    def _measure(self) -> None:
        """Measure the labels, once for a font and its lanes."""
        self._widths.clear()
        self._cache = PaintCache()
        self.pixel_font = in_pixels(self.font())
        measure = QFontMetrics(self.font()).horizontalAdvance
        self._widest = max(map(measure, self.stage.longest_labels()), default=0)

    def _width_of(self, title: str) -> float:
        if title not in self._widths:
            self._widths[title] = float(QFontMetrics(self.font()).horizontalAdvance(title))
        return self._widths[title]

    def _arrange(self) -> None:
        """Bring the scroll bar and what stands on the band in line with the stage."""
        self.setMinimumHeight(self.head_height + 4 * self.stage.metrics.row)
        width = self.viewport().width() - self.gutter
        if width != self.stage.width:
            self.stage.resize(width, self._metrics())
        room = self.viewport().height() - self.head_height
        bar = self.verticalScrollBar()
        self._arranged_height = self.stage.height
        bar.setRange(0, max(0, self.stage.height - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(self.stage.metrics.row)
        size = self._undated.sizeHint()
        is_in_corner = size.width() <= self.gutter  # the head has nothing over the lanes' names
        left = 0 if is_in_corner else self.viewport().width() - size.width()
        self._undated.setAutoFillBackground(not is_in_corner)
        self._undated.setGeometry(QRect(QPoint(left, 0), size))
        self.viewport().update()

    def _on_stage(self, place: QPointF) -> tuple[float, float]:
        """Return a place of the widget on the stage; above the lanes is above all of them."""
        if place.y() < self.head_height:
            return place.x() - self.gutter, -inf
        y = place.y() - self.head_height + self.verticalScrollBar().value()
        return place.x() - self.gutter, y

    def _bar_at(self, place: QPointF) -> Bar | None:
        x, y = self._on_stage(place)
        return self.stage.bar_at(x, y) if x >= 0 else None

    def _scroll_to(self, span: BarSpan) -> None:
        box = self.stage.box_of(span)
        bar = self.verticalScrollBar()
        if box is not None and not (
            bar.value() <= box.top and box.top + box.height <= bar.value() + bar.pageStep()
        ):
            bar.setValue(box.top)

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self.viewport()
        with QPainter(view) as painter:
            self.draw(painter, QRectF(view.rect()), self.verticalScrollBar().value())
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self.palette().highlight(), 2))
                painter.drawRect(view.rect().adjusted(1, 1, -1, -1))
        wanted = self.stage.unread_items()
        if wanted and wanted != self._wanted:
            self._wanted = wanted
            self.bars_wanted.emit(wanted)
        if self.stage.height != self._arranged_height:
            defer(self._arrange, self)  # lanes that came into sight are higher than was thought

    def draw(
        self,
        painter: QPainter,
        view: QRectF,
        shift: int,
        palette: QPalette | None = None,
        cache: PaintCache | None = None,
    ) -> None:
        """Draw the band into a rectangle, the lanes moved up by so many px; a picture has colours
        of its own.
        """
        head = QRectF(view.left(), view.top(), view.width(), self.head_height)
        height = view.height() - self.head_height
        plot = QRectF(view.left() + self.gutter, head.bottom(), self.stage.width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas = Canvas(
            painter,
            plot,
            self.stage.scale,
            palette or self.palette(),
            self.pixel_font,
            cache or self._cache,
        )
        painter.fillRect(view, canvas.color("surface"))
        paint.paint_grid(canvas)
        paint.paint_today(canvas, self._today)
        if self._as_of is not None:
            paint.paint_as_of(canvas, self._as_of)
        for box in self.stage.boxes_between(shift, shift + plot.height()):
            self._paint_box(canvas, box, head.bottom() + box.top - shift)
        if self._span_drawn is not None:
            paint.paint_drag(canvas, self._span_drawn)
        paint.paint_head(canvas, head)
        self._paint_days(canvas, head)

    def _paint_days(self, canvas: Canvas, head: QRectF) -> None:
        """Paint what the lines of today and of the as-of day are called, the latter over it."""
        is_in_way = self._undated.isVisible() and self._undated.x() > 0
        free = head.adjusted(0, 0, -self._undated.width() * is_in_way, 0)
        if self._as_of is None or self._as_of != self._today:
            paint.paint_day_pill(canvas, self._today, self.tr("today"), free, "good")
        if self._as_of is not None:
            text = self.tr("as of {day}").format(day=paint.day_text(self._as_of))
            self._as_of_place = paint.paint_day_pill(canvas, self._as_of, text, free, "accent")

    def _paint_box(self, canvas: Canvas, box: LaneBox, top: float) -> None:
        left = canvas.plot.left()
        rect = QRectF(left, top, canvas.plot.width(), box.height)
        paint.paint_lane(canvas, rect, box, self.stage.metrics, self._chosen, self._hovered)
        if self.gutter:
            paint.paint_lane_name(
                canvas, QRectF(left - self.gutter, top, self.gutter, box.height), box
            )
        paint.paint_rule(canvas, rect.bottom() - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()
            self.stage.resize(self.stage.width, self._metrics())
            self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
