"""A reason is told where the title shows none, cut round the word, never above the ceiling."""

from __future__ import annotations

from db import Lens, Note, Person
from db.query import parse_query
from db.search.exact.why import MAX_REASON_LETTERS, reasons
from tests.db.conftest import Small

LONG = "nothing to see " * 20 + "zebra at last " + "and more " * 20


def why(small: Small, person: Person, text: str, ceiling: int = 3) -> str:
    with small.store.unit_of_work("look") as work:
        lens = Lens("2025-09-15", ceiling)
        found = reasons(work.sql, "person", [person.id], parse_query(text), lens)
    return str(found[person.id]) if person.id in found else ""


def added(small: Small, **fields: object) -> Person:
    person = Person(title="Ada Lovelace", **fields)
    small.store.save(person, small.lens)
    return person


def test_the_title_shows_it_by_itself(small: Small) -> None:
    assert why(small, added(small, biography="Ada, the first"), "ada") == ""


def test_the_words_and_where_they_stand_are_told(small: Small) -> None:
    told = why(small, added(small, notes=[Note(text="Likes zebras.")]), "zebra")
    assert told.startswith("Likes zebras., ")


def test_a_long_text_is_cut_round_the_word(small: Small) -> None:
    told = why(small, added(small, biography=LONG), "zebra")
    said = told.rpartition(", ")[0]
    assert said.startswith("… ") and "zebra" in said and said.endswith(" …")
    assert len(said) <= MAX_REASON_LETTERS + 4


def test_the_piece_that_holds_most_words_is_told(small: Small) -> None:
    notes = [Note(text="only zebra"), Note(text="zebra and giraffe")]
    assert "giraffe" in why(small, added(small, notes=notes), "giraffe zebra")


def test_nothing_above_the_ceiling_is_a_reason(small: Small) -> None:
    person = added(small, notes=[Note(text="Likes zebras.", marking=2)])
    assert why(small, person, "zebra", 1) == ""
    assert "zebras" in why(small, person, "zebra", 2)


def test_words_that_are_unwanted_are_no_reason(small: Small) -> None:
    assert why(small, added(small, biography="zebra"), "-zebra") == ""
