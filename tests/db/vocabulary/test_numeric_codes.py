"""Country codes in figures."""

from __future__ import annotations

from db.vocabulary.countries import country_code
from db.vocabulary.numeric_codes import ALPHA3, alpha3


def test_every_code_is_of_three_figures_and_three_letters() -> None:
    assert all(len(key) == 3 and key.isdigit() and len(ALPHA3[key]) == 3 for key in ALPHA3)


def test_every_code_names_a_country_we_know() -> None:
    assert {code for code in ALPHA3.values() if country_code(code) is None} == set()


def test_leading_zeros_may_be_missing() -> None:
    assert (alpha3("4"), alpha3("004"), alpha3("0"), alpha3("x")) == ("AFG", "AFG", "", "")
