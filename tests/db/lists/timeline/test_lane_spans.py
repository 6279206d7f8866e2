"""Each item stands in the lanes it belongs to, as long as it may have lasted, and once in each."""

from __future__ import annotations

from math import inf

import pytest

from db import (
    Event,
    HistoricalDate,
    LaneRequest,
    Lens,
    Link,
    Organization,
    Participant,
    Person,
    day_number,
)
from db.lists.timeline import lane_spans
from db.lists.timeline.lane_sources import SCHEMES
from db.lists.timeline.lane_spans import LanesFound, LaneSpans
from tests.db.conftest import Small
from tests.saved_records import ref

date = HistoricalDate.parse


def read(small: Small, scheme: str, lens: Lens | None = None, **more: object) -> LanesFound:
    return small.store.reader.timeline_lanes(LaneRequest(scheme, **more), lens or small.lens)


def lane(found: LanesFound, key: object) -> LaneSpans:
    return next(each for each in found.lanes if each.key == str(key))


def span(lanes: LaneSpans, item: int) -> tuple[float, float]:
    at = lanes.ids.index(item)
    return lanes.starts[at], lanes.ends[at]


def event(small: Small, title: str, when: str = "", **more: object) -> Event:
    made = Event(title=title, kind="call", start=date(when) if when else None, **more)
    small.store.save(made, small.lens)
    return made


# start, end → from, up to
SPANS = [
    ("2025-07-01", "", (day_number("2025-07-01"), day_number("2025-07-02"))),
    ("July 2025", "", (day_number("2025-07-01"), day_number("2025-08-01"))),
    ("2025-07-01", "2025-07-03", (day_number("2025-07-01"), day_number("2025-07-04"))),
    ("before August 2025", "", (-inf, day_number("2025-08-01"))),
    ("after 3 May 2020", "", (day_number("2020-05-04"), inf)),
    ("-4712", "", (day_number("-4712-01-01"), day_number("-4711-01-01"))),
    ("9999-12-31", "", (day_number("9999-12-31"), day_number("9999-12-31") + 1)),
]


@pytest.mark.parametrize(("start", "end", "expected"), SPANS)
def test_an_event_lasts_as_long_as_its_dates_allow(
    small: Small, start: str, end: str, expected: tuple[float, float]
) -> None:
    made = event(small, "Talks", start, end=date(end) if end else None)
    assert span(lane(read(small, "kind"), "call"), made.id) == expected


def test_what_has_no_date_is_counted_and_stands_in_no_lane(small: Small) -> None:
    made = event(small, "Some day")
    found = read(small, "kind")
    assert [*found.undated] == [made.id]
    assert all(made.id not in each.ids for each in found.lanes)


def test_a_country_is_that_of_the_event_and_of_those_who_took_part_each_once(small: Small) -> None:
    who = [Participant(who=ref(small.munir)), Participant(who=ref(small.army))]
    made = event(small, "Talks", "2025-07-01", country="us", participants=who)
    found = read(small, "country", kinds={"event"})
    assert [*lane(found, "us").ids] == [made.id]
    assert lane(found, "pk").ids.count(made.id) == 1


def test_what_stands_in_no_lane_is_kept_apart(small: Small) -> None:
    made = event(small, "Nobody's", "2025-07-01")
    found = read(small, "organization", kinds={"event"})
    assert made.id in found.elsewhere.ids
    assert made.id not in read(small, "organization", wanted=[str(small.army.id)]).elsewhere.ids


def test_offices_stand_with_their_holder_and_with_their_body(small: Small) -> None:
    tenure = small.fresh(small.munir).tenures[0].id
    since = day_number("2022-11-29")
    assert span(lane(read(small, "person"), small.munir.id), -tenure) == (since, inf)
    assert span(lane(read(small, "organization"), small.army.id), -tenure) == (since, inf)


def test_an_agreement_goes_from_its_signature_to_its_end(small: Small) -> None:
    pact = small.fresh(small.pact)
    first, after = day_number("2025-09-01"), day_number("2025-10-01")
    for in_force, ended, expected in (
        (None, None, (first, after)),
        ("2025-11-01", None, (first, inf)),
        ("2025-11-01", "2030-01-01", (first, day_number("2030-01-02"))),
    ):
        pact = small.fresh(pact)
        pact.in_force = date(in_force) if in_force else None
        pact.terminated = date(ended) if ended else None
        small.store.save(pact, small.lens)
        assert span(lane(read(small, "agreement"), pact.id), pact.id) == expected


def test_an_event_stands_with_the_agreement_it_is_linked_to_either_way(small: Small) -> None:
    made = event(small, "Signing", "2025-09-02", links=[Link(other=ref(small.pact))])
    later = event(small, "Review", "2025-12-02")
    pact = small.fresh(small.pact)
    pact.links = [Link(other=ref(later))]
    small.store.save(pact, small.lens)
    assert {made.id, later.id} < {*lane(read(small, "agreement"), small.pact.id).ids}


def test_topics_are_lanes(small: Small) -> None:
    made = event(small, "Talks", "2025-07-01", topics=["minerals"])
    assert [*lane(read(small, "topic"), "minerals").ids] == [made.id]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_above_the_ceiling_is_in_any_lane(small: Small, scheme: str) -> None:
    body = Organization(title="Hidden body", kind="ministry", country="fr", marking=3)
    small.store.save(body, small.lens)
    agent = Person(title="Hidden agent", country="fr", marking=3)
    small.store.save(agent, small.lens)
    who = [Participant(who=ref(each)) for each in (body, agent)]
    hidden = event(small, "Hidden", "2025-07-01", marking=3, country="de", topics=["spies"])
    seen = event(small, "Seen", "2025-07-02", participants=who)
    low = Lens("2025-09-15", 1)
    found = read(small, scheme, low)
    keys = {each.key for each in found.lanes}
    assert not keys & {"fr", "de", "spies", str(body.id), str(agent.id)}
    everything = [key for each in (*found.lanes, found.elsewhere) for key in each.ids]
    assert hidden.id not in everything and hidden.id not in found.undated
    assert seen.id in everything or scheme in ("agreement",)


def test_the_fullest_lanes_are_read_and_the_rest_counted(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane_spans, "MAX_LANES", 1)
    who = [Participant(who=ref(small.army)), Participant(who=ref(small.state))]
    event(small, "Talks", "2025-07-01", participants=who)
    event(small, "More", "2025-07-02", participants=who[:1])
    found = read(small, "organization", kinds={"event"})
    assert [each.title for each in found.lanes] == ["Pakistan Army"]
    assert found.lanes_left_out == 1


def test_lanes_are_those_asked_for_in_their_order(small: Small) -> None:
    event(small, "Talks", "2025-07-01", topics=["b", "a", "c"])
    found = read(small, "topic", wanted=["c", "a", "none such"])
    assert [each.key for each in found.lanes] == ["c", "a"]


def test_only_what_was_found_is_shown(small: Small) -> None:
    made, other = (event(small, title, "2025-07-01") for title in ("Talks", "Walks"))
    found = read(small, "none", ids={"event": [made.id]})
    assert [*found.lanes[0].ids] == [made.id] and other.id not in found.elsewhere.ids


def test_items_stand_in_the_order_of_time(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lane_spans, "PIECE_IDS", 2)
    for day in ("2025-07-09", "2024-01-01", "2025-07-01", "1990", "2025-07-01/2025-08-01"):
        event(small, day, day)
    spans = lane(read(small, "none"), "")
    assert [*spans.starts] == sorted(spans.starts) and len(spans.ids) == 6
