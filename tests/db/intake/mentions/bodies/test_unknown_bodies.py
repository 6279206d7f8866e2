"""Companies are found by what they do, where nothing else gives them away."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import bodies


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Poland signed contracts with Hyundai Rotem for tanks.", "Hyundai Rotem"),
        ("The minister said that Honda will invest $5 billion there.", "Honda"),
    ],
)
def test_a_party_is_a_body(text: str, name: str) -> None:
    assert bodies(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Poland spoke with Zorvex Rotem for hours.",
        "The minister signed it with President Xi Jinping on Monday.",
        "Pakistan signed an agreement with Japan on Monday.",
    ],
)
def test_nobody_else_is(text: str) -> None:
    assert bodies(text) == []
