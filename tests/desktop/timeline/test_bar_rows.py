"""Bars never lie on each other, parts stand inside their whole, and important names come first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.timeline.bar_rows import LABEL_GAP_PX, MAX_LANE_ROWS, Bar, pack_blocks, packed_bars
from desktop.timeline.timeline_lanes import BandItem, BarSpan


def bar(key: int, x: float, end: float, label: float = 0, **more: object) -> Bar:
    item = BandItem(key, f"Item {key}", None, None, **more)
    return Bar(BarSpan(x, end, x, end, item), x, end, 0, False, end + label)


def rows(bars: list[Bar]) -> dict[int, int]:
    return {each.span.item.id: each.row for each in packed_bars(bars) or ()}


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20), st.integers(1, 3)), max_size=20).map(
        sorted
    )
)
def test_blocks_of_one_row_never_overlap(given_blocks: list[tuple[int, int, int]]) -> None:
    extents = [(start, start + length) for start, length, _ in given_blocks]
    heights = [height for _, _, height in given_blocks]
    found = pack_blocks(extents, heights)
    if found is None:
        return
    taken: dict[int, float] = {}
    for (start, end), row, height in zip(extents, found, heights, strict=True):
        for each in range(row, row + height):
            assert each < MAX_LANE_ROWS and taken.get(each, 0) <= start
            taken[each] = end


def test_a_part_stands_under_its_whole_and_a_stranger_in_neither(qapp: object) -> None:
    visit, dinner, talks = bar(1, 0, 100), bar(2, 10, 20, part_of=1), bar(3, 12, 22, part_of=2)
    other = bar(4, 50, 60)
    assert rows([visit, dinner, talks, other]) == {1: 0, 2: 1, 3: 2, 4: 3}
    (whole, *_) = packed_bars([visit, dinner, talks, other]) or ()
    assert whole.rows == 3 and whole.frame_end == 100


def test_parts_that_hold_each_other_stand_side_by_side() -> None:
    circle = [bar(1, 0, 9, part_of=2), bar(2, 0, 9, part_of=1), bar(3, 0, 9, part_of=3)]
    assert sorted(rows(circle).values()) == [0, 1, 2]


def test_the_important_keep_their_names_where_not_all_fit() -> None:
    many = [bar(key, key * 3, key * 3 + 2, label=400, weight=key % 20 == 0) for key in range(100)]
    found = packed_bars(many)
    assert found is not None
    named = {each.span.item.id for each in found if each.is_labelled}
    assert named and {key for key in range(100) if key % 20 == 0} <= named and len(named) < 100


def test_names_never_lie_on_a_bar_or_name() -> None:
    many = [bar(key, key * 7, key * 7 + 5, label=90) for key in range(60)]
    ends: dict[int, float] = {}
    for each in packed_bars(many) or ():
        assert ends.get(each.row, -1e9) + LABEL_GAP_PX <= each.x
        ends[each.row] = each.label_end


def test_too_many_at_once_are_no_bars() -> None:
    assert packed_bars([bar(key, 0, 9) for key in range(MAX_LANE_ROWS + 1)]) is None
    assert packed_bars([]) == []
