"""Proposals as records: what is new is a reference that saving makes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db import Lens, OfficeRef, Ref, Store
from db.changes.validate import breaches
from db.intake.drafting import draft_record, event_title
from db.intake.proposals import (
    AgreementFields,
    EventFields,
    OrganizationFields,
    OutcomeSentence,
    PersonFields,
    ProposedOffice,
    ProposedValue,
)

PERSON = PersonFields(
    "Asim Munir",
    ("Munir", "Asim Munir"),
    "Field Marshal",
    "pk",
    (
        ProposedOffice("Chief of Army Staff", "Pakistan Army"),
        ProposedOffice("Guest", country="us", acting=True),
        ProposedOffice("Envoy", former=True),
    ),
)
BODY = OrganizationFields(
    "National Logistics Corporation", "NLC", ("NLC", "Logistics"), "company", "pk"
)
AGREEMENT = AgreementFields(
    "Memorandum on minerals",
    "memorandum of understanding",
    "signed",
    ("FWO", "USSM"),
    "critical minerals",
    ProposedValue("500000000", "USD", "about"),
    "2025-09",
)
EVENT = EventFields(
    "call",
    "2025-09-14",
    ("Ishaq Dar", "Marco Rubio"),
    ("pk", "us"),
    "",
    "held",
    (OutcomeSentence("Both will meet.", "Ishaq Dar", "undertaking"), OutcomeSentence("Trade.")),
)


@pytest.mark.parametrize("fields", [PERSON, BODY, AGREEMENT, EVENT])
def test_a_draft_can_be_saved_as_it_is(fields: object, store: Store) -> None:
    record = draft_record(fields)
    assert list(breaches(record)) == []
    store.save(record, Lens())
    assert store.reader.get(record.id, Lens()).title == record.title


def test_a_person_brings_rank_aliases_and_offices() -> None:
    person = draft_record(PERSON)
    assert [name.text for name in person.names] == ["Munir"]
    assert [rank.title for rank in person.ranks] == ["Field Marshal"]
    told = [
        (t.office.title, t.office.organization.title, t.acting, t.end_state) for t in person.tenures
    ]
    assert told == [
        ("Chief of Army Staff", "Pakistan Army", False, "unknown"),
        ("Guest", "United States", True, "unknown"),
        ("Envoy", "Pakistan", False, "ended-unknown"),
    ]


def test_an_acronym_is_no_alias() -> None:
    body = draft_record(BODY)
    assert (body.acronym, [name.text for name in body.names]) == ("NLC", ["Logistics"])


@pytest.mark.parametrize(
    "status, stage, concluded, acts",
    [
        ("planned", "planned", None, 0),
        ("announced", "announced", None, 0),
        ("signed", "", "2025-09", 1),
        ("in force", "", "2025-09", 1),
        ("", "", None, 0),
    ],
)
def test_only_what_is_signed_is_concluded(
    status: str, stage: str, concluded: str | None, acts: int
) -> None:
    fields = AgreementFields("Pact", status=status, parties=("A", "B"), date="2025-09")
    pact = draft_record(fields)
    assert pact.stage == stage and (pact.concluded and pact.concluded.edtf) == concluded
    assert [len(party.actions) for party in pact.parties] == [acts, acts]


def test_a_sum_keeps_its_qualifier_and_how_far_it_is() -> None:
    [amount] = draft_record(AGREEMENT).amounts
    told = (amount.number, amount.currency, amount.qualifier, amount.stage)
    assert told == ("500000000", "USD", "about", "committed")


def test_an_event_keeps_who_undertook_what_apart() -> None:
    event = draft_record(EVENT)
    assert event.outcome == "Ishaq Dar: Both will meet.\nTrade."
    assert [(p.who.title, p.role) for p in event.participants] == [
        ("Ishaq Dar", ""),
        ("Marco Rubio", ""),
        ("Pakistan", "country"),
        ("United States", "country"),
    ]


def test_a_state_for_which_somebody_is_named_takes_no_part_beside() -> None:
    event = draft_record(replace(EVENT, own_states=("pk",)))
    assert [p.who.title for p in event.participants if p.role == "country"] == ["United States"]


@pytest.mark.parametrize(
    "fields, title",
    [
        (
            EventFields("call", participants=("A", "B", "C", "D")),
            "Telephone call of A with B, C and D",
        ),
        (EventFields("visit", participants=("A",), place="Rome"), "Visit of A to Rome"),
        (EventFields("visit", participants=("A",)), "Visit: A"),
        (
            EventFields("visit", participants=("A",), place="United States"),
            "Visit of A to the United States",
        ),
        (EventFields("meeting", participants=("A", "B")), "Meeting of A with B"),
        (EventFields("signing", participants=tuple("ABCD")), "Signing by A, B and others"),
        (EventFields("conflict", countries=("pk", "in")), "Conflict between Pakistan and India"),
        (
            EventFields("visit", countries=("pk", "no"), place="Norway"),
            "Visit of Pakistan to Norway",
        ),
        (EventFields("incident", place="Rome"), "Incident: Rome"),
        (EventFields("statement"), "Statement"),
    ],
)
def test_an_event_is_called_by_its_kind_and_who(fields: EventFields, title: str) -> None:
    assert event_title(fields) == title


def test_names_that_are_known_are_references() -> None:
    class Known:
        def record(self, name: str, kind: str) -> Ref:
            return Ref(7, name, "person") if name == "Ishaq Dar" else Ref(0, name, "organization")

        def office(self, office: ProposedOffice, country: str) -> OfficeRef:
            return OfficeRef(9, office.title, Ref(8, "Army", "organization"))

    event = draft_record(EVENT, Known())
    assert [p.who.id for p in event.participants] == [7, 0, 0, 0]
    assert {t.office.id for t in draft_record(PERSON, Known()).tenures} == {9}
