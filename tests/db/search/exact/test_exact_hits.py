"""Who is called as asked comes first, then who has the words written anywhere, within the limit."""

from __future__ import annotations

from dataclasses import replace

from db import Lens, Person
from db.query import parse_query
from db.search.exact.exact_hits import (
    HITS_AHEAD_FACTOR,
    SearchScope,
    find_exact,
    place_of,
    scan,
    with_status,
)
from db.search.exact.hits import NAMED, WRITTEN
from db.search.exact.search_terms import terms_of
from db.storage.engine import Sql
from tests.db.conftest import Small

LENS = Lens("2025-09-15")


def place(sql: Sql, text: str, kind: str = "person", cap: int = 100) -> SearchScope:
    return place_of(sql, kind, parse_query(text), LENS, cap)


def strict(
    small: Small, text: str, kind: str = "person", *, thorough: bool = True
) -> dict[str, int]:
    """The grades of what is found, by title, in their order."""
    with small.store.unit_of_work("look") as work:
        found, _ = find_exact(
            place(work.sql, text, kind), terms_of(parse_query(text)), thorough=thorough
        )
    return {line.title: found[line.id] for line in small.store.reader.lines(list(found), LENS)}


def test_the_name_before_what_is_written(small: Small) -> None:
    for person in (Person(title="Zahir", biography="A friend of Munir."), Person(title="Munir")):
        small.store.save(person, LENS)
    grades = strict(small, "munir")
    assert next(iter(grades)) == "Munir"
    assert grades["Munir"] == 0 < grades["Asim Munir"] < NAMED < grades["Zahir"] == WRITTEN


def test_who_bears_the_title_as_well_is_meant(small: Small) -> None:
    small.store.save(Person(title="Munir"), LENS)
    grades = strict(small, "field marshal munir")
    assert next(iter(grades)) == "Asim Munir"
    assert grades["Munir"] >= WRITTEN


def test_an_alias_comes_behind_a_title_that_is_the_same(small: Small) -> None:
    from db import Name

    alias = Person(title="Aaron Black", names=[Name(text="Zed Zulu", kind="alias")])
    for person in (alias, Person(title="Zed Zulu")):
        small.store.save(person, LENS)
    assert list(strict(small, "zed zulu")) == ["Zed Zulu", "Aaron Black"]


def test_no_more_rows_are_asked_for_than_are_numbered_and_one(small: Small) -> None:
    with small.store.unit_of_work("look") as work:
        assert place(work.sql, "munir", cap=10).limit == 11
        assert place(work.sql, "status:signed", "agreement", cap=10).limit == HITS_AHEAD_FACTOR * 10


def test_a_filter_alone_lists_in_the_order_of_the_list(small: Small) -> None:
    for title in ("Zia", "Ahmad"):
        small.store.save(Person(title=title, country="pk"), LENS)
    query = parse_query("country:pk")
    with small.store.unit_of_work("look") as work:
        asked = place(work.sql, "country:pk")
        ids = scan(asked, query, terms_of(query))
        down = scan(replace(asked, order="country", descending=True), query, terms_of(query))
    by_title = ["Ahmad", "Asim Munir", "Zia"]
    assert [line.title for line in small.store.reader.lines(ids, LENS)] == by_title
    assert [line.title for line in small.store.reader.lines(down, LENS)] == by_title[::-1]


def test_a_status_that_follows_from_what_was_done_is_looked_at_afterwards(small: Small) -> None:
    ids = [small.pact.id]
    with small.store.unit_of_work("look") as work:
        for text, kept in (("status:signed", ids), ("status:terminated", [])):
            scope = place(work.sql, text, "agreement")
            assert list(with_status(scope, parse_query(text), ids)) == kept


def test_an_empty_expression_matches_nothing(small: Small) -> None:
    with small.store.unit_of_work("look") as work:
        assert place(work.sql, "munir").match("", 10) == []
