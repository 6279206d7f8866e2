"""Visits, meetings and renewals of a calendar become events; who takes part is found, not made."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import (
    Contact,
    Event,
    HistoricalDate,
    Organization,
    Participant,
    Person,
    Ref,
    Refused,
    Store,
)
from tests.db.desk_sql import sql_of
from tests.db.exchange.calendars.calendars import LENS, bring_in, calendar, event
from tests.db.exchange.export.exports import export_all

VISIT = (
    "UID:v1\nDTSTART;TZID=Asia/Karachi:20251103T140000\nDTEND;TZID=Asia/Karachi:20251103T153000\n"
    "SUMMARY:Visit of the minister\nLOCATION:Lahore\nCATEGORIES:trade\nSTATUS:TENTATIVE\n"
    "DESCRIPTION:With lunch\\, at noon"
)


def test_a_visit_is_an_event_with_its_time_and_place(store: Store, tmp_path: Path) -> None:
    report = bring_in(store, tmp_path, calendar(VISIT))
    assert report.created == {"events": 1} and report.flagged == report.rejected == []
    visit = event(store, "Visit of the minister")
    assert visit.start and visit.start.edtf == "2025-11-03" and visit.end is None
    assert (visit.local_time, visit.zone, visit.place) == ("14:00", "Asia/Karachi", "Lahore")
    assert (visit.kind, visit.status, visit.topics) == ("visit", "planned", ["trade"])
    assert [each.text for each in visit.notes] == ["With lunch, at noon", "Ends at 15:30"]


def test_the_same_file_twice_changes_nothing(store: Store, tmp_path: Path) -> None:
    text = calendar(VISIT, "SUMMARY:Renewal\nDTSTART;VALUE=DATE:20260101", VISIT)
    first = bring_in(store, tmp_path, text)
    assert (first.created["events"], first.joined["events"], first.read) == (2, 1, 3)
    again = bring_in(store, tmp_path, text)
    assert again.created["events"] == again.updated["events"] == 0
    assert again.unchanged["events"] == 2


def test_a_recurring_event_is_one_event_and_told(store: Store, tmp_path: Path) -> None:
    report = bring_in(store, tmp_path, calendar(VISIT + "\nRRULE:FREQ=WEEKLY"))
    assert report.created == {"events": 1}
    assert [(each["row"], each["column"]) for each in report.flagged] == [(1, "RRULE")]


def test_participants_are_found_by_address_or_name_and_never_made(
    store: Store, tmp_path: Path
) -> None:
    contacts = [Contact(kind="email", value="Ana@b.pt")]
    store.save(Person(title="Ana Silva", contacts=contacts), LENS)
    store.save(Organization(title="Acme"), LENS)
    for country in ("pt", "fr"):
        store.save(Person(title="Rui Costa", country=country), LENS)
    lines = (
        "ORGANIZER;CN=A.S.:mailto:ana@b.pt", "ATTENDEE;CN=Acme:mailto:x@acme.com",
        "ATTENDEE;CN=Rui Costa:mailto:r@c.pt", "ATTENDEE:mailto:who@b.pt",
    )  # fmt: skip
    report = bring_in(store, tmp_path, calendar("\n".join(("SUMMARY:Talks", *lines))))
    talks = event(store, "Talks")
    assert [(each.who and each.who.title, each.role) for each in talks.participants] == [
        ("Ana Silva", "host"), ("Acme", ""),
    ]  # fmt: skip
    assert [each.text for each in talks.notes] == ["Invited: Rui Costa <r@c.pt>, who@b.pt"]
    assert sql_of(store).rows("SELECT count(*) FROM record") == [(5,)]
    assert any("not on the desk" in each["why"] for each in report.flagged)


@pytest.mark.parametrize(
    ("lines", "column"),
    [("DTSTART;VALUE=DATE:20250503", "SUMMARY"), ("SUMMARY:A\nX-MARKING:top", "X-MARKING")],
)
def test_an_event_that_cannot_be_taken_costs_only_itself(
    store: Store, tmp_path: Path, lines: str, column: str
) -> None:
    report = bring_in(store, tmp_path, calendar(lines, VISIT))
    assert [(each["row"], each["column"]) for each in report.rejected] == [(1, column)]
    assert report.created == {"events": 1} and report.read == 2


def test_another_kind_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="events alone"):
        bring_in(store, tmp_path, calendar(VISIT), kind="people")


def test_what_a_desk_exported_comes_back_on_another_and_meets_itself(
    store: Store, tmp_path: Path
) -> None:
    dar = Person(title="Ishaq Dar")
    store.save(dar, LENS)
    day = HistoricalDate.parse
    call = Event(
        title="Call on cotton", kind="call", start=day("2025-03-04"), local_time="14:30",
        zone="Asia/Karachi", place="Lahore", outcome="Agreed.\nTo meet again.", topics=["cotton"],
        participants=[Participant(who=Ref(dar.id), role="guest")], marking=1,
    )  # fmt: skip
    store.save(call, LENS)
    path = tmp_path / "out.ics"
    export_all(store, path, kinds=["event"])
    text = path.read_bytes().decode()
    again = bring_in(store, tmp_path, text)
    assert again.created == {"events": 0} and len(sql_of(store).rows("SELECT id FROM event")) == 1
    store.remove([call.id], LENS)
    assert bring_in(store, tmp_path, text).created == {"events": 1}
    back = event(store, "Call on cotton")
    for name in ("kind", "local_time", "zone", "place", "outcome", "topics", "marking"):
        assert getattr(back, name) == getattr(call, name), name
    assert back.start == call.start
    [who] = back.participants
    assert who.who and (who.who.title, who.role) == ("Ishaq Dar", "guest") and back.notes == []
