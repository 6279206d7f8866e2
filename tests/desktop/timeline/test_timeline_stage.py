"""What of the timeline is in sight, and where each bar of it stands."""

import pytest

from db import day_number
from desktop.timeline.timeline_lanes import BandItem
from desktop.timeline.timeline_layout import Metrics
from desktop.timeline.timeline_stage import Stage

METRICS = Metrics(20, 8, lambda title: 7.0 * len(title))


def item(key: int, first: str | None, last: str | None = None, lane: str = "A") -> BandItem:
    return BandItem(key, f"Item {key}", first, last or first, lane=lane)


@pytest.fixture
def stage(qapp: object) -> Stage:
    made = Stage(METRICS)
    made.resize(1_000, METRICS)
    made.show(
        [
            item(1, "2020-01-01"),
            item(2, "2021-06-15", lane="B"),
            item(3, "2022-12-31"),
            item(4, None),
        ]
    )
    return made


def ids(stage: Stage) -> list[int]:
    return [span.item.id for span in stage.in_time()]


def test_all_that_is_dated_is_in_sight_at_first(stage: Stage) -> None:
    first, end = stage.days
    assert first <= day_number("2020-01-01")
    assert end >= day_number("2022-12-31")
    assert (stage.undated, ids(stage)) == (1, [1, 2, 3])
    heights = [box.height for box in stage.boxes]
    assert stage.height == sum(heights)


def test_a_place_that_was_chosen_stays_while_items_change(stage: Stage) -> None:
    stage.show_span("2020-01-01", "2020-12-31")
    before = stage.scale
    stage.show([item(1, "2020-05-05"), item(9, "1900-01-01")])
    assert stage.scale == before
    stage.show([item(9, "1900-01-01")])
    assert stage.days[0] <= day_number("1900-01-01") < stage.days[1]


def test_a_span_out_of_sight_is_brought_without_zooming(stage: Stage) -> None:
    stage.show_span("2020-01-01", "2020-01-31")
    pace = stage.scale.pace
    span = stage.find(3)
    stage.bring(span)
    assert stage.scale.pace == pace
    assert stage.days[0] < span.start < stage.days[1]
    before = stage.scale
    stage.bring(span)
    assert stage.scale == before
    stage.show_all()
    assert stage.days[0] <= day_number("2020-01-01")


def test_a_bar_is_found_where_it_is_drawn(stage: Stage) -> None:
    for key in (1, 2, 3):
        span = stage.find(key)
        box = stage.box_of(span)
        bar = next(each for each in box.bars if each.span is span)
        y = box.top + stage.metrics.gap + bar.row * stage.metrics.row + 1
        assert stage.bar_at(bar.x + 1, y) is bar
        assert stage.box_at(y) is box
    assert stage.bar_at(500, stage.height + 50) is None
    assert stage.find(99) is None


@pytest.mark.parametrize(
    ("at", "step", "then"), [(1, 1, 2), (2, -1, 1), (3, 1, 3), (1, -5, 1), (None, 1, 1)]
)
def test_arrows_walk_in_the_order_of_time(
    stage: Stage, at: int | None, step: int, then: int
) -> None:
    assert stage.next_to(at, step).item.id == then


def test_nothing_has_no_next(qapp: object) -> None:
    assert Stage(METRICS).next_to(None, 1) is None


def test_days_out_of_sight_are_drawn_to_the_edge(stage: Stage) -> None:
    stage.show_span("2020-01-01", "2020-12-31")
    assert stage.iso_days(-400, 5_000) == stage.iso_days(0, 1_000)
    assert stage.iso_days(0, 0)[0] == stage.iso_days(0, 0)[1]


def test_only_the_lanes_at_a_height_are_given_however_many_there_are(stage: Stage) -> None:
    stage.show([item(n, "2020-01-01", lane=f"lane {n}") for n in range(200)])
    every = stage.boxes
    assert stage.boxes_between(0, stage.height) == every
    assert stage.boxes_between(every[3].top, every[5].top) == every[3:5]
    assert stage.boxes_between(every[3].top + 1, every[5].top + 1) == every[3:6]
    for y, at in ((0, 0), (every[7].top, 7), (every[8].top - 1, 7), (stage.height - 1, 199)):
        assert stage.box_at(y) is every[at]
    assert stage.box_at(-1) is None and stage.box_at(stage.height) is None


def test_few_labels_are_measured_the_longest_among_them(stage: Stage) -> None:
    stage.show([item(n, "2020-01-01", lane="x" * (n + 1)) for n in range(200)])
    assert len(stage.longest_labels()) < 30 and "x" * 200 in stage.longest_labels()


@pytest.mark.parametrize("width", [400, 1_600])
def test_the_days_in_sight_stay_when_the_width_changes(stage: Stage, width: int) -> None:
    stage.show_span("2020-03-01", "2020-03-31")
    before = stage.days
    stage.resize(width, METRICS)
    assert stage.days == pytest.approx(before)
    assert not stage.shows_all
