"""What the full text was given adds up to what it keeps, and to what the rows say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db import Note, Person
from db.search.index import indexing, terms, text_sums
from db.storage.sql import Sql
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of

SUMS = "SELECT * FROM text_sum ORDER BY id"


def test_saving_removing_and_undoing_keep_them(small: Small) -> None:
    store, sql = small.store, sql_of(small.store)
    assert text_sums.are_kept(sql)
    before = sql.rows("SELECT * FROM text_sum WHERE id > 0 ORDER BY id")
    person = Person(title="Ishaq Dar", notes=[Note(text="राष्ट्रपति भवन, a\u20ddb")])
    change = store.save(person, small.lens)
    assert text_sums.are_kept(sql)
    small.army.title = "The Army"  # which others name
    store.save(small.fresh(small.army), small.lens)
    assert text_sums.are_kept(sql)
    removal = store.remove([person.id], small.lens)
    assert text_sums.are_kept(sql)
    store.revert(removal.id)
    assert text_sums.are_kept(sql)
    store.revert(change.id)
    assert sql.rows("SELECT * FROM text_sum WHERE id > 0 ORDER BY id") == before


def test_all_made_anew_are_those_that_were_there(small: Small) -> None:
    sql = sql_of(small.store)
    before = sql.rows(SUMS)
    indexing.rebuild_all(sql)
    assert sql.rows(SUMS) == before


def test_words_that_go_are_taken_from_the_sum_of_the_vocabulary(small: Small) -> None:
    sql = sql_of(small.store)
    terms.remove(sql, ["munir", "no such word"])
    assert text_sums.are_kept(sql)


CHANGES: list[Callable[[Sql], None]] = [
    lambda sql: sql.run("UPDATE record SET title = 'Zia' WHERE kind = 'person'"),
    lambda sql: sql.run("UPDATE note SET text = 'a secret zebras'"),
    lambda sql: sql.run("UPDATE note SET marking = 2"),
    lambda sql: sql.run("UPDATE tag SET text = 'navy'"),
    lambda sql: sql.run("UPDATE source SET marking = 3"),
    lambda sql: sql.run("UPDATE office SET title = 'Chief'"),
    lambda sql: sql.run("UPDATE term SET sounds = 'X' WHERE word = 'munir'"),
    lambda sql: sql.run("DELETE FROM term WHERE word = 'zebra'"),
    lambda sql: sql.run("DELETE FROM fts_person"),
    lambda sql: sql.run("INSERT INTO fts_event (rowid, name) VALUES (99, 'call')"),
    lambda sql: sql.run("UPDATE text_sum SET texts = texts + 1 WHERE id = 1"),
    lambda sql: sql.run("UPDATE text_sum SET words = words - 1 WHERE id = 1"),
    lambda sql: sql.run("DELETE FROM text_sum WHERE id = 1"),
    lambda sql: sql.run("DELETE FROM text_sum WHERE id = 0"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_is_changed_they_do_not_add_up(
    small: Small, change: Callable[[Sql], None]
) -> None:
    sql = sql_of(small.store)
    sql.run("PRAGMA foreign_keys = OFF")
    change(sql)
    assert not text_sums.are_kept(sql)
    assert small.store.verify() != []


def test_sums_that_are_wrong_alone_are_told_and_made_anew(small: Small) -> None:
    sql = sql_of(small.store)
    sql.run("UPDATE text_sum SET words = words + 1 WHERE id = 2")
    sql.run("UPDATE checksum SET derived = derived + 1 WHERE id = 2")
    assert [fault.partition(" are ")[0] for fault in small.store.verify()] == [
        "The sums of what is derived",
        "The sums of the full text",
    ]
    small.store.repair()
    assert small.store.verify() == []
