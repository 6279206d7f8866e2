"""Questions are put on two connections, and end together whatever ends one of them."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from db import Damaged, Stopped, Store, Unavailable
from db.desk_file.proof.side_by_side import ask_all
from db.storage.sql import Sql
from tests.db.desk_sql import sql_of

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
MEETING_SECONDS = 20.0


def numbered(count: int) -> list[Callable[[Sql], int]]:
    return [lambda sql, at=at: int(sql.value("SELECT ?", (at,))) for at in range(count)]


def test_answers_come_in_the_order_of_the_questions(store: Store) -> None:
    assert ask_all(sql_of(store), numbered(50), store.new_connection) == [*range(50)]
    assert ask_all(sql_of(store), numbered(3), None) == [0, 1, 2]


def test_two_are_asked_at_a_time_each_on_its_own_connection(store: Store) -> None:
    met = threading.Barrier(2, timeout=MEETING_SECONDS)  # broken if one waits for the other

    def meet(sql: Sql) -> Sql:
        met.wait()
        return sql

    one, other = ask_all(sql_of(store), [meet, meet], store.new_connection)
    assert {one, other} > {sql_of(store)}
    assert one.is_open != other.is_open  # the second is closed again


def test_where_no_second_connection_can_be_had_one_answers_all(store: Store) -> None:
    def refuse() -> Sql:
        raise Unavailable("The file has gone.")

    assert ask_all(sql_of(store), numbered(3), refuse) == [0, 1, 2]


@pytest.mark.parametrize("is_first", [True, False])
def test_what_one_raises_ends_the_other_and_is_raised(store: Store, is_first: bool) -> None:
    met = threading.Barrier(2, timeout=MEETING_SECONDS)

    def run_on(sql: Sql) -> None:
        met.wait()
        sql.value(ENDLESS)

    def fail(_sql: Sql) -> None:
        met.wait()
        raise Damaged("It is broken.")

    both = [fail, run_on] if is_first else [run_on, fail]
    with pytest.raises((Damaged, Stopped)) as raised:
        ask_all(sql_of(store), both, store.new_connection)
    assert raised.type is Damaged


def test_what_is_wanted_no_more_stops_on_both(store: Store) -> None:
    sql = sql_of(store)
    looked: set[int] = set()

    def is_unwanted() -> bool:
        looked.add(threading.get_ident())
        return len(looked) == 2  # once both have asked

    def run_on(on: Sql) -> None:
        on.value(ENDLESS)

    sql.limit.is_unwanted = is_unwanted
    try:
        with pytest.raises(Stopped):
            ask_all(sql, [run_on, run_on], store.new_connection)
    finally:
        sql.limit.is_unwanted = None
