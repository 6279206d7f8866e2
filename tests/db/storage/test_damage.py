"""Rows as they were stored: who reads gets what can be shown and a note, who writes is refused."""

from __future__ import annotations

import pytest

from db import (
    HIGHEST,
    Damaged,
    Event,
    Lens,
    Note,
    Office,
    OfficeRef,
    Organization,
    Person,
    Ref,
    Store,
    Tenure,
)
from db.storage.damage import check_rows, told_as_damage
from db.storage.stored_records import select_rows
from db.storage.unpacking import MAX_TITLE_LETTERS
from tests.db.desk_sql import sql_of

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
        ("record", "title", "printf('%.*c', 30000, 'x')", "x" * MAX_TITLE_LETTERS),
    ],
)
def test_a_reader_gets_something_to_show_and_a_writer_is_refused(
    store: Store, person: int, table: str, column: str, value: str, shown: object
) -> None:
    sql_of(store).run(f"UPDATE {table} SET {column} = {value} WHERE id = ?", (person,))
    reader = sql_of(store.reader)
    assert select_rows(reader, table, "id=?", (person,))[0][column] == shown
    assert all(table in said for said in reader.notes) and reader.notes
    with pytest.raises(Damaged, match=table):
        select_rows(sql_of(store), table, "id=?", (person,))
    record = store.reader.get(person, LENS)
    record.gender = "male"
    with pytest.raises(Damaged):
        store.save(record, LENS)
    assert any(table in said for said in store.verify())


@pytest.mark.parametrize("value", ["99", "-5", "'open'", "4", "x'00'", "1.5", "0.5"])
def test_an_unknown_marking_is_never_shown_under_a_lower_ceiling(
    store: Store, person: int, value: str
) -> None:
    sql_of(store).run(f"UPDATE record SET marking = {value}")
    sql_of(store).run(f"UPDATE note SET marking = {value}")
    for ceiling in range(HIGHEST):
        lens = Lens(ceiling=ceiling)
        assert not store.reader.all_ids("person", lens, "name")
        assert not store.reader.lines([person], lens)
        assert store.reader.count("person", lens) == 0
        assert store.reader.find(str(person), lens) is None
    assert store.reader.get(person, LENS).notes[0].marking == HIGHEST


@pytest.mark.parametrize("value", ["99", "-5", "'open'", "x'00'", "0.5"])
def test_what_names_a_record_of_unknown_marking_hides_it(store: Store, value: str) -> None:
    body = Organization(title="A body", offices=[Office(title="chief")])
    store.save(body, LENS)
    office = OfficeRef(body.offices[0].id, "chief", Ref(body.id, body.title, "organization"))
    person = Person(title="Ishaq Dar", tenures=[Tenure(office=office)])
    store.save(person, LENS)
    store.keep_draft("person", person.id, "{}")
    low = Lens(ceiling=1)
    assert store.reader.marking_summary([person.id], low) == (0, 0)
    for table in ("record", "change", "draft"):
        where = f" WHERE id = {body.id}" if table == "record" else ""
        sql_of(store).run(f"UPDATE {table} SET marking = {value}{where}")
    assert store.reader.marking_summary([person.id], low) == (0, 1)
    assert store.reader.marking_summary([person.id], LENS)[0] == HIGHEST
    assert not store.reader.tenure_lines(low) and not store.reader.office_lines(low)
    assert store.reader.changes(lens=low) == [] and store.reader.drafts(low) == []
    assert [each.marking for each in store.reader.drafts(LENS)] == [HIGHEST]


def test_a_list_says_how_many_it_leaves_out(store: Store, person: int) -> None:
    store.save(Person(title="Second"), LENS)
    sql_of(store).run("UPDATE record SET marking = 99 WHERE id = ?", (person,))
    reader = store.new_reader()
    assert len(reader.all_ids("person", LENS, "name")) == 1
    assert [said for said in store.notes if said.startswith("1 record is left out of all lists")]
    sql_of(store).run("UPDATE record SET marking = 0, kind = 'ship'")
    other = store.new_reader()
    assert other.count("person", LENS) == 0
    assert any(said.startswith("2 records are left out") for said in sql_of(other).notes)


def test_notes_are_told_as_they_are_met(store: Store, person: int) -> None:
    told: list[str] = []
    store.on_damage(told.append)
    sql_of(store).run("UPDATE person SET biography = x'C3A9FF'")
    store.new_reader().get(person, LENS)
    store.reader.get(person, LENS)
    assert len(told) == 2 and all("person" in said for said in told)


def test_values_that_do_not_go_together_are_told_with_their_place() -> None:
    with (
        pytest.raises(Damaged, match="in the history of the record 7"),
        told_as_damage("the history of the record 7"),
    ):
        raise KeyError("title")


def test_a_record_that_lost_its_own_row_ends_no_list(store: Store, person: int) -> None:
    for title in ("First", "Second"):
        store.save(Event(title=title), LENS)
    ids = store.reader.all_ids("event", LENS, "when")
    sql_of(store).run("PRAGMA foreign_keys = OFF")
    sql_of(store).run("DELETE FROM event WHERE id = ?", (ids[0],))
    assert len(store.reader.lines(ids, LENS)) == 1
    assert any("lost their own row" in said for said in store.notes)
    with pytest.raises(Damaged, match="lost its own row"):
        store.reader.get(ids[0], LENS)


def test_whole_rows_are_given_as_they_are(store: Store, person: int) -> None:
    columns = ("id", "title", "marking")
    rows = sql_of(store).rows("SELECT id, title, marking FROM record")
    assert check_rows(sql_of(store), "record", columns, rows) == rows
