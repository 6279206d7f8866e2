"""Elections, legislative periods and sittings of Popolo become events."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Store
from db.exchange.popolo.popolo_events import event_kind
from tests.db.exchange.popolo_desk import bring_in, event, refusals, remarks

DOCUMENT = {
    "organizations": [{"id": "s", "name": "Senate"}],
    "persons": [{"id": "1", "name": "Ana Silva"}],
    "areas": [{"id": "a", "name": "Cork East"}],
    "events": [
        {
            "id": "q2", "name": "First sitting", "parent_id": "q1", "status": "confirmed",
            "start_date": "1922-12-11T15:00:00Z", "organization_id": "s", "location": "Dublin",
            "attendees": [{"id": "1"}, {"name": "Ana Silva"}, {"id": "9"}],
            "description": "The oath was taken.",
        },
        {
            "id": "q1", "name": "1st Senate", "classification": "legislative period",
            "start_date": "1922-12", "end_date": "1925", "organization_id": "s",
        },
        {
            "id": "Q5", "name": "Election 1925", "classification": "general election",
            "start_date": "1925-09-17", "area_id": "a",
        },
        {"id": "q4", "name": "Never", "start_date": "1930", "end_date": "1920"},
        {"id": "q6"},
    ],
}  # fmt: skip


def test_events_come_with_their_days_their_bodies_and_what_they_are_part_of(
    store: Store, tmp_path: Path
) -> None:
    report = bring_in(store, tmp_path, DOCUMENT)
    assert report.created["events"] == 4
    sitting = event(store, "First sitting")
    assert sitting.start and sitting.start.edtf == "1922-12-11"
    assert sitting.part_of and sitting.part_of.title == "1st Senate"
    assert [each.who.title for each in sitting.participants if each.who] == ["Senate", "Ana Silva"]
    assert (sitting.place, sitting.status) == ("Dublin", "planned")
    assert sitting.notes[0].text == "The oath was taken."
    period = event(store, "1st Senate")
    assert (period.kind, period.end and period.end.edtf) == ("legislative period", "1925")
    election = event(store, "Election 1925")
    assert (election.kind, election.place) == ("election", "Cork East")
    assert ("wikidata", "Q5") in {(each.scheme, each.value) for each in election.identifiers}
    assert refusals(report) == [("events[4].name", "")]
    assert "events[3].end_date" in {each["column"] for each in report.flagged}
    assert "events[0].attendees[2].person_id: No person with the id “9”" in remarks(report)

    again = bring_in(store, tmp_path, DOCUMENT)
    assert not any({**again.created, **again.updated}.values())
    assert store.verify() == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [("general election", "election"), ("By-elections", "election"), ("Meeting", "meeting"),
     ("legislative period", "legislative period")],
)  # fmt: skip
def test_a_classification_becomes_a_kind_of_event(text: str, kind: str) -> None:
    assert event_kind(text) == kind


def test_what_is_noted_of_an_events_other_name_is_kept(store: Store, tmp_path: Path) -> None:
    names = [{"name": "The Long Session", "note": "in the press"}]
    bring_in(store, tmp_path, {"events": [{"id": "e", "name": "Session", "other_names": names}]})
    assert [note.text for note in event(store, "Session").notes] == [
        "“The Long Session”: in the press"
    ]
