"""A sum is the value of the agreement that it is told of, and of no other thing beside it."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import proposals

VALUES = [
    ("Chile and Peru signed a $20 million agreement on ports.", "20000000"),
    ("Chile and Peru signed an agreement on ports. It is worth $20 million.", "20000000"),
    ("Chile and Peru signed an agreement on ports, to the tune of $20 million.", "20000000"),
    ("Chile and Peru signed an agreement on ports, which see exports of $20 million.", None),
    ("Chile and Peru signed an agreement on ports for $20 million a year.", None),
    ("Chile noted the contribution of $20 million and signed an agreement with Peru.", None),
]


@pytest.mark.parametrize(("text", "amount"), VALUES)
def test_a_sum_is_tied_to_what_it_is_of(text: str, amount: str | None) -> None:
    (found,) = proposals(text).agreements
    assert (found.fields.value.amount if found.fields.value else None) == amount
