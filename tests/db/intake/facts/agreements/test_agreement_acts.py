"""Who signs is a party: a body, or the state of who signs for it."""

from __future__ import annotations

from db.intake.facts.agreements.agreement_acts import acts_for, party_names
from db.intake.facts.grammar.units import Participants
from tests.db.intake.marked_texts import document


def test_a_minister_signs_for_the_state_and_a_director_for_the_body() -> None:
    whole = document(
        "Hungarian Minister of Trade Ali Khan and World Bank Managing Director Ann Lee signed."
    )
    minister, director = whole.people.people
    assert (acts_for(minister), acts_for(director)) == ("Hungary", "World Bank")
    assert party_names(Participants([minister], [], ["pk"], [])) == ["Pakistan", "Hungary"]
