"""Bars are as long as their dates are uncertain, and too many of them become a density."""

from math import inf

import pytest

from desktop.timeline.bar_rows import MAX_LANE_ROWS
from desktop.timeline.timeline_lanes import BandItem, BarSpan, SummaryLane, TimelineLane, lanes_of
from desktop.timeline.timeline_layout import (
    MAX_LANE_BARS,
    MIN_BAR_PX,
    Metrics,
    boxes,
    columns,
    stops,
)
from desktop.timeline.timeline_scale import Scale

METRICS = Metrics(20, 8, lambda title: 7.0 * len(title))
SCALE = Scale(0, 2)
ITEM = BandItem(1, "call", "0001-01-01", "0001-01-01")


def span(start: float, end: float, core: tuple[float, float] = (inf, -inf)) -> BarSpan:
    """A span of ordinals without a record of its own."""
    return BarSpan(start, end, *core, ITEM)


@pytest.mark.parametrize(
    ("given_span", "x", "end", "inside"),
    [
        (span(10, 110), 20, 220, True),
        (span(10, 11), 20, 20 + MIN_BAR_PX, False),
        (span(100, inf), 200, 600, True),
        (span(-inf, 100), 0, 200, True),
    ],
)
def test_a_bar_lies_where_its_days_do(
    given_span: BarSpan, x: float, end: float, inside: bool
) -> None:
    bar = boxes([TimelineLane("", [given_span])], SCALE, 600, METRICS)[0].bars[0]
    assert (bar.x, bar.end, bar.inside) == (x, end, inside)
    assert bar.label_end == end if inside else bar.label_end > end


@pytest.mark.parametrize(
    ("given_span", "ends"),
    [
        (span(10, 110, (10, 110)), (1, 1)),
        (span(10, 110, (50, 60)), (0, 0)),
        (span(10, 110), (0, 0)),
        (span(10, inf, (10, -inf)), (1, -1)),
        (span(-inf, 110), (-1, 1)),
    ],
)
def test_an_end_is_soft_when_it_is_uncertain_and_fades_when_it_is_open(
    given_span: BarSpan, ends: tuple[float, float]
) -> None:
    bar = boxes([TimelineLane("", [given_span])], SCALE, 600, METRICS)[0].bars[0]
    found = stops(bar, SCALE)
    assert (found[0][1], found[-1][1]) == ends
    assert [at for at, _ in found] == sorted(at for at, _ in found)
    assert max(weight for _, weight in found) == 1


def test_items_at_one_time_stand_in_rows_of_their_own() -> None:
    box = boxes([TimelineLane("", [span(10, 40)] * 3)], SCALE, 600, METRICS)[0]
    assert [bar.row for bar in box.bars] == [0, 1, 2]
    assert box.height == 3 * METRICS.row + 2 * METRICS.gap


@pytest.mark.parametrize(
    ("count", "dense"), [(5, False), (MAX_LANE_ROWS + 1, True), (MAX_LANE_BARS + 1, True)]
)
def test_too_many_together_become_a_density_that_counts_them_all(count: int, dense: bool) -> None:
    lanes, _ = lanes_of([BandItem(n, "x", "0001-01-09", "0001-01-09") for n in range(count)])
    box = boxes(lanes, SCALE, 600, METRICS)[0]
    assert box.dense is dense
    assert max(columns(box, SCALE, 600)[1]) == count


def test_lanes_stand_under_each_other() -> None:
    first, second = boxes(
        [TimelineLane("a", [span(1, 9)]), TimelineLane("b", [span(1, 9)])], SCALE, 600, METRICS
    )
    assert (first.top, second.top) == (0, first.height)


def test_a_lane_of_which_only_the_number_is_known_is_a_density() -> None:
    lane = SummaryLane("a", "a", 1, 4, [1, 1])
    assert boxes([lane], SCALE, 600, METRICS)[0].dense
    assert not boxes([lane], Scale(500, 2), 600, METRICS)[0].dense


def test_a_name_that_would_be_cut_at_the_edge_stands_before_its_bar() -> None:
    lanes = [TimelineLane("", [span(290, 291), span(250, 251)])]
    near, last = boxes(lanes, SCALE, 600, METRICS)[0].bars
    assert (near.before, near.label_end > near.end) == (0, True)
    assert last.before > 0 and last.label_end == last.end <= 600
    assert last.is_labelled and near.is_labelled
    assert near.row != last.row  # or it would lie on the other's name


def test_what_goes_on_throughout_hides_nothing_that_happens() -> None:
    """A hundred agreements in force would stay a density however near an officer looks."""
    lasting = [span(-9_000, inf if n % 2 else 9_000) for n in range(MAX_LANE_BARS + 30)]
    lane = TimelineLane("", [*lasting, span(10, 11), span(200, inf)])
    box = boxes([lane], SCALE, 600, METRICS)[0]
    assert (box.dense, box.lasting) == (False, len(lasting))
    assert sorted((bar.span.start, bar.row) for bar in box.bars) == [(10, 1), (200, 1)]
    assert box.height == 2 * METRICS.row + 2 * METRICS.gap
    assert boxes([lane], Scale(-8_000, 2), 600, METRICS)[0].bars == ()
    far = boxes([lane], Scale(-10_000, 0.03), 600, METRICS)[0]
    assert (far.dense, far.lasting) == (True, 0)
