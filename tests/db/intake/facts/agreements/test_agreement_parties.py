"""Whose an agreement is that its verb gives to nobody."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import proposals

ASTANA = "ASTANA, Sept. 15 (Kazinform) - President Kassym Tokayev met President Shavkat Mirzayev of"
PARTIES = [
    (f"{ASTANA} Uzbekistan. In the Treaty on Allied Relations, signed in Tashkent in December 2022,"
     " Kazakhstan and Uzbekistan are allies.", {"Kazakhstan", "Uzbekistan"}),
    ("KYIV, Sept. 15 (Ukrinform) - The European Union transferred a loan of EUR 4 billion to"
     " reform Ukraine's energy sector.", {"European Union", "Ukraine"}),
    ("The Saudi Fund for Development rolled over a deposit of USD 3 billion with the State Bank of"
     " Pakistan.", {"Saudi Fund for Development", "State Bank of Pakistan"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_parties_are_found_beside_the_verb(text: str, parties: set[str]) -> None:
    assert [set(each.fields.parties) for each in proposals(text).agreements] == [parties]


def test_a_plan_that_one_side_makes_is_no_agreement() -> None:
    text = "The Foreign Affairs Council adopted a roadmap to ease sanctions on Syria."
    assert not proposals(text).agreements
