"""Statements over the declared tables run as those of text do: same connection, same refusals."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select

from db import Store
from db.storage.statements import table, text_and_values
from tests.db.desk_sql import sql_of

SETTING = table("setting")
ONE = select(SETTING.c.value).where(SETTING.c.key == "made")


def test_a_list_of_values_is_given_value_by_value() -> None:
    text, values = text_and_values(select(SETTING.c.key).where(SETTING.c.value.in_(["a", "b"])))
    assert text.endswith("IN (?, ?)") and values == ("a", "b")


def test_it_runs_within_the_transaction_that_is_open(store: Store) -> None:
    sql = sql_of(store)
    with pytest.raises(ZeroDivisionError), sql.transaction():
        assert sql.ask(insert(SETTING).values(key="x", value="1").returning(SETTING.c.key)) == [
            ("x",)
        ]
        raise ZeroDivisionError
    assert sql.ask(select(SETTING.c.value).where(SETTING.c.key == "x")) == []
    assert sql.ask(ONE) == sql.rows("SELECT value FROM setting WHERE key='made'")


def test_what_a_damaged_desk_answers_is_told_in_the_same_words(store: Store) -> None:
    sql = sql_of(store)
    sql.run("ALTER TABLE setting RENAME TO lost")
    told = []
    for ask in (lambda: sql.ask(ONE), lambda: sql.rows("SELECT value FROM setting")):
        with pytest.raises(Exception) as error:
            ask()
        told.append((type(error.value), str(error.value)))
    assert told[0] == told[1]


def test_columns_of_one_name_keep_it() -> None:
    record = table("record")
    one, other = record.alias("one").c, record.alias("other").c
    text, _ = text_and_values(select(one.title, other.title))
    assert text.startswith("SELECT one.title, other.title FROM")
