"""Two records that may be one, and the pair of them as the search for duplicates gives it."""

from __future__ import annotations

import pytest

from db import Note, Pair, Person
from desktop.session.session import Session
from tests.saved_records import ref


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
    a, b = two
    return Pair("person", ref(a), ref(b), 0.934, "nearly the same spelling", "two countries")
