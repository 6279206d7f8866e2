"""What a merge remembers counts while its change stands, and is forgotten while it is undone."""

from __future__ import annotations

from db import Person, Store
from db.changes.writing import insert_record
from db.exchange.desks.merge_memory import (
    Memory,
    agreement_setting,
    keep_memory,
    read_agreements,
    read_memories,
)
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


def test_what_was_agreed_without_a_change_is_kept_beside_what_was_before(store: Store) -> None:
    sql = sql_of(store.reader)
    for memory in (
        Memory(stamps={"person 1 born": ("2025", "her")}, agreed=[1]),
        Memory(stamps={"person 2 born": ("2026", "me")}, agreed=[2], doubles={"note 1": True}),
    ):
        store.keep_setting(*agreement_setting(sql, 3, memory))
    [(change, found)] = read_agreements(sql, 3)
    assert change == 3 and list(read_agreements(sql, 4)) == []
    assert found.agreed == [1, 2] and found.doubles == {"note 1": True}
    assert found.stamps == {"person 1 born": ("2025", "her"), "person 2 born": ("2026", "me")}
