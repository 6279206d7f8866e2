"""Proposals print what the contract of the `intake` command says."""

from __future__ import annotations

import json

from db.intake.proposals import (
    AgreementFields,
    EventFields,
    NothingKnown,
    OrganizationFields,
    OutcomeSentence,
    PersonFields,
    Proposal,
    Proposals,
    ProposedOffice,
    ProposedValue,
)


def test_a_document_has_the_fields_of_the_contract_and_countries_in_capitals() -> None:
    person = PersonFields(
        "Marco Rubio", ("Rubio",), "", "us", (ProposedOffice("Secretary", "", "us"),)
    )
    body = OrganizationFields("Foreign Office", "FO", (), "ministry", "pk")
    value = ProposedValue("500000000", "USD", "about")
    agreement = AgreementFields("MoU", "memorandum of understanding", "signed", ("FO",), "", value)
    outcome = (OutcomeSentence("agreed to resume", "Marco Rubio", "undertaking", 3, 9),)
    event = EventFields("call", "2025-09-14", ("Marco Rubio",), ("pk", "us"), outcome=outcome)
    document = Proposals(
        (Proposal(person, "He.", 0, 3, 0.9),),
        (Proposal(body, "It.", 0, 3, 0.5, ("by its acronym",)),),
        (Proposal(agreement, "So.", 0, 3, 0.7),),
        (Proposal(event, "So.", 0, 3, 0.7),),
    ).as_json()
    assert json.loads(json.dumps(document)) == document
    assert document["people"][0]["fields"]["country"] == "US"
    assert document["people"][0]["fields"]["offices"][0]["title"] == "Secretary"
    assert document["people"][0]["fields"]["offices"][0]["country"] == "US"
    assert document["agreements"][0]["fields"]["value"] == {
        "amount": "500000000", "currency": "USD", "qualifier": "about",
    }  # fmt: skip
    assert document["events"][0]["fields"]["countries"] == ["PK", "US"]
    assert document["events"][0]["fields"]["outcome"][0]["speaker"] == "Marco Rubio"
    assert [document[kind][0]["ticked"] for kind in ("people", "organizations")] == [True, False]
    assert document["organizations"][0]["reasons"] == ["by its acronym"]


def test_an_empty_desk_knows_nobody() -> None:
    from datetime import date

    nothing = NothingKnown()
    assert nothing.kind_of("Munir") == ""
    assert nothing.holder_of("Chief of Army Staff", "", "pk", date(2025, 9, 15)) == ""
