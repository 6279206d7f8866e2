"""The parts of records: lines that are new until saved, and references that cannot be altered."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from db.record_types import OfficeRef, Part, Ref
from db.tables.fields import meanings
from db.tables.rows import METADATA

PARTS = Part.__subclasses__()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_a_part_is_new_and_lies_in_a_table_of_its_own_with_its_columns(part: type[Part]) -> None:
    assert part().id == 0
    columns = {column.name for column in METADATA.tables[part.TABLE].columns}
    for name, meaning in meanings(part):
        found = {name, f"{name}_id", f"{name}_edtf"} & columns - {"id"}
        assert bool(found) == meaning.stored, f"{part.TABLE}.{name}"


def test_no_two_parts_share_a_table() -> None:
    tables = [part.TABLE for part in PARTS]
    assert len(tables) > 15
    assert len(set(tables)) == len(tables)


@pytest.mark.parametrize("made", [Ref(4, "Utopia", "organization"), OfficeRef(7, "Envoy")])
def test_a_reference_compares_by_what_it_says_and_stays_as_it_is(made: Ref | OfficeRef) -> None:
    assert {made} == {type(made)(*(getattr(made, field.name) for field in fields(made)))}
    with pytest.raises(FrozenInstanceError):
        made.title = "Arcadia"  # type: ignore[misc]
