"""Acronyms are paired with what the text spells out, where that is a body."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import document

PAIRS = [
    ("Frontier Works Organization (FWO) said so.", "Frontier Works Organization", "FWO"),
    ("a deal with the United States' strategic metals (USSM) came.",
     "United States Strategic Metals", "USSM"),
    ("United States Central Command (Centcom) said so.", "United States Central Command",
     "CENTCOM"),
    ("the Water and Power Development Authority (WAPDA) said.",
     "Water and Power Development Authority", "WAPDA"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "acronym"), PAIRS)
def test_an_acronym_belongs_to_its_long_form(text: str, name: str, acronym: str) -> None:
    (body,) = document(text).bodies.bodies
    assert (body.name, body.acronym.upper()) == (name, acronym.upper())


@pytest.mark.parametrize(
    "text",
    [
        "They signed a Memorandum of Understanding (MoU) there.",
        "along the Line of Control (LoC) there",
        "including rare earth elements (REES), as well",
        "the Chief of Army Staff (COAS) left",
        "a Free Trade Agreement (FTA) there",
    ],
)
def test_what_is_no_body_gets_none(text: str) -> None:
    assert document(text).bodies.bodies == []


def test_the_acronym_alone_is_the_body_afterwards() -> None:
    whole = document("Frontier Works Organization (FWO) met them. FWO signed it.")
    (body,) = whole.bodies.bodies
    assert [place[0] for place in body.places] == [0, 0, 1]
