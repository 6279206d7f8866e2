"""Every change is a revision: what is written down of it, and how compactly."""

from __future__ import annotations

import json
import zlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Event, Lens, Note, Organization, Participant, Person, Refused, Store, open_desk
from db.changes.change_log import read_change
from db.changes.removing import remove_records
from db.changes.unit_of_work import pack, runs, undo_label
from db.changes.writing import insert_record, update_record
from db.storage.unpacking import rows_in
from tests.db.conftest import Small
from tests.db.desk_dump import dump, history_size
from tests.db.desk_sql import sql_of
from tests.saved_records import ref

LENS = Lens("2025-09-15")


def lines_of(store: Store, change_id: int) -> list[tuple[str, object, object]]:
    """What a change wrote down: table, before, after."""
    rows = sql_of(store.reader).rows(
        "SELECT table_name, before, after FROM revision WHERE change_id=? ORDER BY id", (change_id,)
    )
    return [(table, read(before), read(after)) for table, before, after in rows]


def read(said: bytes | None) -> object:
    """A row, several rows or nothing."""
    if said is None:
        return None
    return json.loads(said) if said.startswith(b"{") else rows_in(said)


def import_people(store: Store, count: int) -> int:
    """One compact change of so many people with a note each; returns its id."""
    with store.unit_of_work("Import people", compact=True) as work:
        for number in range(count):
            person = Person(title=f"Person {number}", notes=[Note(text="came with the file " * 3)])
            insert_record(work, person)
    return work.change_id


def test_an_edit_writes_down_the_columns_that_differ(small: Small) -> None:
    person = small.fresh(small.munir)
    person.country = "gb"
    change = small.store.save(person, small.lens)
    assert change is not None
    assert lines_of(small.store, change.id) == [("record", {"country": "pk"}, {"country": "gb"})]


def test_every_row_of_a_new_record_is_written_down(store: Store) -> None:
    change = store.save(Person(title="Dar", notes=[Note(text="n")], topics=["trade"]), LENS)
    assert change is not None
    written = [table for table, before, after in lines_of(store, change.id) if before is None]
    assert sorted(written) == ["name", "note", "person", "record", "record_tag", "tag"]


def test_a_deletion_writes_down_every_row_that_went(small: Small) -> None:
    change = small.store.remove([small.munir.id], small.lens)
    gone = {table for table, _, after in lines_of(small.store, change.id) if after is None}
    assert gone >= {"record", "person", "name", "rank", "tenure", "note", "citation", "participant"}


def test_a_change_says_who_when_and_what(small: Small) -> None:
    small.store.author = "Officer"
    person = small.fresh(small.munir)
    person.biography = "more"
    change = small.store.save(person, small.lens)
    assert change is not None
    assert (change.author, change.label) == ("Officer", "Edit Asim Munir")
    assert change.ids == (person.id,) and change.kinds == {"person"}
    assert change.time.endswith("Z") and len(change.time) == 24
    assert small.store.reader.changes(limit=1)[0].label == "Edit Asim Munir"


def test_the_changes_of_one_record_are_its_own(small: Small) -> None:
    labels = [change.label for change in small.store.reader.changes(small.munir.id)]
    assert labels == ["Add Asim Munir"]
    small.store.remove([small.army.id], small.lens)
    labels = [change.label for change in small.store.reader.changes(small.munir.id)]
    assert labels == ["Delete Pakistan Army", "Add Asim Munir"]


def test_older_changes_come_page_by_page(small: Small) -> None:
    newest = small.store.reader.changes(limit=2)
    older = small.store.reader.changes(limit=9, before=newest[-1].id)
    assert [change.id for change in (*newest, *older)] == [5, 4, 3, 2, 1]


def test_an_import_is_one_change_of_few_bytes(store: Store) -> None:
    change_id = import_people(store, 1000)
    assert history_size(store) < 1000
    assert [change.id for change in store.reader.changes()] == [change_id]
    assert store.reader.changes(500)[0].id == change_id
    assert store.verify() == []


def test_an_import_is_undone_as_one_and_redone_exactly(small: Small) -> None:
    before = dump(small.store)
    change_id = import_people(small.store, 1000)
    after = dump(small.store)
    undone = small.store.revert(change_id)
    assert dump(small.store) == before
    assert small.store.verify() == []
    assert history_size(small.store) < 120_000, "The removed rows are not packed."
    small.store.revert(undone.id)
    assert dump(small.store) == after
    assert small.store.verify() == []
    assert history_size(small.store) < 140_000, "The rows put back are written down one by one."


def test_an_import_may_change_and_remove_what_it_made_itself(small: Small) -> None:
    before = dump(small.store)
    with small.store.unit_of_work("Import", compact=True) as work:
        first, second = Person(title="First"), Person(title="Second")
        insert_record(work, first)
        insert_record(work, second)
        third = Event(title="Third", participants=[Participant(who=ref(first))])
        insert_record(work, third)
        first.title = "First of all"
        first.notes.append(Note(text="seen twice in the file"))
        update_record(work, first, LENS)
        remove_records(work, [second.id])
        army = small.fresh(small.army)
        army.country = "gb"
        update_record(work, army, LENS)
    after = dump(small.store)
    assert small.store.verify() == []
    undone = small.store.revert(work.change_id)
    assert dump(small.store) == before
    small.store.revert(undone.id)
    assert dump(small.store) == after
    assert small.store.verify() == []


def test_an_import_that_fails_leaves_nothing(small: Small) -> None:
    before = dump(small.store)
    with (
        pytest.raises(ZeroDivisionError),
        small.store.unit_of_work("Import", compact=True) as work,
    ):
        for number in range(3000):
            insert_record(work, Organization(title=f"Body {number}"))
        raise ZeroDivisionError
    assert dump(small.store) == before
    assert small.store.verify() == []


def test_an_id_is_never_given_twice(store: Store) -> None:
    first = Person(title="First")
    store.save(first, LENS)
    store.remove([first.id], LENS)
    second = Person(title="Second")
    store.save(second, LENS)
    assert second.id > first.id
    change_id = import_people(store, 50)
    store.revert(change_id)
    store.close()
    with open_desk(store.path) as again:
        third = Person(title="Third")
        again.save(third, LENS)
    assert third.id > second.id + 50


def test_a_change_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="There is no change 12 on this desk"):
        read_change(sql_of(store), 12)


@pytest.mark.parametrize(
    ("label", "undone"),
    [
        ("Edit Dar", "Undo: Edit Dar"),
        ("Undo: Edit Dar", "Redo: Edit Dar"),
        ("Redo: Edit Dar", "Undo: Edit Dar"),
        ("Edit Treaty: a part", "Undo: Edit Treaty: a part"),
        ("", "Undo: "),
    ],
)
def test_undoing_an_undo_is_a_redo(label: str, undone: str) -> None:
    assert undo_label(label) == undone


@given(st.sets(st.integers(1, 60)))
def test_runs_cover_each_id_once_and_in_order(ids: set[int]) -> None:
    listed = sorted(ids)
    parts = [listed[start:end] for start, end in runs(listed)]
    assert [key for part in parts for key in part] == listed
    assert all(part[-1] - part[0] + 1 == len(part) for part in parts)
    assert all(one[-1] + 1 < other[0] for one, other in pairwise(parts))


def test_packed_rows_come_back_without_their_nulls() -> None:
    rows = [{"id": 1, "text": "اسحاق", "note": None}, {"id": 2, "text": "", "note": "\0"}]
    packed = pack(rows)
    assert len(packed) < len(json.dumps(rows)) and zlib.decompress(packed).startswith(b"[")
    assert rows_in(packed) == [{"id": 1, "text": "اسحاق"}, {"id": 2, "text": "", "note": "\0"}]
