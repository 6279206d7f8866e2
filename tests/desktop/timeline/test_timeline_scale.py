"""Days and places turn into each other, and marks stand on the right days at every zoom."""

from itertools import pairwise
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import day_number
from desktop.timeline.timeline_scale import (
    MAX_PX_A_DAY,
    MIN_PX_A_DAY,
    UNITS,
    Scale,
    Unit,
    fit_scale,
    parts_of,
    ticks,
    unit_for,
)

days = st.integers(-2_000_000, 5_000_000)
paces = st.floats(MIN_PX_A_DAY, MAX_PX_A_DAY)


@given(days, paces, days)
def test_a_place_gives_its_day_back(left: int, pace: float, day: int) -> None:
    scale = Scale(left, pace)
    assert scale.day_of(scale.x_of(day)) == pytest.approx(day, abs=1e-3)


@given(days, paces, st.floats(0.01, 100), st.floats(0, 2000))
def test_the_day_under_the_pointer_stays_while_zooming(
    left: int, pace: float, factor: float, at: float
) -> None:
    before = Scale(left, pace)
    after = before.zoom(factor, at)
    assert MIN_PX_A_DAY <= after.pace <= MAX_PX_A_DAY
    assert after.day_of(at) == pytest.approx(before.day_of(at), abs=1e-3)


@given(days, st.integers(1, 1_000_000), st.floats(200, 4000))
def test_what_is_fitted_lies_within_the_width(first: int, length: int, width: float) -> None:
    scale = fit_scale(first, first + length, width)
    assert -0.01 <= scale.x_of(first) < scale.x_of(first + length) <= width + 0.01


@given(days, st.sampled_from(UNITS))
def test_marks_go_on_without_a_gap_from_before_the_first_day(first: int, unit: Unit) -> None:
    end = first + 5 * unit.days
    found = ticks(unit, first, end)
    assert found[0].day <= first
    assert all(tick.day < end for tick in found)
    steps = [right.day - left.day for left, right in pairwise(found)]
    assert all(0 < step <= unit.days * 2 + 1 for step in steps)
    assert all(parts_of(floor(tick.day)) == tick[1:4] for tick in found)


@pytest.mark.parametrize(
    ("pace", "kind", "step"),
    [
        (1_500, "hour", 1),
        (160, "hour", 12),
        (60, "day", 1),
        (30, "day", 2),
        (10, "day", 7),
        (2, "month", 1),
        (0.7, "month", 3),
        (0.2, "year", 1),
        (0.01, "year", 20),
        (0.002, "year", 100),
        (MIN_PX_A_DAY, "year", 5000),
    ],
)
def test_marks_go_from_days_to_centuries(pace: float, kind: str, step: int) -> None:
    assert unit_for(pace, 56)[:2] == (kind, step)


def test_years_are_marked_across_the_turn_of_the_era() -> None:
    found = ticks(Unit("year", 10, 3652), day_number("-0015-03-01"), day_number("0021-01-01"))
    assert [tick.year for tick in found] == [-20, -10, 0, 10, 20]
