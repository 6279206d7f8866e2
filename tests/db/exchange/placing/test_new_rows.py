"""A record written for thousands is the record that a save writes, row for row."""

from __future__ import annotations

import copy

import pytest

from db import (
    Agreement,
    Contact,
    Event,
    HistoricalDate,
    Identifier,
    Name,
    Note,
    Organization,
    Party,
    PartyAction,
    Person,
    Record,
    Ref,
    Store,
)
from db.changes.writing import insert_record
from db.exchange.placing.new_rows import insert_citation, insert_identifier, insert_line, insert_new
from tests.db.desk_dump import dump
from tests.db.desk_sql import sql_of
from tests.db.exchange.typed import LENS, context

RECORDS: tuple[Record, ...] = (
    Person(
        title="Ishaq Dar", given="Ishaq", family="Dar", country="pk", gender="male",
        name_by_hand="parts",
        born=HistoricalDate.parse("1950-05-12"),
        names=[Name(text="اسحاق ڈار", kind="native", language="ur")],
        identifiers=[Identifier(scheme="wikidata", value="Q1")],
    ),
    Organization(
        title="The Army", kind="armed force", founded=HistoricalDate.parse("1947"),
        contacts=[Contact(kind="website", value="army.example")],
    ),
    Agreement(title="Pact", concluded=HistoricalDate.parse("2019~"), topics=["trade/transit"]),
    Event(title="Call", kind="call", notes=[Note(text="a remark", marking=2)], marking=1),
)  # fmt: skip


VARIED = ("id", "record_id", "uid", "created", "changed", "position")


def rows_of(store: Store, key: int) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a record without what differs from one making to the next."""
    found: dict[str, list[tuple[object, ...]]] = {}
    for table in ("record", "person", "organization", "agreement", "event", "name", "contact",
                  "identifier", "note", "record_tag"):  # fmt: skip
        column = "record_id" if "record_id" in sql_of(store).columns(table) else "id"
        kept = [name for name in sql_of(store).columns(table) if name not in VARIED]
        order = "position, id" if "position" in sql_of(store).columns(table) else "id"
        found[table] = sql_of(store).rows(
            f"SELECT {','.join(kept)} FROM {table} WHERE {column}=? ORDER BY {order}", (key,)
        )
    return found


@pytest.mark.parametrize("record", RECORDS, ids=[record.KIND for record in RECORDS])
def test_its_rows_are_those_that_a_save_writes(store: Store, record: Record) -> None:
    keys = []
    for insert in (insert_record, lambda work, one: insert_new(work, one, "2025-01-01T00:00:00Z")):
        with store.unit_of_work("Import one", compact=True) as work:
            keys.append(insert(work, copy.deepcopy(record)))  # type: ignore[operator]
    assert rows_of(store, keys[0]) == rows_of(store, keys[1])
    assert store.verify() == []


def test_a_line_is_written_with_the_lines_that_stand_in_it(store: Store) -> None:
    state, pact = Organization(title="Pakistan"), Agreement(title="Pact")
    for record in (state, pact):
        store.save(record, LENS)
    signed = PartyAction(action="signed", date=HistoricalDate.parse("2025-09"))
    with store.unit_of_work("Import a party", compact=True) as work:
        insert_line(work, Party(who=Ref(state.id), actions=[signed]), 0, pact.id)
        work.touch(pact.id, "agreement")
    read = store.reader.get(pact.id, LENS)
    assert isinstance(read, Agreement)
    assert [action.action for action in read.parties[0].actions] == ["signed"]
    assert store.verify() == []


def test_where_a_record_is_from_and_how_it_is_known_is_written_beside_it(store: Store) -> None:
    person = Person(title="Ana Silva")
    store.save(person, LENS)
    with store.unit_of_work("Import list.csv", compact=True) as work:
        at = context(work)
        insert_citation(work, person.id, 0, at.desk.source_id, "", "row 2")
        insert_identifier(work, person.id, "x", "p1", "")
        work.touch(person.id, "person")
    read = store.reader.get(person.id, LENS)
    assert [(each.source.title, each.passage) for each in read.citations] == [("list.csv", "row 2")]
    assert [(each.scheme, each.value) for each in read.identifiers] == [("x", "p1")]


def test_what_was_written_so_is_taken_back_whole(store: Store) -> None:
    before = dump(store)
    with store.unit_of_work("Import many", compact=True) as work:
        for record in RECORDS:
            insert_new(work, copy.deepcopy(record), "2025-01-01T00:00:00Z")
    change = store.change_of(work)
    assert change is not None
    store.revert(change.id)
    assert dump(store) == before
    assert store.verify() == []
