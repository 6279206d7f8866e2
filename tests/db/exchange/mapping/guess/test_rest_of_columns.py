"""What is left out though its values are plain is told."""

from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.guess.rest_of_columns import remarks_on_the_rest
from db.exchange.mapping.guess.shapes import read_columns

COLUMNS = read_columns(
    ["Chair", "Vice-Chair", "Sworn", "Votes"],
    [["Ana Ruiz", "Luis Paz", "12 March 2019", "12"], ["Eva Mora", "Juan Soto", "3 May 2020", "9"]],
)


def test_days_and_further_people_are_told_and_numbers_are_not() -> None:
    mapping = Mapping("people", fields={"name": [FieldMap("Chair")]})
    days, people = remarks_on_the_rest(mapping, COLUMNS)
    assert "“Sworn” holds dates" in days and "“Vice-Chair” names people" in people


def test_nothing_is_told_of_people_beside_events() -> None:
    mapping = Mapping("events", fields={"title": [FieldMap("Chair")], "start": [FieldMap("Sworn")]})
    assert remarks_on_the_rest(mapping, COLUMNS) == []
