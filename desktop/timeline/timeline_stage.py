"""What of the timeline is in sight and where: lanes, scale and layout together; the band asks it.

No Qt here. Places are px: x from the left of the plot, y from the top of the first lane.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from heapq import nlargest

from db import day_from_number, day_number
from desktop.timeline.timeline_lanes import BandItem, BarSpan, TimelineLane, extent_of, lanes_of
from desktop.timeline.timeline_layout import Bar, LaneBox, Metrics, boxes
from desktop.timeline.timeline_scale import Scale, fit_scale

_MAX_MEASURED_LABELS = 16  # labels; lanes by country are hundreds
_START = Scale(day_number("2000-01-01"), 0.1)  # until there is something to show


class Stage:
    """Keeps all items in sight until the officer moves; then the place stays as it is."""

    def __init__(self, metrics: Metrics) -> None:
        self.metrics = metrics
        self.width = 1.0
        self.lanes: list[TimelineLane] = []
        self.undated = 0
        self.scale = _START
        self.boxes: list[LaneBox] = []
        self._in_time: list[BarSpan] | None = None
        self._shows_all = True

    def show(self, items: Sequence[BandItem]) -> None:
        """Take these items in place of the last; all are shown if none would be in sight."""
        self.show_lanes(*lanes_of(items))

    def show_lanes(self, lanes: list[TimelineLane], undated: Sequence[BandItem]) -> None:
        """Show the same of items that are in their lanes already, and of those without a date."""
        self.lanes, self.undated = lanes, len(undated)
        self._in_time = None
        if not any(lane.count(*self.days) for lane in self.lanes):
            self._shows_all = True
        self.arrange()

    @property
    def days(self) -> tuple[float, float]:
        """The first ordinal in sight and the one after the last, with parts of days."""
        return self.scale.left, self.scale.day_of(self.width)

    @property
    def height(self) -> int:
        """The height of all lanes."""
        return sum(box.height for box in self.boxes)

    def resize(self, width: float, metrics: Metrics) -> None:
        """Lay out anew for a plot of this width."""
        self.width, self.metrics = max(1.0, width), metrics
        self.arrange()

    def arrange(self) -> None:
        """Lay the lanes out at the present scale."""
        extent = extent_of(self.lanes) if self._shows_all else None
        if extent is not None:
            self.scale = fit_scale(*extent, self.width)
        self.boxes = boxes(self.lanes, self.scale, self.width, self.metrics)

    def move_to(self, scale: Scale) -> None:
        """Show another stretch of time."""
        self.scale, self._shows_all = scale, False
        self.arrange()

    def show_all(self) -> None:
        """Fit all that is dated into the width, and keep it so."""
        self._shows_all = True
        self.arrange()

    def show_span(self, first: str, last: str) -> None:
        """Fit the days from an ISO day to another into the width."""
        self.move_to(fit_scale(day_number(first), day_number(last) + 1, self.width))

    def bring(self, span: BarSpan) -> bool:
        """Move to a span that is out of sight, without zooming; say whether it had to."""
        first, end = self.days
        if span.start >= end or span.end <= first:
            day = span.start if span.start >= end else span.end - 1
            self.move_to(Scale(day - self.width / 2 / self.scale.pace, self.scale.pace))
            return True
        return False

    def iso_days(self, left: float, right: float) -> tuple[str, str]:
        """Return the ISO days at two places, those out of sight being drawn to the edge."""
        first, last = (self.scale.day_of(min(max(0.0, x), self.width)) for x in (left, right))
        return day_from_number(int(first // 1)), day_from_number(int(last // 1))

    def box_at(self, y: float) -> LaneBox | None:
        """Return the lane at a height."""
        found = self.boxes_between(y, y + 1) if 0 <= y < self.height else []
        return found[0] if found else None

    def boxes_between(self, top: float, bottom: float) -> list[LaneBox]:
        """Return the lanes that are touched from one height to another, however many there are."""
        first = bisect_right(self.boxes, top, key=_top) - 1
        return self.boxes[max(0, first) : bisect_left(self.boxes, bottom, key=_top)]

    def longest_labels(self) -> list[str]:
        """Return the labels with the most letters: enough to know how wide the widest is."""
        return nlargest(_MAX_MEASURED_LABELS, (lane.label for lane in self.lanes), key=len)

    def bar_at(self, x: float, y: float) -> Bar | None:
        """Return the bar at a place, its label counting as a part of it."""
        box = self.box_at(y)
        if box is None:
            return None
        row = (y - box.top - self.metrics.gap) // self.metrics.row
        found = (bar for bar in box.bars if bar.row == row and bar.x <= x <= bar.label_end)
        return next(found, None)

    def box_of(self, span: BarSpan) -> LaneBox | None:
        """Return the lane that a span stands in."""
        return next((box for box in self.boxes if box.lane.label == span.item.lane), None)

    def find(self, item_id: int | None) -> BarSpan | None:
        """Return the span of an item."""
        if item_id is None:
            return None
        spans = (span for lane in self.lanes for span in lane.spans)
        return next((span for span in spans if span.item.id == item_id), None)

    def next_to(self, item_id: int | None, step: int) -> BarSpan | None:
        """Return the item so many steps on in time, or the first in sight when none is given."""
        spans = self.in_time()
        if not spans:
            return None
        at = next((n for n, span in enumerate(spans) if span.item.id == item_id), None)
        if at is None:
            first, end = self.days
            return next((s for s in spans if s.start < end and s.end > first), spans[0])
        return spans[max(0, min(at + step, len(spans) - 1))]

    def in_time(self) -> list[BarSpan]:
        """Return all dated items in the order of time."""
        if self._in_time is None:
            found = [span for lane in self.lanes for span in lane.spans]
            self._in_time = sorted(found, key=lambda span: (span.start, span.end, span.item.id))
        return self._in_time


def _top(box: LaneBox) -> int:
    return box.top
