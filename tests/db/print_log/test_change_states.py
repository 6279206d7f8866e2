"""What a change did to each record is told as before and after, never above the ceiling."""

from __future__ import annotations

import pytest

from db import Lens, Note, Person, Refused, Store
from db.changes.writing import insert_record
from db.print_log.change_states import MAX_STATES

LENS = Lens()


def saved(store: Store, record: Person) -> int:
    change = store.save(record, LENS)
    assert change is not None
    return change.id


def test_an_edit_has_the_record_before_and_after(store: Store) -> None:
    ann = Person(title="Ann", biography="one")
    added = saved(store, ann)
    ann.biography = "two"
    edited = saved(store, ann)
    ann.biography = "three"
    saved(store, ann)
    ((state,), more) = store.reader.change_states(edited, LENS)
    assert state.then is not None and state.now is not None
    assert (state.then.biography, state.now.biography, more) == ("one", "two", 0)
    ((made,), _) = store.reader.change_states(added, LENS)
    assert made.then is None and made.now is not None and made.now.biography == "one"


def test_what_was_deleted_is_told_as_it_was(store: Store) -> None:
    ann = Person(title="Ann", notes=[Note(text="tall")])
    saved(store, ann)
    removal = store.remove([ann.id], LENS)
    ((state,), _) = store.reader.change_states(removal.id, LENS)
    assert state.now is None and state.then is not None
    assert [note.text for note in state.then.notes] == ["tall"]


def test_of_an_import_the_first_records_are_told_and_the_rest_counted(store: Store) -> None:
    with store.unit_of_work("Import", compact=True) as work:
        for number in range(MAX_STATES + 7):
            insert_record(work, Person(title=f"Person {number}"))
    change = store.change_of(work)
    assert change is not None
    states, more = store.reader.change_states(change.id, LENS)
    assert (len(states), more) == (MAX_STATES, 7)


def test_the_record_that_is_asked_for_stands_first(store: Store) -> None:
    with store.unit_of_work("Import", compact=True) as work:
        ids = [
            insert_record(work, Person(title=f"Person {number}"))
            for number in range(MAX_STATES + 7)
        ]
    change = store.change_of(work)
    assert change is not None
    states, more = store.reader.change_states(change.id, LENS, record_id=ids[-1])
    assert [state.id for state in states] == [ids[-1], *ids[: MAX_STATES - 1]]
    assert more == 7


def test_a_change_above_the_ceiling_is_none(store: Store) -> None:
    ann = Person(title="Ann")
    added = saved(store, ann)
    ann.marking = 2
    raised = saved(store, ann)
    for change in (added, raised):
        with pytest.raises(Refused, match="There is no change"):
            store.reader.change_states(change, Lens(ceiling=1))
