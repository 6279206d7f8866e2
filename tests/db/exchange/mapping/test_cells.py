"""What single cells say."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.exchange.mapping import cells


@pytest.mark.parametrize("text", ["", "  ", "NA", "n/a", "N.A.", "..", "-", "NULL", "#N/A", "s/d"])
def test_what_registers_write_for_not_known_is_a_placeholder(text: str) -> None:
    assert cells.is_placeholder(text)


@pytest.mark.parametrize("text", ["Nauru", "-1", "0", "NATO", "No", "Na Young", "....x"])
def test_a_name_or_a_number_is_no_placeholder(text: str) -> None:
    assert not cells.is_placeholder(text)


@pytest.mark.parametrize("text", ["0000-00-00", "2899-01-01", "9999-XX-XX-", "-1", "01.01.0001"])
def test_a_date_that_only_fills_its_field_is_no_date(text: str) -> None:
    assert cells.is_no_date(text)


@pytest.mark.parametrize("text", ["1351-08-01", "25.12.2020", "1899", "July 1910", "2020-XX-XX"])
def test_a_real_date_is_one(text: str) -> None:
    assert not cells.is_no_date(text)


@pytest.mark.parametrize("text", ["31.12.9999", "9999-12-31", "12/31/9999", "Present", "heute"])
def test_an_end_at_the_end_of_time_is_open(text: str) -> None:
    assert cells.is_open_end(text)


@pytest.mark.parametrize("text", ["", "NA", "2020", "1999-12-31", "19999"])
def test_a_day_or_nothing_is_no_open_end(text: str) -> None:
    assert not cells.is_open_end(text)


@pytest.mark.parametrize(
    ("samples", "order"),
    [
        (["03/04/2020", "25/12/2020"], True),
        (["03/04/2020", "12/25/2020"], False),
        (["03/04/2020", "1.2.1999"], None),
        (["2020-04-03", "July 1910"], None),
        (["25/12/2020", "12/25/2020"], None),
        (["25.12.2020"] * 40 + ["12.25.2020"], True),
        ([], None),
    ],
)
def test_the_column_decides_which_number_is_the_day(samples: list[str], order: bool | None) -> None:
    day, month, _ = cells.day_votes(samples)
    assert cells.decide(day, month) is order


@given(st.lists(st.dates(min_value=dt.date(1000, 1, 1)), min_size=1))
def test_day_first_dates_are_never_taken_for_month_first(days: list[dt.date]) -> None:
    day_first, month_first, _ = cells.day_votes(day.strftime("%d/%m/%Y") for day in days)
    order = cells.decide(day_first, month_first)
    assert order is (True if any(day.day > 12 for day in days) else None)


def test_yes_and_no_are_read_in_several_languages() -> None:
    read = [cells.read_boolean(text) for text in ("TRUE", "ja", "Non", "0", "maybe", "")]
    assert read == [True, True, False, False, None, None]


def test_a_cell_is_split_only_at_the_mark_that_is_named() -> None:
    assert cells.split_cell(" a | b||", "|") == ["a", "b"]
    assert cells.split_cell("Korea, Republic of", None) == ["Korea, Republic of"]
