"""Agreements are read also where no verb of signing stands beside them."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import proposals

FORMS = [
    ("MANILA, May 2 - The Philippine Navy will receive two corvettes from Hyundai Heavy Industries"
     " under a $500 million contract inked in 2021.",
     ("contract", "signed", {"Philippine Navy", "Hyundai Heavy Industries", "Philippines"},
      "corvettes", "500000000")),
    ("Nordic Power Corporation and India's Tata Power agreed to develop solar parks in an MoU last"
     " November.",
     ("memorandum of understanding", "signed", {"Nordic Power Corporation", "Tata Power"},
      "solar parks", None)),
    ("THIMPHU, May 2 - A grant of $10 million will come from the Green Climate Fund for schools in"
     " Bhutan.",
     ("grant", "planned", {"Green Climate Fund", "Bhutan"}, "schools", "10000000")),
    ("BANJUL, May 2 - Gambia's President Musa Bah spoke. Spain would provide 6 million euros for"
     " coastal protection under a memorandum of understanding signed in March.",
     ("memorandum of understanding", "signed", {"Spain", "Gambia"}, "coastal protection",
      "6000000")),
    ("Finland is granting Moldova EUR 5 million for energy security.",
     ("grant", "announced", {"Finland", "Moldova"}, "energy security", "5000000")),
    ("The World Bank has agreed to offer the Government of Liberia US$500 million for roads.",
     ("loan", "announced", {"World Bank", "Liberia"}, "roads", "500000000")),
    ("The Brunei Investment Agency and Japan agreed to set up a $100 million fund for polymers.",
     ("agreement", "announced", {"Brunei Investment Agency", "Japan"}, "polymers",
      "100000000")),
    ("Japan and Peru exchanged notes last week on a donation of 300 million yen for boats.",
     ("exchange of notes", "signed", {"Japan", "Peru"}, "boats", "300000000")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_an_agreement_is_told_in_another_form(
    text: str, expected: tuple[str, str, set[str], str, str | None]
) -> None:
    kind, status, parties, word, amount = expected
    (found,) = proposals(text).agreements
    fields = found.fields
    assert (fields.type, fields.status) == (kind, status)
    assert set(fields.parties) <= parties and len(fields.parties) > 1
    assert word in fields.subject
    assert (fields.value.amount if fields.value else None) == amount


def test_a_declaration_is_called_by_its_place_and_day() -> None:
    text = (
        "Prime Minister Abiy Ahmed of Ethiopia met President Hassan Mohamud of Somalia. Talks begun"
        " under the Ankara Declaration of 11 December 2024 would resume."
    )
    (found,) = proposals(text).agreements
    assert (found.fields.title, found.fields.date) == ("Ankara Declaration", "2024-12-11")
    assert set(found.fields.parties) == {"Ethiopia", "Somalia"}


def test_the_parts_of_a_sum_are_loans_of_their_own() -> None:
    text = (
        "The World Bank approved US$450 million in financing for the Dominican Republic. The"
        " operation has two parts: a policy loan of US$230 million, and an investment loan of"
        " US$220 million for water services."
    )
    found = [each.fields for each in proposals(text).agreements]
    assert [each.value.amount for each in found if each.value] == ["230000000", "220000000"]
    assert {each.parties for each in found} == {("World Bank", "Dominican Republic")}


def test_a_partnership_that_nobody_signs_is_a_relation() -> None:
    assert proposals("Japan and Peru developed their strategic partnership.").agreements == ()
    assert len(proposals("Japan and Peru signed a strategic partnership.").agreements) == 1
