"""A portfolio ends where its words do, also where no list has them."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import people


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Minister of Foreign Affairs, Trade and Worship Pablo Quirno spoke.",
         "Minister of Foreign Affairs, Trade and Worship"),
        ("Minister of Foreign Affairs, Migration and Tunisians Abroad, Nabil Ayari, spoke.",
         "Minister of Foreign Affairs, Migration and Tunisians Abroad"),
        ("Minister of State and National Security Advisor Musaad Al-Aiban spoke.",
         "Minister of State"),
        ("Minister of Foreign Affairs of the Republic of Paraguay, Celeste Ayala, spoke.",
         "Minister of Foreign Affairs"),
    ],
)  # fmt: skip
def test_a_portfolio_is_read_whole(text: str, title: str) -> None:
    ((_, titles),) = people(text).items()
    assert titles[0] == title
