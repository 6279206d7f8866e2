"""What a row says under a mapping."""

from __future__ import annotations

import pytest

from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.row_values import RowValues, Value, row_reader


def row(kind: str, cells: dict[str, str], **fields: FieldMap | list[FieldMap]) -> RowValues:
    maps = {name: each if isinstance(each, list) else [each] for name, each in fields.items()}
    mapping = Mapping(kind, id_columns=("id",), fields=maps)
    return row_reader(mapping, list(cells))(list(cells.values()), 7)


def texts(found: RowValues, target: str) -> list[str]:
    return [value.text for value in found.values.get(target, ())]


def test_a_row_knows_its_number_and_its_own_identity() -> None:
    found = row("people", {"id": " 4 ", "n": "Ana"}, name=FieldMap("n"))
    assert (found.row, found.id, found.text("name"), found.text("born")) == (7, "4", "Ana", "")
    assert row("people", {"id": "NA", "n": "Ana"}, name=FieldMap("n")).id == ""


@pytest.mark.parametrize("unknown", ["", "NA", "..", "-1", "0000-00-00", "2899-01-01", "present"])
def test_an_unknown_date_is_absent_and_the_next_column_is_asked(unknown: str) -> None:
    cells = {"signed": unknown, "year": "1998"}
    maps = [FieldMap("signed"), FieldMap("year")]
    assert texts(row("agreements", cells, signed=maps), "signed") == ["1998"]


def test_one_of_several_columns_is_enough_unless_every_value_counts() -> None:
    cells = {"a": "1999", "b": "2000", "c": "Peru", "d": "NA", "e": "Chile"}
    found = row(
        "agreements",
        cells,
        signed=[FieldMap("a"), FieldMap("b")],
        parties=[FieldMap("c"), FieldMap("d"), FieldMap("e")],
    )
    assert texts(found, "signed") == ["1999"]
    assert texts(found, "parties") == ["Peru", "Chile"]


def test_a_number_is_a_placeholder_only_where_no_number_can_stand() -> None:
    cells = {"id": "1", "amount": "0", "debt": "-1", "land": "-1", "ref": "-1"}
    found = row(
        "agreements",
        cells,
        value=[FieldMap("debt"), FieldMap("amount")],
        parties=FieldMap("land"),
        reference=FieldMap("ref"),
    )
    assert texts(found, "value") == ["0"]
    assert texts(found, "parties") == []
    assert texts(found, "reference") == ["-1"]


def test_an_open_end_is_kept_as_such_and_only_for_ends() -> None:
    cells = {"from": "31.12.9999", "to": "31.12.9999"}
    found = row("tenures", cells, **{"from": FieldMap("from"), "to": FieldMap("to")})
    assert "from" not in found.values
    assert found.values["to"] == (Value("31.12.9999", "to", open_end=True),)


def test_numeric_country_codes_become_letters() -> None:
    found = row("events", {"c": "4;586;Peru"}, countries=FieldMap("c", split=";"))
    assert texts(found, "countries") == ["AFG", "PAK", "Peru"]


def test_an_address_loses_the_quotes_around_it() -> None:
    found = row(
        "agreements", {"a": '"https://x.org/1"', "b": '""'}, url=[FieldMap("a"), FieldMap("b")]
    )
    assert texts(found, "url") == ["https://x.org/1"]


def test_values_are_translated_before_placeholders_are_taken_out() -> None:
    values = {"NA": "Namibia", "XX": ""}
    found = row("events", {"c": "NA|XX|FR"}, countries=FieldMap("c", split="|", values=values))
    assert texts(found, "countries") == ["Namibia", "FR"]


def test_identifiers_beside_names_go_with_them_only_in_equal_number() -> None:
    person = FieldMap("who", split=";", id="ids", scheme="desk")
    both = row("events", {"who": "Ana;Bo", "ids": "a1;NA"}, participants=person)
    assert [value.identifier for value in both.values["participants"]] == ["a1", None]
    one = row("events", {"who": "Ana;Bo", "ids": "a1"}, participants=person)
    assert [value.identifier for value in one.values["participants"]] == [None, None]


@pytest.mark.parametrize(
    ("precision", "born"),
    [("11", "1949-01-18"), ("10", "1949-01"), ("9", "1949"), ("8", "194X"), ("7", "19XX"),
     ("", "1949-01-18")],
)  # fmt: skip
def test_a_date_is_no_more_precise_than_its_code_says(precision: str, born: str) -> None:
    found = row("people", {"b": "1949-01-18", "p": precision}, born=FieldMap("b", precision="p"))
    assert texts(found, "born") == [born]


def test_a_template_of_unknown_columns_is_absent_and_constants_hold_for_every_row() -> None:
    cells = {"a": "NA", "b": ""}
    found = row(
        "events", cells, title=FieldMap(template="{a} in {b}"), place=FieldMap(constant="X")
    )
    assert (texts(found, "title"), texts(found, "place")) == ([], ["X"])


def test_the_same_cell_read_twice_says_the_same_with_other_identifiers() -> None:
    mapping = Mapping("events", fields={"participants": [FieldMap("n", id="i", scheme="s")]})
    first = row_reader(mapping, ["n", "i"])(["Ana", "1"], 2)
    second = row_reader(mapping, ["n", "i"])(["Ana", "2"], 3)
    assert first.values["participants"][0].identifier == "1"
    assert second.values["participants"][0].identifier == "2"


@pytest.mark.parametrize(
    "text",
    [
        "Q42",
        "http://www.wikidata.org/entity/Q42",
        "https://www.wikidata.org/wiki/Q42#P31",
        "wd:Q42",
    ],
)
def test_the_address_of_a_wikidata_entity_is_its_identifier(text: str) -> None:
    said = row("people", {"n": "Ana", "w": text}, name=FieldMap("n"), wikidata=FieldMap("w"))
    assert said.text("wikidata") == "Q42"
    by_id = FieldMap("w", by="id", scheme="wikidata")
    assert row("tenures", {"w": text}, person=by_id).text("person") == "Q42"
