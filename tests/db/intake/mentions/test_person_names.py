"""People are found bare where the words show a name, and nowhere else."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marco Rubio spoke.", "Marco Rubio"),
        ("They met Faisal bin Farhan there.", "Faisal bin Farhan"),
        ("Eom Dong-hyun attended it.", "Eom Dong-hyun"),
        ("They met Wang Yi there.", "Wang Yi"),
    ],
)
def test_a_bare_name_is_a_person(text: str, name: str) -> None:
    assert list(people(text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Strategic Dialogue took place in New York on Monday.",
        "PRESIDENT OF INDIA ACCEPTS CREDENTIALS FROM AMBASSADORS",
        "Midnight Hammer and Rough Rider ended.",
        "Prime Minister Delivers Remarks",
        "The Middle East and the Red Sea.",
    ],
)
def test_other_capitals_are_nobody(text: str) -> None:
    assert people(text) == {}


def test_a_long_name_beside_an_office_is_a_person() -> None:
    text = "Md Rahim Kader Lobo, secretary of the Finance Division, signed it."
    assert people(text) == {"Md Rahim Kader Lobo": ["Secretary"]}
