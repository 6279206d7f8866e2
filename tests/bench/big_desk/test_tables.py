"""Rows on their way into a made desk: what varies and what is fixed make the whole row."""

from __future__ import annotations

import pytest

from db import Store
from tests.bench.big_desk.tables import VARIED, Tables, fixed_values, literal, statement
from tests.db.desk_sql import sql_of


@pytest.mark.parametrize("table", VARIED)
def test_what_varies_and_what_is_fixed_are_all_the_columns_that_are_needed(
    store: Store, table: str
) -> None:
    fixed = fixed_values("2025-01-01T00:00:00.000Z")[table]
    given = {"id", *VARIED[table], *fixed}
    assert not set(VARIED[table]) & fixed.keys()
    assert given <= set(sql_of(store).columns(table))
    needed = sql_of(store).rows(
        'SELECT name FROM pragma_table_info(?) WHERE "notnull" AND dflt_value IS NULL', (table,)
    )
    assert {row[0] for row in needed} <= given


@pytest.mark.parametrize(
    ("value", "written"), [(None, "NULL"), (0, "0"), (True, "1"), ("", "''"), ("open", "'open'")]
)
def test_what_is_fixed_stands_in_the_statement(value: object, written: str) -> None:
    assert literal(value) == written
    assert written in statement("tag", {"parent_id": value})


def test_rows_get_the_ids_of_their_table_and_one_line_of_history_a_table(store: Store) -> None:
    with sql_of(store).transaction():
        tables = Tables(sql_of(store))
        assert [tables.add("tag", text) for text in ("trade", "water")] == [1, 2]
        tables.finish("Make two topics")
    assert sql_of(store).rows("SELECT id, text FROM tag") == [(1, "trade"), (2, "water")]
    assert sql_of(store).rows("SELECT table_name, row, row_to FROM revision") == [("tag", 1, 2)]
    assert [change.label for change in store.reader.changes()] == ["Make two topics"]


def test_the_row_of_a_kind_lies_under_the_id_of_its_record(store: Store) -> None:
    with sql_of(store).transaction():
        tables = Tables(sql_of(store))
        date = (None, None, None, None)
        key = tables.add("record", "u1", "person", "Ana", "ana", "ana", 0, "br", None, None)
        tables.add_own("person", key, "Ana", "Silva", "given-first", "female", "", *date)
        tables.finish("Make one")
    assert sql_of(store).rows("SELECT id, family FROM person") == [(key, "Silva")]
