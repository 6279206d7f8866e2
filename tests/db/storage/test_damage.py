"""Rows as they were stored: who reads gets what can be shown and a note, who writes is refused."""

from __future__ import annotations

import pytest

from db import HIGHEST, Damaged, Event, Lens, Note, Person, Store
from db.storage.damage import checked
from db.storage.stored_records import select_rows

LENS = Lens()


@pytest.fixture
def person(store: Store) -> int:
    record = Person(title="Ishaq Dar", biography="A life.", notes=[Note(text="A remark")])
    store.save(record, LENS)
    return record.id


@pytest.mark.parametrize(
    ("table", "column", "value", "shown"),
    [
        ("person", "biography", "x'C3A9FF'", "é\ufffd"),
        ("person", "biography", "CAST(x'4AFF' AS TEXT)", "J\ufffd"),
        ("record", "country", "x'7061'", "pa"),
        ("record", "version", "'many'", 0),
        ("record", "marking", "99", HIGHEST),
        ("record", "marking", "-5", HIGHEST),
        ("record", "marking", "'open'", HIGHEST),
        ("record", "marking", "1.5", HIGHEST),
        ("record", "marking", "x'00'", HIGHEST),
    ],
)
def test_a_reader_gets_something_to_show_and_a_writer_is_refused(
    store: Store, person: int, table: str, column: str, value: str, shown: object
) -> None:
    store._sql.run(f"UPDATE {table} SET {column} = {value} WHERE id = ?", (person,))
    reader = store.reader._sql
    assert select_rows(reader, table, "id=?", (person,))[0][column] == shown
    assert all(table in said for said in reader.notes) and reader.notes
    with pytest.raises(Damaged, match=table):
        select_rows(store._sql, table, "id=?", (person,))
    record = store.reader.get(person, LENS)
    record.gender = "male"
    with pytest.raises(Damaged):
        store.save(record, LENS)
    assert any(table in said for said in store.verify())


@pytest.mark.parametrize("value", ["99", "-5", "'open'", "4", "x'00'"])
def test_an_unknown_marking_is_never_shown_under_a_lower_ceiling(
    store: Store, person: int, value: str
) -> None:
    store._sql.run(f"UPDATE record SET marking = {value}")
    store._sql.run(f"UPDATE note SET marking = {value}")
    for ceiling in range(HIGHEST):
        lens = Lens(ceiling=ceiling)
        assert not store.reader.all_ids("person", lens, "name")
        assert not store.reader.lines([person], lens)
        assert store.reader.count("person", lens) == 0
        assert store.reader.find(str(person), lens) is None
    assert store.reader.get(person, LENS).notes[0].marking == HIGHEST


def test_a_record_that_lost_its_own_row_ends_no_list(store: Store, person: int) -> None:
    for title in ("First", "Second"):
        store.save(Event(title=title), LENS)
    ids = store.reader.all_ids("event", LENS, "when")
    store._sql.run("PRAGMA foreign_keys = OFF")
    store._sql.run("DELETE FROM event WHERE id = ?", (ids[0],))
    assert len(store.reader.lines(ids, LENS)) == 1
    assert any("lost their own row" in said for said in store.notes)
    with pytest.raises(Damaged, match="lost its own row"):
        store.reader.get(ids[0], LENS)


def test_whole_rows_are_given_as_they_are(store: Store, person: int) -> None:
    columns = ("id", "title", "marking")
    rows = store._sql.rows("SELECT id, title, marking FROM record")
    assert checked(store._sql, "record", columns, rows) == rows
