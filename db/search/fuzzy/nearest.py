"""The nearest names where a search finds nothing at all; the empty list offers them.

Asked by people, not at every key: first the same words without filters and exactness, then the
names whose words are least unlike, however unlike they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from db.names.phonetics.phonetic_words import PhoneticWord, nearness, phonetic_word, phonetic_words
from db.query import Query, parse_query
from db.search.exact.exact_hits import SearchScope
from db.search.exact.search_terms import scope_expression
from db.search.fuzzy.term_cache import Vocabulary
from db.search.index.fulltext import NAME
from db.storage.id_lists import FIRST_LISTED, listed

MAX_NEAREST_NAMES = 6
MAX_COMPARED_RECORDS = 300  # records whose names are compared
MAX_QUERY_WORDS = 4  # words typed that are looked at
MIN_LIKENESS = 0.55  # with less a name only looks odd beside what was typed
SOUNDS_ALIKE = 0.75  # from here on a like sound tells more than the letters
MAX_WORDS_A_WORD = 12  # words of the desk that may stand for each


def loosen_query(query: Query) -> Query:
    """Return the same words, without filters, exactness and what is kept out.

    >>> loosen_query(parse_query('"dar" -munir country:pk')).text_of()
    'dar'
    """
    typed = parse_query(query.text)
    words = [replace(word, exact=False, prefix=True) for word in typed.words if not word.excluded]
    return Query(tuple(words), text=" ".join(word.text for word in words))


def nearest_at_all(place: SearchScope, query: Query, vocabulary: Vocabulary) -> list[int]:
    """Return the records whose names are least unlike what is asked, the likest first."""
    texts = [word for each in query.words for word in phonetic_words(each.text)][:MAX_QUERY_WORDS]
    if not texts:
        return []
    vocabulary.refresh()
    close = dict.fromkeys(
        word for each in texts for word in vocabulary.nearest_at_all(each, MAX_WORDS_A_WORD)
    )
    if not close:
        return []
    expression = " OR ".join(f'"{word}"' for word in close)
    ids = place.match(scope_expression((NAME,), expression), MAX_COMPARED_RECORDS)
    rated = _rate(place, ids, texts)
    near = [key for key in ids if rated.get(key, 0.0) >= MIN_LIKENESS]
    return sorted(near, key=lambda key: -rated[key])[:MAX_NEAREST_NAMES]


def _rate(
    place: SearchScope, ids: Sequence[int], query_words: Sequence[PhoneticWord]
) -> dict[int, float]:
    rated: dict[int, float] = {}
    if not ids:
        return rated
    for key, folded in place.sql.rows(
        f"SELECT record_id, folded FROM name WHERE record_id IN ({FIRST_LISTED})"
        f" UNION ALL SELECT id, fold(title) FROM record WHERE id IN ({FIRST_LISTED})",
        (listed(ids),),
    ):
        rated[key] = max(likeness(query_words, folded), rated.get(key, 0.0))
    return rated


def likeness(query_words: Sequence[PhoneticWord], folded: str) -> float:
    """Say how like a folded name is what was typed, 0 to 1: word by word, or all of it as one.

    >>> dar = phonetic_words("dar")
    >>> likeness(dar, "pakistan army") < MIN_LIKENESS < likeness(dar, "daar")
    True
    """
    words = [phonetic_word(word) for word in folded.split()]
    if not query_words or not words:
        return 0.0
    by_word = sum(max(_alike(each, word) for word in words) for each in query_words) / len(
        query_words
    )
    whole = "".join(each.latin or each.word for each in query_words)
    as_one = OSA.normalized_similarity(whole, "".join(word.latin or word.word for word in words))
    return max(by_word, as_one)


def _alike(query_word: PhoneticWord, word: PhoneticWord) -> float:
    spelt = OSA.normalized_similarity(query_word.latin or query_word.word, word.latin or word.word)
    sounds = nearness(query_word, word)
    return max(spelt, sounds if sounds >= SOUNDS_ALIKE else 0.0)
