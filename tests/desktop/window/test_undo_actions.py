"""Undo, Redo and a revert of one change tell what they did, or why they could not."""

import pytest

from db import Person
from desktop.session.session import Session
from desktop.widgets.message import Notice
from desktop.window.undo_actions import UndoActions
from tests.desktop.session.test_session import titles as titles_of


class Leaves:
    """Answers whether the form in front lets go."""

    def __init__(self) -> None:
        self.lets_go = True

    def __call__(self) -> bool:
        return self.lets_go


@pytest.fixture
def leaves() -> Leaves:
    return Leaves()


@pytest.fixture
def undoing(session: Session, leaves: Leaves) -> UndoActions:
    return UndoActions(session, leaves, session)


@pytest.fixture
def told(undoing: UndoActions) -> list[Notice]:
    notices: list[Notice] = []
    undoing.noticed.connect(notices.append)
    return notices


def test_a_step_back_and_forth_is_told(
    undoing: UndoActions, session: Session, told: list[Notice]
) -> None:
    session.save(Person(title="Ann Ashe"))
    undoing.undo()
    assert "Ann Ashe" not in titles_of(session)
    undoing.redo()
    assert "Ann Ashe" in titles_of(session)
    assert [notice.kind for notice in told] == ["done", "done"]
    assert "Ann Ashe" in told[0].text


def test_a_step_whose_end_comes_under_a_lower_ceiling_is_not_named(
    undoing: UndoActions, session: Session, told: list[Notice]
) -> None:
    session.save(Person(title="Ann Ashe", marking=3))
    change = session.undo()
    session.limit(0)
    undoing.finish(change, change)
    assert [notice.text for notice in told] == ["Done: A change above the ceiling."]


def test_a_step_that_is_not_there_is_a_sentence(undoing: UndoActions, told: list[Notice]) -> None:
    undoing.undo()
    undoing.redo()
    assert [notice.text for notice in told] == [
        "There is nothing to undo.",
        "There is nothing to redo.",
    ]


def test_a_form_that_does_not_let_go_holds_everything(
    undoing: UndoActions, session: Session, told: list[Notice], leaves: Leaves
) -> None:
    session.save(Person(title="Ann Ashe"))
    leaves.lets_go = False
    undoing.undo()
    assert "Ann Ashe" in titles_of(session) and told == []


def test_the_last_change_is_undone_and_an_older_one_reverted(
    undoing: UndoActions, session: Session
) -> None:
    first = session.save(Person(title="Ann Ashe"))
    second = session.save(Person(title="Ben Birch"))
    undoing.revert_if_last(first)
    assert "Ann Ashe" not in titles_of(session) and "Ben Birch" in titles_of(session)
    assert session.undo_label() != second.label
    undoing.undo()
    assert "Ann Ashe" in titles_of(session)
