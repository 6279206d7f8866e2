"""The full text's pieces: saves leave them, idle time merges them, and nothing is lost by it."""

from db import Lens, Note, Person, Store, parse_query
from db.search.index.fulltext import SETTINGS, documents, table
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of


def pieces(store: Store) -> int:
    """In how many pieces the index of people lies."""
    name = table("person")
    return int(sql_of(store).value(f"SELECT count(DISTINCT segid) FROM {name}_idx"))


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
        kept = dict(sql_of(store).rows(f"SELECT k, v FROM {table(kind)}_config"))
        assert {name: kept[name] for name, _ in SETTINGS} == dict(SETTINGS)


def test_a_run_of_records_is_gathered_as_each_of_them_is(small: Small) -> None:
    sql = sql_of(small.store)
    for number in range(5):
        record = Person(title=f"Zoya Number{number}", notes=[Note(text=f"note {number}")])
        small.store.save(record, small.lens)
    ids = [record.id - number for number in range(4, -1, -1)]
    run = documents(sql, "person", ids)
    assert run == [documents(sql, "person", [key])[0] for key in ids]
    assert sorted(run) == sorted(documents(sql, "person", [*ids[::-1]]))
