"""Sums of money are exact, with currency and qualifier."""

from __future__ import annotations

import pytest

from db.intake.text.money_sums import find_sums

SUMS = [
    ("about $ 500 million", "500000000", "USD", "about"),
    ("US$1.5bn", "1500000000", "USD", ""),
    ("Rs 3 crore", "30000000", "PKR", ""),
    ("more than €200m", "200000000", "EUR", "at least"),
    ("200 million euros", "200000000", "EUR", ""),
    ("SAR 3.75 billion", "3750000000", "SAR", ""),
    ("JPY 2.4 billion", "2400000000", "JPY", ""),
    ("up to C$2.5 billion", "2500000000", "CAD", "up to"),
    ("33 million US dollars", "33000000", "USD", ""),
]


@pytest.mark.parametrize(("text", "amount", "currency", "qualifier"), SUMS)
def test_a_sum_is_read(text: str, amount: str, currency: str, qualifier: str) -> None:
    (found,) = find_sums(f"worth {text} today", 0, len(text) + 12, {"pk"})
    assert (found.value.amount, found.value.currency) == (amount, currency)
    assert found.value.qualifier == qualifier


@pytest.mark.parametrize("text", ["500 MW", "1,000 people", "5 tonnes", "July 2025"])
def test_other_numbers_are_no_sums(text: str) -> None:
    assert find_sums(text, 0, len(text)) == []
