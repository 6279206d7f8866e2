"""What a query finds beyond what is spelt so: names near to it, or to a part of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from db.query import Query
from db.search.exact.exact_hits import SearchScope, read_hits
from db.search.exact.hits import PART, WHOLE_WORDS, WRITTEN, Reason
from db.search.exact.search_terms import SearchTerms, tokens
from db.search.exact.why import reasons
from db.search.fuzzy.body_names import (
    find_by_initials,
    find_by_syllables,
    is_acronym,
    questions_of_bodies,
)
from db.search.fuzzy.fuzzy_names import (
    MIN_NAME_LIKENESS,
    NO_NEAR_HITS,
    NearHits,
    Rated,
    better,
    find_fuzzy_names,
    rate_near_names,
)
from db.search.fuzzy.readings import is_long, readings, with_words
from db.search.fuzzy.term_cache import Vocabulary
from db.storage.id_lists import LISTED, listed

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

    if place.kind == BODIES and not terms.is_exact and _is_unnamed_body(terms, found):
        found, reason_by_id, rated, is_named = _widen_bodies(place, terms, vocabulary, found)
        if is_named:
            return found, replace(NO_NEAR_HITS, reasons=reason_by_id)
    if not is_long(terms):
        for question in _with_titles(terms, vocabulary):
            ask(question)
    if all(fit >= WRITTEN for fit in found.values()):
        for number, group in enumerate(readings(terms, place.kind, vocabulary.holds)):
            is_sure = any(each.rating >= MIN_NAME_LIKENESS for each in rated.values())
            if is_sure and (number > 0 or len(group[0]) == 1):
                break
            interpretations = [
                so for reading in group if (so := with_words(terms, reading)).name_words
            ]
            read, by = read_hits(place, interpretations, found)
            reason_by_id |= _why(place, by)
            found = read | {key: fit for key, fit in found.items() if key not in read}
            for question in interpretations:
                ask(question)
            if read:
                break
    if is_long(terms) and not found and not rated:
        ask(terms)
    near = find_fuzzy_names(place, rated, terms, found)
    return found, replace(near, reasons=reason_by_id | near.reasons)


def _is_unnamed_body(terms: SearchTerms, found: Mapping[int, int]) -> bool:
    """Say whether no body is called as was typed; an acronym only begins words of other names."""
    least = WHOLE_WORDS + 1 if is_acronym(terms) else WRITTEN
    return all(fit >= least for fit in found.values())


def _widen_bodies(
    place: SearchScope, terms: SearchTerms, vocabulary: Vocabulary, found: dict[int, int]
) -> tuple[dict[int, int], dict[int, Reason], dict[int, Rated], bool]:
    """Return what was found with what is called otherwise, the reason of these, what is near, and
    whether something bears one of the other names, so that nothing farther need be looked for.
    """
    best = WHOLE_WORDS if is_acronym(terms) else WRITTEN
    fits: dict[int, int] = {}
    reason_by_id: dict[int, Reason] = {}
    rated: dict[int, Rated] = {}
    near: list[tuple[SearchScope, SearchTerms]] = []
    for scope, questions, is_near, is_resort, is_other in questions_of_bodies(place, terms):
        if is_resort and fits:
            continue
        read, by = read_hits(scope, questions, found)
        reason_by_id |= _why_otherwise(scope, by) if is_other else _why(scope, by)
        fits |= {key: min(fit, best) for key, fit in read.items() if key not in fits}
        near += [(scope, question) for question in questions if is_near]
    for scope, question in near if not fits else ():
        rated.update(better(rated, rate_near_names(scope, question, vocabulary, found)))
    is_named = bool(fits)
    initials = find_by_initials(place, terms)
    reason_by_id |= {key: Reason("by its initials", text) for key, text in initials.items()}
    fits |= {key: best for key in initials if key not in fits}
    if not fits and not found:
        reason_by_id |= {
            key: Reason("by its first letters", text)
            for key, text in find_by_syllables(place, terms).items()
        }
        fits |= dict.fromkeys(reason_by_id, PART)
    others = {key: fit for key, fit in found.items() if key not in fits}
    return fits | others, reason_by_id, rated, is_named


def _why(place: SearchScope, by: Mapping[int, SearchTerms]) -> dict[int, Reason]:
    """Say why each was found, by the reading that found it: the rest may stand anywhere."""
    found: dict[int, Reason] = {}
    for reading in dict.fromkeys(by.values()):
        ids = [key for key, each in by.items() if each == reading]
        query = Query(reading.name_words, text=reading.text())
        found |= reasons(place.sql, place.kind, ids, query, place.lens)
    return found


def _why_otherwise(place: SearchScope, by: Mapping[int, SearchTerms]) -> dict[int, Reason]:
    """Say that each was found by another name than was typed, where its title shows that one."""
    statement = f"SELECT id, title FROM record WHERE id IN ({LISTED})"
    titles: dict[int, str] = dict(place.sql.rows(statement, (listed(list(by)),)))
    return {
        key: reason if reason.label else Reason("by another name", titles[key])
        for key, reason in _why(place, by).items()
    }


def _with_titles(terms: SearchTerms, vocabulary: Vocabulary) -> list[SearchTerms]:
    """Return the query without its titles; and with them, where one is a name on the desk."""
    words = {token for word in terms.name_words for token in tokens(word)}
    titles = {token for word in terms.words for token in tokens(word)} - words
    if any(vocabulary.holds(title) for title in titles):
        return [replace(terms, name_words=terms.words), terms]
    return [terms]
