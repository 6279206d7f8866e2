"""Each property is the field it should be, and no value is lost without being returned."""

from __future__ import annotations

from typing import Any

import pytest

from db.exchange.entities.entity_fields import SCHEMAS, fields_of


@pytest.mark.parametrize(
    ("schema", "name", "value", "field"),
    [
        ("Person", "birthDate", "1970", ("birth_date", "1970")),
        ("Person", "spokenLanguage", "en", ("languages", ["en"])),
        ("Person", "fatherName", "Ivan", ("patronymic_name", "Ivan")),
        ("Person", "birthPlace", "Lisbon", ("notes", ["Born in: Lisbon"])),
        ("Person", "leiCode", "L1", ("identifiers", [{"scheme": "lei", "identifier": "L1"}])),
        ("Company", "jurisdiction", "pt", ("country_code", "pt")),
        ("Organization", "weakAlias", "ACME", ("abbreviation", "ACME")),
        (
            "Organization",
            "weakAlias",
            "the firm",
            ("other_names", [{"name": "the firm", "note": ""}]),
        ),
        ("Position", "country", "td", ("country_code", "Chad")),
        ("Occupancy", "status", "current", ("end_state", "ongoing")),
        ("Occupancy", "status", "ended", ("end_state", "ended-unknown")),
        ("Occupancy", "constituency", "Sud", ("note", "for Sud")),
        ("Membership", "member", "ana", ("person_id", "ana")),
        ("Directorship", "director", "ana", ("role", "director")),
        ("Event", "description", "meeting", ("classification", "meeting")),
        ("Event", "date", "2025", ("start_date", "2025")),
        ("Event", "summary", "Agreed.", ("outcome", "Agreed.")),
    ],
)
def test_a_property_is_a_field(schema: str, name: str, value: str, field: tuple[str, Any]) -> None:
    fields, left = fields_of(schema, {name: [value]}, {}, {})
    assert fields[field[0]] == field[1] and left == []


@pytest.mark.parametrize("schema", SCHEMAS)
def test_what_is_not_taken_is_returned(schema: str) -> None:
    given = {"name": ["A"], "startDate": ["2001", "2002"], "foo": ["x", {"y": 1}], "notes": [["z"]]}
    fields, left = fields_of(schema, given, {}, {})
    taken = repr(fields)
    for name, values in given.items():
        for value in values:
            assert (name, value) in left or str(value) in taken
    assert ("foo", "x") in left and ("foo", {"y": 1}) in left and ("notes", ["z"]) in left


def test_a_second_value_of_what_takes_one_is_returned() -> None:
    fields, left = fields_of("Person", {"name": ["A"], "birthDate": ["1970", "1971"]}, {}, {})
    assert fields["birth_date"] == "1970" and left == [("birthDate", "1971")]
