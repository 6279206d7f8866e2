"""Every record is as it was saved, or is told not to be; no save, undo or import is taken for
damage.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Citation, Lens, Note, Person, Source, Store, open_to_verify, parse_query
from db.desk_file import record_sums
from db.desk_file.record_sums import OddSum
from db.names import fold
from db.search.index import text_sums
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v16 import EDITED, NATIVE
from tests.db.test_migrations import opened

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
    wanted = sql.rows("SELECT id, sum FROM checksum ORDER BY id")
    removal = store.remove([person.id], small.lens)
    assert list(record_sums.odd_sums(sql)) == []
    store.revert(removal.id)
    assert sql.rows("SELECT id, sum FROM checksum ORDER BY id") == wanted
    assert store.verify() == []


def test_all_sums_made_anew_are_those_that_were_there(small: Small) -> None:
    person_with_lines(small)
    sql = sql_of(small.store)
    wanted = sql.rows("SELECT id, sum FROM checksum ORDER BY id")
    with sql.transaction():
        record_sums.renew_all(sql)
    assert sql.rows("SELECT id, sum FROM checksum ORDER BY id") == wanted
    with sql.transaction():
        sql.run("DELETE FROM checksum WHERE id = ?", (wanted[-1][0],))
        sql.run("INSERT INTO checksum (id, sum) VALUES (9999, 1)")
        record_sums.add_missing(sql)
    assert sql.rows("SELECT id, sum FROM checksum ORDER BY id") == wanted


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


def test_of_an_edited_record_what_is_derived_is_left_open(small: Small) -> None:
    """What was damaged before an edit would else be taken for what was derived then."""
    store, sql = small.store, sql_of(small.store)
    without = sql.rows("SELECT id FROM checksum WHERE derived IS NULL AND id > 0")
    edited = [key for (key,) in without]
    assert record_sums.doubtful_records(sql) == edited
    sql.run("UPDATE name SET folded = 'x' WHERE record_id = ?", (small.munir.id,))
    assert record_sums.doubtful_records(sql) is None
    munir = small.fresh(small.munir)
    munir.notes.append(Note(text="Another note"))
    store.save(munir, small.lens)
    assert record_sums.doubtful_records(sql) == sorted({*edited, munir.id})
    says = "2 rows of the table name repeat others in folded and say something else."
    assert says in store.verify()
    store.repair()
    assert record_sums.doubtful_records(sql) == []


def test_another_language_leaves_the_sums_right_and_no_damage_hidden(small: Small) -> None:
    store, sql = small.store, sql_of(small.store)
    store.save(Person(title="Åke Ärla"), small.lens)
    store.keep_setting("language", "sv")
    assert record_sums.doubtful_records(sql) is not None
    assert store.verify() == []
    sql.run("UPDATE name SET folded = 'x' WHERE text = 'Åke Ärla'")
    store.keep_setting("language", "de")
    assert any("in folded" in fault for fault in store.verify())


SWAPPED = """
    UPDATE checksum SET {0} = (SELECT sum(c.{0}) FROM checksum c WHERE c.id IN (1, 2)) - {0}
    WHERE id IN (1, 2)
"""


def test_two_sums_in_each_others_place_are_found(small: Small) -> None:
    sql = sql_of(small.store)
    assert record_sums.do_rows_add_up(sql)
    sql.run(SWAPPED.format("sum"))
    assert not record_sums.do_rows_add_up(sql)
    assert [key for key, _ in record_sums.odd_sums(sql)] == [1, 2]
    sql.run(SWAPPED.format("sum"))
    assert record_sums.do_rows_add_up(sql)
    store = small.store
    for title in ("One", "Two"):
        store.save(Person(title=title), small.lens)
    one, two = (k for (k,) in sql.rows("SELECT id FROM record ORDER BY id DESC LIMIT 2"))
    sql.run(SWAPPED.format("derived").replace("(1, 2)", f"({one}, {two})"))
    assert record_sums.doubtful_records(sql) is None


@pytest.mark.parametrize("value", ["1 << 62", "-1", "2.5", "'x'", "x'00'", "-9223372036854775808"])
def test_whatever_a_damaged_desk_has_for_a_sum_it_is_no_proof(small: Small, value: str) -> None:
    sql = sql_of(small.store)
    for column in ("sum", "derived"):
        sql.run(f"UPDATE checksum SET {column} = {value}")
    assert not record_sums.do_rows_add_up(sql)
    assert record_sums.doubtful_records(sql) in (None, [])
    assert small.store.verify() != []


def test_rows_with_numbers_beyond_measure_are_gone_through_one_by_one(small: Small) -> None:
    sql = sql_of(small.store)
    sql.run("PRAGMA foreign_keys = OFF")
    sql.run("UPDATE note SET id = 1 << 38")
    assert not record_sums.do_rows_add_up(sql)
    assert record_sums.doubtful_records(sql) is None


def test_columns_without_a_sum_are_named() -> None:
    assert record_sums.unsummed_columns("record") == {"created", "changed", "version"}
    assert record_sums.unsummed_columns("name") == frozenset()
    assert "payload" in record_sums.unsummed_columns("draft")


def test_a_desk_of_format_16_gets_sums_of_what_is_derived_and_has_it_derived(
    tmp_path: Path,
) -> None:
    with opened(tmp_path, 16) as store:
        sql = sql_of(store)
        assert sql.value("SELECT folded FROM name WHERE text = ?", (NATIVE,)) == fold(NATIVE)
        assert (record_sums.doubtful_records(sql), text_sums.are_kept(sql)) == ([], True)
        [edited] = store.reader.page("person", parse_query(EDITED), Lens()).ids
        person = store.reader.get(edited, Lens())
        person.title = "Person edited in this format"
        store.save(person, Lens())
        assert record_sums.doubtful_records(sql) == [edited]
        assert store.verify() == []
