"""Which items are in sight and how many, against counting them one by one."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import day_from_number
from desktop.timeline.timeline_lanes import (
    BandItem,
    SummaryLane,
    TimelineLane,
    extent_of,
    lanes_of,
    span_of,
)

SOME = 730_000


@st.composite
def items(draw: st.DrawFn) -> BandItem:
    """An item that may be open on either side, or on both."""
    start = draw(st.none() | st.integers(SOME, SOME + 60))
    length = draw(st.none() | st.integers(0, 40))
    first = None if start is None else day_from_number(start)
    last = None if length is None else day_from_number((start or SOME) + length)
    return BandItem(
        draw(st.integers(1, 99)), "talks", first, last, lane=draw(st.sampled_from("ab"))
    )


windows = st.tuples(st.integers(SOME - 20, SOME + 80), st.integers(1, 50))


@given(st.lists(items()), windows)
def test_the_count_and_the_visible_are_those_that_touch(
    given_items: list[BandItem], window: tuple[int, int]
) -> None:
    first, end = window[0], sum(window)
    for lane in lanes_of(given_items)[0]:
        touching = [span for span in lane.spans if span.start < end and span.end > first]
        assert lane.visible(first, end) == touching
        assert lane.count(first, end) == len(touching)
        assert lane.density([first, end]) == [len(touching)]


@given(st.lists(items()))
def test_no_item_is_dropped(given_items: list[BandItem]) -> None:
    lanes, undated = lanes_of(given_items)
    shown = [span.item for lane in lanes for span in lane.spans]
    assert sorted(map(id, shown + undated)) == sorted(map(id, given_items))
    assert all(item.first is None and item.last is None for item in undated)


def test_lanes_stand_in_the_order_of_their_first_items() -> None:
    given_items = [BandItem(n, "", "2025-01-01", None, lane=lane) for n, lane in enumerate("cabca")]
    assert [lane.label for lane in lanes_of(given_items)[0]] == ["c", "a", "b"]


def test_open_sides_do_not_stretch_the_whole() -> None:
    lane = TimelineLane(
        "",
        [
            span_of(BandItem(1, "", "0001-01-03", None)),
            span_of(BandItem(2, "", None, "0001-01-09")),
        ],
    )
    assert extent_of([lane]) == (3, 10)
    assert extent_of([]) is None


@given(st.lists(items(), max_size=40), st.integers(-30, 30), st.integers(1, 40), st.integers(1, 9))
def test_columns_that_were_counted_before_are_counted_right(
    given_items: list[BandItem], first: int, number: int, moved: int
) -> None:
    for lane in lanes_of(given_items)[0]:
        base = SOME // 3 + first
        lane.columns(3.0, base, number)
        again = TimelineLane("", lane.spans)
        for at in (base + moved, base - moved, base + 500):
            assert lane.columns(3.0, at, number) == again.density(
                [3.0 * (at + step) for step in range(number + 1)]
            )


def test_a_lane_of_columns_looks_its_items_up() -> None:
    span = span_of(BandItem(7, "Talks", "0001-01-03", "0001-01-04"))
    columns = array("q", [7, 8]), array("f", [3, 5]), array("f", [5, 6])
    lane = TimelineLane.of_columns("A", "a", columns, {7: span})
    assert [lane.is_known(each) for each in lane.spans] == [True, False]
    assert lane.span_at(0) is span and lane.span_at(1)[:2] == (5, 6)
    assert (lane.count(4, 9), [each.item.id for each in lane.visible(5, 9)]) == (2, [8])


def test_a_long_lane_skips_what_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = [float(at + 1) for at in range(5_000)]
    ends[3] = 9_000.0
    columns = array("q", range(5_000)), array("f", range(5_000)), array("f", ends)
    lane = TimelineLane.of_columns("", "", columns, {})
    assert lane.visible_places(4_990, 4_992) == [3, 4_990, 4_991]


def test_an_hour_that_is_known_is_kept() -> None:
    days = ("0001-01-03",) * 4
    span = span_of(BandItem(1, "call", *days, hour=0.5))
    assert (span.start, round(span.end, 3)) == (3.5, 3.542)


def test_a_summary_counts_all_of_its_items_and_shows_none() -> None:
    lane = SummaryLane("A", "a", 100, 10, [4, 0, 2])
    assert (len(lane), lane.extent(), lane.spans, lane.visible(0, 999)) == (6, (100, 130), [], [])
    assert [lane.count(0, 999), lane.count(100, 110), lane.count(110, 120)] == [6, 4, 0]
    assert lane.density([0, 105, 110, 125, 999]) == [2, 2, 1, 1]
    assert SummaryLane("A", "a", 100, 10, [0]).extent() is None
