"""A row is called by its record once it was edited."""

from __future__ import annotations

from db import Person
from db.intake.proposals import Proposals
from desktop.intake.proposal_row import proposals_by_kind
from tests.desktop.intake.proposed import rows


def test_a_row_is_called_as_it_was_edited() -> None:
    row = rows()[0]
    assert row.name == "Ishaq Dar" and row.match is None
    row.record = Person(title="Mohammad Ishaq Dar")
    assert row.name == "Mohammad Ishaq Dar"


def test_proposals_come_in_the_order_of_the_screen() -> None:
    people, bodies = rows()[0].proposal, rows()[2].proposal
    found = list(proposals_by_kind(Proposals(people=(people,), organizations=(bodies,))))
    assert found == [("person", people), ("organization", bodies)]
