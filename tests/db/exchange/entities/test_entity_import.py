"""Entities become people, bodies, offices, tenures and events, and come back as they left."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import (
    Contact,
    Event,
    HistoricalDate,
    Name,
    Note,
    Office,
    OfficeRef,
    Organization,
    Participant,
    Person,
    Record,
    Ref,
    Store,
    Tenure,
    import_files,
    make_desk,
    open_desk,
)
from tests.db.exchange.entities.entities import ANA, LENS, SENATE, SPEAKER, STAY, bring_in, entity
from tests.db.exchange.export.exports import export_all
from tests.db.exchange.popolo_desk import body, event, person, refusals


def test_a_person_holds_an_office_of_a_body(store: Store, tmp_path: Path) -> None:
    report = bring_in(store, tmp_path, STAY, SPEAKER, ANA, SENATE)
    assert report.created == {"people": 1, "organizations": 1, "offices": 1, "tenures": 1}
    assert report.read == 4 and report.flagged == report.rejected == []
    ana, senate = person(store, "Ana Silva"), body(store, "Senate of Chad")
    assert (ana.country, ana.given, ana.family, ana.honorific) == ("td", "Ana", "Silva", "Dr")
    assert {(each.text, each.kind) for each in ana.names} == {
        ("A. Silva", "alias"), ("Ana Costa", "former"),
    }  # fmt: skip
    assert [each.text for each in ana.notes] == ["one", "two"] and ana.topics == ["cotton"]
    assert {(each.scheme, each.value) for each in ana.identifiers if not each.about} == {
        ("followthemoney", "ana"), ("wikidata", "Q42"), ("passport", "P7"),
    }  # fmt: skip
    [stay] = ana.tenures
    assert stay.office and stay.office.title == "Speaker" and stay.acting
    assert (stay.end_state, stay.note, stay.until) == ("ongoing", "by vote", None)
    assert (senate.kind, senate.acronym, senate.country) == ("parliament", "SEN", "td")


def test_the_same_file_twice_changes_nothing(store: Store, tmp_path: Path) -> None:
    for _ in range(2):
        report = bring_in(store, tmp_path, SENATE, SPEAKER, ANA, STAY)
    assert not any(report.created.values()) and not any(report.updated.values())
    assert sum(report.unchanged.values()) == report.read == 4


def test_a_position_without_a_body_keeps_its_title(store: Store, tmp_path: Path) -> None:
    post = entity("Position", "mp", name="Member of Parliament", country="td")
    bare = entity("Position", "x", name="Chancellor")
    stays = [
        entity("Occupancy", f"s{n}", holder="ana", post=each) for n, each in enumerate(("mp", "x"))
    ]
    report = bring_in(store, tmp_path, ANA, post, bare, *stays)
    assert report.rejected == [] and report.created["tenures"] == 2
    found = {
        (each.office.title, each.office.organization and each.office.organization.title)
        for each in person(store, "Ana Silva").tenures
        if each.office
    }
    assert found == {("Member of Parliament", "Chad"), ("Chancellor", "Body not named")}


@pytest.mark.parametrize(
    ("tie", "office"),
    [
        (entity("Membership", "m", member="ana", organization="senate", role="clerk"), "clerk"),
        (entity("Directorship", "m", director="ana", organization="senate"), "director"),
    ],
)
def test_a_membership_is_an_office(
    store: Store, tmp_path: Path, tie: dict[str, object], office: str
) -> None:
    bring_in(store, tmp_path, ANA, SENATE, tie)
    [stay] = person(store, "Ana Silva").tenures
    assert stay.office and stay.office.title == office


def test_an_event_has_its_outcome_and_who_was_there(store: Store, tmp_path: Path) -> None:
    talks = entity("Event", "e", name="Talks", startDate="2025-03-04", location="Lahore",
                   description="meeting", summary="Agreed.",
                   involved=["ana", "senate"])  # fmt: skip
    bring_in(store, tmp_path, talks, ANA, SENATE)
    found = event(store, "Talks")
    assert (found.kind, found.place, found.outcome) == ("meeting", "Lahore", "Agreed.")
    assert {each.who and each.who.title for each in found.participants} == {
        "Ana Silva", "Senate of Chad",
    }  # fmt: skip


def test_a_tie_to_nobody_is_refused_by_its_line(store: Store, tmp_path: Path) -> None:
    report = bring_in(store, tmp_path, ANA, SENATE, SPEAKER, entity("Occupancy", "s", holder="x",
                      post="speaker"), "{")  # fmt: skip
    assert refusals(report) == [("line 4, holder", "x"), ("line 5", "{")]


def test_one_kind_alone_is_taken(store: Store, tmp_path: Path) -> None:
    report = bring_in(store, tmp_path, ANA, SENATE, kind="organizations")
    assert report.created == {"organizations": 1} and report.read == 1
    assert all(target.startswith("organizations.") for target in report.mapping)


def fill_desk(store: Store) -> None:
    """Put what FollowTheMoney can hold on a desk."""
    day = HistoricalDate.parse
    body = Organization(
        title="Ministry of Trade", kind="ministry", acronym="MOT", country="pk", purpose="Trade.",
        founded=day("1947-08"), offices=[Office(title="Minister", seats=1, founded=day("1947"))],
        contacts=[Contact(kind="website", value="https://mot.pk")], topics=["cotton"],
    )  # fmt: skip
    store.save(body, LENS)
    office = OfficeRef(body.offices[0].id)
    person = Person(
        title="Jam Kamal Khan", given="Jam Kamal", family="Khan", honorific="H.E.", country="pk",
        gender="male", born=day("1973-01-01"), languages="en, ur", biography="Born there.",
        names=[Name(text="J. K. Khan"), Name(text="Jam Khan", kind="former")], marking=1,
        contacts=[Contact(kind="phone", value="+92 51"), Contact(kind="email", value="j@mot.pk")],
        notes=[Note(text="Likes tea."), Note(text="And chess.")], topics=["trade", "cotton"],
        tenures=[
            Tenure(office=office, since=day("2024-03-11"), end_state="ongoing", note="by vote"),
            Tenure(office=office, since=day("2018"), until=day("2019-02"), end_state="ended",
                   acting=True),
        ],
    )  # fmt: skip
    store.save(person, LENS)
    who = [Participant(who=Ref(each.id)) for each in (person, body)]
    event = Event(title="Talks", kind="meeting", start=day("2025-03-04"), end=day("2025-03-05"),
                  place="Lahore", country="pk", outcome="Agreed.", participants=who)  # fmt: skip
    store.save(event, LENS)


def told(store: Store) -> dict[str, dict[str, object]]:
    """What a desk holds of what the format can: records by title, dates as EDTF."""
    found: dict[str, dict[str, object]] = {}
    for kind in ("person", "organization", "event"):
        for key in store.reader.all_ids(kind, LENS, "name"):
            record = store.reader.get(key, LENS)
            found[record.title] = fields(record)
    return found


def fields(record: Record) -> dict[str, object]:
    plain = {
        name: value.edtf if isinstance(value, HistoricalDate) else value
        for name, value in record
        if isinstance(value, (str, HistoricalDate, type(None)))
        and name not in ("uid", "created", "changed", "name_by_hand", "name_order")
    }
    lists: dict[str, object] = {
        "names": {(each.text, each.kind) for each in record.names},
        "contacts": {(each.kind, each.value) for each in record.contacts},
        "notes": [each.text for each in record.notes],
        "topics": record.topics,
        "marking": record.marking,
    }
    if isinstance(record, Person):
        lists["tenures"] = {
            (each.office and each.office.title, each.since and each.since.edtf,
             each.until and each.until.edtf, each.end_state, each.acting, each.note)
            for each in record.tenures
        }  # fmt: skip
    if isinstance(record, Organization):
        lists["offices"] = {
            (each.title, each.seats, each.founded and each.founded.edtf) for each in record.offices
        }
    if isinstance(record, Event):
        lists["participants"] = {each.who and each.who.title for each in record.participants}
    return plain | lists


def test_what_the_format_can_hold_comes_back_whole(store: Store, tmp_path: Path) -> None:
    fill_desk(store)
    path, other = tmp_path / "out.ftm.jsonl", tmp_path / "other.desk"
    export_all(store, path)
    make_desk(other)
    with open_desk(other) as opened:
        report = import_files(opened, [path], LENS)
        assert report.rejected == [] and report.flagged == []
        assert told(opened) == told(store)


def test_what_a_desk_exported_meets_its_own_records(store: Store, tmp_path: Path) -> None:
    fill_desk(store)
    path = tmp_path / "out.ftm.jsonl"
    export_all(store, path)
    before = told(store)
    report = import_files(store, [path], LENS)
    assert not any(report.created.values()) and report.rejected == []
    assert told(store) == before
