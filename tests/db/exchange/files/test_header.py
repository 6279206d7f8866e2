"""Which row holds the headings."""

from __future__ import annotations

import pytest

from db.exchange.files.header import find_header, join_headings, name_columns

ROWS = [["name", "date", "n"], ["Ana", "2020-01-01", "12"], ["Bo", "2021-01-01", "13"]]


@pytest.mark.parametrize(
    ("above", "header"),
    [
        ([], 0),
        ([["# made by hand"]], 1),
        ([["Journeys abroad", "", ""], []], 2),
        ([["Journeys abroad"], ["as of 2020"], [""]], 3),
    ],
)
def test_titles_and_remarks_above_the_headings_are_passed_over(
    above: list[list[str]], header: int
) -> None:
    assert find_header(above + ROWS) == header


def test_a_table_that_begins_with_data_has_no_headings() -> None:
    assert find_header(ROWS[1:]) is None


@pytest.mark.parametrize(
    "row", ["Anne Roy;anne@eda.example", "Anne Roy;+41 58 555 01 01", "Treaty;12 May 1998",
            "条约;1998年5月12日"],
)  # fmt: skip
def test_addresses_and_worded_days_are_no_headings(row: str) -> None:
    assert find_header([row.split(";"), row.split(";")]) is None


def test_years_may_head_columns_of_figures() -> None:
    assert find_header([["state", "2010", "2011"], ["Peru", "1.5", "2.5"]]) == 0


def test_blank_and_repeated_headings_get_names_of_their_own() -> None:
    names = name_columns(["name", "", "name", "name (2)"], 5)
    assert names == ("name", "column 2", "name (2)", "name (2) (2)", "column 5")
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("table", "headings"),
    [
        ("Title;Dates;|Title;Signed;Ended|A;2020-05-03;", "Title;Signed;Ended"),
        ("Treaty;Dates;|Name;Signed;Ended|A;2020-05-03;2021-01-01", "Name;Signed;Ended"),
        ("Nom;;Mandat;|;Prénom;Début;Fin|Roy;Anne;2010;2012", "Nom;Prénom;Début;Fin"),
        ("Treaty;Peru;;Chile;|;Signed;In force;Signed;In force|A;2020-05-03;;2021-05-03;",
         "Treaty;Peru Signed;Peru In force;Chile Signed;Chile In force"),
        ("Name;Born;|Ana;1961;x", ""),
        ("Name;Office;|Ana;Minister;|Luis;Consul;Lima", ""),
        ("Name;;Since|Ana;Peru;2019|Luis;Chile;2020", ""),
        ("Name;Office|Ana;Minister", ""),
    ],
)  # fmt: skip
def test_headings_may_stand_in_two_rows(table: str, headings: str) -> None:
    rows = [line.split(";") for line in table.split("|")]
    assert join_headings(rows, 0) == [each for each in headings.split(";") if headings]
