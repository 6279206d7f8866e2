"""Each value that is none is told by table, row and column, and ends nothing else."""

from __future__ import annotations

import zlib

import pytest

from db import Event, HistoricalDate, Lens, Note, Person, Store
from db.print_log.printed_documents import PrintedDocument
from tests.db.desk_sql import sql_of

LENS = Lens()


@pytest.fixture
def filled(store: Store) -> Store:
    people = [Person(title=f"Person {n}", notes=[Note(text="x")]) for n in range(3)]
    for person in people:
        store.save(person, LENS)
    store.save(Event(title="A call", start=HistoricalDate.parse("2025-07-01")), LENS)
    store.remove([people[1].id, people[2].id], LENS)
    store.save_printed_document(PrintedDocument("A", "biography", LENS, 0, 1, {"ids": [1]}, {1: 1}))
    store.keep_draft("person", 1, "{}")
    assert store.verify() == []
    return store


FAULTS = [
    ("UPDATE record SET marking = 99 WHERE id = 1", "Row 1 of the table record: its marking"),
    ("UPDATE record SET marking = -5 WHERE id = 1", "Row 1 of the table record: its marking"),
    ("UPDATE record SET marking = 'open' WHERE id = 1", "its marking holds text"),
    ("UPDATE record SET title = x'00' WHERE id = 1", "its title holds bytes"),
    ("UPDATE record SET title = CAST(x'4AFF' AS TEXT) WHERE id = 1", "its title is not UTF-8"),
    ("UPDATE record SET title = printf('%.*c', 30000, 'x') WHERE id = 1", "longer than a title"),
    ("UPDATE record SET country = 'Pakistan' WHERE id = 1", "its country “Pakistan”"),
    ("UPDATE record SET kind = 'ship' WHERE id = 1", "its kind “ship”"),
    ("UPDATE record SET created = 'once' WHERE id = 1", "its created “once” is no time"),
    ("UPDATE record SET checked_on = 'once' WHERE id = 1", "its checked_on “once” is no day"),
    ("UPDATE record SET day = 'once' WHERE kind = 'event'", "its day “once” is no day"),
    ("UPDATE record SET day = '2025-99-99' WHERE kind = 'event'", "its day “2025-99-99” is no day"),
    ("UPDATE record SET day = '2025-02-30' WHERE id = 1", "its day “2025-02-30” is no day"),
    ("UPDATE record SET checked_on = '2025-02-30' WHERE id = 1", "“2025-02-30” is no day"),
    ("UPDATE record SET sort_title = printf('%.*c', 50000, 'x')", "its sort_title “xxx"),
    ("UPDATE change SET label = printf('%.*c', 30000, 'x')", "is longer than a label can be"),
    ("UPDATE record SET version = 0 WHERE id = 1", "its version “0”"),
    ("UPDATE event SET start_edtf = '2025-13-45'", "its start “2025-13-45” is no date"),
    ("UPDATE event SET start_first = 'soon'", "its start “2025-07-01” is no date"),
    ("UPDATE event SET status = 'dreamt'", "its status “dreamt”"),
    ("UPDATE event SET start_first = 7.5", "of the table event: its start"),
    (
        "UPDATE person SET biography = x'FF' WHERE id = 1",
        "Row 1 of the table person: its biography",
    ),
    ("UPDATE note SET position = 'first'", "of the table note: its position"),
    (
        "UPDATE revision SET before = x'00' WHERE before IS NOT NULL",
        "of the history: it breaks off",
    ),
    ("UPDATE revision SET after = CAST('[[[' AS BLOB) WHERE after IS NOT NULL", "of the history"),
    ("UPDATE printed SET used = x'00'", "in the printed document 1"),
    ("UPDATE printed SET asked = '[]'", "in the printed document 1"),
    ("UPDATE draft SET payload = '{'", "in the draft 1"),
]


@pytest.mark.parametrize(("statement", "says"), FAULTS)
def test_a_value_that_is_none_is_told_with_its_place(
    filled: Store, statement: str, says: str
) -> None:
    sql_of(filled).run(statement)
    assert any(says in said for said in filled.verify()), filled.verify()


def test_verify_goes_on_to_the_end_whatever_it_meets(filled: Store) -> None:
    sql_of(filled).run("PRAGMA foreign_keys = OFF")
    for statement in (
        "UPDATE record SET title = CAST(x'4AFF' AS TEXT) WHERE id = 1",
        "UPDATE event SET start_edtf = x'00'",
        "UPDATE printed SET used = x'00'",
        "UPDATE fts_person_data SET block = x'FFFFFF'",
        "DELETE FROM fts_event_idx",
        "INSERT INTO attachment (record_id, file_name, sha256, position, media_type, size, marking)"
        " VALUES (77, 'a', 'b', 0, '', 0, 0)",
    ):
        sql_of(filled).run(statement)
    said = "\n".join(filled.verify())
    for part in (
        "title is not UTF-8",
        "table event",
        "printed document 1",
        "full text of the kind person",
    ):
        assert part in said
    assert "row of record that is not there" in said and "attachments are missing" in said


def test_bombs_in_the_history_are_told_and_not_unpacked(filled: Store) -> None:
    bomb = zlib.compress(bytes(80_000_000))
    sql_of(filled).run("UPDATE revision SET before = ? WHERE before IS NOT NULL", (bomb,))
    assert any("unpacks to more than 64 MB" in said for said in filled.verify())
