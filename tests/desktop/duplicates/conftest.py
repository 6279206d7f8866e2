"""Two records that may be one, and the pair of them as the search for duplicates gives it."""

from __future__ import annotations

import pytest

from db import Note, Pair, Person, Ref
from desktop.session.session import Session


@pytest.fixture
def two(session: Session) -> tuple[Person, Person]:
    """Two saved people; the first says more."""
    made = (
        Person(title="Ada Ashe", country="pk", gender="female", notes=[Note(text="a note")]),
        Person(title="A. Ashe", country="us"),
    )
    found = []
    for person in made:
        session.save(person)
        record = session.reader.get(person.id, session.lens)
        assert isinstance(record, Person)
        found.append(record)
    return found[0], found[1]


@pytest.fixture
def pair(two: tuple[Person, Person]) -> Pair:
    """The two as a pair."""
    a, b = (Ref(each.id, each.title, each.KIND) for each in two)
    return Pair("person", a, b, 0.934, "nearly the same spelling", "two countries")
