"""Clauses that tell of one agreement make one."""

from __future__ import annotations

from tests.db.intake.marked_texts import proposals


def test_a_later_sentence_brings_the_value() -> None:
    text = "Pakistan and Japan signed a contract on Monday. The contract is worth $5 million."
    (found,) = proposals(text).agreements
    assert found.fields.value is not None and found.fields.value.amount == "5000000"


def test_two_subjects_are_two_agreements() -> None:
    text = (
        "Pakistan and Japan signed an agreement on fisheries."
        " Pakistan and Japan signed an extradition treaty."
    )
    assert len(proposals(text).agreements) == 2
