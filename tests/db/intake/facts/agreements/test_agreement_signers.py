"""Who signs what was told before is read into it."""

from __future__ import annotations

from tests.db.intake.marked_texts import events, proposals

DEAL = "France and Kenya signed an agreement on ports on 1 May 2025. "


def test_who_signed_on_behalf_of_a_state_takes_part() -> None:
    text = DEAL + "Foreign Minister Musalia Mudavadi signed on behalf of Kenya."
    assert ("signing", "2025-05-01", "held", {"Musalia Mudavadi"}) in events(text)


def test_an_agreement_that_a_parliament_approved_was_signed_before() -> None:
    text = (
        "TUNIS, March 11 - The Tunisian Parliament approved on Tuesday a loan agreement with the"
        " African Development Bank to the tune of 80 million euros. The agreement, signed in Tunis"
        " on December 20, 2024, will fund rural roads."
    )
    (found,) = proposals(text).agreements
    assert set(found.fields.parties) == {"Tunisia", "African Development Bank"}
    assert "rural roads" in found.fields.subject
    assert found.fields.value is not None and found.fields.value.amount == "80000000"
