"""Times that a desk must bear: shown or refused in words, never a hang or a fault."""

from __future__ import annotations

import pytest

from db import (
    Agreement,
    DeskError,
    Event,
    HistoricalDate,
    LaneRequest,
    Lens,
    Party,
    PartyAction,
    Ref,
    Store,
)
from db.checks.checking import find_all
from db.vocabulary.kinds import KINDS
from tests.db.checks.case_desk import CaseDesk
from tests.db.desk_sql import sql_of

LENS = Lens("2026-06-01")
DATE = HistoricalDate.parse


@pytest.mark.parametrize("start", ["-4712-01-01", "-4712", "9999-12-31", "Y-10000"])
def test_the_ends_of_time_are_listed_drawn_and_checked(store: Store, start: str) -> None:
    event = Event(title="Far", start=DATE(start))
    store.save(event, LENS)
    (line,) = store.reader.lines([event.id], LENS)
    assert line.cells[0]
    lanes = store.reader.timeline_lanes(LaneRequest("none"), LENS).lanes
    assert [list(lane.ids) for lane in lanes] == [[event.id]]
    assert [each.id for each in store.reader.bar_details([event.id], LENS)] == [event.id]
    assert [each for each in find_all(sql_of(store), KINDS, LENS) if not each.is_gap] == []


def test_an_event_may_have_no_length(store: Store) -> None:
    day = DATE("2025-09-15")
    event = Event(title="Toast", start=day, end=day, local_time="12:00", zone="Asia/Karachi")
    store.save(event, LENS)
    (lane,) = store.reader.timeline_lanes(LaneRequest("none"), LENS).lanes
    assert lane.ends[0] - lane.starts[0] == 1  # the day


@pytest.mark.parametrize("text", ["2025-02-30", "31 June 2024", "2025-13-01", "29 Feb 2023"])
def test_a_day_outside_the_calendar_is_refused_in_words(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        DATE(text)
    assert len(str(refused.value).split()) > 3


def test_events_in_a_circle_are_drawn_and_told_of(store: Store) -> None:
    one, two = Event(title="One", start=DATE("2025")), Event(title="Two", start=DATE("2025"))
    store.save(one, LENS)
    two.part_of = Ref(one.id, "One", "event")
    store.save(two, LENS)
    sql_of(store).run("UPDATE event SET part_of_id = ? WHERE id = ?", (two.id, one.id))
    assert len(store.reader.bar_details([one.id, two.id], LENS)) == 2
    rules = [each.rule for each in find_all(sql_of(store), KINDS, LENS) if not each.is_gap]
    assert rules == ["circle"]
    assert store.reader.read(one.id, LENS).record.title == "One"


@pytest.mark.parametrize(
    ("rule", "missing"),
    [
        ("500 deposits + 90 days", "at most 499 more ratifications, then 90 days"),
        ("1 deposit of Atlantis", "1 deposit of Atlantis"),
        ("2 deposits, and in force: A pact that is nowhere", None),
    ],
)
def test_a_clause_that_can_never_be_met_says_what_it_waits_for(
    store: Store, rule: str, missing: str | None
) -> None:
    desk = CaseDesk(store)
    acts = [PartyAction(action="ratified", date=DATE("2001-01-01"))]
    pact = Agreement(title="Pact", in_force_rule=rule, laterality="multilateral")
    pact.parties, pact.parties_complete = [Party(who=desk.ref("Kenya"), actions=acts)], "no"
    store.save(pact, LENS)
    found = store.reader.clock(pact.id, LENS)
    assert found["status"] in ("not in force", "uncertain") and found["reason"]
    assert found["missing"] if missing is None else missing in found["missing"]
