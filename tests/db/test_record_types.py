"""The records that cross the border: what all kinds share, and their parts."""

from __future__ import annotations

import pytest

from db.record_types import (
    KINDS,
    PLURALS,
    RECORD_TYPES,
    Agreement,
    Note,
    Party,
    PartyAction,
    Person,
    Record,
    field_names,
    parts_of,
)


def test_every_kind_has_its_type_and_its_plural() -> None:
    assert tuple(RECORD_TYPES) == KINDS == tuple(PLURALS)
    assert [of.KIND for of in RECORD_TYPES.values()] == list(KINDS)
    assert len(set(PLURALS.values())) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_is_empty_and_shares_nothing_with_another(kind: str) -> None:
    one, other = RECORD_TYPES[kind](), RECORD_TYPES[kind]()
    assert one == other
    assert (one.id, one.version, one.marking, one.title) == (0, 0, 0, "")
    for name in field_names(one):
        value = getattr(one, name)
        if isinstance(value, list):
            assert value == []
            assert value is not getattr(other, name), name


@pytest.mark.parametrize("kind", KINDS)
def test_what_all_kinds_share_stands_first_and_in_one_order(kind: str) -> None:
    shared = list(Record.model_fields)
    assert list(RECORD_TYPES[kind].model_fields)[: len(shared)] == shared


def test_a_misspelt_field_is_refused() -> None:
    with pytest.raises(ValueError, match="titel"):
        Person(titel="Asim Munir")  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="titel"):
        Person().titel = "Asim Munir"  # type: ignore[attr-defined]


def test_parts_of_parts_come_after_the_part_they_stand_in() -> None:
    signed, ratified = PartyAction(action="signed"), PartyAction(action="ratified")
    party, other = Party(side="a", actions=[signed, ratified]), Party(side="b")
    note = Note(text="A remark")
    record = Agreement(topics=["trade"], notes=[note], parties=[party, other])
    assert list(parts_of(record)) == [
        ("notes", note),
        ("parties", party),
        ("actions", signed),
        ("actions", ratified),
        ("parties", other),
    ]
    assert list(parts_of(Person())) == []
