"""What the values of a column look like."""

from __future__ import annotations

import pytest

from db.exchange.mapping.guess.shapes import (
    MAX_VALUE_LETTERS,
    ROWS_A_SAMPLE,
    is_country,
    is_date,
    read_columns,
)


@pytest.mark.parametrize(
    "text",
    ["1998-03-02?", "1998", "1998-03", "25.12.2020", "7/4/1976", "4 juillet 1976", "July 1976",
     "9999-12-31", "2020-05-01T10:00:00", "Monday, 5 May 2020", "c. 1540"],
)  # fmt: skip
def test_dates_in_figures_and_words_are_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["12", "100.000", "May", "IEA-2911", "Article 5 of 1990 as is"])
def test_numbers_and_names_are_no_dates(text: str) -> None:
    assert not is_date(text)


def test_countries_are_known_by_name_letters_and_figures() -> None:
    assert [is_country(text) for text in ("Peru", "PER", "604", "999", "Lima")] == [
        True, True, True, False, False,
    ]  # fmt: skip


def test_a_repetition_far_down_still_counts() -> None:
    rows = [(str(n), "x") for n in range(ROWS_A_SAMPLE * 3)]
    first, second = read_columns(["id", "kind"], rows)
    assert first.unique and not second.unique
    assert not read_columns(["id", "kind"], [*rows, ("7", "x")])[0].unique


def test_a_day_above_twelve_far_down_still_decides() -> None:
    rows = [("03/04/2020",)] * (ROWS_A_SAMPLE * 2) + [("25/12/2020",)]
    column = read_columns(["signed"], rows)[0]
    assert (column.day, column.month) == (1, 0)


def test_placeholders_are_blanks() -> None:
    column = read_columns(["end"], [("NA",), ("",), ("2020",), ("..",)])[0]
    assert (column.filled, column.blank, list(column.values)) == (1, 3, ["2020"])


def test_of_a_cell_of_megabytes_only_the_beginning_is_looked_at() -> None:
    [column] = read_columns(["Notes"], [["word " * 200_000], ["short"]])
    assert [len(value) for value in column.values] == [MAX_VALUE_LETTERS - 1, 5]
    assert column.share("body") == 0


def test_the_number_of_a_register_is_no_date_and_an_era_is_none() -> None:
    found = [text for text in ("B12345", "M123", "QZ7", "AH1445", "C1990") if is_date(text)]
    assert found == ["AH1445", "C1990"]
