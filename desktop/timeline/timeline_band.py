"""The timeline's band as an officer works with it: by mouse, wheel and keys; the timeline tab shows
it.

A screen reader is told which item is marked.
"""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from db import day_from_number
from desktop.timeline import timeline_paint as paint
from desktop.timeline.band_view import BandView
from desktop.timeline.timeline_lanes import BandItem, BarSpan
from desktop.timeline.timeline_scale import shifted_day
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


class TimelineBand(BandView):
    """Shows `BandItem`s and lets them be chosen.

    `selected` gives the id of an item that was clicked or walked to, `spanned` the first and
    the last ISO day dragged over with Shift (or in sight, with Shift+Enter).
    """

    selected = Signal(int)
    opened = Signal(object)  # the `BandItem` whose record is to be opened
    spanned = Signal(str, str)
    as_of_moved = Signal(str)  # an ISO day that the line was dragged or walked to
    menu_asked = Signal(QPoint)  # of the selected item; where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_moving_as_of = False
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self._spanning = False
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

    def _show_tip(self, span: BarSpan | None) -> None:
        """Let a screen reader say which item is marked."""
        text = "" if span is None else f"{span.item.title}, {paint.when_text(span)}. "
        self.setAccessibleDescription(text + self._keys)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

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
            self.moved.emit()
        elif key in _ENTERS and with_shift:
            self.spanned.emit(*self.stage.iso_days(0, self.stage.width))
        elif key in _ENTERS:
            self._follow_marked_item()
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        """Select the item that comes next or before in time."""
        span = self.stage.next_to(self._chosen, step)
        if span is None:
            return
        scale = self.stage.scale
        self.select(span.item.id)
        self.selected.emit(span.item.id)
        if self.stage.scale != scale:
            self.moved.emit()

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
        elif self._spanning:
            self._span_drawn = self._pressed.x(), place.x()
        else:
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
        self._span_drawn = None
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
