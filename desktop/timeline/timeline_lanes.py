"""The items of the timeline in their lanes: which are in sight, how many, and in which row.

The band asks it. No Qt here; days are ordinals as `db.day_number` counts them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import inf
from typing import NamedTuple

from db import day_number


@dataclass(frozen=True, slots=True)
class BandItem:
    """What the band shows of a record. Days are ISO text, None is open on that side.

    From `first` to `last` is where it may lie; from `start_last` to `end_first` it certainly
    went on. `lane` is the label of its lane, `tone` a tone of the palette.
    """

    id: int
    title: str
    first: str | None
    last: str | None
    start_last: str | None = None
    end_first: str | None = None
    lane: str = ""
    tone: str = "accent"


class BarSpan(NamedTuple):
    """An item in ordinals; `end` is the day after the last. Open sides are infinite.

    The core is what is certain; it is empty (`core_end` <= `core_start`) when nothing is.
    """

    start: float
    end: float
    core_start: float
    core_end: float
    item: BandItem


class TimelineLane:
    """The items of one label in the order of their starts."""

    def __init__(self, label: str, spans: Iterable[BarSpan]) -> None:
        self.label = label
        self.spans = sorted(spans, key=lambda span: (span.start, span.end, span.item.id))
        self._starts = [span.start for span in self.spans]
        self._ends = sorted(span.end for span in self.spans)
        # The latest end so far: it only grows, so that a search by halves finds the first in sight.
        self._reach = list(accumulate((span.end for span in self.spans), max))

    def count(self, first: float, end: float) -> int:
        """Say how many items touch the days from `first` up to `end`, in logarithmic time."""
        return bisect_left(self._starts, end) - bisect_right(self._ends, first)

    def visible(self, first: float, end: float) -> list[BarSpan]:
        """Return the items that touch the days from `first` up to `end`."""
        low = bisect_right(self._reach, first)
        high = bisect_left(self._starts, end)
        return [span for span in self.spans[low:high] if span.end > first]

    def density(self, edges: Sequence[float]) -> list[int]:
        """Say how many items touch each stretch between two neighbouring edges."""
        starts = [bisect_left(self._starts, edge) for edge in edges[1:]]
        over = [bisect_right(self._ends, edge) for edge in edges[:-1]]
        return [one - other for one, other in zip(starts, over, strict=True)]


def lanes_of(items: Iterable[BandItem]) -> tuple[list[TimelineLane], list[BandItem]]:
    """Return the lanes in the order in which their labels come first, and the items without any
    date.
    """
    lanes: dict[str, list[BarSpan]] = {}
    undated: list[BandItem] = []
    for item in items:
        if item.first is None and item.last is None:
            undated.append(item)
        else:
            lanes.setdefault(item.lane, []).append(span_of(item))
    return [TimelineLane(label, spans) for label, spans in lanes.items()], undated


def span_of(item: BandItem) -> BarSpan:
    """Return the item in ordinals.

    >>> span = span_of(BandItem(1, "call", "0001-01-01", "0001-01-01", "0001-01-01", "0001-01-01"))
    >>> span[:4]
    (1, 2, 1, 2)
    >>> span_of(BandItem(2, "visit", "0001-01-01", None))[:4]
    (1, inf, inf, -inf)
    """
    return BarSpan(
        -inf if item.first is None else _number(item.first),
        inf if item.last is None else _number(item.last) + 1,
        inf if item.start_last is None else _number(item.start_last),
        -inf if item.end_first is None else _number(item.end_first) + 1,
        item,
    )


def extent_of(lanes: Iterable[TimelineLane]) -> tuple[float, float] | None:
    """Return the first day and the day after the last of all that is dated; None when nothing
    is.
    """
    days = [
        day
        for lane in lanes
        for span in lane.spans
        for day in (span.start, span.end)
        if day not in (inf, -inf)
    ]
    return (min(days), max(days)) if days else None


def pack_rows(extents: Sequence[tuple[float, float]], most: int) -> list[int] | None:
    """Return the row of each extent (from, to), the first row that is free; None when `most` are
    full.

    Extents come in the order of their starts.

    >>> pack_rows([(0, 5), (3, 8), (5, 9)], most=4)
    [0, 1, 0]
    >>> pack_rows([(0, 9), (1, 9), (2, 9)], most=2) is None
    True
    """
    row_ends: list[float] = []
    rows: list[int] = []
    for start, end in extents:
        row = next((at for at, free in enumerate(row_ends) if free <= start), len(row_ends))
        if row == most:
            return None
        row_ends[row : row + 1] = [end]
        rows.append(row)
    return rows


@lru_cache(maxsize=20_000)
def _number(iso: str) -> int:
    return day_number(iso)
