"""Every record is as it was saved, or is told not to be; no save, undo or import is taken for
damage.
"""

from __future__ import annotations

import pytest

from db import Citation, Note, Person, Source, Store, open_to_verify
from db.desk_file import record_sums
from db.desk_file.record_sums import OddSum
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of

FLIPS = [
    "UPDATE record SET title = 'Asim Munjr' WHERE id = {id}",
    "UPDATE person SET biography = 'Another life' WHERE id = {id}",
    "UPDATE person SET born_edtf = '1969' WHERE id = {id}",
    "UPDATE note SET text = 'changed' WHERE record_id = {id}",
    "UPDATE note SET marking = 2 WHERE record_id = {id}",
    "DELETE FROM note WHERE record_id = {id}",
    "INSERT INTO note SELECT id + 99, record_id, position, text, author, date_edtf, date_first,"
    " date_last, date_words, marking FROM note WHERE record_id = {id}",
    "UPDATE record_tag SET tag_id = 2 WHERE record_id = {id}",
    "DELETE FROM checksum WHERE id = {id}",
]


def person_with_lines(small: Small) -> Person:
    person = small.fresh(small.munir)
    person.notes = [Note(text="A note")]
    person.topics = ["water", "army"]
    person.citations = [Citation(source=Source(title="The paper of record"))]
    small.store.save(person, small.lens)
    assert isinstance(person, Person)
    return person


@pytest.mark.parametrize("statement", FLIPS)
def test_whatever_changes_in_a_record_is_found(small: Small, statement: str) -> None:
    person, sql = person_with_lines(small), sql_of(small.store)
    assert list(record_sums.odd_sums(sql)) == []
    sql.run("PRAGMA foreign_keys = OFF")
    sql.run(statement.format(id=person.id))
    assert list(record_sums.odd_sums(sql)) == [OddSum(person.id, "person")]
    says = f"The person {person.id} is not as it was saved"
    assert any(fault.startswith(says) for fault in small.store.verify())


def test_a_source_is_found_too(small: Small) -> None:
    person_with_lines(small)
    sql = sql_of(small.store)
    [(key,)] = sql.rows("SELECT id FROM source WHERE title = 'The paper of record'")
    sql.run("UPDATE source SET publisher = 'x' WHERE id = ?", (key,))
    assert list(record_sums.odd_sums(sql)) == [OddSum(key, "source")]


def test_saving_removing_and_undoing_keep_the_sums(small: Small) -> None:
    person, store, sql = person_with_lines(small), small.store, sql_of(small.store)
    wanted = sql.rows("SELECT * FROM checksum ORDER BY id")
    removal = store.remove([person.id], small.lens)
    assert list(record_sums.odd_sums(sql)) == []
    store.revert(removal.id)
    assert sql.rows("SELECT * FROM checksum ORDER BY id") == wanted
    assert store.verify() == []


def test_all_sums_made_anew_are_those_that_were_there(small: Small) -> None:
    person_with_lines(small)
    sql = sql_of(small.store)
    wanted = sql.rows("SELECT * FROM checksum ORDER BY id")
    with sql.transaction():
        record_sums.renew_all(sql)
    assert sql.rows("SELECT * FROM checksum ORDER BY id") == wanted
    with sql.transaction():
        sql.run("DELETE FROM checksum WHERE id = ?", (wanted[0][0],))
        sql.run("INSERT INTO checksum VALUES (9999, 1)")
        record_sums.add_missing(sql)
    assert sql.rows("SELECT * FROM checksum ORDER BY id") == wanted


def test_repairing_mends_what_is_derived_and_hides_no_damage(small: Small) -> None:
    person, store, sql = person_with_lines(small), small.store, sql_of(small.store)
    for statement in (
        "DELETE FROM fts_person",
        "UPDATE name SET folded = 'x'",
        "UPDATE record SET sort_title = 'x', day = '1999-01-01'",
        "DELETE FROM checksum WHERE id < 0",
    ):
        sql.run(statement)
    assert len(store.verify()) >= 4
    store.repair()
    assert store.verify() == []
    sql.run("UPDATE person SET biography = 'Another life' WHERE id = ?", (person.id,))
    store.repair()
    [fault] = store.verify()
    assert fault.startswith(f"The person {person.id} is not as it was saved")
    path = store.path
    store.close()
    with open_to_verify(path) as closed:
        assert len(closed.verify()) == 1


def test_a_desk_of_our_own_format_is_asked_once_and_has_none(store: Store) -> None:
    sql = sql_of(store)
    assert record_sums.newer_columns(sql) == ()
    sql.run("ALTER TABLE person ADD COLUMN shoe INTEGER")
    assert record_sums.newer_columns(sql) == (), (
        "It was asked before, and a format does not change."
    )


def test_columns_of_a_newer_desk_are_named_by_table(store: Store) -> None:
    sql = sql_of(store)
    for table, name in (("person", "shoe"), ("person", "hat"), ("source", "colour")):
        sql.run(f"ALTER TABLE {table} ADD COLUMN {name} VARCHAR")
    sql.run(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert record_sums.newer_columns(sql) == (("person", ("hat", "shoe")), ("source", ("colour",)))
