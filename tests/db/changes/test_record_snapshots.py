"""Rows are read back as they were after a change of long ago, and nothing is written."""

from __future__ import annotations

from db import Name, Note, Person, Source
from db.changes.record_snapshots import RecordHistory, last_rows, tables
from db.storage.row_mapping import shapes
from tests.db.conftest import Small
from tests.db.desk_dump import dump


def test_what_was_edited_since_is_as_it_was(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.title = "Another Name"
    change = small.store.save(munir, small.lens)
    with small.store.unit_of_work("look") as work:
        past = RecordHistory(work.sql, [munir.id], change.id - 1)
    row = past.record(munir.id)
    assert row is not None and row["title"] == "Asim Munir"


def test_parts_that_were_removed_since_are_there_again(small: Small) -> None:
    munir = small.fresh(small.munir)
    before = sorted(note.text for note in munir.notes)
    munir.notes = [Note(text="a later note")]
    change = small.store.save(munir, small.lens)
    with small.store.unit_of_work("look") as work:
        rows = RecordHistory(work.sql, [munir.id], change.id - 1).read_stored_rows(
            munir.id, "person"
        )["note"]
    assert sorted(row["text"] for row in rows) == before


def test_a_record_that_was_made_later_was_not_there(small: Small) -> None:
    person = Person(title="Made later")
    change = small.store.save(person, small.lens)
    with small.store.unit_of_work("look") as work:
        assert RecordHistory(work.sql, [person.id], change.id - 1).record(person.id) is None


def test_what_is_marked_higher_today_was_never_lower(small: Small) -> None:
    person = Person(title="Raised", names=[Name(text="R", kind="alias")], notes=[Note(text="n")])
    small.store.save(person, small.lens)
    person = small.fresh(person)  # type: ignore[assignment]
    person.notes[0].marking = 3
    change = small.store.save(person, small.lens)
    with small.store.unit_of_work("look") as work:
        (note,) = RecordHistory(work.sql, [person.id], change.id - 1).read_stored_rows(
            person.id, "person"
        )["note"]
    assert note["marking"] == 3


def test_the_last_rows_of_what_is_gone_are_those_it_had(small: Small) -> None:
    small.store.remove([small.call.id], small.lens)
    with small.store.unit_of_work("look") as work:
        rows = last_rows(work.sql, "record", [small.call.id, small.munir.id])
    assert {key: row["title"] for key, row in rows.items()} == {small.call.id: "Telephone call"}


def test_looking_back_writes_nothing(small: Small) -> None:
    before = dump(small.store)
    with small.store.unit_of_work("look") as work:
        RecordHistory(work.sql, [small.munir.id], 0).read_stored_rows(small.munir.id, "person")
    assert dump(small.store) == before


def test_every_table_of_parts_is_looked_at() -> None:
    for shape in shapes():
        assert shape.table in tables() or shape.of is Source  # no record owns it
