"""The vocabulary keeps every word of names and texts once, with what is heard in it."""

from __future__ import annotations

from db import Lens, Person, Store
from db.search.index.terms import MAX_WORD_LETTERS, count_missing, note_names, note_texts
from tests.db.desk_sql import sql_of


def kept(store: Store) -> list[tuple[object, ...]]:
    return sql_of(store).rows("SELECT is_name, word FROM term ORDER BY 1, 2")


def test_a_word_is_kept_once_however_often_it_is_noted(store: Store) -> None:
    for _ in range(2):
        note_names(sql_of(store), ["Ishaq Dar", "DAR, Ishaq"], set())
    assert kept(store) == [(1, "dar"), (1, "ishaq")]


def test_a_word_of_a_name_has_its_consonants(store: Store) -> None:
    note_names(sql_of(store), ["Rubio", "روبیو"], set())
    sounds = dict(sql_of(store).rows("SELECT word, sounds FROM term"))
    assert len(sounds) == 2 and len(set(sounds.values())) == 1


def test_of_a_text_only_words_of_some_length_are_kept(store: Store) -> None:
    note_texts(sql_of(store), ["an accord on minerals 2025 b2b", f"minerals {'x' * 60}"], set())
    assert kept(store) == [(0, "accord"), (0, "minerals")]


def test_what_was_noted_before_in_the_same_work_is_not_asked_for_again(store: Store) -> None:
    known: set[str] = set()
    note_names(sql_of(store), ["Dar"], known)
    sql_of(store).run("DELETE FROM term")
    note_names(sql_of(store), ["Dar"], known)
    assert kept(store) == []


def test_missing_words_are_counted_without_keeping_them(store: Store) -> None:
    note_names(sql_of(store), ["Ishaq"], set())
    assert count_missing(sql_of(store), ["Ishaq Dar"], set()) == 1
    assert kept(store) == [(1, "ishaq")]


def test_a_name_without_end_is_no_word(store: Store) -> None:
    note_names(sql_of(store), ["x" * (MAX_WORD_LETTERS + 1)], set())
    assert kept(store) == []


def test_ids_only_grow_so_that_readers_find_what_is_new(store: Store) -> None:
    note_names(sql_of(store), ["one"], set())
    first = sql_of(store).value("SELECT max(id) FROM term")
    sql_of(store).run("DELETE FROM term")
    note_names(sql_of(store), ["two"], set())
    assert sql_of(store).value("SELECT max(id) FROM term") > first


def test_a_word_that_is_lacking_is_told_by_verify(store: Store) -> None:
    store.save(Person(title="Ishaq Dar"), Lens())
    assert count_missing(sql_of(store), ["Ishaq Dar"], set()) == 0
    sql_of(store).run("DELETE FROM term WHERE word = 'dar'")
    assert count_missing(sql_of(store), ["Ishaq Dar"], set()) == 1
    assert any("lacks 1 words" in said for said in store.verify())
    store.rebuild()
    assert store.verify() == []
