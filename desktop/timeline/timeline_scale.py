"""Which day stands where on the timeline, and which days get a mark; the band asks it. No Qt here.

Days are proleptic ordinals as `db.day_number` counts them, places are px from the left of the plot.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from db import day_at, day_number

MAX_PX_A_DAY: Final = 2_400.0  # px a day: a hundred an hour
MIN_PX_A_DAY: Final = 1 / 20_000  # px a day: a screen of some 60,000 years


@dataclass(frozen=True, slots=True)
class Scale:
    """`left` is the day at x = 0, `pace` the px that a day takes.

    >>> scale = Scale(left=100, pace=2)
    >>> scale.x_of(110), scale.day_of(20)
    (20, 110.0)
    >>> scale.pan(20).left, scale.zoom(2, at=20).x_of(110)
    (110.0, 20.0)
    """

    left: float
    pace: float

    def x_of(self, day: float) -> float:
        """Say where a day begins."""
        return (day - self.left) * self.pace

    def day_of(self, x: float) -> float:
        """Return the day at a place, with the part of it that has gone by."""
        return self.left + x / self.pace

    def pan(self, pixels: float) -> Scale:
        """Return the scale so many px further on in time."""
        return Scale(self.left + pixels / self.pace, self.pace)

    def zoom(self, factor: float, at: float) -> Scale:
        """Return the scale with days so many times as wide, the day at a place staying there."""
        pace = min(MAX_PX_A_DAY, max(MIN_PX_A_DAY, self.pace * factor))
        return Scale(self.day_of(at) - at / pace, pace)


def fit_scale(first: float, end: float, width: float, margin: float = 24) -> Scale:
    """Return the scale on which days from `first` up to `end` fill a width but for its margins.

    >>> scale = fit_scale(0, 100, 248)
    >>> scale.x_of(0), scale.x_of(100)
    (24.0, 224.0)
    """
    room = max(1.0, width - 2 * margin)
    pace = min(MAX_PX_A_DAY, max(MIN_PX_A_DAY, room / max(1.0, end - first)))
    middle = (first + end) / 2
    return Scale(middle - width / 2 / pace, pace)


class Unit(NamedTuple):
    """What lies between marks: `step` hours, days, months or years, about `days` days in all."""

    kind: str
    step: int
    days: float


DAY: Final = Unit("day", 1, 1)
MONTH: Final = Unit("month", 1, 30.4)
YEAR: Final = Unit("year", 1, 365.2)
DECADE: Final = Unit("year", 10, 3652)
UNITS: Final = (
    *(Unit("hour", n, n / 24) for n in (1, 3, 6, 12)),
    DAY,
    Unit("day", 2, 2),
    Unit("day", 7, 7),
    MONTH,
    Unit("month", 3, 91.3),
    *(Unit("year", n, n * 365.2) for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)),
)
# What stands above the marks of a kind.
_ABOVE: Final = {"hour": DAY, "day": MONTH, "month": YEAR}


class Tick(NamedTuple):
    """A mark: its day, with the part of it that has gone by, and the parts of its date. Year 0 is
    1 BC.
    """

    day: float
    year: int
    month: int
    date: int
    hour: int = 0


def unit_for(pace: float, apart: float) -> Unit:
    """Return the finest unit whose marks stand at least so many px apart.

    >>> unit_for(60, 56).kind, unit_for(5, 56).kind, unit_for(0.001, 56)[:2]
    ('day', 'month', ('year', 200))
    """
    return next((unit for unit in UNITS if unit.days * pace >= apart), UNITS[-1])


def unit_above(unit: Unit) -> Unit | None:
    """Return the unit of the row above: months over days, years over months, decades over years.

    >>> unit_above(YEAR) == DECADE, unit_above(DECADE) is None
    (True, True)
    """
    if unit.kind == "year":
        return DECADE if unit.step < DECADE.step else None
    return _ABOVE[unit.kind]


def ticks(unit: Unit, first: float, end: float) -> list[Tick]:
    """Return the marks of a unit from the last one at or before `first` up to `end`.

    >>> [tick[1:4] for tick in ticks(MONTH, day_number("2025-11-20"), day_number("2026-01-02"))]
    [(2025, 11, 1), (2025, 12, 1), (2026, 1, 1)]
    """
    found: list[Tick] = []
    for tick in _walk(unit, int(first // 1)):
        if tick.day >= end:
            break
        if tick.day <= first:
            found.clear()
        found.append(tick)
    return found


def parts_of(day: int) -> tuple[int, int, int]:
    """Return year, month and day of the month of an ordinal.

    >>> parts_of(1), parts_of(0)
    ((1, 1, 1), (0, 12, 31))
    """
    return day_at(day)


def shifted_day(day: int, days: int, months: int) -> int:
    """Return the day so many days and months on; a month with fewer days gives its last.

    >>> shifted_day(day_number("2025-01-31"), 0, 1) == day_number("2025-02-28")
    True
    """
    year, month, date = parts_of(day)
    at = year * 12 + month - 1 + months
    start = int(_month_start(at).day)
    length = int(_month_start(at + 1).day) - start
    return start + min(date, length) - 1 + days


def _walk(unit: Unit, first: int) -> Iterator[Tick]:
    """Yield the marks of a unit without end, from one that lies at or before a day."""
    year, month, _ = parts_of(first)
    months = year * 12 + month - 1
    if unit.kind == "year":
        months -= months % (unit.step * 12)
        step = unit.step * 12
    else:
        step = unit.step if unit.kind == "month" else 1
        months -= months % step
    while True:
        start = _month_start(months)
        if unit.kind == "hour":
            for day in _days(start, _month_start(months + 1), 1):
                yield from _hours(day, unit.step)
        elif unit.kind == "day":
            yield from _days(start, _month_start(months + 1), unit.step)
        else:
            yield start
        months += step


def _month_start(months: int) -> Tick:
    year, month = divmod(months, 12)
    return Tick(day_number(f"{year:04}-{month + 1:02}-01"), year, month + 1, 1)


def _days(start: Tick, end: Tick, step: int) -> Iterator[Tick]:
    """Yield days of a month, counted anew in each; one too near to the next month is left out."""
    first, last = int(start.day), int(end.day)
    for day in range(first, last, step):
        if day == first or last - day >= step:
            yield Tick(day, start.year, start.month, day - first + 1)


def _hours(day: Tick, step: int) -> Iterator[Tick]:
    """Yield the hours of a day."""
    for hour in range(0, 24, step):
        yield day._replace(day=day.day + hour / 24, hour=hour)
