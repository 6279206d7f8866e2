"""Rows of proposals for the tests of intake, as a reading gives them."""

from __future__ import annotations

from typing import Any

from db.intake.proposals import (
    AgreementFields,
    EventFields,
    OrganizationFields,
    PersonFields,
    Proposal,
    ProposedOffice,
    ProposedValue,
)
from desktop.intake.proposal_row import ProposalRow

TEXT = "Ishaq Dar called Marco Rubio. FWO signed with USSM."


def proposal(fields: Any, start: int, end: int, confidence: float = 0.9) -> Proposal[Any]:
    return Proposal(fields, TEXT[:29], start, end, confidence, ("a title before the name",))


def rows() -> list[ProposalRow]:
    """Two people, a body, an agreement and an event of `TEXT`; the second person is unsure."""
    office = ProposedOffice("Foreign Minister", "", "pk")
    dar = PersonFields("Ishaq Dar", ("DPM Dar",), "", "pk", (office,))
    found = [
        ("person", proposal(dar, 0, 9)),
        ("person", proposal(PersonFields("Marco Rubio", country="us"), 17, 28, 0.4)),
        ("organization", proposal(OrganizationFields("Works", "FWO", type="company"), 30, 33)),
        ("agreement", proposal(pact(), 34, 40, 0.7)),
        ("event", proposal(EventFields("call", "2025-09-14", ("Ishaq Dar",)), 0, 28)),
    ]
    return [ProposalRow(kind, each, each.is_ticked) for kind, each in found]


def pact() -> AgreementFields:
    value = ProposedValue("500000000", "USD", "about")
    return AgreementFields("Pact", "contract", "signed", ("FWO", "USSM"), "minerals", value, "2025")
