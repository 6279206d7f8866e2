"""The near stage: names misspelt, heard, romanised otherwise or in another script, or in part.

Every typed word is answered by the nearest words of the desk's own names; records that bear such
words are then rated by their whole names. It proposes, after everything that is spelt as asked.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import NamedTuple

from db.names import index_query, script_of
from db.search.exact.exact_hits import SearchScope
from db.search.exact.hits import NEAR, PART, Reason
from db.search.exact.rank import in_office
from db.search.exact.search_terms import SearchTerms, scope_expression
from db.search.fuzzy.interpretations import (
    GLUED,
    MAX_LITERAL_LETTERS,
    Interpretation,
    QueryReading,
    interpretations_of,
    query_words,
)
from db.search.fuzzy.syllables import syllable_ways
from db.search.fuzzy.term_cache import Vocabulary
from db.search.index.fulltext import NAME
from db.storage.id_lists import LISTED, listed
from db.vocabulary.kinds import NAMED_KINDS

MAX_FUZZY_HITS = 50  # hits of this stage at most
TOGETHER, WORD_SEPARATORS = 200, 100  # candidates that answer all words, or some of them
MAX_SINGLE_WORDS = 3  # words that are looked for without the others, the heaviest
MIN_NAME_LIKENESS = 0.75  # from here on a name is called alike
# Letters of a name that is told whole; of a longer one the words that answered.
MAX_REASON_NAME_LETTERS = 60
OWN_SCRIPT = 0.1  # how much better a name in another script must answer to be told instead
BEHIND = 0.001  # how far behind another a hit is put that must not stand before it
SPARE_OF_ONE = 0.8  # what of it is given back where one word was asked for
LAST_WORD = 0.01
SPARE = 0.03  # what each word of a name that nobody asked for takes off
MOST_SPARE, MOST_SPARE_ACROSS = 3, 12  # in a long title some word sounds like any other


class Rated(NamedTuple):
    """A candidate's best name: how well it answers, the name as written, the words that did."""

    rating: float
    text: str
    words: frozenset[str]
    spare: float = 0.0  # what words that nobody asked for took off


@dataclass(frozen=True, slots=True)
class NearHits:
    """Ids with their fit, best first; why each is one; the words that answered."""

    fits: dict[int, int]
    reasons: dict[int, Reason]
    matched_words: frozenset[str]


NO_NEAR_HITS = NearHits({}, {}, frozenset())


def rate_near_names(
    place: SearchScope, terms: SearchTerms, vocabulary: Vocabulary, known: Container[int]
) -> dict[int, Rated]:
    """Return what is called nearly so, beside what is known already."""
    found: dict[int, Rated] = {}
    ways = chain(
        interpretations_of(terms, vocabulary), syllable_ways(query_words(terms), vocabulary)
    )
    for way in ways:
        rated = _candidates(place, terms, way, vocabulary, known)
        hits = {key: each for key, each in rated.items() if each.rating >= way.least}
        if len(way.answers) == 1:
            hits = {key: _of_one_word(each) for key, each in hits.items()}
        if way.is_second:
            hits = _behind(hits, found)
        found |= better(found, hits)
    return found


def _of_one_word(hit: Rated) -> Rated:
    """Return a hit of one word: how many others stand by says little, a family name more."""
    is_last = index_query(hit.text).rpartition(" ")[2] in hit.words
    return hit._replace(rating=hit.rating + SPARE_OF_ONE * hit.spare + LAST_WORD * is_last)


def _behind(hits: Mapping[int, Rated], found: Mapping[int, Rated]) -> dict[int, Rated]:
    """Return hits rated below what is surely found already."""
    last = min(
        (each.rating for each in found.values() if each.rating >= MIN_NAME_LIKENESS), default=2.0
    )
    return {
        key: each._replace(rating=min(each.rating, last - BEHIND)) for key, each in hits.items()
    }


def better(one: Mapping[int, Rated], other: Mapping[int, Rated]) -> dict[int, Rated]:
    """Return those of others that are rated better than in the one, or only there."""
    return {
        key: each for key, each in other.items() if key not in one or each.rating > one[key].rating
    }


def find_fuzzy_names(
    place: SearchScope, rated: Mapping[int, Rated], terms: SearchTerms, known: Mapping[int, int]
) -> NearHits:
    """Return the hits among what was rated, best first.

    Where something is called or written so, rough guesses would only stand in the way.
    """
    least = MIN_NAME_LIKENESS if known else 0.0
    hits = {key: each for key, each in rated.items() if each.rating >= least and key not in known}
    if not hits:
        return NO_NEAR_HITS
    serving = in_office(place.sql, place.kind, list(hits), place.lens)
    order = sorted(hits, key=lambda key: (-round(hits[key].rating, 3), key not in serving))
    best = order[:MAX_FUZZY_HITS]
    script = script_of(terms.text())
    return NearHits(
        {key: NEAR if hits[key].rating >= MIN_NAME_LIKENESS else PART for key in best},
        {key: _reason(hits[key], script) for key in best},
        frozenset(word for key in best for word in hits[key].words),
    )


def _widen(answers: Sequence[Interpretation], vocabulary: Vocabulary) -> bool:
    """Take words of the desk for slips as well, as Marc for Marco; says whether any was."""
    known = [
        each
        for each in answers
        if each.is_known and len(each.query_word.word) > MAX_LITERAL_LETTERS
    ]
    for answer in known:
        answer.near |= vocabulary.near(
            answer.query_word, is_begun=answer.is_last, is_beside=len(answers) > 1
        )
        answer.rates.clear()
    return bool(known)


def _candidates(
    place: SearchScope,
    terms: SearchTerms,
    way: QueryReading,
    vocabulary: Vocabulary,
    known: Container[int],
) -> dict[int, Rated]:
    """Return records whose names answer all words; where none surely does, also the most."""
    rated: dict[int, Rated] = {}
    answers = way.answers
    heaviest_first = sorted(answers, key=lambda each: -each.weight)

    def look(group: Sequence[Interpretation], limit: int) -> bool:
        """Rate what a group of words finds; says whether something is called so for sure."""
        expression = " AND ".join(answer.expression() for answer in group)
        found = place.match(
            terms.narrow_expression(scope_expression((NAME,), expression), place.lens), limit
        )
        fresh = [key for key in found if key not in known and key not in rated]
        rated.update(_rate(place, fresh, heaviest_first))
        return any(each.rating >= MIN_NAME_LIKENESS for each in rated.values())

    if look(answers, TOGETHER) or way.is_whole:
        return rated
    if _widen(answers, vocabulary) and look(answers, TOGETHER):
        return rated
    for group in _groups(heaviest_first):
        look(group, WORD_SEPARATORS)
    return rated


def _groups(answers: Sequence[Interpretation]) -> Iterator[Sequence[Interpretation]]:
    """Yield the first, heaviest words without the others: the most of them, down to each alone."""
    heavy = answers[:MAX_SINGLE_WORDS]
    for size in range(len(heavy) - (len(heavy) == len(answers)), 0, -1):
        yield from combinations(heavy, size)


def _rate(
    place: SearchScope, ids: Sequence[int], answers: Sequence[Interpretation]
) -> dict[int, Rated]:
    """Return the best name of each candidate."""
    best: dict[int, Rated] = {}
    # Namesakes are many where it takes long.
    rates: dict[str, tuple[float, frozenset[str], float]] = {}
    script = answers[0].query_word.script
    for key, text, folded in _names(place, ids):
        if folded not in rates:
            rates[folded] = rate(folded.split(), answers)
        rating, words, spare = rates[folded]
        known = best.get(key)
        if known is None or _order(rating, text, script) > _order(known.rating, known.text, script):
            best[key] = Rated(rating, text, words, spare)
    return best


def _order(rating: float, text: str, script: str) -> float:
    """Return a name in the script that was typed tells a reader more than its like in another."""
    return rating + (OWN_SCRIPT if script_of(text) == script else 0.0)


def _names(place: SearchScope, ids: Sequence[int]) -> Iterator[tuple[int, str, str]]:
    """Yield every name of some records: id, as written, folded."""
    if not ids:
        return
    wanted = (listed(ids),)
    statement = f"SELECT record_id, text, folded FROM name WHERE record_id IN ({LISTED})"
    yield from place.sql.rows(statement, wanted)
    if place.kind not in NAMED_KINDS:
        statement = f"SELECT id, title, fold(title) FROM record WHERE id IN ({LISTED})"
        yield from place.sql.rows(statement, wanted)


def rate(
    name: Sequence[str], answers: Sequence[Interpretation]
) -> tuple[float, frozenset[str], float]:
    """Say how well the words of a name answer what was typed, the heaviest first, which did, and
    what the others took off.

    Each word answers once, save that two typed words may have been one.
    """
    free = list(name)
    words: set[str] = set()
    reached = total = 0.0
    for answer in answers:
        total += answer.weight
        near, best = 0.0, ""
        for word in free:
            rating = answer.rate(word)
            if rating > near:
                near, best = rating, word
        if near:
            free.remove(best)
            words.add(best)
        elif any(answer.near.get(word) == GLUED for word in words):
            near = GLUED  # half of a word that another typed word has taken
        reached += near * answer.weight
    is_across = any(answer.query_word.latin != answer.query_word.word for answer in answers)
    spare = SPARE * min(MOST_SPARE_ACROSS if is_across else MOST_SPARE, len(free))
    return (reached / total - spare if total else 0.0), frozenset(words), spare


def _reason(rated: Rated, script: str) -> Reason:
    text = rated.text
    if len(text) > MAX_REASON_NAME_LETTERS:
        text = " ".join(word for word in index_query(text).split() if word in rated.words)
    if script_of(rated.text) != script:
        return Reason("sounds like", text)
    return Reason("spelt alike" if rated.rating >= MIN_NAME_LIKENESS else "in part", text)
