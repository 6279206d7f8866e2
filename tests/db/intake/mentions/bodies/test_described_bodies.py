"""A word beside capitals says that they are a body."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import bodies, people

BODIES = [
    ("The gas company SPP and the Belgian investment company BIO met.", ["SPP", "BIO"]),
    ("He spoke with the development agency Enabel.", ["Enabel"]),
    ("The company “Bouygues Turkmen” builds there.", ["Bouygues Turkmen"]),
    ("It was told by the oil company Azule Energy.", ["Azule Energy"]),
    ("They signed an agreement between Naftna and Zarubno.", ["Naftna", "Zarubno"]),
    ("They signed the agreement between Ishaq Dar and Wang Yi.", []),
    ("The company Chairman spoke of the bank.", []),
]


@pytest.mark.parametrize(("text", "names"), BODIES)
def test_capitals_are_a_body_beside_such_a_word(text: str, names: list[str]) -> None:
    assert bodies(text) == names


def test_a_company_is_named_before_its_chief() -> None:
    text = "Nordwerft CEO Anna Bergqvist spoke."
    assert bodies(text) == ["Nordwerft"]
    assert people(text) == {"Anna Bergqvist": ["CEO"]}
