"""Undo and Redo walk two stacks, and a new change ends what could be done again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Change, Lens, Person, Refused, Store, open_desk
from desktop.session.steps import Steps

LENS = Lens()
LOW = Lens(ceiling=1)


@pytest.fixture
def store(desk: Path) -> Iterator[Store]:
    with open_desk(desk) as opened:
        yield opened


def change(number: int, label: str) -> Change:
    return Change(number, "2025-09-15T00:00:00Z", "me", label)


def test_nothing_is_there_to_undo_at_first(store: Store) -> None:
    steps = Steps(store)
    assert (steps.undo_label(LENS), steps.redo_label(LENS)) == ("", "")
    with pytest.raises(Refused, match="nothing to undo"):
        steps.last(LENS)
    with pytest.raises(Refused, match="nothing to redo"):
        steps.next(LENS)


def test_what_went_back_can_go_on_again(store: Store) -> None:
    steps = Steps(store)
    edit, back, again = change(1, "Edit Dar"), change(2, "Undo: Edit Dar"), change(3, "Edit Dar")
    steps.take(edit, LENS)
    assert steps.is_last(edit, LENS) and steps.undo_label(LENS) == "Edit Dar"
    steps.went_back(edit, back)
    assert (steps.undo_label(LENS), steps.redo_label(LENS)) == ("", "Edit Dar")
    assert steps.next(LENS) is back
    steps.went_on(back, again)
    assert steps.is_last(again, LENS) and steps.redo_label(LENS) == ""


def test_a_new_change_forgets_what_was_undone(store: Store) -> None:
    steps = Steps(store)
    steps.take(change(1, "Edit Dar"), LENS)
    steps.went_back(change(1, "Edit Dar"), change(2, "Undo: Edit Dar"))
    steps.take(change(3, "Add Rubio"), LENS)
    assert (steps.undo_label(LENS), steps.redo_label(LENS)) == ("Add Rubio", "")
    assert not steps.is_last(change(1, "Edit Dar"), LENS)


def test_a_step_above_the_ceiling_is_as_none(store: Store) -> None:
    steps = Steps(store)
    made = store.save(Person(title="Codename", marking=3), LENS)
    assert made is not None
    steps.take(made, LENS)
    assert (steps.undo_label(LENS), steps.undo_label(LOW)) == ("Add Codename", "")
    with pytest.raises(Refused, match="nothing to undo"):
        steps.last(LOW)
    steps.went_back(made, store.revert(made.id))
    assert (steps.redo_label(LENS), steps.redo_label(LOW)) == ("Add Codename", "")
    with pytest.raises(Refused, match="nothing to redo"):
        steps.next(LOW)


def test_undo_passes_over_a_hidden_step_to_the_one_below(store: Store) -> None:
    steps = Steps(store)
    open_one, secret = Person(title="Plain"), Person(title="Codename", marking=3)
    for record in (open_one, secret):
        made = store.save(record, LENS)
        assert made is not None
        steps.take(made, LENS)
    assert steps.undo_label(LOW) == "Add Plain"
    back = store.revert(steps.last(LOW).id, LOW, is_own=True)
    steps.went_back(steps.last(LOW), back)
    assert (steps.undo_label(LOW), steps.redo_label(LOW)) == ("", "Add Plain")
    assert steps.undo_label(LENS) == "Add Codename"


def test_what_was_done_under_this_ceiling_can_be_undone_whatever_it_touched(store: Store) -> None:
    steps = Steps(store)
    person = Person(title="Plain")
    made = store.save(person, LOW)
    assert made is not None
    steps.take(made, LOW)
    with store.unit_of_work("Edit Plain") as work:
        work.update("record", {"id": person.id, "day": None}, {"day": "2025"}, person.id)
        work.gone_marking = 3  # as when a hidden line went with it
    told = store.change_of(work)
    assert told is not None and told.marking == 3
    steps.take(told, LOW)
    assert steps.last(LOW) == told
    person = store.reader.get(person.id, LENS)  # type: ignore[assignment]
    steps.went_back(told, store.revert(told.id))
    assert steps.undo_label(LOW) == "Add Plain"
    person = store.reader.get(person.id, LENS)  # type: ignore[assignment]
    person.marking = 3
    store.save(person, LENS)
    assert steps.undo_label(LOW) == ""
