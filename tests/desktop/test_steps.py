"""Undo and Redo walk two stacks, and a new change ends what could be done again."""

import pytest

from db import Change, Refused
from desktop.steps import Steps


def change(number: int, label: str) -> Change:
    return Change(number, "2025-09-15T00:00:00Z", "me", label)


def test_nothing_is_there_to_undo_at_first() -> None:
    steps = Steps()
    assert (steps.undo_label(), steps.redo_label()) == ("", "")
    with pytest.raises(Refused, match="nothing to undo"):
        steps.last()
    with pytest.raises(Refused, match="nothing to redo"):
        steps.next()


def test_what_went_back_can_go_on_again() -> None:
    steps = Steps()
    edit, back, again = change(1, "Edit Dar"), change(2, "Undo: Edit Dar"), change(3, "Edit Dar")
    steps.take(edit)
    assert steps.is_last(edit) and steps.undo_label() == "Edit Dar"
    steps.went_back(back)
    assert (steps.undo_label(), steps.redo_label()) == ("", "Edit Dar")
    assert steps.next() is back
    steps.went_on(again)
    assert steps.is_last(again) and steps.redo_label() == ""


def test_a_new_change_forgets_what_was_undone() -> None:
    steps = Steps()
    steps.take(change(1, "Edit Dar"))
    steps.went_back(change(2, "Undo: Edit Dar"))
    steps.take(change(3, "Add Rubio"))
    assert (steps.undo_label(), steps.redo_label()) == ("Add Rubio", "")
    assert not steps.is_last(change(1, "Edit Dar"))
