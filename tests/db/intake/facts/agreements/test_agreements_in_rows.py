"""What stands in no row of its own is no agreement of its own."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import proposals

TITLES = [
    ("Greece signed a deal with France on Tuesday as Paris seeks to recover from the loss of a"
     " submarine contract with Australia.", ["Deal between Greece and France"]),
    ("Italy and Greece signed a letter of intent for the joint procurement of frigates, a deal said"
     " to be worth 1.1 billion euros.",
     ["Letter of intent between Italy and Greece: the joint procurement of frigates"]),
    ("Argentina and Bolivia signed the Additional Protocol to the Agreement on Migration.",
     ["Additional Protocol"]),
    ("Norway and the United Kingdom concluded a declaration on closer defence cooperation, the"
     " Lunna House Agreement.", ["Lunna House Agreement"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles"), TITLES)
def test_one_agreement_is_told_once(text: str, titles: list[str]) -> None:
    assert [each.fields.title for each in proposals(text).agreements] == titles
