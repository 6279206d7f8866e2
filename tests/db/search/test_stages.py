"""Each stage is asked only where the one before found little, and the page says how it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from db import Lens, Person
from db.query import Query, Word, parse_query
from db.search.exact.hits import NEAR, Page
from db.search.fuzzy.term_cache import Vocabulary
from db.search.stages import search
from tests.db.conftest import Small

LENS = Lens("2025-09-15")


def page(
    small: Small, text: str | Query, kind: str = "person", *, cap: int = 100, is_near: bool = True
) -> Page:
    """The page of a text; with `is_near` False a look at other spellings fails the test."""
    query = parse_query(text) if isinstance(text, str) else text
    with small.store.unit_of_work("look") as work:
        sql = work.sql

        def words(of_names: bool) -> Vocabulary:
            assert is_near, "other spellings were looked for"
            made = Vocabulary(sql, of_names=of_names)
            made.refresh()
            return made

        asked: Callable[[bool], Vocabulary] = words
        return search(sql, kind, query, LENS, asked, cap=cap)


def test_nothing_else_is_looked_for_where_somebody_is_called_so(small: Small) -> None:
    assert list(page(small, "munir", is_near=False).ids) == [small.munir.id]


def test_another_spelling_is_looked_for_where_nobody_is(small: Small) -> None:
    found = page(small, "muneer")
    assert list(found.ids) == [small.munir.id]
    assert found.fits[0] >= NEAR
    assert "munir" in found.matched_words


def test_quotes_ask_for_that_spelling_alone(small: Small) -> None:
    assert list(page(small, '"muneer"', is_near=False).ids) == []


def test_a_word_without_letters_finds_nothing(small: Small) -> None:
    query = replace(parse_query("munir"), words=(Word("\u0301"),))
    assert list(page(small, query, is_near=False).ids) == []


def test_nothing_asked_lists_everything(small: Small) -> None:
    assert list(page(small, "", is_near=False).ids) == [small.munir.id]


def test_a_page_that_is_cut_off_says_so(small: Small) -> None:
    for number in range(3):
        small.store.save(Person(title=f"Munir {number}"), LENS)
    cut = page(small, "munir", cap=2)
    assert len(cut.ids) == len(cut.fits) == 2
    assert cut.is_capped
    assert not page(small, "munir", cap=10).is_capped


def test_a_filter_behind_the_search_does_not_empty_the_page(small: Small) -> None:
    assert list(page(small, "minerals status:signed", "agreement", cap=1).ids) == [small.pact.id]
    assert list(page(small, "minerals status:terminated", "agreement", cap=1).ids) == []
