"""A sum is read as officers and communiqués write it, and its phrase is read back as the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.amounts.amount_phrases import AmountPhrase, read_amount, show_number
from db.amounts.currencies import CODES
from db.dates import HistoricalDate
from db.errors import Refused

DAY = HistoricalDate.parse("July 2025")
READ = [
    ("about USD 500 million, announced", AmountPhrase("500000000", "USD", "about", "announced")),
    ("EUR 1.2 bn", AmountPhrase("1200000000", "EUR")),
    ("PKR 3 crore", AmountPhrase("30000000", "PKR")),
    ("$5bn", AmountPhrase("5000000000", "USD")),
    ("US$ 7.5 lakh", AmountPhrase("750000", "USD")),
    ("500m US dollars", AmountPhrase("500000000", "USD")),
    ("up to €2,5 Mrd.", AmountPhrase("2500000000", "EUR", "up to")),
    ("1.234 Mio EUR", AmountPhrase("1234000000", "EUR")),
    ("1.234 million EUR", AmountPhrase("1234000", "EUR")),
    ("about 1,234 USD", AmountPhrase("1234", "USD", "about")),
    ("USD 100 million+", AmountPhrase("100000000", "USD", "at least")),
    ("more than 20 million euros", AmountPhrase("20000000", "EUR", "at least")),
    ("CA$5", AmountPhrase("5", "CAD")),
    ("ca. 5 DEM", AmountPhrase("5", "DEM", "about")),
    ("2 lakh crore INR", AmountPhrase("2000000000000", "INR")),
    ("500000000", AmountPhrase("500000000")),
    ("-5", AmountPhrase("-5")),
    ("USD 5, committed in July 2025", AmountPhrase("5", "USD", "", "committed", DAY)),
    ("USD 5 (as of July 2025)", AmountPhrase("5", "USD", "", "", DAY)),
    ("USD 5 million over five years", AmountPhrase("5000000", "USD", note="over five years")),
    ("USD 5, for roads, announced", AmountPhrase("5", "USD", "", "announced", note="for roads")),
    ("INR 500/-", AmountPhrase("500", "INR")),
    ("EUR 3 bn 2020", AmountPhrase("3000000000", "EUR", as_of=HistoricalDate.parse("2020"))),
    ("5 million USD per year", AmountPhrase("5000000", "USD", note="per year")),
    ("exactly 1,000.50 GBP", AmountPhrase("1000.50", "GBP", "exact")),
]


@pytest.mark.parametrize(("text", "amount"), READ)
def test_a_phrase_is_read(text: str, amount: AmountPhrase) -> None:
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Rs 3 crore", "INR, LKR, MUR, NPR, PKR or SCR"),
        ("¥ 5", "CNY or JPY"),
        ("EUR 1.234", "1234 or 1.234"),
        ("five million", "no number"),
        ("abuot USD 5", "“abuot USD”"),
        ("5 DSU", "“DSU”"),
        ("USD 5-10 million", "range"),
        ("USD 5 million–10 million", "range"),
        ("USD 5 to 10 million", "range"),
        ("USD 5 million - USD 10 million", "range"),
        ("USD " + "5 " * 200, "too long"),
    ],
)
def test_what_can_mean_two_things_or_nothing_is_refused(text: str, says: str) -> None:
    with pytest.raises(Refused) as refused:
        read_amount(text)
    assert says in str(refused.value)


CHANGED = """
    3 млн руб|3 Millionen|3 mil millones USD|USD 3 mil|5亿元|5e6|5 MEUR|2 Billionen Euro|5 T|500 MM
    2 billions d'euros|USD 5 hundred million|5 crore 20 lakh|5 million 500 thousand USD|1/2 million
    1 00 000|5% of GDP|5 percent|1st tranche|12 May 2020|5 2020|5 dollars Canadian|200 MW|5 km
    5 million tonnes|5 m deep|5 DM|US$ 5 m euro
"""


@pytest.mark.parametrize("text", re.split(r"[|\n]\s*", CHANGED.strip()))
def test_a_word_that_may_change_the_sum_is_never_taken_for_a_remark(text: str) -> None:
    with pytest.raises(Refused, match="after the number is not understood"):
        read_amount(text)


def test_the_countries_concerned_say_whose_rupee_it_is() -> None:
    assert read_amount("Rs 3 crore", {"pk", "us"}) == AmountPhrase("30000000", "PKR")
    with pytest.raises(Refused):
        read_amount("Rs 3 crore", {"pk", "in"})


def test_a_mark_that_is_known_decides() -> None:
    assert read_amount("1.234", point=",").number == "1234"
    assert read_amount("1.234", point=".").number == "1.234"


AMOUNTS = st.builds(
    AmountPhrase,
    st.decimals(0, 10**15, allow_nan=False, places=2).map(lambda each: f"{each:f}")
    | st.integers(0, 10**18).map(str),
    st.sampled_from(sorted(CODES)),
    st.sampled_from(("", "exact", "about", "up to", "at least")),
    st.sampled_from(("", "announced", "committed", "disbursed")),
    st.none() | st.just(DAY),
    st.sampled_from(("", "for roads")),
)


@given(AMOUNTS)
def test_the_phrase_of_a_sum_is_read_back(amount: AmountPhrase) -> None:
    again = read_amount(amount.phrase(), point=".")
    assert again.phrase() == amount.phrase().replace(".00 ", " ")


@given(st.text(max_size=40) | st.text("0123456789 .,$€mbnUSDabout-+()", max_size=30))
def test_any_text_is_a_sum_or_refused(text: str) -> None:
    try:
        amount = read_amount(text)
    except Refused as refused:
        assert str(refused)
        return
    assert show_number(amount.number)
    assert amount.currency == "" or amount.currency in CODES
