"""A query is read with and without titles, and in part, before what is near is looked for."""

from __future__ import annotations

import pytest

from db import Lens, Person
from db.query import parse_query
from db.search.exact.exact_hits import place_of
from db.search.exact.hits import NEAR
from db.search.exact.search_terms import terms_of
from db.search.fuzzy.term_cache import Vocabulary
from db.search.fuzzy.widened import widen_hits
from tests.db.conftest import Small

LENS = Lens("2025-09-15")


def look(small: Small, text: str, found: dict[int, int] | None = None) -> list[str]:
    """The titles of what was found, then of what is near."""
    query = parse_query(text)
    with small.store.unit_of_work("look") as work:
        place = place_of(work.sql, "person", query, LENS, 100)
        read, near = widen_hits(place, terms_of(query), Vocabulary(work.sql), found or {})
    lines = small.store.reader.lines([*read, *(key for key in near.fits if key not in read)], LENS)
    return [line.title for line in lines]


@pytest.mark.parametrize(
    "text",
    [
        "munir, chief of army staff",
        "field marshal asim muneer",
        "asim munier",
        "Assim Munir (Asim)",
    ],
)
def test_what_stands_beside_the_name_is_no_part_of_it(small: Small, text: str) -> None:
    assert "Asim Munir" in look(small, text)


def test_a_title_that_is_a_name_on_the_desk_is_asked_as_both(small: Small) -> None:
    small.store.save(Person(title="Penny Marshall"), LENS)
    assert "Penny Marshall" in look(small, "peny marshal")


def test_what_was_found_stays_found(small: Small) -> None:
    assert "Asim Munir" in look(small, "asim", {small.munir.id: 0})


def test_what_is_near_is_graded_behind_every_name(small: Small) -> None:
    query = parse_query("asym munyr")
    with small.store.unit_of_work("look") as work:
        place = place_of(work.sql, "person", query, LENS, 100)
        _, near = widen_hits(place, terms_of(query), Vocabulary(work.sql), {})
    assert min(near.fits.values()) >= NEAR
