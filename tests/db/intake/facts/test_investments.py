"""Money given is an event between two with a sum."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import events


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Earlier this month, Pakistan secured about $ 500 million investments from the US.",
         {"Pakistan", "United States"}),
        ("The World Bank approved a $2.1 billion loan to Nigeria on Monday.",
         {"World Bank", "Nigeria"}),
    ],
)  # fmt: skip
def test_money_between_two_is_an_event(text: str, names: set[str]) -> None:
    found = [event for event in events(text) if event[0] == "investment"]
    assert [event[3] for event in found] == [names]


def test_money_without_a_giver_is_none() -> None:
    assert events("Trade reached $5 billion in May.") == []
