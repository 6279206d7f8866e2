"""Two days of a board differ in who came, left and moved, and in posts and bodies."""

from __future__ import annotations

import pytest

from db import Lens, Store
from db.lists.board.board_changes import BoardChange, board_changes
from db.lists.board.board_rows import BoardScope
from tests.cabinet_desk import AFTER, BEFORE, Cabinet, day, fill_cabinet


@pytest.fixture
def cabinet(store: Store) -> Cabinet:
    return fill_cabinet(store)


def changes(cabinet: Cabinet, one: str = BEFORE, other: str = AFTER) -> list[BoardChange]:
    board = cabinet.store.reader.board(BoardScope("x", country="pk"), cabinet.lens)
    return board_changes(board, one, other)


def said(change: BoardChange) -> tuple[str, ...]:
    named = (change.person, change.office, change.before, change.body, change.above)
    return (change.what, *(each.title for each in named if each is not None))


def test_a_reshuffle_is_told_whole(cabinet: Cabinet) -> None:
    assert [said(each) for each in changes(cabinet)] == [
        ("moved", "Boris", "Prime Minister", "Minister of Foreign Affairs"),
        ("came", "Clara", "Minister of Foreign Affairs"),
        ("confirmed", "Fritz", "Chief of Protocol"),
        ("left", "Anna", "Prime Minister"),
        ("left", "Emil", "Secretary of State"),
        ("left", "Hugo", "Commissioner for Peace"),
        ("vacant", "Secretary of State"),
        ("office made", "Special Envoy"),
        ("office made", "Chair"),
        ("office abolished", "Commissioner for Peace"),
        ("body made", "Trade Board", "Government of Ruritania"),
    ]


def test_it_is_the_same_whichever_day_is_named_first(cabinet: Cabinet) -> None:
    assert changes(cabinet, AFTER, BEFORE) == changes(cabinet)


def test_one_day_differs_in_nothing_from_itself(cabinet: Cabinet) -> None:
    assert changes(cabinet, AFTER, AFTER) == []


def test_each_has_its_day_and_says_who_is_gone(cabinet: Cabinet) -> None:
    found = {said(each): each for each in changes(cabinet)}
    moved = found["moved", "Boris", "Prime Minister", "Minister of Foreign Affairs"]
    assert moved.day == day("2025-06-01")
    emil = found["left", "Emil", "Secretary of State"]
    assert (emil.day, emil.has_gone) == (day("2025-06-10"), True)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2025", ("left", False)),  # it may be at its end by then, and need not
        ("2025-06", ("left", False)),
        ("2025-05-31", None),  # had left before both
    ],
)
def test_an_end_that_is_not_sure_is_told_as_such(
    cabinet: Cabinet, until: str, expected: tuple[str, bool] | None
) -> None:
    dora = cabinet.people["Dora"]
    dora.tenures[0].until, dora.tenures[0].end_state = day(until), "ended"
    dora.tenures[0].since = day("2023-01-01")
    cabinet.store.save(dora, Lens())
    start = "2024-12-31" if until == "2025" else BEFORE if until != "2025-05-31" else "2025-06-02"
    found = [each for each in changes(cabinet, start, "2025-06-15")
             if each.person is not None and each.person.title == "Dora"]  # fmt: skip
    assert [(each.what, each.is_sure) for each in found] == ([expected] if expected else [])


def test_a_body_that_moves_says_from_where_to_where(cabinet: Cabinet) -> None:
    from db import Parent
    from tests.saved_records import ref

    department = cabinet.bodies["Protocol Department"]
    department.parents = [
        Parent(parent=ref(cabinet.bodies["Foreign Ministry"]), until=day("2025-06-14")),
        Parent(parent=ref(cabinet.bodies["Government of Ruritania"]), since=day("2025-06-15")),
    ]
    cabinet.store.save(department, Lens())
    (moved,) = [each for each in changes(cabinet) if each.what == "body moved"]
    assert moved.body is not None and moved.body.title == "Protocol Department"
    assert moved.above is not None and moved.above.title == "Government of Ruritania"
    assert moved.above_before is not None and moved.above_before.title == "Foreign Ministry"
    assert moved.day == day("2025-06-15")
