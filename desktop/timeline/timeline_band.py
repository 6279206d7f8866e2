"""The painted timeline: items in lanes over time, zoomed and panned; the timeline tab shows it.

An uncertain date is drawn as long as it is uncertain, and too many together as a density.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, inf

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPushButton, QToolTip, QWidget

from db import day_from_number, day_number, today
from desktop.background.delay import defer
from desktop.style.theme import space
from desktop.timeline import timeline_paint as paint
from desktop.timeline.bar_rows import Bar
from desktop.timeline.canvas import Canvas, PaintCache, in_pixels
from desktop.timeline.timeline_lanes import BandItem, BarSpan, TimelineLane, lanes_of
from desktop.timeline.timeline_layout import LaneBox, Metrics
from desktop.timeline.timeline_scale import Scale, shifted_day
from desktop.timeline.timeline_stage import Stage
from desktop.widgets.plain import plain_tip

__all__ = ["BandItem", "TimelineBand"]

_ZOOM_FACTOR = 1.25  # a step of the wheel or of a key
_OPENING_FACTOR = 4.0  # how much a density opens when it is clicked
_NOTCH = 120.0  # eighths of a degree that a wheel turns in one step
_MIN_DRAG_PX = 6  # px that a drag must go to be one
_PANS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SCROLLS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}
_ZOOMS = {
    Qt.Key.Key_Plus: _ZOOM_FACTOR,
    Qt.Key.Key_Equal: _ZOOM_FACTOR,  # plus without Shift on many keyboards
    Qt.Key.Key_Minus: 1 / _ZOOM_FACTOR,
}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AS_OF_STEPS = {  # days and months
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_PageUp: (0, -1),
    Qt.Key.Key_PageDown: (0, 1),
}
_GRAB_PX = 4  # px beside the as-of line where it can be taken hold of


class TimelineBand(QAbstractScrollArea):
    """Shows `BandItem`s.

    `selected` gives the id of an item that was clicked or walked to, `spanned` the first and
    the last ISO day dragged over with Shift (or in sight, with Shift+Enter), `undated_asked`
    asks for the items without a date.
    """

    selected = Signal(int)
    opened = Signal(object)  # the `BandItem` whose record is to be opened
    spanned = Signal(str, str)
    undated_asked = Signal()
    as_of_moved = Signal(str)  # an ISO day that the line was dragged or walked to
    bars_wanted = Signal(object)  # ids in sight of which only the days are known
    moved = Signal()  # other days are in sight, by the officer's hand
    menu_asked = Signal(QPoint)  # of the selected item; where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths: dict[str, float] = {}
        self._widest = 0  # px of a lane's label
        self.stage = Stage(self._metrics())
        self._chosen: int | None = None
        self._as_of: int | None = None
        self._today = day_number(today())
        self._cache = PaintCache()
        self._pixel_font = self.font()
        self._hovered: int | None = None
        self._arranged_height = 0
        self._wanted: list[int] = []
        self._as_of_place = QRectF()  # where its name stands
        self._is_moving_as_of = False
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self._spanning = False
        self._undated = QPushButton(self)
        self._undated.setFlat(True)
        self._undated.setAccessibleName(self.tr("Show the items without a date"))
        self._undated.hide()
        self._undated.clicked.connect(self.undated_asked)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Timeline"))
        self._keys = self.tr(
            "Plus and minus zoom, the arrows pan, Home shows all, Ctrl with Left or Right goes "
            "from item to item, Shift and Enter filters to what is visible, Enter opens what is "
            "too dense, Ctrl and Shift with Left or Right moves the as-of day, with Page Up or "
            "Page Down by a month."
        )
        self.setAccessibleDescription(self._keys)

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

    def select(self, item_id: int | None) -> None:
        """Mark an item and bring it into sight, without a signal; None marks none."""
        self._chosen = item_id
        span = self.stage.find(item_id)
        if span is not None:
            if self.stage.bring(span):
                self._arrange()
            self._scroll_to(span)
        self._show_tip(span)
        self.viewport().update()

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
        self._pixel_font = in_pixels(self.font())
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

    def _show_tip(self, span: BarSpan | None) -> None:
        """Let a screen reader say which item is marked."""
        text = "" if span is None else f"{span.item.title}, {paint.when_text(span)}. "
        self.setAccessibleDescription(text + self._keys)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

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
            self._pixel_font,
            cache or self._cache,
        )
        painter.fillRect(view, canvas.color("surface"))
        paint.paint_grid(canvas)
        paint.paint_today(canvas, self._today)
        if self._as_of is not None:
            paint.paint_as_of(canvas, self._as_of)
        for box in self.stage.boxes_between(shift, shift + plot.height()):
            self._paint_box(canvas, box, head.bottom() + box.top - shift)
        if self._spanning and self._pressed is not None and self._dragged is not None:
            paint.paint_drag(canvas, (self._pressed.x(), self._dragged.x()))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        bar = self.verticalScrollBar()
        with_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if key in _AS_OF_STEPS and with_shift and modifiers & Qt.KeyboardModifier.ControlModifier:
            self._step_as_of(*_AS_OF_STEPS[key])
        elif key in _PANS and modifiers & Qt.KeyboardModifier.ControlModifier:
            self._walk(_PANS[key])
        elif key in _PANS:
            self.pan(_PANS[key] * self.stage.width / 10)
        elif key in _ZOOMS:
            self.zoom(_ZOOMS[key])
        elif key in _SCROLLS:
            bar.setValue(bar.value() + _SCROLLS[key] * bar.singleStep())
        elif key == Qt.Key.Key_Home:
            self.show_all()
        elif key in _ENTERS and with_shift:
            self.spanned.emit(*self.stage.iso_days(0, self.stage.width))
        elif key in _ENTERS:
            self._follow_marked_item()
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        """Select the item that comes next or before in time."""
        span = self.stage.next_to(self._chosen, step)
        if span is not None:
            self.select(span.item.id)
            self.selected.emit(span.item.id)

    def _follow_marked_item(self) -> None:
        """Open the record of the item that is marked; where none is, look nearer."""
        span = self.stage.find(self._chosen)
        if span is None:
            self.zoom(_OPENING_FACTOR)
        else:
            self.opened.emit(span.item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position())
        if bar is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(bar.span.item)

    def _step_as_of(self, days: int, months: int) -> None:
        """Move the as-of day by days or months."""
        if self._as_of is not None:
            self._move_as_of(shifted_day(self._as_of, days, months))

    def _move_as_of(self, day: int) -> None:
        if day != self._as_of:
            self._as_of = day
            self.as_of_moved.emit(day_from_number(day))
            self.viewport().update()

    def _is_on_as_of(self, place: QPointF) -> bool:
        """Say whether a place is on the line of the as-of day or on its name."""
        if self._as_of is None:
            return False
        x = self.gutter + self.stage.scale.x_of(self._as_of + 0.5)
        is_on_line = abs(place.x() - x) <= _GRAB_PX and place.x() >= self.gutter
        return is_on_line or self._as_of_place.contains(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        angle = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - (angle.y() or angle.x()) // 2)
        elif abs(angle.x()) > abs(angle.y()):
            self.pan(-angle.x() / 2)
        else:
            self.zoom(_ZOOM_FACTOR ** (angle.y() / _NOTCH), event.position().x() - self.gutter)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), None
            self._is_moving_as_of = self._is_on_as_of(event.position())
            self._spanning = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._pressed is None:
            self._hover(place)
            return
        before = self._dragged or self._pressed
        if self._dragged is None and (place - before).manhattanLength() < _MIN_DRAG_PX:
            return
        self._dragged = place
        if self._is_moving_as_of:
            self._move_as_of(floor(self.stage.scale.day_of(place.x() - self.gutter)))
        elif not self._spanning:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(before.y() - place.y()))
            self.pan(before.x() - place.x())
        self.viewport().update()

    def _hover(self, place: QPointF) -> None:
        """Show the name of the bar under the mouse, and what a click would do."""
        bar = self._bar_at(place)
        shape = Qt.CursorShape
        is_on_line = bar is None and self._is_on_as_of(place)
        cursor = shape.PointingHandCursor if bar else shape.ArrowCursor
        self.viewport().setCursor(shape.SplitHCursor if is_on_line else cursor)
        hovered = bar.span.item.id if bar else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dragged, spanning = self._pressed, self._dragged, self._spanning
        self._pressed, self._dragged, self._spanning = None, None, False
        if self._is_moving_as_of:
            self._is_moving_as_of = False
            if dragged is not None:
                return
        if pressed is not None and dragged is None:
            self._click(pressed)
        elif pressed is not None and dragged is not None and spanning:
            left, right = sorted((pressed.x() - self.gutter, dragged.x() - self.gutter))
            self.spanned.emit(*self.stage.iso_days(left, right))
        self.viewport().update()

    def _click(self, place: QPointF) -> None:
        """Select the bar at a place; a density opens."""
        bar = self._bar_at(place)
        x, y = self._on_stage(place)
        box = self.stage.box_at(y)
        if bar is not None:
            self._chosen = bar.span.item.id
            self._show_tip(bar.span)
            self.selected.emit(bar.span.item.id)
        elif box is not None and box.dense:
            self.zoom(_OPENING_FACTOR, x)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the item under the mouse, or by key of the selected one."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._click(QPointF(event.pos()))
            if self._bar_at(QPointF(event.pos())) is not None:
                self.menu_asked.emit(event.globalPos())
        elif self._chosen is not None:
            self.menu_asked.emit(self.viewport().mapToGlobal(self.viewport().rect().center()))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = paint.tip_of(self._bar_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), plain_tip(text), self.viewport())
            return True
        return bool(super().viewportEvent(event))

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
