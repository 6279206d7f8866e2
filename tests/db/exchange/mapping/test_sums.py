"""Sums of a file are read as in the form; what can mean two things is told, never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Agreement, Store
from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.sums import Sums, point_of_columns
from db.record_types import Amount
from tests.db.exchange.typed import bring_in, called, row


def read(**values: str) -> list[Amount]:
    return Sums().read(row(**values))[0]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("500", "500"), ("1,500,000", "1500000"), ("1.500.000,50", "1500000.50"),
        ("1,500.25", "1500.25"), ("2,5", "2.5"), ("1 500", "1500"), ("1'500", "1500"),
        ("1e3", "1000"), ("1.5e+16", "15000000000000000"), ("-3", "-3"), ("0", "0"),
    ],
)  # fmt: skip
def test_a_sum_in_figures_is_read_with_any_separators(text: str, number: str) -> None:
    assert read(value=text, currency="usd") == [Amount(number=number, currency="USD")]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"value": "about USD 500 million, announced"},
            Amount(number="500000000", currency="USD", qualifier="about", stage="announced"),
        ),
        ({"value": "EUR 1.2 bn"}, Amount(number="1200000000", currency="EUR")),
        (
            {"value": "Rs 3 crore", "parties": "Pakistan"},
            Amount(number="30000000", currency="PKR"),
        ),
        ({"value": "5", "currency": "US dollars"}, Amount(number="5", currency="USD")),
        (
            {"value": "5", "currency": "rupees", "country": "in"},
            Amount(number="5", currency="INR"),
        ),
        ({"value": "EUR 5", "currency": "EUR"}, Amount(number="5", currency="EUR")),
    ],
)
def test_a_sum_in_words_says_all_that_it_says_in_the_form(
    values: dict[str, str], expected: Amount
) -> None:
    assert read(**values) == [expected]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"value": "1.234"}, ("1234", "1.234")),
        ({"value": "1,234", "currency": "EUR"}, ("1234", "1.234")),
        ({"value": "Rs 3 crore", "parties": "United States"}, ("INR", "PKR")),
        ({"value": "many"}, ("number",)),
        ({"value": "NaN"}, ("number",)),
        ({"value": "3 Millionen"}, ("Millionen",)),
        ({"value": "1e99"}, ("too many figures",)),
    ],
)
def test_what_is_no_one_sum_is_left_out_and_told(
    values: dict[str, str], says: tuple[str, ...]
) -> None:
    found, [(value, why)] = Sums().read(row(**values))
    assert (found, value.column, value.text) == ([], "value", values["value"])
    assert all(each in why for each in says)
    assert why.endswith(".")


@pytest.mark.parametrize(
    ("currency", "kept"), [("kroner", ""), ("doubloons", ""), ("USD", "EUR"), ("kroner", "EUR")]
)
def test_a_currency_that_is_none_or_another_is_told(currency: str, kept: str) -> None:
    found, [(value, why)] = Sums().read(row(value=f"{kept} 1".strip(), currency=currency))
    assert [each.currency for each in found] == [kept]
    assert (value.column, value.text) == ("currency", currency)
    assert why.endswith(".")


def test_a_row_without_a_sum_has_none() -> None:
    assert read(title="Pact", currency="USD") == []


@pytest.mark.parametrize(
    ("texts", "point"),
    [
        (["1.234", "12.5"], "."),
        (["1.234", "1.234.567"], ","),
        (["1.234", "7,25 EUR"], ","),
        (["1.234", "1,234"], ""),
        (["12.5", "12,5"], ""),
        ([], ""),
    ],
)
def test_the_sums_of_a_column_show_its_mark(texts: list[str], point: str) -> None:
    mapping = Mapping("agreements", fields={"value": [FieldMap("sum")]})
    rows = [(place, ("x", text)) for place, text in enumerate(texts)]
    assert point_of_columns(mapping, ["title", "sum"], rows) == point
    assert point_of_columns(Mapping("agreements"), ["title", "sum"], rows) == ""


def sums_of(store: Store, title: str) -> list[str]:
    record = called(store, title)
    assert isinstance(record, Agreement)
    return [each.number for each in record.amounts]


TABLE = "Title,Value\nPact of Rome,1.234\nPact of Bonn,{other}\n"
MAP = 'kind = "agreements"\n{top}\n[fields]\ntitle = "Title"\nvalue = "Value"\n'


@pytest.mark.parametrize(
    ("other", "top", "number"),
    [
        ("9.876", "", None),
        ("12.50", "", "1.234"),
        ('"12,50"', "", "1234"),
        ("9.876", 'decimal = "."', "1.234"),
        ("12.50", 'decimal = ","', "1234"),
    ],
)
@pytest.mark.parametrize("is_mapped", [True, False])
def test_a_file_is_read_by_its_map_else_as_its_sums_show(
    store: Store, tmp_path: Path, other: str, top: str, number: str | None, is_mapped: bool
) -> None:
    if top and not is_mapped:
        return
    text = TABLE.format(other=other)
    map_text = MAP.format(top=top) if is_mapped else ""
    report = bring_in(store, tmp_path, text, kind="agreements", map_text=map_text)
    assert sums_of(store, "Pact of Rome") == ([] if number is None else [number])
    told = [(each["row"], each["column"], each["value"]) for each in report.flagged]
    assert ((2, "Value", "1.234") in told) == (number is None)


def test_a_column_of_sums_in_words_is_found_and_imported_once(store: Store, tmp_path: Path) -> None:
    text = 'Title,Value\nPact of Rome,"about USD 500 million, announced"\nPact of Bonn,EUR 1.2 bn\n'
    report = bring_in(store, tmp_path, text, kind="agreements")
    assert report.mapping["value"] == "Value"
    assert sums_of(store, "Pact of Rome") == ["500000000"]
    again = bring_in(store, tmp_path, text, kind="agreements")
    assert (again.created["agreements"], again.updated["agreements"]) == (0, 0)
