"""Memberships become tenures: who, in which office, from when to when, and what else is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db import HistoricalDate, Store
from tests.db.exchange.popolo_desk import LENS, bring_in, person, refusals, remarks

BASE: dict[str, Any] = {
    "persons": [{"id": "1", "name": "Ana Silva"}, {"id": "2", "name": "Bo Birk"}],
    "organizations": [
        {"id": "s", "name": "Senate", "classification": "legislature"},
        {"id": "g", "name": "Green Party", "classification": "party"},
        {"id": "b", "name": "Blue Party", "classification": "party"},
    ],
    "posts": [{"id": "sp", "label": "Speaker", "role": "chair", "organization_id": "s",
               "area": {"name": "Cork"}}],
    "areas": [{"id": "a", "name": "Cork East"}],
    "events": [
        {"id": "t1", "name": "1st term", "start_date": "2011-03-09", "end_date": "2016-03-02"},
        {"id": "t2", "name": "2nd term", "start_date": "2016-03-10"},
    ],
}  # fmt: skip
MEMBER = {"person_id": "1", "organization_id": "s", "role": "member"}


def with_members(*members: dict[str, Any]) -> dict[str, Any]:
    """The file with these memberships."""
    return {**BASE, "memberships": list(members)}


def held(store: Store, name: str = "Ana Silva") -> list[tuple[str, str, str, str, str]]:
    """Office, start, end, end state and note of each tenure."""
    return [
        (
            each.office.title if each.office else "",
            each.since.edtf if each.since else "",
            each.until.edtf if each.until else "",
            each.end_state,
            each.note,
        )
        for each in person(store, name).tenures
    ]


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ({}, ("member", "", "", "unknown", "")),
        ({"role": None, "label": "Senator for Cork"}, ("Senator for Cork", "", "", "unknown", "")),
        ({"role": None}, ("member", "", "", "unknown", "")),
        ({"label": "Senator for Cork"}, ("member", "", "", "unknown", "Senator for Cork")),
        ({"post_id": "sp"}, ("Speaker", "", "", "unknown", "for Cork")),
        ({"post_id": "sp", "role": "acting chair"},
         ("Speaker", "", "", "unknown", "for Cork; acting chair")),
        ({"start_date": "2012", "end_date": "2013-05"},
         ("member", "2012", "2013-05", "ended", "")),
        ({"start_date": "2012"}, ("member", "2012", "", "unknown", "")),
        ({"start_date": "2012", "end_date": "9999-12-31"}, ("member", "2012", "", "ongoing", "")),
        ({"end_date": "present", "legislative_period_id": "t1"},
         ("member", "2011-03-09", "", "ongoing", "1st term")),
        ({"legislative_period_id": "t1"},
         ("member", "2011-03-09", "2016-03-02", "ended", "1st term")),
        ({"legislative_period_id": "t2"}, ("member", "2016-03-10", "", "unknown", "2nd term")),
        ({"legislative_period_id": "t1", "start_date": "2014-01-01"},
         ("member", "2014-01-01", "2016-03-02", "ended", "1st term")),
        ({"legislative_period_id": "t1", "start_date": "2018-01-01"},
         ("member", "2018-01-01", "", "unknown", "1st term")),
        ({"on_behalf_of_id": "g", "area_id": "a", "legislative_period_id": "t2"},
         ("member", "2016-03-10", "", "unknown",
          "for Cork East; on behalf of Green Party; 2nd term")),
        ({"organization_id": None, "organization": "Senate", "person_id": None,
          "person": {"id": "1", "name": "Ana Silva"}}, ("member", "", "", "unknown", "")),
    ],
)  # fmt: skip
def test_a_membership_is_a_tenure(
    member: dict[str, Any], expected: tuple[str, ...], store: Store, tmp_path: Path
) -> None:
    document = with_members({**MEMBER, **member})
    report = bring_in(store, tmp_path, document)
    assert report.rejected == []
    assert held(store) == [expected]
    again = bring_in(store, tmp_path, document)
    assert not any({**again.created, **again.updated}.values())
    assert again.unchanged["tenures"] == 1


def test_memberships_of_unknown_people_or_bodies_are_refused_by_name(
    store: Store, tmp_path: Path
) -> None:
    people = [*BASE["persons"], {"id": "3", "name": ["Cy Dee"]}]
    members = [
        {**MEMBER, "person_id": "9"},
        {**MEMBER, "organization_id": "9"},
        {**MEMBER, "post_id": "9"},
        {**MEMBER, "person_id": "3"},
        {**MEMBER, "person_id": None},
        {**MEMBER, "organization_id": None},
        {**MEMBER, "person_id": None, "person": "Nobody"},
        {**MEMBER, "start_date": "2013", "end_date": "2012"},
        "member",
        {**MEMBER, "on_behalf_of_id": "9", "area_id": "9"},
    ]
    document = {**with_members(*members), "persons": people}  # type: ignore[arg-type]
    report = bring_in(store, tmp_path, document)
    assert report.created["tenures"] == 2
    assert sorted(refusals(report)) == sorted([
        ("persons[2].name", "['Cy Dee']"),
        ("memberships[0].person_id", "9"),
        ("memberships[1].organization_id", "9"),
        ("memberships[2].post_id", "9"),
        ("memberships[3].person_id", "3"),
        ("memberships[4].person_id", ""),
        ("memberships[5].organization_id", ""),
        ("memberships[6].person", "Nobody"),
        ("memberships[8]", "member"),
    ])  # fmt: skip
    (why,) = [each["why"] for each in report.rejected if each["value"] == "3"]
    assert why == "persons[2] (“3”) was refused."
    assert "memberships[9].on_behalf_of_id: no organization with the id “9”" in remarks(report)
    assert "memberships[9].area_id: no area with the id “9”" in remarks(report)


def test_memberships_of_the_same_days_are_one_tenure(store: Store, tmp_path: Path) -> None:
    document = with_members(
        {**MEMBER, "on_behalf_of_id": "g", "legislative_period_id": "t1"},
        {**MEMBER, "on_behalf_of_id": "b", "legislative_period_id": "t1"},
        {**MEMBER, "legislative_period_id": "t2"},
        MEMBER,
    )
    bring_in(store, tmp_path, document)
    told = held(store)
    assert [(since, until) for _, since, until, _, _ in told] == [
        ("", ""), ("2011-03-09", "2016-03-02"), ("2016-03-10", ""),
    ]  # fmt: skip
    assert told[1][4] == "on behalf of Green Party; 1st term\non behalf of Blue Party; 1st term"
    again = bring_in(store, tmp_path, document)
    assert not any({**again.created, **again.updated}.values())


def test_a_changed_day_goes_to_the_tenure_that_the_file_wrote(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, with_members({**MEMBER, "start_date": "2012"}))
    for end in ("2014", "2015"):
        report = bring_in(
            store, tmp_path, with_members({**MEMBER, "start_date": "2012", "end_date": end})
        )
        assert report.updated["tenures"] == 1
        assert held(store) == [("member", "2012", end, "ended", "")]
    bring_in(store, tmp_path, with_members({**MEMBER, "start_date": "2011", "end_date": "2015"}))
    assert held(store) == [("member", "2011", "2015", "ended", "")]


def test_another_term_is_another_tenure(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, with_members({**MEMBER, "legislative_period_id": "t1"}))
    bring_in(store, tmp_path, with_members({**MEMBER, "legislative_period_id": "t2"}))
    assert [since for _, since, *_ in held(store)] == ["2011-03-09", "2016-03-10"]


def test_what_an_officer_corrected_of_a_tenure_stays_and_is_told(
    store: Store, tmp_path: Path
) -> None:
    document = with_members({**MEMBER, "legislative_period_id": "t1"})
    bring_in(store, tmp_path, document)
    ana = person(store, "Ana Silva")
    ana.tenures[0].until = HistoricalDate.parse("2015-12-31")
    ana.tenures[0].note = "resigned"
    store.save(ana, LENS)
    report = bring_in(store, tmp_path, document)
    assert not any({**report.created, **report.updated}.values())
    assert held(store) == [("member", "2011-03-09", "2015-12-31", "ended", "resigned")]
    assert "memberships[0]: The desk has “2015-12-31” for the end" in remarks(report)


def test_members_of_a_file_of_memberships_are_found_on_the_desk(
    store: Store, tmp_path: Path
) -> None:
    bring_in(store, tmp_path, {key: BASE[key] for key in ("persons", "organizations", "posts")})
    report = bring_in(store, tmp_path, [MEMBER, {**MEMBER, "post_id": "sp"}])
    assert report.rejected == []
    assert [office for office, *_ in held(store)] == ["member", "Speaker"]


def test_memberships_with_ids_of_their_own_are_each_a_stay(store: Store, tmp_path: Path) -> None:
    shared = {"person_id": "p", "organization_id": "o", "role": "member"}
    document = {
        "persons": [{"id": "p", "name": "Ana Silva"}],
        "organizations": [{"id": "o", "name": "House"}],
        "memberships": [
            shared | {"id": "1", "start_date": "2019", "note": "first"},
            shared | {"id": "2", "note": "second"},
            shared | {"id": "3", "note": "third"},
        ],
    }
    for created in (3, 0):
        report = bring_in(store, tmp_path, document)
        assert report.created.get("tenures", 0) == created
        notes = sorted(tenure.note for tenure in person(store, "Ana Silva").tenures)
        assert notes == ["first", "second", "third"]
    document["memberships"][0]["start_date"] = "2020"
    report = bring_in(store, tmp_path, document)
    assert (report.created.get("tenures", 0), report.updated["tenures"]) == (0, 1)
    assert store.verify() == []


def test_memberships_without_ids_that_say_the_same_days_are_joined(
    store: Store, tmp_path: Path
) -> None:
    shared = {"person_id": "p", "organization_id": "o", "role": "member", "start_date": "2019"}
    document = {
        "persons": [{"id": "p", "name": "Ana Silva"}],
        "organizations": [{"id": "o", "name": "House"}],
        "memberships": [shared | {"note": "first"}, shared | {"note": "second"}],
    }
    report = bring_in(store, tmp_path, document)
    assert (report.created["tenures"], report.joined["tenures"]) == (1, 1)
    assert [each.note for each in person(store, "Ana Silva").tenures] == ["first\nsecond"]
