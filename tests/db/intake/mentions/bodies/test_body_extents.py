"""The name of a body ends where another thing begins."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import bodies

NAMES = [
    ("The UN Support Mission in Libya said so.", ["UN Support Mission in Libya"]),
    ("The General Staff of the Polish Armed Forces said so.",
     ["General Staff", "Polish Armed Forces"]),
    ("A loan from Deutsche Bank for the Western Line was approved.", ["Deutsche Bank"]),
    ("The European Bank for Reconstruction and Development lends.",
     ["European Bank for Reconstruction and Development"]),
    ("He met the Executive Board of the International Monetary Fund.",
     ["International Monetary Fund"]),
    ("The Exim Bank of India lends.", ["Exim Bank of India"]),
    ("He met the Council of Foreign Ministers.", ["Council of Foreign Ministers"]),
    ("The Philippine Navy on Friday welcomed him.", ["Philippine Navy"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_a_name_has_its_end(text: str, names: list[str]) -> None:
    assert bodies(text) == names
