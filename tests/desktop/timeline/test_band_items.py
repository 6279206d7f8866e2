"""Columns of a desk become lanes, and what is read of an item becomes what its bar says."""

from array import array

import pytest

from db import BarDetail, LaneRequest, LanesFound, LaneSpans, Lens, parse_query
from desktop.timeline.band_items import LANES, bar_item, drawn_lanes, found_in

LENS = Lens("2025-09-15", 3)


def lane(key: str, title: str = "", *ids: int) -> LaneSpans:
    days = array("f", [1.0] * len(ids))
    return LaneSpans(key, title, array("q", ids), days, array("f", [2.0] * len(ids)))


def detail(sort: str = "event", **more: object) -> BarDetail:
    days = {"first": "2025-07-01", "last": "2025-07-01", "start_last": "2025-07-01"}
    return BarDetail(5, 7, sort, "Talks", **{**days, "end_first": "2025-07-01", **more})


@pytest.mark.parametrize(
    ("scheme", "key", "title", "label"),
    [
        ("country", "pk", "", "Pakistan"),
        ("kind", "call", "", "Call"),
        ("person", "7", "Asim Munir", "Asim Munir"),
        ("none", "", "", ""),
    ],
)
def test_a_lane_is_called_as_people_call_it(scheme: str, key: str, title: str, label: str) -> None:
    drawn = drawn_lanes(LanesFound([lane(key, title, 1)]), scheme, "Elsewhere", {})
    assert [each.label for each in drawn.lanes] == [label] and scheme in LANES


def test_what_stands_in_no_lane_comes_last(qapp: object) -> None:
    found = LanesFound([lane("pk", "", 1)], array("q", [3, 3]), lane("", "", 2), 4)
    drawn = drawn_lanes(found, "country", "Elsewhere", {})
    assert [each.label for each in drawn.lanes] == ["Pakistan", "Elsewhere"]
    assert (drawn.undated, drawn.lanes_left_out) == ([3], 4)


@pytest.mark.parametrize(
    ("word", "tone"), [("conflict", "warn"), ("signing", "good"), ("x", "accent")]
)
def test_some_kinds_have_a_tone_of_their_own(word: str, tone: str) -> None:
    assert bar_item(detail(word=word), LENS.as_of).tone == tone


def test_a_visit_matters_more_than_a_statement() -> None:
    visit, statement = (
        bar_item(detail(word=word), LENS.as_of).weight for word in ("visit", "statement")
    )
    assert visit > statement


@pytest.mark.parametrize(
    ("status", "first", "end_first"),
    [("ongoing", "2022-01-01", "2025-09-15"), ("unknown", "2022-01-01", None),
     ("ongoing", "2026-01-01", None)],
)  # fmt: skip
def test_an_office_goes_on_for_sure_only_where_that_is_known(
    status: str, first: str, end_first: str | None
) -> None:
    held = detail("tenure", status=status, first=first, last=None, end_first=None, also="Chief")
    item = bar_item(held, LENS.as_of)
    assert (item.end_first, item.opens, item.kind) == (end_first, 7, "person")
    assert item.title == "Talks, Chief"


def test_an_event_says_its_hour_and_that_it_is_planned() -> None:
    item = bar_item(detail(local_time="18:00", zone="Asia/Karachi", status="planned"), LENS.as_of)
    assert (item.hour, item.also) == (0.75, "18:00 Asia/Karachi, Planned")


class Asking:
    """A reader that finds the record 9 of every kind."""

    def __init__(self) -> None:
        self.kinds: list[str] = []

    def page(self, kind: str, query: object, lens: Lens, cap: int) -> object:
        self.kinds.append(kind)
        return type("Found", (), {"ids": array("q", [9])})()


def test_a_search_limits_every_sort_of_item() -> None:
    request, reader = LaneRequest("country"), Asking()
    assert found_in(reader, request, parse_query(""), None, LENS) is request
    limited = found_in(reader, request, parse_query("munir"), [1, 2], LENS)
    assert {kind: [*ids] for kind, ids in (limited.ids or {}).items()} == {
        "event": [1, 2], "agreement": [9], "person": [9],
    }  # fmt: skip
    assert reader.kinds == ["agreement", "person"]
    found_in(reader, request._replace(kinds={"event"}), parse_query("munir"), None, LENS)
    assert reader.kinds[2:] == ["event"]
