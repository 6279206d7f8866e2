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


LOCAL = [
    ("KD 86 million", "kw", "86000000", "KWD", ""),
    ("Nu 4.2B", "bt", "4200000000", "BTN", ""),
    ("N50 billion", "ng", "50000000000", "NGN", ""),
    ("R2.5 billion", "za", "2500000000", "ZAR", ""),
    ("Rs. 3,000 crore", "in", "30000000000", "INR", ""),
    ("900 million dirhams", "ma", "900000000", "MAD", ""),
    ("30 billion CFA francs", "cm", "30000000000", "XAF", ""),
    ("1.52 trillion won", "kr", "1520000000000", "KRW", ""),
    ("EUR 12,5 million", "zw", "12500000", "EUR", ""),
    ("150 millions of euros", "tm", "150000000", "EUR", ""),
    ("half a billion dollars", "us", "500000000", "USD", ""),
    ("$3-4 billion", "us", "3000000000", "USD", "at least"),
    ("between $2 and $3 billion", "us", "2000000000", "USD", "at least"),
    ("between 3 and 4 billion euros", "fr", "3000000000", "EUR", "at least"),
    ("2.1 billion yuan (about 296 million U.S. dollars)", "cn", "2100000000", "CNY", ""),
]


@pytest.mark.parametrize(("text", "home", "amount", "currency", "qualifier"), LOCAL)
def test_a_sum_is_read_as_its_country_writes_it(
    text: str, home: str, amount: str, currency: str, qualifier: str
) -> None:
    (found,) = find_sums(text, 0, len(text), {"us", "pk", home}, home)
    assert (found.value.amount, found.value.currency) == (amount, currency)
    assert found.value.qualifier == qualifier


@pytest.mark.parametrize("rate", ["a year", "per annum", "annually"])
def test_so_much_a_year_is_a_rate(rate: str) -> None:
    text = f"exports of $40 million {rate}"
    (found,) = find_sums(text, 0, len(text))
    assert found.is_rate


@pytest.mark.parametrize("text", ["500 MW", "1,000 people", "5 tonnes", "July 2025"])
def test_other_numbers_are_no_sums(text: str) -> None:
    assert find_sums(text, 0, len(text)) == []
