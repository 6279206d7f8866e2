"""What of the timeline is in sight and where: lanes, scale and layout together; the band asks it.

No Qt here. Places are px: x from the left of the plot, y from the top of the first lane.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from heapq import nlargest
from itertools import accumulate
from math import ceil, floor, inf, isfinite

from db import day_from_number, day_number
from desktop.timeline.bar_rows import Bar
from desktop.timeline.timeline_lanes import (
    BandItem,
    BarSpan,
    TimelineLane,
    extent_of,
    lanes_of,
    span_of,
)
from desktop.timeline.timeline_layout import DENSE_ROWS, LaneBox, Metrics, edges_of, lay_out
from desktop.timeline.timeline_scale import Scale, fit_scale

_MAX_MEASURED_LABELS = 16  # labels; lanes by country are hundreds
_MAX_KNOWN_ITEMS = 20_000  # items whose names are kept
_MAX_WANTED_ITEMS = 4_000  # items asked for at once
_START = Scale(day_number("2000-01-01"), 0.1)  # until there is something to show


class Stage:
    """Keeps all items in sight until the officer moves; then the place stays as it is.

    Only the lanes in sight are laid out; the others keep the height that they had last.
    """

    def __init__(self, metrics: Metrics) -> None:
        self.metrics = metrics
        self.width = 1.0
        self.lanes: list[TimelineLane] = []
        self.undated = 0
        self.scale = _START
        self.known: dict[int, BarSpan] = {}  # what is known of items beside their days
        self._boxes: dict[int, LaneBox] = {}  # by the lane's place, as they were laid out last
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._wanted: dict[int, None] = {}  # items in sight of which only the days are known
        self._unread: set[int] = set()  # items of which nothing more is told
        self._extent: tuple[float, float] | None = None
        self._shows_all = True

    def show(self, items: Sequence[BandItem]) -> None:
        """Take these items in place of the last; all are shown if none would be in sight."""
        self.show_lanes(*lanes_of(items))

    def show_lanes(self, lanes: list[TimelineLane], undated: Sequence[object]) -> None:
        """Show the same of items that are in their lanes already, and of those without a date."""
        heights = dict(zip((lane.label for lane in self.lanes), self._heights, strict=True))
        self.lanes, self.undated = lanes, len(undated)
        least = self.metrics.row * DENSE_ROWS + 2 * self.metrics.gap
        self._heights = [heights.get(lane.label, least) for lane in lanes]
        self._extent = extent_of(lanes)
        if not any(lane.count(*self.days) for lane in self.lanes):
            self._shows_all = True
        self.arrange()

    def learn(self, items: Iterable[BandItem], ids: Sequence[int] = ()) -> None:
        """Take what was read of items that were asked for; of some there may be nothing to tell."""
        if len(self.known) > _MAX_KNOWN_ITEMS:
            self.known.clear()
        self.known.update((item.id, span_of(item)) for item in items)
        self._unread.update(key for key in ids if key not in self.known)
        for key in (*ids, *self.known):
            self._wanted.pop(key, None)
        self._boxes.clear()

    def forget_names(self) -> None:
        """Drop all but the days: what was read may have changed."""
        self.known.clear()
        self._unread.clear()
        self._wanted.clear()
        self._boxes.clear()

    def unread_items(self) -> list[int]:
        """Return the items in sight of which only the days are known."""
        if len(self._wanted) > _MAX_WANTED_ITEMS:
            self._wanted.clear()  # most have gone out of sight; those in sight are noted anew
            self._boxes.clear()
        return [*self._wanted]

    @property
    def days(self) -> tuple[float, float]:
        """The first ordinal in sight and the one after the last, with parts of days."""
        return self.scale.left, self.scale.day_of(self.width)

    @property
    def height(self) -> int:
        """The height of all lanes."""
        return self._tops[-1]

    @property
    def boxes(self) -> list[LaneBox]:
        """Every lane laid out, as a picture of the whole needs them."""
        self.boxes_between(-inf, inf)
        return [self._box(at) for at in range(len(self.lanes))]

    @property
    def shows_all(self) -> bool:
        """Whether all that is dated is in sight, and is kept so."""
        return self._shows_all

    def resize(self, width: float, metrics: Metrics) -> None:
        """Lay out anew for a plot of this width; the days in sight stay in sight."""
        width = max(1.0, width)
        if self.width > 1.0:  # else nothing has been in sight yet
            self.scale = self.scale.zoom(width / self.width, 0.0)
        self.width, self.metrics = width, metrics
        self.arrange()

    def arrange(self) -> None:
        """Have the lanes laid out anew at the present scale when they come into sight."""
        if self._shows_all and self._extent is not None:
            self.scale = fit_scale(*self._extent, self.width)
        self._boxes.clear()
        self._add_up()

    def _add_up(self) -> None:
        self._tops = [0, *accumulate(self._heights)]

    def _box(self, at: int) -> LaneBox:
        """Return a lane as it stands at the present scale."""
        box, top = self._boxes.get(at), self._tops[at]
        if box is None or not box.holds(self.scale, self.width):
            box = lay_out(self.lanes[at], top, self.scale, self.width, self.metrics)
            self._note_unknown(box)
        elif box.top != top:
            box = replace(box, top=top)
        self._boxes[at] = box
        return box

    def _note_unknown(self, box: LaneBox) -> None:
        for bar in box.bars:
            if not box.lane.is_known(bar.span) and bar.span.item.id not in self._unread:
                self._wanted[bar.span.item.id] = None

    def move_to(self, scale: Scale) -> None:
        """Show another stretch of time."""
        is_same = scale.pace == self.scale.pace
        self.scale, self._shows_all = scale, False
        if not is_same:
            self._boxes.clear()

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
        at = max(0, bisect_right(self._tops, top, hi=max(1, len(self.lanes))) - 1)
        found: list[LaneBox] = []
        changed = False
        y = self._tops[at]
        while at < len(self.lanes) and y < bottom:
            box = self._box(at)
            if box.top != y:
                box = self._boxes[at] = replace(box, top=y)
            changed = changed or box.height != self._heights[at]
            self._heights[at] = box.height
            found.append(box)
            y += box.height
            at += 1
        if changed:
            self._add_up()
        return found

    def longest_labels(self) -> list[str]:
        """Return the labels with the most letters: enough to know how wide the widest is."""
        return nlargest(_MAX_MEASURED_LABELS, (lane.label for lane in self.lanes), key=len)

    def bar_at(self, x: float, y: float) -> Bar | None:
        """Return the bar at a place, its label counting as a part of it."""
        box = self.box_at(y)
        if box is None:
            return None
        row = (y - box.top - self.metrics.gap) // self.metrics.row
        shift = box.shift(self.scale)
        for bar in box.bars:
            left, end = edges_of(bar, shift, self.width)
            if bar.row == row and left - bar.before <= x <= max(end, bar.label_end + shift):
                return bar
        return None

    def place_of(self, span: BarSpan) -> int | None:
        """Return the place of a lane that a span stands in."""
        places = (at for at, lane in enumerate(self.lanes) if span.item.id in lane.ids)
        return next(places, None)

    def box_of(self, span: BarSpan) -> LaneBox | None:
        """Return the lane that a span stands in."""
        at = self.place_of(span)
        if at is None:
            return None
        return next(iter(self.boxes_between(self._tops[at], self._tops[at] + 1)), None)

    def find(self, item_id: int | None) -> BarSpan | None:
        """Return the span of an item."""
        if item_id is None:
            return None
        for lane in self.lanes:
            if item_id in lane.ids:
                return lane.span_at(lane.ids.index(item_id))
        return None

    def next_to(self, item_id: int | None, step: int) -> BarSpan | None:
        """Return the item so many steps on in time, or the first in sight when none is given."""
        span = self.find(item_id)
        if span is None:
            first, _ = self.days
            ahead = self._neighbours((first, -inf, 0), 1, lambda lane, at: lane.ends[at] > first)
            return ahead or self._neighbours((-inf, -inf, 0), 1)
        for _ in range(abs(step)):
            after = self._neighbours(_order(span), 1 if step > 0 else -1)
            if after is None:
                break
            span = after
        return span

    def _neighbours(
        self,
        order: tuple[float, float, int],
        way: int,
        fits: Callable[[TimelineLane, int], bool] = lambda lane, at: True,
    ) -> BarSpan | None:
        """Return what comes next after, or before, a place in the order of time, in any lane."""
        best: tuple[tuple[float, float, int], TimelineLane, int] | None = None
        for lane in self.lanes:
            if lane.is_summary:
                continue
            at = bisect_left(lane.starts, order[0]) if way > 0 else (
                bisect_right(lane.starts, order[0]) - 1
            )  # fmt: skip
            while 0 <= at < len(lane):
                there = (lane.starts[at], lane.ends[at], lane.ids[at])
                if (there > order if way > 0 else there < order) and fits(lane, at):
                    if best is None or (there < best[0] if way > 0 else there > best[0]):
                        best = there, lane, at
                    break
                at += way
        return None if best is None else best[1].span_at(best[2])

    def in_time(self) -> list[BarSpan]:
        """Return all dated items in the order of time."""
        found = [span for lane in self.lanes for span in lane.spans]
        return sorted(found, key=lambda span: (span.start, span.end, span.item.id))


def _order(span: BarSpan) -> tuple[float, float, int]:
    """Return where a span stands in time; the hour of a day does not count, as in the columns."""
    start, end = array("f", (floor(span.start) if isfinite(span.start) else span.start,)), span.end
    last = ceil(end) if isfinite(end) else end
    return start[0], float(last), span.item.id
