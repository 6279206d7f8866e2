"""Two desks that go on and send each other couriers as they like come to the same in the end."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Note, Person, make_desk, open_desk
from tests.db.exchange.courier.exchanged import send, take
from tests.db.exchange.desks.copies import LENS, copy_desk
from tests.db.exchange.desks.test_three_desks import EDITS, TITLES, WHAT, all_of, take_step

WORK = st.tuples(
    st.integers(0, 1),  # which desk
    st.one_of(
        st.tuples(
            st.sampled_from((*WHAT, "merge", "view")),
            st.integers(0, 1),
            EDITS,
        ),
        st.just(()),  # a courier is made and taken in
        st.just((0,)),  # one is made, and taken in when the next one comes
    ),
)


def go_their_ways(steps: list[Any]) -> None:
    """Let two desks take steps and send couriers, and at last one each until both are the same."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name) / "base.desk"
        make_desk(base)
        with open_desk(base) as store:
            people = [Person(title=title, notes=[Note(text="tall")]) for title in TITLES]
            for person in people:
                store.save(person, LENS)
        desks = [copy_desk(base, letter) for letter in "ab"]
        waiting: list[list[Path]] = [[], []]

        def make(side: int) -> None:
            number = len(list(base.parent.glob(f"{side}*.courier")))
            to = "B" if side == 0 and not number else ""
            waiting[side].append(send(desks[side], to, f"{side}-{number}.courier"))

        def take_all(side: int) -> None:
            while waiting[side]:
                take(desks[1 - side], waiting[side].pop(0))

        make(0)
        take_all(0)
        for side, step in steps:
            if len(step) == 3:
                what, place, change = step
                with open_desk(desks[side]) as store:
                    take_step(store, what, [each.uid for each in people], place, change)
                continue
            make(side)
            if not step:
                take_all(side)
        for _ in range(2):
            for side in (0, 1):
                make(side)
                take_all(side)
        found = []
        for desk in desks:
            with open_desk(desk, read_only=True) as store:
                found.append(all_of(store))
        assert found[0] == found[1]


@given(st.lists(WORK, max_size=4))
@settings(max_examples=2, deadline=None, database=None)
def test_two_desks_are_the_same_in_the_end(steps: list[Any]) -> None:
    go_their_ways(steps)


@pytest.mark.slow
@given(st.lists(WORK, max_size=9))
@settings(max_examples=60, deadline=None, database=None)
def test_many_ways_end_in_the_same(steps: list[Any]) -> None:
    go_their_ways(steps)
