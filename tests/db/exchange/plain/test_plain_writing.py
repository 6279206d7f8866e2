"""Plain values are written as they stand, and what they name and nobody has is made by name."""

from __future__ import annotations

import pytest

from db import Lens, Organization, Person, Refused, Store
from db.exchange.plain.plain_records import PlainFault
from db.exchange.plain.plain_writing import PlainWriter
from tests.db.conftest import Small

LENS = Lens("2025-09-15")
MADE, EDITED = "2001-01-02T03:04:05.000Z", "2002-01-02T03:04:05.000Z"


def test_a_new_record_keeps_its_uid_its_times_and_its_name(store: Store) -> None:
    plain = {"uid": "u", "title": "Major John", "created": MADE, "changed": EDITED}
    with store.unit_of_work("Write") as work:
        writer = PlainWriter(work, LENS)
        writer.know(["u"])
        writer.insert("person", plain)
    key = store.reader.find("u", LENS)
    assert key is not None
    person = store.reader.get(key, LENS)
    assert isinstance(person, Person)
    assert (person.title, person.given, person.honorific) == ("Major John", "", "")
    assert (person.created, person.changed) == (MADE, EDITED)
    assert store.verify() == []


def test_records_may_name_each_other_before_they_are_written(store: Store) -> None:
    def body(uid: str, other: str) -> dict[str, object]:
        named = {"uid": other, "title": other, "kind": "organization"}
        return {"uid": uid, "title": uid, "predecessor": named}

    with store.unit_of_work("Write") as work:
        writer = PlainWriter(work, LENS)
        writer.know(["a", "b"])
        for uid, other in (("a", "b"), ("b", "a")):
            writer.insert("organization", body(uid, other))
    first, second = (store.reader.get(key, LENS) for key in (1, 2))
    assert isinstance(first, Organization) and isinstance(second, Organization)
    assert first.predecessor and second.predecessor
    assert (first.predecessor.id, second.predecessor.id) == (2, 1)


def test_what_is_named_and_nobody_has_is_made_once(store: Store) -> None:
    body = {"uid": "b", "title": "Ministry", "kind": "organization"}
    office = {"uid": "o", "title": "Minister", "organization": body}
    held = {"office": office, "end_state": "unknown"}
    people = [
        {"uid": uid, "title": uid, "marking": "restricted", "tenures": [{**held, "uid": f"t{uid}"}]}
        for uid in ("x", "y")
    ]
    with store.unit_of_work("Write") as work:
        writer = PlainWriter(work, LENS)
        writer.know(["x", "y"])
        for person in people:
            writer.look_up([person])
            writer.stand_in([person])
            writer.insert("person", person)
        assert writer.stand_ins == {"organization": 1}
    key = store.reader.find("b", LENS)
    assert key is not None
    made = store.reader.get(key, LENS)
    assert isinstance(made, Organization)
    assert [each.uid for each in made.offices] == ["o"] and made.marking == 1
    assert store.verify() == []


def test_an_update_leaves_what_the_lens_hides(small: Small) -> None:
    low = Lens("2025-09-15", 0)
    plain = {"uid": small.munir.uid, "title": "Asim Munir", "biography": "A soldier."}
    with small.store.unit_of_work("Write") as work:
        writer = PlainWriter(work, low)
        writer.numbers.records[small.munir.uid] = small.munir.id
        writer.update("person", plain)
    munir = small.fresh(small.munir)
    assert [note.text for note in munir.notes] == ["a secret zebra"] and not munir.names


@pytest.mark.parametrize("plain", [{"title": " "}, {"title": "\0"}, {"title": "x", "created": "x"}])
def test_what_does_not_hold_is_not_written(store: Store, plain: dict[str, str]) -> None:
    with store.unit_of_work("Write") as work:
        writer = PlainWriter(work, LENS)
        writer.know(["u"])
        with pytest.raises(PlainFault):
            writer.insert("person", {"uid": "u", **plain})


def test_a_file_with_another_hash_is_refused(store: Store) -> None:
    with store.unit_of_work("Write") as work, pytest.raises(Refused, match="hash is another"):
        PlainWriter(work, LENS).keep_file("0" * 64, b"x")
