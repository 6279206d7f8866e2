"""Where the lanes and bars of the timeline lie on the screen; the band asks it. No Qt here.

Places are px: x from the left of the plot, y from the top of the first lane.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor, inf
from typing import Final, NamedTuple

from desktop.timeline.timeline_lanes import BarSpan, TimelineLane, pack_rows
from desktop.timeline.timeline_scale import Scale

MAX_LANE_ROWS: Final = 12  # in a lane; more of them become a density
MAX_LANE_BARS: Final = 300  # in a lane and about the screen; more of them become a density
DENSE_ROWS: Final = 2  # the height of a density
MIN_BAR_PX: Final = 8  # px of a bar
LABEL_GAP_PX: Final = 6  # px between a bar and the label beside it
COLUMN_PX: Final = 4  # px of a step of a density
MIN_FADE_PX: Final = 48  # px of an open side, at the least
MAX_PLACE_PX: Final = 1 << 14  # px outside of which nothing is placed
_LIKELIEST: Final = {  # part of a bar, by whether its left and its right side are open
    (False, False): (0.4, 0.6),
    (True, False): (0.85, 1.0),
    (False, True): (0.0, 0.15),
    (True, True): (0.4, 0.6),
}


class Bar(NamedTuple):
    """A span on the screen: its bar from `x` to `end`, its row, and where its label goes.

    `label_end` is the end of what the bar and its label take; `inside` says that the label
    stands on the bar.
    """

    span: BarSpan
    x: float
    end: float
    row: int
    inside: bool
    label_end: float


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane on the screen: its top, its rows and its bars, none of them when it is dense."""

    lane: TimelineLane
    top: int
    height: int
    bars: tuple[Bar, ...]
    dense: bool


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
        bars = _bars(lane, scale, width, metrics)
        rows = DENSE_ROWS if bars is None else max((bar.row + 1 for bar in bars), default=1)
        height = rows * metrics.row + 2 * metrics.gap
        found.append(LaneBox(lane, top, height, tuple(bars or ()), bars is None))
        top += height
    return found


def columns(box: LaneBox, scale: Scale, width: float) -> tuple[float, list[int]]:
    """Return the density of a lane: the x of the first column, and how many items touch each."""
    # On a grid of days, so that the columns go along when the officer pans.
    step = COLUMN_PX / scale.pace
    first = floor(scale.left / step)
    edges = [(first + at) * step for at in range(int(width / COLUMN_PX) + 3)]
    return scale.x_of(edges[0]), box.lane.density(edges)


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
    return [(0.0, left), (low, 1.0), (high, 1.0), (1.0, right)]


def _bars(lane: TimelineLane, scale: Scale, width: float, metrics: Metrics) -> list[Bar] | None:
    """Return the bars about the screen; None when there are too many to tell apart."""
    # Whole screens to both sides: rows change only when the officer pans past one of them.
    screen = width / scale.pace
    first = (floor(scale.left / screen) - 1) * screen
    end = first + 4 * screen
    if lane.count(first, end) > MAX_LANE_BARS:
        first, end = scale.left, scale.left + screen
        if lane.count(first, end) > MAX_LANE_BARS:
            return None
    bars = [_bar(span, scale, width, metrics) for span in lane.visible(first, end)]
    rows = packed_rows(bars)
    if rows is None:
        return None
    return [bar._replace(row=row) for bar, row in zip(bars, rows, strict=True)]


def packed_rows(bars: Sequence[Bar]) -> list[int] | None:
    """Return the rows of bars with their labels, None when there are more than fit."""
    return pack_rows([(bar.x, bar.label_end + LABEL_GAP_PX) for bar in bars], MAX_LANE_ROWS)


def _bar(span: BarSpan, scale: Scale, width: float, metrics: Metrics) -> Bar:
    x = max(-MAX_PLACE_PX, scale.x_of(span.start))
    end = max(x + MIN_BAR_PX, min(MAX_PLACE_PX, scale.x_of(span.end)))
    # An open side fades out at the edge of the screen, wherever that now is.
    if span.end == inf:
        end = max(x + MIN_FADE_PX, width)
    if span.start == -inf:
        x = min(0, end - MIN_FADE_PX)
    label = metrics.width_of(span.item.title)
    inside = label + 2 * LABEL_GAP_PX <= end - x
    label_end = end if inside or not label else end + LABEL_GAP_PX + label
    return Bar(span, x, end, 0, inside, label_end)
