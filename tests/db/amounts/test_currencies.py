"""A currency is found by code, sign and name; one that several mean is left to the countries."""

import pytest

from db.amounts.currencies import CODES, HOMES, NAMES, choose_code, find_codes
from db.vocabulary.countries import country_name


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("usd", ("USD",)),
        ("Usd", ()),  # a word that only looks like a code
        ("$", ("USD",)),
        ("A$", ("AUD",)),
        ("euros", ("EUR",)),
        ("Pakistani rupees", ("PKR",)),
        ("DEM", ("DEM",)),
        ("pounds", ("EGP", "GBP", "LBP", "SDG", "SSP", "SYP")),
        ("", ()),
        ("roads", ()),
    ],
)
def test_a_text_names_its_currencies(text: str, codes: tuple[str, ...]) -> None:
    assert find_codes(text) == codes


def test_countries_decide_between_currencies() -> None:
    assert choose_code(find_codes("kr"), {"se"}) == "SEK"
    assert choose_code(find_codes("kr"), {"se", "no"}) == ""
    assert choose_code(find_codes("kr"), ()) == ""
    assert choose_code((), {"se"}) == ""


def test_the_table_names_only_currencies_and_countries() -> None:
    assert {code for codes in NAMES.values() for code in codes} <= CODES
    assert {code.upper() for code in HOMES} <= CODES
    homes = {home for text in HOMES.values() for home in text.split()}
    assert all(country_name(home) not in ("", home) for home in homes)
    shared = {code for codes in NAMES.values() if len(codes) > 1 for code in codes}
    assert shared - {code.upper() for code in HOMES} <= {"XAF", "XOF", "AZN", "TMT"}
