"""The items of the timeline in their lanes: which are in sight, how many, and in which row.

The band asks it. No Qt here; days are ordinals as `db.day_number` counts them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import ceil, inf
from typing import Final, NamedTuple

from db import day_number

#: What stands before the name of an item whose date is not quite what is written.
SIGNS: Final[Mapping[str, str]] = {"about": "≈ ", "before": "‹ ", "after": "› "}
_HOUR: Final = 1 / 24  # of a day: as long a call is drawn whose hour is known
_BLOCK_ITEMS: Final = 256  # items whose latest end is known, so that they can be skipped at once


@dataclass(frozen=True, slots=True)
class BandItem:
    """What the band shows of a record. Days are ISO text, None is open on that side.

    From `first` to `last` is where it may lie; from `start_last` to `end_first` it certainly
    went on. `lane` is the label of its lane, `tone` a tone of the palette, `weight` says whose name
    is left out last, `doubt` whether the date is about, before or after what is written.
    """

    id: int
    title: str
    first: str | None
    last: str | None
    start_last: str | None = None
    end_first: str | None = None
    lane: str = ""
    tone: str = "accent"
    weight: int = 0
    doubt: str = ""
    part_of: int | None = None  # the item that it is a part of
    record_id: int | None = None  # the record to open, where its own number is another
    also: str = ""  # a second line of its tip
    hour: float | None = None  # the part of the day gone by when it began, where that is known
    staged: bool = False  # drawn in steps: signed, then in force
    kind: str = "event"  # of the record
    when: str = ""  # its dates in words, where these are known

    @property
    def label(self) -> str:
        """What stands on its bar or beside it.

        >>> BandItem(1, "Talks", "2018-01-01", "2020-12-31", doubt="about").label
        '≈ Talks'
        """
        return SIGNS.get(self.doubt, "") + self.title

    @property
    def opens(self) -> int:
        """The record that the item is of."""
        return self.id if self.record_id is None else self.record_id


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
    """The items of one label in the order of their starts, as columns of numbers.

    What is known of an item beside its days is looked up in `known`, which others fill; an item
    that is not there yet is a bar without a name.
    """

    is_summary = False  # whether only is known how many there are at a time

    def __init__(self, label: str, spans: Iterable[BarSpan] = (), key: str = "") -> None:
        self.label = label
        self.key = key
        self._spans = sorted(spans, key=lambda span: (span.start, span.end, span.item.id))
        self._known: Mapping[int, BarSpan] = {}
        self.ids = array("q", [span.item.id for span in self._spans])
        self.starts = array("f", [span.start for span in self._spans])
        self.ends = array("f", [span.end for span in self._spans])
        self._sorted_ends: array[float] | None = None
        self._latest: array[float] | None = None  # the latest end of each block
        self._columns: tuple[float, int, list[int]] = (0.0, 0, [])  # as they were counted last

    @classmethod
    def of_columns(
        cls,
        label: str,
        key: str,
        columns: tuple[array[int], array[float], array[float]],
        known: Mapping[int, BarSpan],
    ) -> TimelineLane:
        """Return the lane of ids, starts and ends that stand in order."""
        lane = cls(label, key=key)
        lane.ids, lane.starts, lane.ends = columns
        lane._known = known
        return lane

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def spans(self) -> list[BarSpan]:
        """All items; of a long lane ask for those that are visible."""
        return [self.span_at(at) for at in range(len(self))]

    @property
    def tone(self) -> str:
        """The tone of its density."""
        return self._spans[0].item.tone if self._spans else "accent"

    def span_at(self, at: int) -> BarSpan:
        """Return an item by its place."""
        if self._spans:
            return self._spans[at]
        found = self._known.get(self.ids[at])
        if found is not None:
            return found
        start, end = self.starts[at], self.ends[at]
        return BarSpan(start, end, start, end, BandItem(self.ids[at], "", None, None))

    def is_known(self, span: BarSpan) -> bool:
        """Say whether more is known of an item than its days."""
        return bool(self._spans) or span.item.id in self._known

    def count(self, first: float, end: float) -> int:
        """Say how many items touch the days from `first` up to `end`, in logarithmic time."""
        return bisect_left(self.starts, end) - bisect_right(self._ends_in_order(), first)

    def _ends_in_order(self) -> array[float]:
        if self._sorted_ends is None:
            self._sorted_ends = array("f", sorted(self.ends))
        return self._sorted_ends

    def _latest_ends(self) -> array[float]:
        if self._latest is None:
            blocks = range(0, len(self), _BLOCK_ITEMS)
            self._latest = array("f", [max(self.ends[at : at + _BLOCK_ITEMS]) for at in blocks])
        return self._latest

    def visible(self, first: float, end: float) -> list[BarSpan]:
        """Return the items that touch the days from `first` up to `end`."""
        return [self.span_at(at) for at in self.visible_places(first, end)]

    def visible_places(self, first: float, end: float) -> list[int]:
        """Return their places in the lane."""
        high = bisect_left(self.starts, end)
        found: list[int] = []
        for block, latest in enumerate(self._latest_ends()):
            low = block * _BLOCK_ITEMS
            if low >= high:
                break
            if latest > first:
                ends = self.ends[low : min(low + _BLOCK_ITEMS, high)]
                found += [low + at for at, last in enumerate(ends) if last > first]
        return found

    def limits_within(self, first: float, end: float) -> int:
        """Say how many starts and ends of items lie from one day up to another, in logarithmic
        time.
        """
        starts, ends = self.starts, self._ends_in_order()
        within = bisect_left(starts, end) - bisect_right(starts, first)
        return within + bisect_left(ends, end) - bisect_right(ends, first)

    def passing_places(self, first: float, end: float) -> list[int]:
        """Return the places of what is visible and does not go on throughout those days."""
        starts, ends = self.starts, self.ends
        places = self.visible_places(first, end)
        return [at for at in places if starts[at] > first or ends[at] < end]

    def density(self, edges: Sequence[float]) -> list[int]:
        """Say how many items touch each stretch between two neighbouring edges."""
        starts, ends = self.starts, self._ends_in_order()
        begin = [bisect_left(starts, edge) for edge in edges[1:]]
        over = [bisect_right(ends, edge) for edge in edges[:-1]]
        return [one - other for one, other in zip(begin, over, strict=True)]

    def columns(self, step: float, first: int, number: int) -> list[int]:
        """Say how many items touch each of so many columns of `step` days, from the column `first`
        on; those that were counted last are not counted again.
        """
        end = first + number
        before, known_first, counts = self._columns
        known_end = known_first + len(counts)
        if before != step or known_end <= first or end <= known_first:
            counts = self._count_columns(step, first, end)
        else:
            same = counts[max(0, first - known_first) : max(0, end - known_first)]
            counts = [
                *self._count_columns(step, first, known_first),
                *same,
                *self._count_columns(step, known_end, end),
            ]
        self._columns = step, first, counts
        return counts

    def _count_columns(self, step: float, first: int, end: int) -> list[int]:
        if end <= first:
            return []
        return self.density([at * step for at in range(first, end + 1)])

    def extent(self) -> tuple[float, float] | None:
        """Return the first day and the day after the last; None where no side is known."""
        starts, ends = self.starts, self._ends_in_order()
        firsts = (day for day in (*starts[bisect_right(starts, -inf) :][:1], *ends[:1]))
        lasts = (day for day in (*ends[: bisect_left(ends, inf)][-1:], *starts[-1:]))
        low = min((day for day in firsts if abs(day) != inf), default=None)
        high = max((day for day in lasts if abs(day) != inf), default=None)
        if low is None or high is None:
            return None if low is high else (low or high or 0.0, (high or low or 0.0) + 1)
        return low, max(high, low + 1)


class SummaryLane(TimelineLane):
    """A lane of which only is known how many items begin in each column of time."""

    is_summary = True

    def __init__(
        self, label: str, key: str, first: float, step: float, counts: Sequence[int]
    ) -> None:
        super().__init__(label, key=key)
        self._first, self._step = first, step
        self._sums = [0, *accumulate(counts)]

    def __len__(self) -> int:
        return self._sums[-1]

    @property
    def spans(self) -> list[BarSpan]:
        """None of them is known."""
        return []

    def _sum_before(self, day: float) -> float:
        """Return how many begin before a day; within a column they are spread evenly.

        >>> SummaryLane("", "", 100, 10, [4, 0, 2])._sum_before(105)
        2.0
        """
        place = (day - self._first) / self._step
        if place <= 0:
            return 0.0
        at = int(min(place, len(self._sums) - 1))
        if at == len(self._sums) - 1:
            return float(self._sums[-1])
        return self._sums[at] + (place - at) * (self._sums[at + 1] - self._sums[at])

    def count(self, first: float, end: float) -> int:
        """Say about how many items begin from one day up to another."""
        return round(self._sum_before(end) - self._sum_before(first))

    def visible_places(self, first: float, end: float) -> list[int]:
        """Return none: where one stands is not known."""
        return []

    def density(self, edges: Sequence[float]) -> list[int]:
        """Say about how many items begin in each stretch between two neighbouring edges."""
        sums = [*map(self._sum_before, edges)]
        return [ceil(end - start) for start, end in pairwise(sums)]

    def extent(self) -> tuple[float, float] | None:
        """Return the first day and the day after the last of the columns."""
        if not len(self):
            return None
        return self._first, self._first + self._step * (len(self._sums) - 1)


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
    start = -inf if item.first is None else _number(item.first)
    end = inf if item.last is None else _number(item.last) + 1
    if item.hour is not None and end == start + 1:
        begin = start + item.hour
        return BarSpan(begin, begin + _HOUR, begin, begin + _HOUR, item)
    core_end = inf if item.staged and item.last is None else -inf
    return BarSpan(
        start,
        end,
        inf if item.start_last is None else _number(item.start_last),
        core_end if item.end_first is None else _number(item.end_first) + 1,
        item,
    )


def extent_of(lanes: Iterable[TimelineLane]) -> tuple[float, float] | None:
    """Return the first day and the day after the last of all that is dated; None when nothing
    is.
    """
    extents = [extent for lane in lanes if (extent := lane.extent()) is not None]
    if not extents:
        return None
    return min(first for first, _ in extents), max(end for _, end in extents)


@lru_cache(maxsize=20_000)
def _number(iso: str) -> int:
    return day_number(iso)
