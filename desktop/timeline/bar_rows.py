"""In which rows the bars of a lane stand, parts inside their whole, and whose names have room.

The layout asks it. No Qt here; places are px from the left of the plot.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, inf
from typing import Final, NamedTuple

from desktop.timeline.timeline_lanes import BarSpan

MAX_LANE_ROWS: Final = 20  # in a lane; more of them become a density
LABEL_GAP_PX: Final = 6  # px between a bar and the label beside it
MAX_PLACE_PX: Final = 1 << 14  # px outside of which nothing is placed
_LABEL_SHARES: Final = (1.0, 0.3, 0.08, 0.0)  # of bars with names, tried by turns


class Bar(NamedTuple):
    """A span on the screen: its bar from `x` to `end`, its row, and where its label goes.

    `label_end` is the end of what the bar and its label take, the bar's own end where there is no
    room for a label; `inside` says that the label stands on the bar. `rows` is how many rows it
    takes with its parts, `frame_end` where the last of these ends.
    """

    span: BarSpan
    x: float
    end: float
    row: int
    inside: bool
    label_end: float
    rows: int = 1
    frame_end: float = 0.0
    before: float = 0.0  # px that its name takes before it, where there is no room behind

    @property
    def is_labelled(self) -> bool:
        """Whether its name has room."""
        return self.inside or self.label_end > self.end or self.before > 0


class _Block(NamedTuple):
    """A bar with its parts under it: where it begins and ends, and their rows within it."""

    x: float
    end: float
    bars: tuple[tuple[Bar, int], ...]
    rows: int


def packed_bars(bars: Sequence[Bar]) -> list[Bar] | None:
    """Return bars, in the order of their starts, with their rows: each with its name if that fits,
    else only the important ones; None when there are too many even without.
    """
    by_weight = sorted(range(len(bars)), key=lambda at: _weight(bars[at]), reverse=True)
    for share in _LABEL_SHARES:
        with_names = {*by_weight[: ceil(share * len(bars))]}
        tried = [bar if at in with_names else _without_label(bar) for at, bar in enumerate(bars)]
        blocks = _blocks(tried)
        rows = pack_blocks([(b.x, b.end + LABEL_GAP_PX) for b in blocks], [b.rows for b in blocks])
        if rows is not None:
            return [
                bar._replace(row=row + within)
                for block, row in zip(blocks, rows, strict=True)
                for bar, within in block.bars
            ]
    return None


def _weight(bar: Bar) -> tuple[float, float]:
    return bar.span.item.weight, bar.end - bar.x


def _without_label(bar: Bar) -> Bar:
    return bar if bar.inside else bar._replace(label_end=bar.end, before=0.0)


def pack_blocks(extents: Sequence[tuple[float, float]], heights: Sequence[int]) -> list[int] | None:
    """Return the row of each extent (from, to) that takes so many rows, the first that are free;
    None when there are too many.

    >>> pack_blocks([(0, 9), (1, 3), (4, 6)], [2, 1, 1])
    [0, 2, 2]
    >>> pack_blocks([(0, 9)] * 21, [1] * 21) is None
    True
    """
    row_ends: list[float] = [-inf] * MAX_LANE_ROWS
    rows: list[int] = []
    for (start, end), height in zip(extents, heights, strict=True):
        free = 0
        for row in range(MAX_LANE_ROWS):
            free = free + 1 if row_ends[row] <= start else 0
            if free == height:
                break
        else:
            return None
        rows.append(row - height + 1)
        row_ends[row - height + 1 : row + 1] = [end] * height
    return rows


def _blocks(bars: Sequence[Bar]) -> list[_Block]:
    """Return each bar that is no part of another with its parts, in the order of their starts."""
    if not any(bar.span.item.part_of for bar in bars):
        return [_single(bar) for bar in bars]
    parts: dict[int, list[Bar]] = {}
    there = {bar.span.item.id: bar for bar in bars}
    wholes: list[Bar] = []
    for bar in bars:
        whole = _whole_of(bar, there)
        if whole is None:
            wholes.append(bar)
        else:
            parts.setdefault(whole, []).append(bar)
    blocks = [_block(bar, parts) for bar in wholes]
    return sorted(blocks, key=lambda block: block.x)


def _whole_of(bar: Bar, there: dict[int, Bar]) -> int | None:
    """Return what a bar is drawn in: its whole, unless that leads back to the bar itself."""
    first = bar.span.item.part_of
    if first is None or first not in there:
        return None
    seen, at = {bar.span.item.id}, first
    while at in there:
        if at in seen:
            return None
        seen.add(at)
        above = there[at].span.item.part_of
        if above is None:
            break
        at = above
    return first


def _single(bar: Bar) -> _Block:
    x = -MAX_PLACE_PX if bar.span.start == -inf else bar.x - bar.before
    end = MAX_PLACE_PX if bar.span.end == inf else bar.label_end
    return _Block(x, end, ((bar, 0),), 1)


def _block(bar: Bar, parts: dict[int, list[Bar]]) -> _Block:
    """Return a bar with its parts in the rows below it, and theirs in those below them."""
    own = _single(bar)
    inner = [_block(part, parts) for part in parts.get(bar.span.item.id, ())]
    if not inner:
        return own
    inner.sort(key=lambda block: block.x)
    heights = [block.rows for block in inner]
    rows = pack_blocks([(b.x, b.end + LABEL_GAP_PX) for b in inner], heights)
    if rows is None:  # more parts at once than a lane has rows: they stand behind each other
        rows = [0] * len(inner)
    height = 1 + max(row + each for row, each in zip(rows, heights, strict=True))
    x = min([own.x, *(block.x for block in inner)])
    end = max([own.end, *(block.end for block in inner)])
    frame_end = max([bar.end, *(each.end for block in inner for each, _ in block.bars)])
    whole = bar._replace(rows=height, frame_end=frame_end)
    placed = [(whole, 0)]
    for block, row in zip(inner, rows, strict=True):
        placed += [(each, 1 + row + within) for each, within in block.bars]
    return _Block(x, end, tuple(placed), height)
