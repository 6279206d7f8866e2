"""What a query finds beyond what is spelt so: names near to it, or to a part of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from db.query import Query
from db.search.exact.exact_hits import SearchScope, read_hits
from db.search.exact.hits import WRITTEN, Reason
from db.search.exact.search_terms import SearchTerms, tokens
from db.search.exact.why import reasons
from db.search.fuzzy.body_names import find_by_initials, questions_of_bodies
from db.search.fuzzy.fuzzy_names import (
    MIN_NAME_LIKENESS,
    NearHits,
    Rated,
    better,
    near_hits,
    rate_near_names,
)
from db.search.fuzzy.readings import asked_so, is_long, readings
from db.search.fuzzy.term_cache import Vocabulary

BODIES = "organization"


def widen_hits(
    place: SearchScope, terms: SearchTerms, vocabulary: Vocabulary, found: dict[int, int]
) -> tuple[dict[int, int], NearHits]:
    """Return what was found, then what a part of the query names, then what is near."""
    vocabulary.refresh()
    rated: dict[int, Rated] = {}
    reason_by_id: dict[int, Reason] = {}

    def ask(question: SearchTerms) -> None:
        rated.update(better(rated, rate_near_names(place, question, vocabulary, found)))

    is_unnamed = all(fit >= WRITTEN for fit in found.values())
    if place.kind == BODIES and is_unnamed and not terms.is_exact:
        initials = find_by_initials(place, terms)
        reason_by_id |= {key: Reason("by its initials", text) for key, text in initials.items()}
        found = dict.fromkeys(initials, WRITTEN) | found
        for scope, question in questions_of_bodies(place, terms):
            read, by = read_hits(scope, [question], found)
            reason_by_id |= _why(scope, by)
            found = read | {key: fit for key, fit in found.items() if key not in read}
            rated.update(better(rated, rate_near_names(scope, question, vocabulary, found)))
    if not is_long(terms):
        for question in _with_titles(terms, vocabulary):
            ask(question)
    if all(fit >= WRITTEN for fit in found.values()):
        for number, group in enumerate(readings(terms, place.kind, vocabulary.holds)):
            is_sure = any(each.rating >= MIN_NAME_LIKENESS for each in rated.values())
            if is_sure and (number > 0 or len(group[0]) == 1):
                break
            interpretations = [so for reading in group if (so := asked_so(terms, reading)).named]
            read, by = read_hits(place, interpretations, found)
            reason_by_id |= _why(place, by)
            found = read | {key: fit for key, fit in found.items() if key not in read}
            for question in interpretations:
                ask(question)
            if read:
                break
    if is_long(terms) and not found and not rated:
        ask(terms)
    near = near_hits(place, rated, terms, found)
    return found, replace(near, told=reason_by_id | near.told)


def _why(place: SearchScope, by: Mapping[int, SearchTerms]) -> dict[int, Reason]:
    """Say why each was found, by the reading that found it: the rest may stand anywhere."""
    found: dict[int, Reason] = {}
    for reading in dict.fromkeys(by.values()):
        ids = [key for key, each in by.items() if each == reading]
        query = Query(reading.named, text=reading.text())
        found |= reasons(place.sql, place.kind, ids, query, place.lens)
    return found


def _with_titles(terms: SearchTerms, vocabulary: Vocabulary) -> list[SearchTerms]:
    """Return the query without its titles; and with them, where one is a name on the desk."""
    words = {token for word in terms.named for token in tokens(word)}
    titles = {token for word in terms.words for token in tokens(word)} - words
    if any(vocabulary.holds(title) for title in titles):
        return [replace(terms, named=terms.words), terms]
    return [terms]
