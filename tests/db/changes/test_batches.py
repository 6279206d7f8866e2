"""Rows held and written by the hundred come out as they went in, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Store
from db.changes.batches import (
    ROWS_A_BATCH,
    ROWS_A_STATEMENT,
    Batch,
    column_sql,
    insert_rows,
    with_id,
)
from tests.db.desk_sql import sql_of

TEXTS = st.one_of(
    st.none(),
    st.sampled_from(["", "primary", "it's", "');--", "NULL", "?", "0"]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
)


def make_table(store: Store) -> None:
    sql_of(store).run("CREATE TEMP TABLE kept (id INTEGER PRIMARY KEY, text TEXT, number INTEGER)")


def kept(store: Store) -> list[tuple[object, ...]]:
    return sql_of(store).rows("SELECT id, text, number FROM kept ORDER BY id")


@pytest.mark.parametrize(
    "count",
    (
        1,
        ROWS_A_STATEMENT - 1,
        ROWS_A_STATEMENT,
        ROWS_A_STATEMENT + 1,
        ROWS_A_BATCH,
        ROWS_A_BATCH + ROWS_A_STATEMENT + 1,
    ),
)
def test_any_number_of_rows_is_written_whole(store: Store, count: int) -> None:
    make_table(store)
    rows = [(key, f"text {key}", None) for key in range(1, count + 1)]
    insert_rows(sql_of(store), "kept", ("id", "text", "number"), rows)
    assert kept(store) == rows


@pytest.mark.parametrize(
    "text", (None, "", "primary", "it's", '"; DROP TABLE kept; --', "a" * 30, "NULL", "?", "اسحاق")
)
@pytest.mark.parametrize("number", (None, 0, 1, 9, 10, -1, 1 << 40))
def test_a_column_that_says_the_same_in_every_row_is_kept_as_it_is(
    store: Store, text: str | None, number: int | None
) -> None:
    make_table(store)
    rows = [(key, text, number) for key in range(1, 2 * ROWS_A_STATEMENT + 1)]
    insert_rows(sql_of(store), "kept", ("id", "text", "number"), rows)
    assert kept(store) == rows


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from([None, 0, 1, 7, 70])), min_size=1, max_size=3))
def test_rows_come_out_as_they_went_in(
    store: Store, patterns: list[tuple[str | None, int | None]]
) -> None:
    sql_of(store).run("DROP TABLE IF EXISTS temp.kept")
    make_table(store)
    rows = [(key, *patterns[key % len(patterns)]) for key in range(1, ROWS_A_STATEMENT + 3)]
    insert_rows(sql_of(store), "kept", ("id", "text", "number"), rows)
    assert kept(store) == rows


def test_only_words_of_our_own_lists_stand_in_a_statement() -> None:
    for value in ("Primary", "it's", "a b", "42", "é", "a;b", "x" * 21, 10, -1, 1.0, b"x", True):
        assert column_sql((value, value)) == "?", value


def test_rows_with_columns_in_another_order_join_the_others(store: Store) -> None:
    make_table(store)
    batch = Batch(sql_of(store), "kept")
    batch.add(("id", "text", "number"), (1, "one", 10))
    batch.add(("id", "number", "text"), (2, 20, "two"))
    batch.write()
    assert kept(store) == [(1, "one", 10), (2, "two", 20)]


def test_rows_with_other_columns_send_those_that_wait_ahead(store: Store) -> None:
    make_table(store)
    batch = Batch(sql_of(store), "kept")
    batch.add(("id", "text", "number"), (1, "one", 10))
    batch.add(("id", "text"), (2, "two"))
    batch.write()
    assert kept(store) == [(1, "one", 10), (2, "two", None)]


def test_ids_that_follow_each_other_are_one_span(store: Store) -> None:
    make_table(store)
    batch = Batch(sql_of(store), "kept")
    for key in (4, 5, 6, 9, 10, 2):
        batch.add(*with_id(key, {"text": "x"}))
    assert batch.spans == [[4, 6], [9, 10], [2, 2]]
    assert batch.holds(5) and not batch.holds(7)


def test_ids_that_were_removed_again_are_in_no_span(store: Store) -> None:
    make_table(store)
    batch = Batch(sql_of(store), "kept")
    for key in range(1, 10):
        batch.add(*with_id(key, {"text": "x"}))
    batch.drop(3, 4)
    batch.add(*with_id(10, {"text": "x"}))
    assert batch.spans == [[1, 2], [5, 10]]
    assert not batch.holds(3)


def test_more_rows_than_a_batch_holds_are_written_on_the_way(store: Store) -> None:
    make_table(store)
    batch = Batch(sql_of(store), "kept")
    for key in range(1, ROWS_A_BATCH + 2):
        batch.add(*with_id(key, {"text": "x"}))
    assert len(kept(store)) == ROWS_A_BATCH
    batch.write()
    assert len(kept(store)) == ROWS_A_BATCH + 1


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["taken", "in order", "turned", "shorter"]), st.integers(0, 9), TEXTS
    ),
    max_size=30,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(rows=ROWS)
def test_rows_that_are_taken_unseen_stand_beside_others(
    store: Store, rows: list[tuple[str, int, str | None]]
) -> None:
    sql_of(store).run("DROP TABLE IF EXISTS temp.kept")
    make_table(store)
    batch, columns = Batch(sql_of(store), "kept"), ("id", "text", "number")
    take, take_turned = batch.taker(columns), batch.taker(("id", "number", "text"))
    for key, (way, number, text) in enumerate(rows, start=1):
        if way == "taken":
            take((key, text, number))
        elif way == "turned":
            take_turned((key, number, text))
        else:
            whole = {"text": text, "number": number} if way == "in order" else {"text": text}
            batch.add(*with_id(key, whole))
    batch.write()
    assert kept(store) == [
        (key, text, None if way == "shorter" else number)
        for key, (way, number, text) in enumerate(rows, start=1)
    ]
    assert batch.spans == ([[1, len(rows)]] if rows else [])
