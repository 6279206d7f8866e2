"""One connection: what it does with text that is none, bytes for text, and work nobody wants."""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Iterator

import pytest
from sqlcipher3 import dbapi2

from db.errors import Damaged, Stopped
from db.storage.sql import Sql
from db.storage.unpacking import MAX_TITLE_LETTERS

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


@pytest.fixture
def sql() -> Iterator[Sql]:
    raw = dbapi2.connect(":memory:", isolation_level=None)
    made = Sql(raw, raw.close)
    made.run("CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR, data BLOB, is_a BOOLEAN)")
    made.run_many("INSERT INTO t (id, a) VALUES (?, ?)", [(1, "one"), (3, "three")])
    yield made
    made.close()


def break_text(sql: Sql) -> None:
    sql.run("INSERT INTO t (id, a) VALUES (2, CAST(x'C3A9FF41' AS TEXT))")


def test_who_writes_is_refused_where_text_is_none(sql: Sql) -> None:
    break_text(sql)
    for ask in (sql.rows, sql.one, lambda statement: list(sql.stream(statement))):
        with pytest.raises(Damaged, match="in the table t: a text is not UTF-8"):
            ask("SELECT a FROM t WHERE id > 1 ORDER BY id")


def test_a_reader_goes_on_and_notes_it(sql: Sql) -> None:
    break_text(sql)
    sql.is_lenient = True
    whole = [("one",), ("é\ufffdA",), ("three",)]
    assert sql.rows("SELECT a FROM t ORDER BY id") == whole
    assert list(sql.stream("SELECT a FROM t ORDER BY id", size=1)) == whole
    assert sql.value("SELECT a FROM t WHERE id = 2") == "é\ufffdA"
    assert len(sql.notes) == 1 and "table t" in next(iter(sql.notes))
    assert sql.rows("SELECT a FROM t WHERE id = 1") == [("one",)], "and reads strictly again"


def test_bytes_for_text_are_text_to_a_reader_but_not_where_bytes_belong(sql: Sql) -> None:
    sql.run("INSERT INTO t (id, a, data) VALUES (2, x'C3A941', x'00FF')")
    assert sql.rows("SELECT a FROM t WHERE id = 2") == [(b"\xc3\xa9A",)]
    sql.is_lenient = True
    assert sql.rows("SELECT a FROM t WHERE id = 2") == [("éA",)]
    assert sql.one("SELECT a FROM t WHERE id = 2") == ("éA",)
    assert sql.rows("SELECT data FROM t WHERE id = 2") == [(b"\x00\xff",)]
    assert list(sql.notes) == ["Bytes stand where text belongs in the table t."]


def test_a_statement_ends_while_it_runs_when_nobody_wants_its_answer(sql: Sql) -> None:
    asked = 0

    def is_unwanted() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    sql.limit.is_unwanted = is_unwanted
    with pytest.raises(Stopped):
        sql.rows(ENDLESS)
    sql.limit.is_unwanted = None
    assert sql.value("SELECT count(*) FROM t") == 2


@pytest.mark.parametrize("is_closed", [True, False])
def test_a_connection_that_nobody_holds_is_freed(is_closed: bool) -> None:
    made = Sql(raw := dbapi2.connect(":memory:"), raw.close)
    if is_closed:
        made.close()
    alive = weakref.ref(made)
    del made, raw
    gc.collect()
    assert alive() is None


def test_a_foreign_file_is_given_so_much_time(sql: Sql) -> None:
    sql.limit.deadline = time.monotonic() + 0.2
    with pytest.raises(Damaged, match="too long"):
        sql.rows(ENDLESS)


def test_what_columns_hold_is_told_by_their_declaration(sql: Sql) -> None:
    assert dict(zip(sql.columns("t"), sql.types("t"), strict=True)) == {
        "id": int,
        "a": str,
        "data": bytes,
        "is_a": int,
    }


def test_a_reader_gets_the_beginning_of_a_title_without_end(sql: Sql) -> None:
    sql.run("CREATE TABLE named (id INTEGER PRIMARY KEY, title VARCHAR, biography VARCHAR)")
    long = "x" * (MAX_TITLE_LETTERS + 1)
    sql.run_many(
        "INSERT INTO named (title, biography) VALUES (?, ?)", [("short", long), (long, long)]
    )
    asked = "SELECT n.title, biography FROM named n ORDER BY id"
    assert sql.rows(asked)[1] == (long, long)  # who writes sees what there is
    sql.is_lenient = True
    cut = (long[:MAX_TITLE_LETTERS], long)
    assert sql.rows(asked) == [("short", long), cut] == list(sql.stream(asked))
    assert sql.one(f"{asked} LIMIT 1 OFFSET 1") == cut
    union = "SELECT title FROM named WHERE id = 1 UNION ALL SELECT biography FROM named"
    assert (long,) in sql.rows(union)  # what only bears the name of a title
    assert list(sql.notes) == [
        "A title in the table named has 20,001 characters; only some are shown."
    ]
