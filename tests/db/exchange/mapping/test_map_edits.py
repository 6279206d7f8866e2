"""A map is edited column by column; what is not named stays."""

from __future__ import annotations

import pytest

from db.exchange.mapping.column_mapping import FieldMap, Mapping
from db.exchange.mapping.map_edits import (
    creates,
    give_column,
    give_constant,
    helpers_by_column,
    let_create,
    made_sources,
    targets_by_column,
)


def people(**fields: FieldMap) -> Mapping:
    return Mapping("people", "x", ("no",), fields={name: [each] for name, each in fields.items()})


def test_a_column_becomes_another_target_and_no_longer_what_it_was() -> None:
    before = people(name=FieldMap("who"), died=FieldMap("b"))
    after = give_column(before, "b", "born", ["1950", "1961"])
    assert targets_by_column(after) == {"who": "name", "b": "born", "no": "id"}
    assert targets_by_column(before)["b"] == "died"


def test_a_column_is_left_out() -> None:
    after = give_column(people(name=FieldMap("who"), died=FieldMap("b")), "b", "", [])
    assert targets_by_column(after) == {"who": "name", "no": "id"}


@pytest.mark.parametrize(("target", "kept"), [("born", False), ("email", True)])
def test_the_column_before_gives_way_where_one_value_is_taken(target: str, kept: bool) -> None:
    before = people(name=FieldMap("who"), **{target: FieldMap("old")})
    after = targets_by_column(give_column(before, "new", target, ["1950"]))
    assert after["new"] == target
    assert ("old" in after) is kept


def test_what_tells_several_values_apart_is_seen_in_them() -> None:
    cells = ["Peru; Chile", "Peru; Cuba"]
    after = give_column(Mapping("agreements"), "states", "parties", cells)
    (source,) = after.fields["parties"]
    assert (source.split, source.create, source.by) == (";", True, "name")


def test_the_rows_own_identity_can_be_given_and_taken() -> None:
    after = give_column(people(name=FieldMap("who")), "who", "id", [])
    assert (after.id_columns, after.fields) == (("who",), {})
    assert give_column(after, "who", "name", ["A"]).id_columns == ()


def test_a_column_that_only_helped_another_is_freed() -> None:
    office = FieldMap("o", id="oid", scheme="x-office", create=True)
    before = people(name=FieldMap("who"), office=office, born=FieldMap("b", precision="bp"))
    assert helpers_by_column(before) == {"oid": "office", "bp": "born"}
    after = give_column(before, "oid", "notes", ["7"])
    assert helpers_by_column(after) == {"bp": "born"}
    assert (after.fields["office"][0].id, after.fields["office"][0].scheme) == (None, None)
    assert helpers_by_column(give_column(after, "bp", "", [])) == {}


def test_templates_and_constants_become_something_else_or_nothing() -> None:
    visit = FieldMap(constant="visit")
    before = Mapping("events", fields={"title": [FieldMap(template="{a}")], "type": [visit]})
    assert [target for target, _ in made_sources(before)] == ["title", "type"]
    assert give_constant(before, visit, "place").fields["place"] == [visit]
    assert "type" not in give_constant(before, visit, "").fields


def test_what_is_missing_is_made_or_not() -> None:
    before = people(
        name=FieldMap("who"), office=FieldMap("o", create=True), organization=FieldMap("b")
    )
    assert creates(before) is None
    assert creates(let_create(before, True)) is True
    never = let_create(before, False)
    assert creates(never) is False
    assert never.fields["name"] == before.fields["name"]


def test_targets_keep_the_order_in_which_they_are_offered() -> None:
    after = give_column(people(notes=FieldMap("n")), "who", "name", ["A"])
    assert list(after.fields) == ["name", "notes"]


def test_one_row_per_party_ends_with_the_column_of_the_party() -> None:
    before = Mapping("agreements", fields={"party": [FieldMap("p")]}, one_per_party=True)
    assert not give_column(before, "p", "", []).one_per_party
