"""How full each lane of a large desk is at each time, kept among the desk's settings.

A million items take seconds to read. The timeline draws this first, and writes it anew whenever it
has read them all. What changed since then is not in it.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf, isfinite
from typing import Any, Final, NamedTuple

from db.lens import Lens
from db.lists.timeline.lane_sources import RECORD_LANES, SCHEMES
from db.lists.timeline.lane_spans import (
    MAX_LANES,
    LaneRequest,
    LanesFound,
    LaneSpans,
    name_lanes,
)
from db.storage.engine import Sql

PREFIX: Final = "timeline "  # of the settings
MIN_ITEMS: Final = 20_000  # items; fewer are read as soon as a summary
_COLUMNS: Final = 256  # of all time that lanes are counted in
_MAX_ITEMS: Final = 5_000_000  # items that a summary may tell of; a desk may be forged


class LaneCounts(NamedTuple):
    """How many items of a lane begin in each column of time."""

    key: str
    title: str
    counts: Sequence[int]


@dataclass(slots=True)
class LaneSummary:
    """The lanes, and what stands in none; columns are `step` days wide and begin at `first`."""

    first: float
    step: float
    lanes: list[LaneCounts]
    elsewhere: LaneCounts
    lanes_left_out: int
    change_id: int


def summary_key(request: LaneRequest, lens: Lens) -> str:
    """Return the setting that keeps the summary of a request through a lens; '' where none does.

    >>> summary_key(LaneRequest("kind", {"event"}), Lens(ceiling=2))
    'timeline kind event 2'
    """
    if request.ids is not None or request.wanted is not None:
        return ""
    return f"{PREFIX}{request.scheme} {'+'.join(sorted(request.kinds))} {lens.ceiling}"


def summarize_lanes(found: LanesFound) -> str:
    """Return the summary of lanes as text; '' where they are read as soon as it."""
    lanes = (*found.lanes, found.elsewhere)
    if sum(len(lane.ids) for lane in lanes) < MIN_ITEMS:
        return ""
    days = [day for lane in lanes for day in _ends_of(lane)]
    first, last = min(days, default=0.0), max(days, default=1.0)
    step = max(1.0, (last - first + 1) / _COLUMNS)
    edges = [first + at * step for at in range(_COLUMNS + 1)]
    written = {
        "change": found.change_id,
        "first": first,
        "step": step,
        "lanes": [[lane.key, _counts(lane, edges)] for lane in lanes],
        "left_out": found.lanes_left_out,
    }
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def _ends_of(lane: LaneSpans) -> list[float]:
    """Return the first and the last start that are known."""
    starts = lane.starts
    low = bisect_left(starts, -1e12)
    return [day for day in (*starts[low : low + 1], *starts[-1:]) if isfinite(day)]


def _counts(lane: LaneSpans, edges: Sequence[float]) -> list[int]:
    """Count the items that begin in each column; those without a known start in the first."""
    places = [0, *(bisect_left(lane.starts, edge) for edge in edges[1:-1]), len(lane.starts)]
    return [end - start for start, end in pairwise(places)]


def read_summary(sql: Sql, request: LaneRequest, lens: Lens) -> LaneSummary | None:
    """Return what the lanes of a request were when they were last read whole; None where that is
    not known, or what was changed since lies above the ceiling.
    """
    key = summary_key(request, lens)
    text = sql.value("SELECT value FROM setting WHERE key = ?", (key,)) if key else None
    if not text or request.scheme not in SCHEMES:
        return None
    try:
        found = _found_in(json.loads(str(text)))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None  # another release wrote it, or nobody; what is read next tells the truth
    newest = sql.value("SELECT max(id) FROM change") or 0
    marking = sql.value("SELECT max(marking) FROM change WHERE id > ?", (found.change_id,))
    if found.change_id > newest or not lens.shows(marking or 0):
        return None
    if request.scheme in RECORD_LANES:
        spans = [LaneSpans(lane.key) for lane in found.lanes]
        name_lanes(sql, request.scheme, spans, lens)
        titled = zip(found.lanes, spans, strict=True)
        # A lane without a title is gone, or hidden.
        found.lanes = [lane._replace(title=each.title) for lane, each in titled if each.title]
    return found


def _found_in(written: dict[str, Any]) -> LaneSummary:
    first, step = float(written["first"]), float(written["step"])
    if not (isfinite(first) and 0 < step < inf):
        raise ValueError("no such days")
    lanes = [LaneCounts(str(key), "", counts) for key, counts in written["lanes"]]
    if not 0 < len(lanes) <= MAX_LANES + 1:
        raise ValueError("no such lanes")
    for lane in lanes:
        if len(lane.counts) != _COLUMNS or not 0 <= sum(lane.counts) <= _MAX_ITEMS:
            raise ValueError("no such counts")
    left_out, change = int(written["left_out"]), int(written["change"])
    return LaneSummary(first, step, lanes[:-1], lanes[-1], left_out, change)
