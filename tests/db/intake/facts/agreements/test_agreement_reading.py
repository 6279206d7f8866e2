"""Agreements have parties, status, subject and value."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import proposals

CASES = [
    ("Frontier Works Organization inked a MoU with Mota-Engil Group on Monday to explore"
     " partnerships in engineering.",
     "memorandum of understanding", "signed", {"Frontier Works Organization", "Mota-Engil Group"},
     "engineering"),
    ("Pakistan and Japan will sign an agreement on fisheries in November.",
     "agreement", "planned", {"Pakistan", "Japan"}, "fisheries"),
    ("Mozambique and the European Investment Bank signed a €150m financing agreement on Tuesday to"
     " rehabilitate the Beira railway.",
     "agreement", "signed", {"Mozambique", "European Investment Bank"}, "railway"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "status", "parties", "word"), CASES)
def test_an_agreement_is_read(
    text: str, kind: str, status: str, parties: set[str], word: str
) -> None:
    (found,) = proposals(text).agreements
    fields = found.fields
    assert (fields.type, fields.status, set(fields.parties)) == (kind, status, parties)
    assert word in fields.subject


def test_a_sum_is_tied_to_its_agreement() -> None:
    text = (
        "Pakistan secured about $ 500 million in accordance with a recently signed agreement with"
        " Strategic Metals Corporation. Frontier Works Organization inked a MoU with Strategic"
        " Metals Corporation. The agreements cover cooperation on critical minerals."
    )
    (found,) = proposals(text).agreements
    assert found.fields.value is not None and found.fields.value.amount == "500000000"
    assert set(found.fields.parties) == {
        "Strategic Metals Corporation",
        "Frontier Works Organization",
    }
    assert found.fields.subject == "critical minerals"


@pytest.mark.parametrize(
    "text",
    [
        "The agreement helps both.",
        "Italy will not renew the memorandum with China.",
        "Türkiye agreed to send the protocol to parliament.",
        "A loan would help Pakistan.",
    ],
)
def test_mere_mentions_are_none(text: str) -> None:
    assert proposals(text).agreements == ()


def test_who_signs_between_bodies_is_told_beside_them() -> None:
    text = (
        "On 3 March 2025 Foreign Minister Ana Ruiz of Chile and Foreign Minister Jan Novak of"
        " Czechia signed a memorandum on training between the Andean Academy and the Prague"
        " Institute."
    )
    found = proposals(text)
    (pact,) = found.agreements
    assert set(pact.fields.parties) == {"Andean Academy", "Prague Institute"}
    signing = next(each.fields for each in found.events if each.fields.type == "signing")
    assert {"Ana Ruiz", "Jan Novak"} <= set(signing.participants)


def test_a_name_in_quotation_marks_is_the_title_of_an_agreement() -> None:
    name = "Memorandum of Understanding between the Andean Academy and the Prague Institute on Law"
    (pact,) = proposals(f"Foreign Minister Ana Ruiz will sign the “{name}.”").agreements
    assert (pact.fields.title, pact.fields.status) == (name, "planned")
    said = "Minister Ana Ruiz said: “We hope that an agreement between Chile and Peru is signed.”"
    assert proposals(said).agreements == ()


def test_two_peoples_before_a_plural_office_are_both_parties() -> None:
    text = "Peruvian and Chilean defence ministers signed a pact on the border on Monday."
    (pact,) = proposals(text).agreements
    assert set(pact.fields.parties) == {"Peru", "Chile"}


def test_agreements_that_were_signed_earlier_are_not_signed_again() -> None:
    text = "Peru and Chile will review the implementation of earlier signed agreements on Monday."
    assert proposals(text).agreements == ()
