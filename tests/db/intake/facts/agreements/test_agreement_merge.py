"""Clauses that tell of one agreement make one."""

from __future__ import annotations

import pytest

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


GRANT = "Kenya and Japan signed a grant agreement for the expansion of the geothermal plant."


@pytest.mark.parametrize(
    "sentence",
    [
        "The agreement was signed by Kenyan Foreign Minister Musalia Mudavadi and the Japan"
        " International Cooperation Agency (JICA) President Akihiko Tanaka.",
        "The agreement has been signed in Nairobi by Kenyan Foreign Minister Musalia Mudavadi and"
        " Japan International Cooperation Agency President Akihiko Tanaka.",
        "The document was signed by Kenyan Foreign Minister Musalia Mudavadi and Japan"
        " International Cooperation Agency President Akihiko Tanaka.",
    ],
)
def test_who_signs_the_agreement_signs_the_one_told_before(sentence: str) -> None:
    found = proposals(f"{GRANT} {sentence}")
    (pact,) = found.agreements
    assert pact.fields.parties == ("Kenya", "Japan")
    assert "geothermal" in pact.fields.subject
    (signing,) = [each for each in found.events if each.fields.type == "signing"]
    assert {"Musalia Mudavadi", "Akihiko Tanaka"} <= set(signing.fields.participants)


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty on fisheries was signed by Kenya and Japan.",
        "The agreement was signed by Peru and Chile.",
        "An agreement was signed by Kenya and the World Bank.",
    ],
)
def test_an_agreement_with_a_subject_or_other_states_is_another(sentence: str) -> None:
    assert len(proposals(f"{GRANT} {sentence}").agreements) == 2


def test_a_headline_of_several_is_told_one_by_one() -> None:
    text = (
        "Chile and Peru sign agreements\n\nOn Monday Chile and Peru signed a memorandum on"
        " cooperation in the Atacama, a joint statement to promote bilateral trade, as well as an"
        " agreement on cooperation in fisheries."
    )
    subjects = [each.fields.subject for each in proposals(text).agreements]
    assert subjects == [
        "cooperation in the Atacama", "promote bilateral trade", "cooperation in fisheries",
    ]  # fmt: skip


def test_what_a_loan_is_under_which_is_paid_for_is_its_subject() -> None:
    text = (
        "Chile and the World Bank signed a loan agreement under which the lender will provide $5"
        " million to support schools."
    )
    (pact,) = proposals(text).agreements
    assert pact.fields.subject == "schools"
