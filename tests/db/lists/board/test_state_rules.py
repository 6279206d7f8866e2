"""A state's own rules say who stands before whom: a whole title counts before a part of it."""

from __future__ import annotations

import pytest

from db import Ref
from db.lists.board.state_rules import LAST_PLACE, OrderRule, StateRules, place_of

RULES = [
    OrderRule("President"),
    OrderRule("Prime Minister"),
    OrderRule("Foreign Minister"),
    OrderRule("Minister"),
    OrderRule("Director", body=7),
    OrderRule("Director"),
]


@pytest.mark.parametrize(
    ("title", "body", "place"),
    [
        ("President", Ref(1, "Chad"), 1),
        ("President of Chad", Ref(1, "Chad"), 1),
        ("Prime Minister", Ref(1), 2),
        ("Minister of Foreign Affairs", Ref(1), 3),
        ("Minister for Trade", Ref(1), 4),
        ("Director", Ref(7), 5),
        ("Director", Ref(8), 6),
        ("Vice President", Ref(1), 1),
        ("Usher", Ref(1), LAST_PLACE),
    ],
)
def test_the_rule_that_says_most_counts(title: str, body: Ref, place: int) -> None:
    assert place_of(RULES, title, body) == place


def test_only_the_rules_of_its_own_state_count() -> None:
    from db.lists.board.board_rows import BodyRow, Bounds

    def body(key: int, country: str) -> BodyRow:
        return BodyRow(Ref(key, "B", "organization"), "", country, "", Bounds(), None, None, ())

    rules = StateRules({"fr": [OrderRule("President")]})
    assert rules.place(body(1, "fr"), "President") == 1
    assert rules.place(body(2, "de"), "President") == LAST_PLACE
