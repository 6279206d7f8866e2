"""A desk remembers its exchanges, and counts what was taken in only while that change stands."""

from __future__ import annotations

from db import Person, Store
from db.changes.writing import insert_record
from db.exchange.desks.exchanges import (
    PREFIX,
    Exchange,
    Received,
    Sent,
    keep_exchange,
    read_exchanges,
    setting_of,
)
from tests.db.desk_sql import sql_of

FIRST, SECOND = (1, "2025", "me"), (2, "2026", "her")


def test_what_is_kept_comes_back_by_name(store: Store) -> None:
    paris = Exchange("u2", "Paris", 0, 4, [Sent(1, None, FIRST, 3), Sent(2, FIRST, SECOND, 1)])
    geneva = Exchange("u1", "geneva", 1, received=[Received(1, FIRST, 2, 7, None, True)])
    for one in (paris, geneva):
        store.keep_setting(*setting_of(one))
    assert read_exchanges(sql_of(store.reader)) == [geneva, paris]


def test_what_was_undone_does_not_count_until_it_is_done_again(store: Store) -> None:
    with store.unit_of_work("Merge") as work:
        insert_record(work, Person(title="A"))
        taken = [
            Received(1, FIRST, 3, 0, None),
            Received(2, SECOND, 3, work.change_id, work.change_id),
        ]
        keep_exchange(work.sql, Exchange("u", "Paris", 1, received=taken))
    [one] = read_exchanges(sql_of(store.reader))
    assert one.received == taken and one.undone == []
    undone = store.revert(work.change_id)
    [one] = read_exchanges(sql_of(store.reader))
    assert one.received == taken[:1] and one.undone == taken[1:]
    store.revert(undone.id)
    assert read_exchanges(sql_of(store.reader))[0].received == taken


def test_what_is_no_exchange_is_read_as_an_empty_one(store: Store) -> None:
    for value in ("[]", "{}", '{"sent": [1, {"until": 3}], "received": [{"until": ["a", 1, 2]}]}'):
        store.keep_setting(f"{PREFIX}u", value)
        assert read_exchanges(sql_of(store.reader)) == [Exchange("u", "", 0)]
