"""A clash is told in the words of the form: of every field, of records and of their parts."""

import pytest

from db.exchange.plain.clash_texts import PARTS, clash_label, clash_text
from db.exchange.plain.three_way import Clash
from db.record_types import RECORD_TYPES, Person
from db.tables.fields import meaning_of

LISTS = {"tenure": "tenures", "citation": "citations", "identifier": "identifiers"}


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_field_of_a_record_is_called_by_its_label(kind: str) -> None:
    of = RECORD_TYPES[kind]
    for name in of.model_fields:
        assert clash_label(of, Clash(name, 1, 2, (name,))) == meaning_of(of, name).label


@pytest.mark.parametrize(("table", "name"), LISTS.items())
def test_every_field_of_a_part_is_called_by_its_label_behind_its_list(
    table: str, name: str
) -> None:
    for field in PARTS[table].model_fields:
        part = ({"text": "this one"}, None)
        clash = Clash(f"{name}[x].{field}", 1, 2, (field,), part, table)
        label, which, called = clash_label(Person, clash).split(": ")
        assert (label, which) == (meaning_of(Person, name).label, "this one")
        assert called == meaning_of(PARTS[table], field).label


def test_what_a_source_supports_and_a_date_are_told_in_words() -> None:
    about = Clash("citations[x].field", "tenures", "", ("field",), ({}, {}), "citation")
    assert clash_text(Person, about, "tenures") == "Offices held"
    assert clash_text(Person, about, "") == "nothing"
    born = Clash("born", "1950-05-12", None, ("born",))
    assert clash_text(Person, born, "1950-05-12") == "12 May 1950"
