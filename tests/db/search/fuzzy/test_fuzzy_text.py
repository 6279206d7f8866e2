"""Where nothing is called or written so, texts spelt otherwise are found, then those in part."""

from __future__ import annotations

import pytest

from db import Lens, Note, Page, parse_query
from tests.db.conftest import Small

LENS = Lens("2025-09-15")


def asked(small: Small, text: str, kind: str = "person") -> Page:
    return small.store.reader.page(kind, parse_query(text), LENS)


def noted(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.biography = "Negotiated transhipment corridors beside Gwadar"  # type: ignore[attr-defined]
    small.store.save(munir, LENS)


CASES = [
    ("transhipmant", "transhipment, spelt alike"),
    ("transhipmant coridors", "transhipment corridors, spelt alike"),
    ("transhipment corridors weather", "transhipment corridors, in part"),
]


@pytest.mark.parametrize(("text", "why"), CASES)
def test_a_text_is_found_by_words_that_are_nearly_in_it(small: Small, text: str, why: str) -> None:
    noted(small)
    page = asked(small, text)
    assert list(page.ids) == [small.munir.id]
    assert str(page.reasons[small.munir.id]) == why


@pytest.mark.parametrize("text", ['"transhipmant"', "transhipmant -gwadar", "zzzz qqqq", "xyzzy"])
def test_what_is_quoted_excluded_or_far_is_not(small: Small, text: str) -> None:
    noted(small)
    assert not asked(small, text).ids


def test_less_than_half_of_the_words_is_not_enough(small: Small) -> None:
    noted(small)
    assert not asked(small, "corridors weather apples pears").ids


LONG = (
    "negotiated the transhipment korridors which are beside the port of gwadar, as was told to all"
    " of us at noon, and then it was said that they would be open to the two of them by the new"
    " year or so, in any case not later"
)


def test_a_long_line_is_found_by_the_words_that_tell_most(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.biography = "Negotiated transhipment corridors beside Gwadar"  # type: ignore[attr-defined]
    small.store.save(munir, LENS)
    assert len(LONG) > 170 and list(asked(small, LONG).ids) == [small.munir.id]


@pytest.mark.parametrize("text", ["al transhipnought", "o corridorless", "w g beside-the-point"])
def test_a_particle_or_an_initial_alone_says_nothing(small: Small, text: str) -> None:
    munir = small.fresh(small.munir)
    munir.biography = "O al W. G. negotiated corridors beside"  # type: ignore[attr-defined]
    small.store.save(munir, LENS)
    assert not asked(small, text).ids


def test_a_word_that_is_only_somewhat_like_it_is_not_meant(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.biography = "Set a standard"  # type: ignore[attr-defined]
    small.store.save(munir, LENS)
    assert not asked(small, "steinmaier").ids
    assert asked(small, "standart").ids


def test_a_word_above_the_ceiling_is_neither_found_nor_told(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.biography = "Spoke of transhipmeny"  # type: ignore[attr-defined]
    munir.notes = [Note(text="Spoke of transhipment", marking=3)]
    small.store.save(munir, LENS)
    low = Lens("2025-09-15", 1)
    page = small.store.reader.page("person", parse_query("transhipmant"), low)
    assert "transhipment" not in str(page.reasons.get(small.munir.id, ""))
    assert "transhipment" not in page.matched_words
