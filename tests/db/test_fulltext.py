"""The full text's pieces: saves leave them, idle time merges them, and nothing is lost by it."""

from collections.abc import Callable

import pytest

from db import Contact, HistoricalDate, Identifier, Lens, Person, Store, parse_query
from db.fulltext import SETTINGS, table
from tests.db.conftest import Small


def pieces(store: Store) -> int:
    """In how many pieces the index of people lies."""
    name = table("person")
    return int(store._sql.value(f"SELECT count(DISTINCT segid) FROM {name}_idx"))


def save_people(store: Store, count: int) -> None:
    for number in range(count):
        store.save(Person(title=f"Zoya Number{number}"), Lens())


def test_a_save_merges_nothing(store: Store) -> None:
    save_people(store, 40)
    assert pieces(store) == 40


def test_idle_steps_merge_what_saves_left(store: Store) -> None:
    save_people(store, 40)
    steps = 0
    while store.tidy():
        steps += 1
        assert steps < 100
    assert steps and pieces(store) < 8
    assert len(store.reader.page("person", parse_query("zoya"), Lens()).ids) == 40
    assert store.verify() == []


def test_a_tidy_desk_is_left_alone(store: Store) -> None:
    save_people(store, 3)
    assert store.tidy() is False


def test_closing_puts_the_index_in_order(store: Store) -> None:
    from db import open_desk

    save_people(store, 40)
    store.close()
    with open_desk(store.path) as again:
        assert pieces(again) < 8


def test_a_new_desk_and_a_rebuilt_index_are_set_alike(store: Store) -> None:
    store.rebuild()
    for kind in ("person", "event"):
        kept = dict(store._sql.rows(f"SELECT k, v FROM {table(kind)}_config"))
        assert {name: kept[name] for name, _ in SETTINGS} == dict(SETTINGS)


def indexed(store: Store) -> list[tuple[object, ...]]:
    """The pieces of the index of people, by which a writing of it shows."""
    name = table("person")
    return store._sql.rows(f"SELECT id, length(block) FROM {name}_data ORDER BY id")


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
