"""A query becomes what the index is asked: phrases, stars, columns, and titles apart."""

from __future__ import annotations

import pytest

from db import Lens
from db.query import parse_query
from db.search.exact.search_terms import (
    scope_expression,
    term,
    terms_of,
    tokens,
    visible_columns,
)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("dar", ['"dar"*']),
        ('"ishaq dar"', ['"ishaq dar"']),
        ("high-level", ['"high level"*']),
        ("Múnir", ['"munir"*']),
    ],
)
def test_a_word_is_a_phrase_and_open_at_its_end_unless_quoted(typed: str, terms: list[str]) -> None:
    assert [term(word) for word in parse_query(typed).words] == terms


def test_only_the_whole_word_when_asked_for() -> None:
    (word,) = parse_query("dar").words
    assert term(word, whole=True) == '"dar"'
    assert tokens(word) == ["dar"]


@pytest.mark.parametrize("ceiling", range(4))
def test_no_column_above_the_ceiling_is_asked(ceiling: int) -> None:
    assert len(visible_columns(Lens("2025-01-01", ceiling))) == ceiling + 2


def test_titles_are_no_part_of_the_name_that_is_asked_for() -> None:
    asked = terms_of(parse_query("field marshal munir"))
    assert asked.text() == "munir"
    assert asked.is_titled
    assert not terms_of(parse_query("munir")).is_titled


def test_what_is_unwanted_is_looked_for_where_the_lens_looks_and_nowhere_else() -> None:
    asked = terms_of(parse_query("munir -army"))
    low = asked.match(asked.name_words, ("name",), Lens("2025-01-01", 0))
    assert low == '{name} : ("munir"*) NOT ({name open} : ("army"*))'
    assert asked.match((), ("name",), Lens()) == ""


@pytest.mark.parametrize(
    ("typed", "is_begun", "has_initials"),
    [("ishaq d", True, True), ("ishaq da", False, False), ("d", False, False)],
)
def test_a_letter_that_is_typed_on_is_known(typed: str, is_begun: bool, has_initials: bool) -> None:
    asked = terms_of(parse_query(typed))
    assert (asked.is_begun, asked.has_initials) == (is_begun, has_initials)


def test_a_filter_narrows_and_quotes_make_it_exact() -> None:
    assert terms_of(parse_query("dar country:pk")).is_narrowed
    assert terms_of(parse_query('"dar"')).is_exact
    assert not terms_of(parse_query("dar")).is_exact
    assert scope_expression(("a", "b"), "x") == "{a b} : (x)"
