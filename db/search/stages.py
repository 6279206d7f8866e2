"""A query becomes ids, best first, in stages: as spelt, then written, then nearly so."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from db.lens import Lens
from db.query import NO_LIMIT, Query
from db.search.exact.exact_hits import (
    ENOUGH_EXACT_HITS,
    NONE,
    SearchScope,
    find_exact,
    place_of,
    scan,
    with_status,
)
from db.search.exact.filter_cache import Lists
from db.search.exact.hits import MAX_FIRST_HITS, WRITTEN, Page
from db.search.exact.search_terms import SearchTerms, terms_of
from db.storage.engine import Sql

if TYPE_CHECKING:
    from db.search.fuzzy.term_cache import Vocabulary

Words = Callable[[bool], "Vocabulary"]  # of names, or of texts


def search(
    sql: Sql,
    kind: str,
    query: Query,
    lens: Lens,
    words: Words,
    *,
    cap: int = MAX_FIRST_HITS,
    thorough: bool = False,
    lists: Lists = NONE,
    order: str = "",
    descending: bool = False,
) -> Page:
    """Return the hits of one kind; `words` gives the vocabulary where a word may be spelt
    otherwise.

    Hits of words stand by how well they fit, those of filters alone in the order of a list. Other
    spellings are looked for where nothing is called as asked; with `thorough` also where little
    is, which takes longer than a keystroke may. `lists` are lists of what filters name.
    """
    terms = terms_of(query)
    place = place_of(sql, kind, query, lens, cap, lists)
    place = replace(place, order=order, descending=descending)
    page, seen = _look(place, query, terms, words, thorough=thorough)
    if seen >= place.limit > cap + 1 and len(page.ids) < cap:  # a filter left too few of the first
        page, _ = _look(replace(place, limit=NO_LIMIT), query, terms, words, thorough=thorough)
    return page


def _look(
    place: SearchScope, query: Query, terms: SearchTerms, words: Words, *, thorough: bool
) -> tuple[Page, int]:
    """Return the hits as far as a place lets look, and how many were seen."""
    if not terms.words:
        if query.words and not terms.unwanted and not query.filters:
            return Page(array("q")), 0  # nothing in it can be searched
        found = dict.fromkeys(scan(place, query, terms), 0)
        return _page(place, query, found), len(found)
    if place.kind == "agreement" and (cited := _find_by_citation(place, terms)):
        return _page(place, query, dict.fromkeys(cited, 0)), len(cited)
    found, is_cut = find_exact(place, terms, thorough=thorough)
    is_named = any(fit < WRITTEN for fit in found.values())
    if terms.is_exact or len(found) >= ENOUGH_EXACT_HITS or (is_named and not thorough):
        page = _page(place, query, found, is_cut=is_cut)
        return replace(page, matched_words=terms.twins()), len(found)
    return _with_near(place, query, terms, words, found), len(found)


def _find_by_citation(place: SearchScope, terms: SearchTerms) -> list[int]:
    """Return the agreements that bear a citation of a treaty series that was typed."""
    if not any(letter.isdigit() for letter in terms.typed):
        return []
    from db.search.exact.series_hits import find_by_series  # loaded by the first such question

    return find_by_series(place, terms.typed)


def _with_near(
    place: SearchScope, query: Query, terms: SearchTerms, words: Words, found: dict[int, int]
) -> Page:
    from db.search.fuzzy.fuzzy_text import (
        find_fuzzy_text,  # loaded by the first question that needs them
    )
    from db.search.fuzzy.widened import widen_hits

    found, near = widen_hits(place, terms, words(True), found)
    if not found and not near.fits:
        near = find_fuzzy_text(place, terms, words(True), words(False))
    every = sorted((found | near.fits).items(), key=lambda item: item[1])
    page = _page(place, query, dict(every))
    return replace(page, reasons=near.reasons, matched_words=near.matched_words | terms.twins())


def _page(place: SearchScope, query: Query, found: dict[int, int], *, is_cut: bool = False) -> Page:
    ids = with_status(place, query, list(found))
    page_ids = ids[: place.cap]
    fits = array("b", (found[key] for key in page_ids))
    return Page(array("q", page_ids), is_cut or len(ids) > place.cap, fits)
