"""Columns of year, month and day that belong together are one date."""

import pytest

from db.exchange.mapping.guess.days.date_columns import join_dates
from db.exchange.mapping.guess.shapes import read_columns


@pytest.mark.parametrize(
    ("headings", "row", "found"),
    [
        ("styear,stmonth,stday", "1816,1,31", "start"),
        ("Year,Month,Day", "2014,6,4", "date"),
        ("Gün,Ay,Yıl", "2,Kasım,2004", "date"),
        ("año_nacimiento,mes_nacimiento,dia_nacimiento", "1961,5,12", "nacimiento"),
        ("Jahr der Geburt,Monat der Geburt", "1961,5", "geburt"),
        ("StartMonth1,StartDay1,StartYear1", "4,7,1823", "start 1"),
    ],
)
def test_they_are_joined(headings: str, row: str, found: str) -> None:
    columns = join_dates(read_columns(headings.split(","), [row.split(",")]))
    assert [column.heading for column in columns] == [found]
    assert columns[0].template.count("{") == len(headings.split(","))
    assert columns[0].share("date") == 1


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("Year,Amount", "2014,6"),
        ("Year,Month", "2014,sixteen and a half"),
        ("Year,Month", "2014,13"),
        ("birth_year,death_month", "1961,5"),
        ("Month,Day", "6,4"),
    ],
)
def test_others_stay_apart(headings: str, row: str) -> None:
    columns = join_dates(read_columns(headings.split(","), [row.split(",")]))
    assert [column.heading for column in columns] == headings.split(",")
