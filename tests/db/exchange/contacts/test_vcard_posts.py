"""Bodies and titles of a card are paired; a card of a body is told from a person's."""

from __future__ import annotations

import pytest

from tests.db.exchange.contacts.cards import read_one


@pytest.mark.parametrize(
    ("lines", "posts"),
    [
        (("ORG:IBM;Sales;South", "TITLE:Clerk"), [("IBM", "Sales, South", "Clerk")]),
        (("ORG:A;B", "ORG:C", "TITLE:x", "TITLE:y"), [("A", "B", "x"), ("C", "", "y")]),
        (("g2.ORG:C", "g1.ORG:A", "g1.TITLE:x", "g2.TITLE:y"), [("C", "", "y"), ("A", "", "x")]),
        (("ORG:A", "TITLE:x", "TITLE:y"), [("A", "", "x"), ("A", "", "y")]),
        (("TITLE:x",), [("", "", "x")]),
        (("ORG:;", "TITLE:x", "TITLE:y"), [("", "", "x"), ("", "", "y")]),
        (("ORG:",), []),
        (("ORG:A", "ROLE:x"), [("A", "", "x")]),
        (("ORG:A", "ORG:A"), [("A", "", "")]),
        (("ORG:Army\\; Navy", "TITLE:x"), [("Army; Navy", "", "x")]),
    ],
)  # fmt: skip
def test_bodies_and_titles(lines: tuple[str, ...], posts: list[tuple[str, str, str]]) -> None:
    card = read_one("FN:Ana Silva", *lines)
    assert [(each.body, each.unit, each.title) for each in card.posts] == posts


@pytest.mark.parametrize(
    ("lines", "is_body"),
    [
        (("FN:Acme", "ORG:Acme"), True),
        (("N:;;;;", "ORG:Acme"), True),
        (("FN:Bank of Acme", "ORG:Acme", "X-ABShowAs:COMPANY"), True),
        (("KIND:org", "FN:Acme"), True),
        (("KIND:individual", "FN:Acme", "ORG:Acme"), False),
        (("FN:Acme", "ORG:Acme", "TITLE:Owner"), False),
        (("FN:Ana Silva", "ORG:Acme"), False),
    ],
)
def test_a_card_of_a_body(lines: tuple[str, ...], is_body: bool) -> None:
    assert read_one(*lines).is_body is is_body
