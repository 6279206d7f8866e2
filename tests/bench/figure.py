"""One figure of `bench`: what the program takes beside its floor, and how it is worked out."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """`ratio` is ours to floor; n is how often it was measured, the rest what it then was."""

    ours: float
    floor: float
    ratio: float
    unit: str  # s · ms · MB
    n: int
    p95: float | None = None
    p99: float | None = None

    def as_json(self) -> dict[str, Any]:
        """The figure as the command prints it, to four significant digits."""
        return {
            key: float(f"{value:.4g}") if isinstance(value, float) else value
            for key, value in asdict(self).items()
        }


def percentile(values: Sequence[float], share: int) -> float:
    """The smallest value that so many of a hundred do not exceed.

    >>> percentile([4.0, 1.0, 3.0, 2.0], 50), percentile([4.0, 1.0, 3.0, 2.0], 99)
    (2.0, 4.0)
    """
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


def against_floor(ours: Sequence[float], floor: Sequence[float], unit: str = "s") -> Figure:
    """The medians of runs that took turns."""
    mine, least = median(ours), median(floor)
    return Figure(mine, least, mine / least, unit, len(ours), percentile(ours, 95))


def within_limit(times: Sequence[float], limit: float, share: int) -> Figure:
    """So many of a hundred times (seconds) beside the limit (milliseconds) they have to keep."""
    spent = [1000 * each for each in times]
    ours = percentile(spent, share)
    p95, p99 = percentile(spent, 95), percentile(spent, 99)
    return Figure(ours, limit, ours / limit, "ms", len(spent), p95, p99)


def seconds(job: Callable[[], object]) -> float:
    """How long something takes, in seconds."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start
