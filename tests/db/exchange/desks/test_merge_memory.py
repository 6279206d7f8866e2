"""What a merge remembers counts while its change stands, and is forgotten while it is undone."""

from __future__ import annotations

from db import Person, Store
from db.changes.writing import insert_record
from db.exchange.desks.merge_memory import Memory, keep_memory, read_memories
from tests.db.desk_sql import sql_of
from tests.db.exchange.desks.copies import LENS

MEMORY = Memory((3, "2025", "me"), {"note 4": "note 1 of 2"}, {"note 4 text": ("2025", "her")})


def test_it_counts_only_while_its_change_stands(store: Store) -> None:
    with store.unit_of_work("Merge") as work:
        insert_record(work, Person(title="A"))
        keep_memory(work.sql, work.change_id, MEMORY)
    change = work.change_id
    sql = sql_of(store.reader)
    assert read_memories(sql, 0) == {change: MEMORY} and read_memories(sql, change) == {}
    undone = store.revert(change)
    assert read_memories(sql, 0) == {}
    store.revert(undone.id)
    assert read_memories(sql, 0) == {change: MEMORY}


def test_what_is_no_memory_is_passed_over(store: Store) -> None:
    store.save(Person(title="A"), LENS)
    store.keep_setting("merged in change x", "{}")
    store.keep_setting("merged in change 1", "[]")
    assert read_memories(sql_of(store.reader), 0) == {1: Memory()}
