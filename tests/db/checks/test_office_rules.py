"""Offices: seats and who holds them, who follows, and of which body they are."""

from __future__ import annotations

import pytest

from db import HistoricalDate, Office, Organization, Store
from db.vocabulary.kinds import NO_BODY
from tests.db.checks.case_desk import LENS, CaseDesk, findings, gaps


@pytest.mark.parametrize(
    "seats, until, since, found",
    [
        (1, None, "2005-05-01", ["seat-overlap"]),
        (1, "2006-01-01", "2005-05-01", ["seat-overlap"]),
        (1, "2005-05-01", "2005-05-01", []),
        (1, "2005", "2005-05-01", []),  # perhaps before
        (2, None, "2005-05-01", []),
        (None, None, "2005-05-01", []),
    ],
)
def test_one_seat_has_one_holder(
    store: Store, seats: int | None, until: str | None, since: str, found: list[str]
) -> None:
    desk = CaseDesk(store)
    desk.office("Envoy", seats)
    desk.fill([
        {"kind": "person", "title": "Ann", "tenures": [("Envoy", "2001", until)]},
        {"kind": "person", "title": "Ben", "tenures": [("Envoy", since, None)]},
    ])  # fmt: skip
    told = findings(store)
    assert [each.rule for each in told] == found
    if told:
        assert told[0].place == "Ben · Envoy"
        assert told[0].says == "Ann held it as well from 1 May 2005 on."


@pytest.mark.parametrize(
    "seats, found",
    [(2, ["3 people held it 2005; it has 2 seats."]), (3, []), (None, [])],
)
def test_no_office_has_more_holders_than_seats(
    store: Store, seats: int | None, found: list[str]
) -> None:
    desk = CaseDesk(store)
    desk.office("Judge", seats)
    held = {"Ann": ("2001", None), "Ben": ("2002", "2003"), "Cem": ("2003", None),
            "Dee": ("2005", None)}  # fmt: skip
    desk.fill([
        {"kind": "person", "title": name, "tenures": [("Judge", *days)]}
        for name, days in held.items()
    ])  # fmt: skip
    told = findings(store)
    assert [each.says for each in told] == found
    assert {each.place for each in told} <= {"Dee · Judge"}


@pytest.mark.parametrize(
    "later, found",
    [
        (None, ["Ended 2006, and nobody is recorded in the office since."]),
        (("2006", None), []),
        (("2007", "2030"), []),
    ],
)
def test_an_office_that_is_left_has_a_successor(
    store: Store, later: tuple[str, str | None] | None, found: list[str]
) -> None:
    desk = CaseDesk(store)
    people = [("Ann", ("2001", "2006")), *([("Ben", later)] if later else [])]
    desk.fill([
        {"kind": "person", "title": name, "tenures": [("Envoy", *days)]} for name, days in people
    ])  # fmt: skip
    told = [each for each in gaps(store) if each.rule == "ended-without-successor"]
    assert [each.says for each in told] == found
    assert {each.place for each in told} <= {"Ann · Envoy"}


def test_an_office_that_is_no_more_needs_no_successor(store: Store) -> None:
    desk = CaseDesk(store)
    desk.fill([{"kind": "person", "title": "Ann", "tenures": [("Envoy", "2001", "2006")]}])
    office = desk.office("Envoy")
    assert office.organization is not None
    key = office.organization.id
    body = store.reader.get(key, LENS)
    assert isinstance(body, Organization)
    body.offices[0].dissolved = HistoricalDate.parse("2006")
    store.save(body, LENS)
    assert "ended-without-successor" not in {each.rule for each in gaps(store)}


def test_an_office_stands_in_a_body(store: Store) -> None:
    store.save(Organization(title=NO_BODY, offices=[Office(title="Envoy")]), LENS)
    told = [each for each in gaps(store) if each.rule == "office-without-body"]
    assert [(each.place, each.says) for each in told] == [
        (f"{NO_BODY} · Envoy", "Of which body is this office?")
    ]
