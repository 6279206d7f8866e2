"""An answer is one change that can be undone; what stands in its way is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from db import Pair, Person
from desktop.duplicates import duplicates_answers
from desktop.duplicates.duplicates_answers import Answers
from desktop.session.session import Session

Two = tuple[Person, Person]


@pytest.fixture
def given(session: Session) -> Iterator[Answers]:
    made = Answers(session, session)
    yield made
    made.close()


def people(session: Session) -> set[str]:
    ids = session.reader.all_ids("person", session.lens, "name")
    return {line.title for line in session.reader.lines(ids, session.lens)}


def test_merging_takes_one_away_and_names_it(
    given: Answers, session: Session, two: Two, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(given.settled) as caught:
        given.merge(*two, {})
    change, answered = caught.args
    assert answered == {two[1].id}
    assert "A. Ashe" not in people(session)
    assert given.undo(change)
    assert "A. Ashe" in people(session)


def test_a_merging_that_touches_much_is_done_in_the_background(
    given: Answers, session: Session, two: Two, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duplicates_answers, "MAX_QUICK_ROWS", -1)
    with qtbot.waitSignals([given.began, given.settled]):
        given.merge(*two, {})
    assert "A. Ashe" not in people(session)


def test_that_two_differ_answers_both(
    given: Answers, session: Session, pair: Pair, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(given.settled) as caught:
        given.differ(pair)
    assert caught.args[1] == {pair.a.id, pair.b.id}
    assert session.undo_label() == "Not the same: Ada Ashe and A. Ashe"


def test_a_record_that_was_changed_meanwhile_is_not_merged(
    given: Answers, session: Session, two: Two, qtbot: QtBot
) -> None:
    again = session.reader.get(two[1].id, session.lens)
    again.title = "A. B. Ashe"
    session.save(again)
    with qtbot.waitSignal(given.refused):
        given.merge(*two, {})
    assert "A. B. Ashe" in people(session)


def test_an_answer_is_taken_back_once(
    given: Answers, session: Session, two: Two, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(given.settled) as caught:
        given.merge(*two, {})
    assert given.undo(caught.args[0])
    with qtbot.waitSignal(given.refused):
        assert not given.undo(caught.args[0])


def test_nothing_is_told_once_it_is_closed(
    given: Answers, session: Session, two: Two, qtbot: QtBot
) -> None:
    again = session.reader.get(two[1].id, session.lens)
    session.save(again)
    given.close()
    with qtbot.assertNotEmitted(given.refused):
        given.merge(*two, {})
