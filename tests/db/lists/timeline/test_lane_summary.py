"""A large desk knows how full its lanes were when last read, and nothing hidden is told."""

from __future__ import annotations

import json
from array import array

import pytest

from db import (
    Event,
    HistoricalDate,
    LaneRequest,
    LanesFound,
    LaneSpans,
    Lens,
    Participant,
    Person,
    day_number,
)
from db.lists.timeline import lane_summary
from db.lists.timeline.lane_summary import LaneSummary, summarize_lanes, summary_key
from tests.db.conftest import Small
from tests.saved_records import ref

REQUEST = LaneRequest("person", frozenset({"event"}))


@pytest.fixture(autouse=True)
def every_desk_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lane_summary, "MIN_ITEMS", 1)


def keep(small: Small, request: LaneRequest = REQUEST) -> LanesFound:
    found = small.store.reader.timeline_lanes(request, small.lens)
    small.store.keep_setting(summary_key(request, small.lens), summarize_lanes(found))
    return found


def event(small: Small, who: Person, when: str = "2025-07-01", marking: int = 0) -> None:
    made = Event(
        title="Talks",
        start=HistoricalDate.parse(when),
        participants=[Participant(who=ref(who))],
        marking=marking,
    )
    small.store.save(made, small.lens)


def counts(found: LaneSummary | None) -> dict[str, int]:
    assert found is not None
    return {lane.title: sum(lane.counts) for lane in found.lanes}


def test_lanes_are_as_full_as_they_were(small: Small) -> None:
    for when in ("1950-01-01", "2025-07-01", "before 1900"):
        event(small, small.munir, when)
    keep(small)
    found = small.store.reader.lane_summary(REQUEST, small.lens)
    assert counts(found) == {"Asim Munir": 4} and found is not None
    (lane,) = found.lanes
    # What began before all that is known is counted in the first column.
    assert (lane.counts[0], lane.counts[-1]) == (2, 2)
    assert found.first == day_number("1950-01-01")


def test_what_came_since_is_not_in_it_unless_it_is_hidden(small: Small) -> None:
    event(small, small.munir)
    keep(small)
    before = counts(small.store.reader.lane_summary(REQUEST, small.lens))
    event(small, small.munir)
    assert counts(small.store.reader.lane_summary(REQUEST, small.lens)) == before
    low = Lens(small.lens.as_of, 0)
    text = small.store.setting(summary_key(REQUEST, small.lens))
    small.store.keep_setting(summary_key(REQUEST, low), text)
    assert small.store.reader.lane_summary(REQUEST, low) is not None
    event(small, small.munir, marking=2)
    assert small.store.reader.lane_summary(REQUEST, low) is None


def test_a_lane_that_is_hidden_or_gone_is_not_told(small: Small) -> None:
    agent = Person(title="Agent")
    small.store.save(agent, small.lens)
    event(small, agent)
    keep(small)
    agent = small.fresh(agent)
    small.store.remove([agent.id], small.lens)
    assert "Agent" not in counts(small.store.reader.lane_summary(REQUEST, small.lens))


def test_only_what_shows_all_is_kept() -> None:
    assert summary_key(REQUEST._replace(ids={}), Lens()) == ""
    assert summary_key(REQUEST._replace(wanted=["1"]), Lens()) == ""
    assert summary_key(REQUEST, Lens(ceiling=1)) != summary_key(REQUEST, Lens(ceiling=2))


def test_few_items_need_no_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lane_summary, "MIN_ITEMS", 2)
    days = array("f", [1.0])
    assert summarize_lanes(LanesFound([LaneSpans("a", "", array("q", [1]), days, days)])) == ""
    assert summarize_lanes(LanesFound()) == ""


FORGED = [
    "no JSON", "[]", "{}", "null", '{"change":1}', "[" * 50_000,
    json.dumps({"change": 1, "first": 0, "step": 0, "lanes": [], "left_out": 0}),
    json.dumps({"change": 1, "first": 0, "step": 1, "lanes": [["a", [10**9]]], "left_out": 0}),
    json.dumps({"change": 1, "first": 0, "step": 1, "lanes": [["a", [1]]], "left_out": 0}),
    json.dumps({"change": 1, "first": 0, "step": 1, "lanes": [["a", ["x"] * 256]], "left_out": 0}),
    json.dumps({"change": 10**9, "first": 0, "step": 1, "lanes": [["", [0] * 256]], "left_out": 0}),
]  # fmt: skip


@pytest.mark.parametrize("text", FORGED)
def test_what_no_release_wrote_is_no_summary(small: Small, text: str) -> None:
    small.store.keep_setting(summary_key(REQUEST, small.lens), text)
    assert small.store.reader.lane_summary(REQUEST, small.lens) is None
