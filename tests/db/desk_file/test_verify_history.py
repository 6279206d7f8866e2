"""Lines of the history that cannot be taken back are told by their number, and end nothing else."""

from __future__ import annotations

import pytest

from db import Lens, Note, Person, Store
from tests.db.desk_sql import sql_of

LENS = Lens()


@pytest.fixture
def filled(store: Store) -> Store:
    """A desk with a record added, one changed, one removed and a run of rows removed."""
    notes = [Note(text="x"), Note(text="y")]
    people = [Person(title=f"Person {n}", notes=notes) for n in range(4)]
    for person in people:
        store.save(person, LENS)
    first = store.reader.get(people[0].id, LENS)
    assert isinstance(first, Person)
    first.biography = "one"
    store.save(first, LENS)
    store.remove([people[1].id], LENS)
    store.remove([people[2].id, people[3].id], LENS)
    assert store.verify() == []
    return store


FAULTS = [
    ("table_name = 'nothing' WHERE id = 1", "no such table has a history"),
    ("table_name = 'setting' WHERE id = 1", "no such table has a history"),
    ("row_to = row - 1 WHERE id = 1", "it is of no rows"),
    ("row_to = 1 << 60 WHERE id = 1", "is too large"),
    (
        "before = CAST('{}' AS BLOB) WHERE after IS NULL AND row = row_to AND before IS NOT NULL",
        "is missing",
    ),
    (
        'before = CAST(\'{"born": "1950"}\' AS BLOB)'
        " WHERE before IS NOT NULL AND after IS NOT NULL",
        "person has no “born”",
    ),
    ("before = CAST('{}' AS BLOB) WHERE row_to > row", "it lacks some of its rows"),
    ("row_to = row_to + 1 WHERE row_to > row", "its rows are others than it names"),
]


@pytest.mark.parametrize(("done", "says"), FAULTS, ids=[done for done, _ in FAULTS])
def test_a_line_that_cannot_be_taken_back_is_told(done: str, says: str, filled: Store) -> None:
    sql_of(filled).run(f"UPDATE revision SET {done}")
    assert any(says in said for said in filled.verify()), filled.verify()


def test_a_change_that_takes_back_itself_is_told(filled: Store) -> None:
    sql_of(filled).run("UPDATE change SET reverts = id WHERE id = 2")
    assert "The change 2 takes back the change 2, which came no earlier." in filled.verify()
