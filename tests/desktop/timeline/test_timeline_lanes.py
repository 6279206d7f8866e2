"""Which items are in sight and how many, against counting them one by one."""

from hypothesis import given
from hypothesis import strategies as st

from db import day_from_number
from desktop.timeline.timeline_lanes import (
    BandItem,
    TimelineLane,
    extent_of,
    lanes_of,
    pack_rows,
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


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20))).map(sorted))
def test_bars_of_one_row_never_overlap(pairs: list[tuple[int, int]]) -> None:
    extents = [(start, start + length) for start, length in pairs]
    rows = pack_rows(extents, most=len(extents) + 1)
    assert rows is not None
    taken: dict[int, float] = {}
    for (start, end), row in zip(extents, rows, strict=True):
        assert taken.get(row, 0) <= start
        taken[row] = end
