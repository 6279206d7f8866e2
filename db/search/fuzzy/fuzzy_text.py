"""The last stage: texts in which the words are spelt otherwise, then texts with most of the words.

It is asked only where nothing is called or written as asked, nor called nearly so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from db.names import fold, index_query
from db.names.phonetics.phonetic_words import phonetic_word
from db.search.exact.exact_hits import SearchScope
from db.search.exact.hits import PART, Reason
from db.search.exact.search_terms import SearchTerms, scope_expression, visible_columns
from db.search.fuzzy.fuzzy_names import NearHits
from db.search.fuzzy.term_cache import Vocabulary

MAX_QUERY_WORDS = 6
MIN_SLIP_LETTERS = 4  # letters of a word that may be a slip
MIN_WORD_LIKENESS = 0.8  # how near a word must be that stands for it
MAX_NEAREST_WORDS = 3  # words of texts that may stand for one that was typed
MAX_COMPARED_WORDS = 12  # words that are looked up to find these
MAX_TEXT_HITS = 50


def find_fuzzy_text(
    place: SearchScope, terms: SearchTerms, names: Vocabulary, texts: Vocabulary
) -> NearHits:
    """Return what is written nearly so, or in part."""
    if not terms.words or any(word.exact for word in terms.words):
        return NearHits({}, {}, frozenset())  # a phrase is meant as it stands
    words = longest_words(terms)
    texts.refresh()
    nearest = [_nearest_words(place, word, names, texts) for word in words]
    for label, group in _groups(nearest):
        expression = " AND ".join(_any_of(each) for each in group)
        scope = scope_expression(visible_columns(place.lens), expression)
        found = place.match(terms.narrow_expression(scope, place.lens), MAX_TEXT_HITS)
        if found:
            reason = Reason(label, " ".join(each[-1] for each in group))
            matched_words = frozenset(word for each in group for word in each[1:])
            return NearHits(dict.fromkeys(found, PART), dict.fromkeys(found, reason), matched_words)
    return NearHits({}, {}, frozenset())


def longest_words(terms: SearchTerms) -> list[str]:
    """Return the folded words of a query in order; of a long line the longest."""
    words = [fold(word.text) for word in terms.words]
    if len(words) <= MAX_QUERY_WORDS:
        return words
    words = list(dict.fromkeys(words))
    longest = sorted(words, key=lambda word: -len(word))[:MAX_QUERY_WORDS]
    return [word for word in words if word in longest]


def _nearest_words(
    place: SearchScope, word: str, names: Vocabulary, texts: Vocabulary
) -> list[str]:
    """Return a typed word, and the nearest words of the desk where it is none itself.

    A word that only stands above the ceiling is not proposed: it would be told.
    """
    if names.holds(word) or texts.holds(word) or len(word) < MIN_SLIP_LETTERS:
        return [word]
    matched_words = phonetic_word(word)
    near = names.near(matched_words) | texts.near(matched_words)
    best = sorted(
        (each for each in near if near[each] >= MIN_WORD_LIKENESS), key=lambda each: -near[each]
    )
    best = best[:MAX_COMPARED_WORDS]
    best = [each for each in best if place.match(_standing(place, each), 1)][:MAX_NEAREST_WORDS]
    return [word, *reversed(best)]  # the nearest last: it is the one that is told


def _standing(place: SearchScope, word: str) -> str:
    return scope_expression(visible_columns(place.lens), f'"{index_query(word)}"')


def _any_of(words: Sequence[str]) -> str:
    typed, *others = (f'"{index_query(word)}"' for word in words)
    return f"({' OR '.join((f'{typed}*', *others))})"


def _groups(nearest: Sequence[list[str]]) -> Iterator[tuple[str, Sequence[list[str]]]]:
    """Yield all words, then the most of them, never below half in number or letters."""
    yield "spelt alike", nearest
    most = _letters(nearest)
    for size in range(len(nearest) - 1, (len(nearest) - 1) // 2, -1):
        for group in combinations(nearest, size):
            if 2 * _letters(group) > most:  # a particle or an initial alone says nothing
                yield "in part", group


def _letters(group: Sequence[list[str]]) -> int:
    return sum(len(typed) for typed, *_ in group)
