"""Where the lanes and bars of the timeline lie on the screen; the band asks it. No Qt here.

Places are px: x from the left of the plot, y from the top of the first lane.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor, inf
from operator import attrgetter
from typing import Final, NamedTuple

from desktop.timeline.bar_rows import LABEL_GAP_PX, MAX_PLACE_PX, Bar, packed_bars
from desktop.timeline.timeline_lanes import BarSpan, TimelineLane
from desktop.timeline.timeline_scale import Scale

MAX_LANE_BARS: Final = 120  # in a lane and about the screen; more of them become a density
DENSE_ROWS: Final = 2  # the height of a density
MIN_BAR_PX: Final = 8  # px of a bar
COLUMN_PX: Final = 4  # px of a step of a density
MIN_FADE_PX: Final = 48  # px of an open side, at the least
_LIKELIEST: Final = {  # part of a bar, by whether its left and its right side are open
    (False, False): (0.4, 0.6),
    (True, False): (0.85, 1.0),
    (False, True): (0.0, 0.15),
    (True, True): (0.4, 0.6),
}


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane on the screen: its top, its rows and its bars, none of them when it is dense.

    It is laid out for a scale and a stretch of days, and holds while the officer pans within it.
    Where too much lasts all that time to be drawn, `lasting` says how many, and the bars are what
    begins or ends within it: they stand below the row that tells of the others.
    """

    lane: TimelineLane
    top: int
    height: int
    bars: tuple[Bar, ...]
    dense: bool
    scale: Scale
    first: float
    last: float
    lasting: int = 0

    def holds(self, scale: Scale, width: float) -> bool:
        """Say whether the bars stand right at another scale, but for a shift."""
        if scale.pace != self.scale.pace:
            return False
        return self.first <= scale.left and scale.day_of(width) <= self.last

    def shift(self, scale: Scale) -> float:
        """Return how many px all bars have moved to the right."""
        return (self.scale.left - scale.left) * scale.pace


class Metrics(NamedTuple):
    """The sizes in px that a layout is made with; `width_of` measures a title."""

    row: int
    gap: int
    width_of: Callable[[str], float]


def boxes(
    lanes: Sequence[TimelineLane], scale: Scale, width: float, metrics: Metrics
) -> list[LaneBox]:
    """Return the lanes under each other at this scale."""
    top = 0
    found: list[LaneBox] = []
    for lane in lanes:
        found.append(lay_out(lane, top, scale, width, metrics))
        top += found[-1].height
    return found


def lay_out(lane: TimelineLane, top: int, scale: Scale, width: float, metrics: Metrics) -> LaneBox:
    """Return a lane with the bars about the screen, or as a density."""
    about, screen = _stretch(scale, width), (scale.left, scale.day_of(width))
    stretch = screen if lane.count(*about) > MAX_LANE_BARS else about
    bars, lasting = _bars(lane, stretch, scale, width, metrics), 0
    for days in (about, screen):
        if bars is None:
            stretch = days
            bars, lasting = _passing_bars(lane, days, scale, width, metrics)
    rows = DENSE_ROWS if bars is None else max((bar.row + bar.rows for bar in bars), default=1)
    height = rows * metrics.row + 2 * metrics.gap
    is_dense = bars is None
    return LaneBox(lane, top, height, tuple(bars or ()), is_dense, scale, *stretch, lasting)


def edges_of(bar: Bar, shift: float, width: float) -> tuple[float, float]:
    """Return where a bar begins and ends after a shift; an open side ends with the screen."""
    x, end = bar.x + shift, bar.end + shift
    if bar.span.end == inf:
        end = max(x + MIN_FADE_PX, width)
    if bar.span.start == -inf:
        x = min(0.0, end - MIN_FADE_PX)
    return x, end


def columns(box: LaneBox, scale: Scale, width: float) -> tuple[float, list[int]]:
    """Return the density of a lane: the x of the first column, and how many items touch each."""
    # On a grid of days, so that the columns go along when the officer pans.
    step = COLUMN_PX / scale.pace
    first = floor(scale.left / step)
    return scale.x_of(first * step), box.lane.columns(step, first, int(width / COLUMN_PX) + 2)


def stops(bar: Bar, scale: Scale) -> list[tuple[float, float]]:
    """Say how strong a bar is along its length: (0 to 1 from its left, weight), ends first and
    last.

    Weight 1 is certain or likeliest, 0 barely possible, -1 nothing to be seen: an open side.
    """
    span, length = bar.span, bar.end - bar.x

    def at(day: float) -> float:
        return min(1.0, max(0.0, (scale.x_of(day) - bar.x) / length))

    if span.core_start < span.core_end:
        low, high = at(span.core_start), at(span.core_end)
    else:
        # Nothing is certain: strongest in the middle, or at the side that is known.
        low, high = _LIKELIEST[span.start == -inf, span.end == inf]
    left = -1.0 if span.start == -inf else 0.0 if low > 0 else 1.0
    right = -1.0 if span.end == inf else 0.0 if high < 1 else 1.0
    if span.item.staged:  # signed and in force are two steps, not a slope
        fade = high if right >= 0 else min(high, 0.9)
        return [(0.0, left), (low, left), (low, 1.0), (fade, 1.0), (1.0, right)]
    return [(0.0, left), (low, 1.0), (high, 1.0), (1.0, right)]


def _stretch(scale: Scale, width: float) -> tuple[float, float]:
    """Return the days that are laid out: half a screen more to both sides, on a grid of days, so
    that rows change only when the officer pans past one of them.
    """
    half = width / scale.pace / 2
    first = (floor(scale.left / half) - 1) * half
    return first, first + 5 * half


def _bars(
    lane: TimelineLane,
    stretch: tuple[float, float],
    scale: Scale,
    width: float,
    metrics: Metrics,
) -> list[Bar] | None:
    """Return the bars of a stretch; None when there are too many to tell apart."""
    count = lane.count(*stretch)
    if count > MAX_LANE_BARS or (count and lane.is_summary):
        return None
    return _pack_spans(lane.visible(*stretch), scale, width, metrics)


def _passing_bars(
    lane: TimelineLane,
    stretch: tuple[float, float],
    scale: Scale,
    width: float,
    metrics: Metrics,
) -> tuple[list[Bar] | None, int]:
    """Return the bars of what begins or ends in a stretch, a row free above them, and how many go
    on throughout: a hundred agreements in force would hide every visit, however near one looks.
    """
    if lane.is_summary or lane.limits_within(*stretch) > MAX_LANE_BARS:
        return None, 0
    places = lane.passing_places(*stretch)
    lasting = lane.count(*stretch) - len(places)
    bars = _pack_spans([lane.span_at(at) for at in places], scale, width, metrics)
    if bars is None or lasting <= 0:
        return None, 0
    return [bar._replace(row=bar.row + 1) for bar in bars], lasting


def _pack_spans(
    spans: Sequence[BarSpan], scale: Scale, width: float, metrics: Metrics
) -> list[Bar] | None:
    bars = [_bar(span, scale, width, metrics) for span in spans]
    bars.sort(key=attrgetter("x"))
    return packed_bars(bars)


def _bar(span: BarSpan, scale: Scale, width: float, metrics: Metrics) -> Bar:
    x = max(-MAX_PLACE_PX, scale.x_of(span.start))
    end = max(x + MIN_BAR_PX, min(MAX_PLACE_PX, scale.x_of(span.end)))
    # An open side fades out at the edge of the screen, wherever that now is.
    if span.end == inf:
        end = max(x + MIN_FADE_PX, width)
    if span.start == -inf:
        x = min(0, end - MIN_FADE_PX)
    label = metrics.width_of(span.item.label)
    inside = label + 2 * LABEL_GAP_PX <= end - x
    label_end = end if inside or not label else end + LABEL_GAP_PX + label
    needed = LABEL_GAP_PX + label
    if label_end > width and not inside and x >= needed and end <= width:
        return Bar(span, x, end, 0, inside, end, before=needed)  # it would be cut at the edge
    return Bar(span, x, end, 0, inside, label_end)
