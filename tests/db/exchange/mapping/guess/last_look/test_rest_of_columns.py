"""What is left out though its values are plain is told."""

from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.guess.last_look.rest_of_columns import is_of_figures, remarks_on_the_rest
from db.exchange.mapping.guess.shapes import read_columns

COLUMNS = read_columns(
    ["Chair", "Vice-Chair", "Sworn", "Votes"],
    [["Ana Ruiz", "Luis Paz", "12 March 2019", "12"], ["Eva Mora", "Juan Soto", "3 May 2020", "9"]],
)


def test_days_and_further_people_are_told_and_numbers_are_not() -> None:
    mapping = Mapping("people", fields={"name": [FieldMap("Chair")]})
    days, people = remarks_on_the_rest(mapping, COLUMNS)
    assert "“Sworn” holds dates" in days and "“Vice-Chair” names people" in people


def test_people_beside_events_are_told_where_nobody_takes_part() -> None:
    mapping = Mapping("events", fields={"title": [FieldMap("Chair")], "start": [FieldMap("Sworn")]})
    (says,) = remarks_on_the_rest(mapping, COLUMNS)
    assert says.startswith("“Vice-Chair” names people as well")
    mapping.fields["participants"] = [FieldMap("Chair")]
    assert remarks_on_the_rest(mapping, COLUMNS) == []


def test_names_beside_figures_alone_are_a_table_of_sums() -> None:
    columns = read_columns(["Mission", "2022", "2023"], [["Lima", "12", "13"], ["Quito", "9", "8"]])
    named = Mapping("organizations", fields={"name": [FieldMap("Mission")]})
    assert is_of_figures(named, columns)
    assert not is_of_figures(named, columns[:2])


def test_a_column_called_as_the_kind_has_it_is_told_where_its_values_are_another_thing() -> None:
    columns = read_columns(["Name", "Post"], [["Ana Ruiz", "1"], ["Luis Paz", "2"]])
    (says,) = remarks_on_the_rest(Mapping("people", fields={"name": [FieldMap("Name")]}), columns)
    assert says.startswith("“Post” was left out: it is called so")


def test_addresses_offices_and_short_years_that_nothing_takes_are_told() -> None:
    rows = [["Ana Ruiz", "a@x.example", "Ambassador", "10-dic-82"],
            ["Luis Paz", "l@x.example", "Consul", "01-dic-59"]]  # fmt: skip
    columns = read_columns(["Who", "X", "Y", "Z"], rows)
    says = " ".join(
        remarks_on_the_rest(Mapping("people", fields={"name": [FieldMap("Who")]}), columns)
    )
    for part in ("“X” holds e-mail", "“Y” has titles of offices", "“Z” has days with years of two"):
        assert part in says


def test_bodies_and_states_beside_agreements_are_told_where_no_party_is_taken() -> None:
    columns = read_columns(["Title", "Our side"], [["Accord A", "Ministry of Health"],
                                                   ["Accord B", "Ministry of Trade"]])  # fmt: skip
    mapping = Mapping("agreements", fields={"title": [FieldMap("Title")]})
    assert remarks_on_the_rest(mapping, columns)[0].startswith("“Our side” names bodies")
    mapping.fields["parties"] = [FieldMap("Our side")]
    assert remarks_on_the_rest(mapping, columns) == []
