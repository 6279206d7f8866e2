"""Figures are read by any grouping, and refused with both readings where there are two."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.amounts.figures import FIGURES, read_figures
from db.errors import Refused

NUMBERS = [
    ("500000000", "500000000"),
    ("1,234,567", "1234567"),
    ("1.234.567", "1234567"),
    ("1,234.5", "1234.5"),
    ("1.234,5", "1234.5"),
    ("3,00,00,000", "30000000"),
    ("12,34,567.80", "1234567.80"),
    ("500 000", "500000"),
    ("500\u202f000,5", "500000.5"),
    ("1'200'000", "1200000"),
    ("1.5", "1.5"),
    ("1,5", "1.5"),
    ("12.75", "12.75"),
    ("0.500", "0.500"),
    ("1234.567", "1234.567"),
    ("۱۲۳۴", "1234"),
]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_figures_are_read(text: str, number: str) -> None:
    assert read_figures(text) == Decimal(number)


@pytest.mark.parametrize("text", ["1.234", "1,234", "12,500", "999.000"])
def test_what_can_be_two_numbers_is_refused_with_both(text: str) -> None:
    plain = text.replace(",", "").replace(".", "")
    with pytest.raises(Refused) as refused:
        read_figures(text)
    assert plain in str(refused.value)
    small = text.replace(",", ".")
    assert f"or {small}," in str(refused.value)
    assert read_figures(f"{small}0") == Decimal(small)  # as the sentence says to write it
    assert read_figures(plain) == Decimal(plain)


@pytest.mark.parametrize("text", ["1,2,3", "1.2.3", "1,23.456,7", "1,,000", "01,234,567", "1" * 31])
def test_no_number_is_made_of_other_figures(text: str) -> None:
    with pytest.raises(Refused):
        read_figures(text)


@given(st.integers(0, 10**15), st.sampled_from(("", ".")), st.integers(0, 99))
def test_every_grouping_means_the_same_number(whole: int, point: str, part: int) -> None:
    decimals = f"{point}{part:02}" if point else ""
    number = Decimal(f"{whole}{decimals}")
    english, german = f"{whole:,}{decimals}", f"{whole:,}{decimals}".translate({44: ".", 46: ","})
    assert read_figures(english, ".") == number
    assert read_figures(german, ",") == number
    assert read_figures(f"{whole:,}".replace(",", "\u202f") + decimals, ".") == number
    for text in (english, german):
        try:
            assert read_figures(text) == number
        except Refused:
            assert whole < 10**6 and not decimals  # only one group of three can be decimals


@given(st.text("0123456789.,' x", max_size=12))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    found = FIGURES.search(text)
    try:
        number = read_figures(text)
    except Refused:
        return
    assert found is not None and number.is_finite() and number >= 0
