"""Three copies of a desk that went apart come to the same in whatever order they are merged."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from db import (
    Contact,
    Event,
    HistoricalDate,
    Note,
    Participant,
    Person,
    Store,
    make_desk,
    open_desk,
)
from tests.db.exchange.desks.copies import LENS, content, copy_desk, merge_into
from tests.saved_records import ref

TITLES = ("Dar", "Munir")
Edit = Callable[[Any], None]


def _born(value: str) -> Edit:
    return lambda person: setattr(person, "born", HistoricalDate.parse(value))


def _gender(value: str) -> Edit:
    return lambda person: setattr(person, "gender", value)


def _contact(value: str) -> Edit:
    return lambda person: person.contacts.append(Contact(value=value))


def _change_note(value: str) -> Edit:
    return lambda person: [setattr(note, "text", value) for note in person.notes[:1]] and None


def _drop_note(_value: str) -> Edit:
    return lambda person: person.notes.clear()


def _topic(value: str) -> Edit:
    return lambda person: person.topics.append(value)


EDITS = st.builds(
    lambda make, value: make(value),
    st.sampled_from([_born, _gender, _contact, _change_note, _drop_note, _topic]),
    st.sampled_from(["1950", "1951", "1952"]),
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["edit", "edit", "edit", "delete", "event"]), st.integers(0, 1), EDITS
    ),
    max_size=3,
)


def take_step(store: Store, what: str, uid: str, change: Edit) -> None:
    """Edit or delete a person of the desk, or add an event that names them; if they are there."""
    key = store.reader.find(uid, LENS)
    if key is None:
        return
    person = store.reader.get(key, LENS)
    if what == "delete":
        store.remove([key], LENS)
    elif what == "event":
        store.save(Event(title="Call", participants=[Participant(who=ref(person))]), LENS)
    else:
        change(person)
        person.topics = list(dict.fromkeys(person.topics))
        store.save(person, LENS)


def every_order_says_the_same(steps: list[list[Any]]) -> None:
    """Let three copies take their steps, and fold them into one in every order."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name) / "base.desk"
        make_desk(base)
        with open_desk(base) as store:
            people = [Person(title=title, notes=[Note(text="tall")]) for title in TITLES]
            for person in people:
                store.save(person, LENS)
        copies = [copy_desk(base, letter) for letter in "abc"]
        for path, own in zip(copies, steps, strict=True):
            with open_desk(path) as store:
                for what, place, change in own:
                    take_step(store, what, people[place].uid, change)
        found = []
        for order in permutations(copies):
            path = copy_desk(order[0], "folded")
            for other in order[1:]:
                merge_into(path, other)
            found.append(content(path))
        assert all(each == found[0] for each in found)


@given(st.tuples(STEPS, STEPS, STEPS).map(list))
@settings(max_examples=1, deadline=None, phases=[Phase.explicit, Phase.generate], database=None)
def test_any_order_of_merging_says_the_same(steps: list[list[Any]]) -> None:
    every_order_says_the_same(steps)


@pytest.mark.slow
@given(st.tuples(STEPS, STEPS, STEPS).map(list))
@settings(max_examples=20, deadline=None, phases=[Phase.generate], database=None)
def test_many_orders_of_merging_say_the_same(steps: list[list[Any]]) -> None:
    every_order_says_the_same(steps)
