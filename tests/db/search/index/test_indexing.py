"""The index says what the records say, and is written only where they say anything else."""

from collections.abc import Callable

import pytest

from db import Contact, HistoricalDate, Identifier, Lens, Person, Store, parse_query
from db.search.index.fulltext import table
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of


def indexed(store: Store) -> list[tuple[object, ...]]:
    """The pieces of the index of people, by which a writing of it shows."""
    name = table("person")
    return sql_of(store).rows(f"SELECT id, length(block) FROM {name}_data ORDER BY id")


SILENT = (
    ("gender", "female"),
    ("checked_on", "2025-09-15"),
    ("born", HistoricalDate.parse("1950-05-12")),
    ("country", "pk"),
)


@pytest.mark.parametrize(("field", "value"), SILENT)
def test_a_save_that_says_nothing_new_writes_no_index(
    small: Small, field: str, value: object
) -> None:
    person = Person(title="Ishaq Dar")
    small.store.save(person, small.lens)
    before = indexed(small.store)
    setattr(person, field, value)
    assert small.store.save(person, small.lens) is not None
    assert indexed(small.store) == before
    assert small.store.verify() == []


TOLD: tuple[Callable[[Person], object], ...] = (
    lambda person: setattr(person, "title", "Zebra Munir"),
    lambda person: setattr(person, "biography", "a zebra"),
    lambda person: setattr(person, "honorific", "Zebra"),
    lambda person: setattr(person.names[0], "text", "Zebra"),
    lambda person: setattr(person.ranks[0], "title", "Zebra"),
    lambda person: setattr(person.notes[0], "text", "zebra"),
    lambda person: setattr(person.citations[0], "passage", "zebra"),
    lambda person: person.topics.append("zebra"),
    lambda person: person.contacts.append(Contact(kind="telephone", value="zebra")),
    lambda person: person.identifiers.append(Identifier(scheme="x", value="zebra")),
)


def found(store: Store, lens: Lens) -> list[int]:
    return list(store.reader.page("person", parse_query("zebra"), lens).ids)


@pytest.mark.parametrize("edit", TOLD)
def test_what_a_save_says_anew_is_found(small: Small, edit: Callable[[Person], object]) -> None:
    person = small.store.reader.get(small.munir.id, small.lens)
    assert isinstance(person, Person)
    person.notes[0].text = "plain"
    small.store.save(person, small.lens)
    assert found(small.store, small.lens) == []
    edit(person)
    small.store.save(person, small.lens)
    assert found(small.store, small.lens) == [person.id]
    assert small.store.verify() == []


PARTS = ("names", "ranks", "tenures", "notes", "citations", "topics")


@pytest.mark.parametrize("name", PARTS)
def test_what_a_save_takes_away_is_found_no_more(small: Small, name: str) -> None:
    person = small.store.reader.get(small.munir.id, small.lens)
    setattr(person, name, [])
    small.store.save(person, small.lens)
    assert small.store.verify() == []


def test_a_note_marked_higher_is_hidden_at_once(small: Small) -> None:
    person = small.store.reader.get(small.munir.id, small.lens)
    person.notes[0].marking = 0
    small.store.save(person, small.lens)
    low = Lens("2025-09-15", 0)
    assert found(small.store, low) == [person.id]
    person.notes[0].marking = 2
    small.store.save(person, small.lens)
    assert found(small.store, low) == []
