"""The nearest names where a search finds nothing at all; the empty list offers them.

Asked by people, not at every key: first the same words without filters and exactness, then the
names whose words are least unlike, however unlike they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from db.chunks import chunks, marks
from db.fulltext import NAME
from db.names.hearing import heard_words
from db.query import Query, parse_query
from db.search.asked import scoped
from db.search.strict import Place
from db.search.vocabulary import Vocabulary

SHOWN = 6
LOOKED_AT = 300  # records whose names are compared
WORDS = 4  # words typed that are looked at
LEAST = 45  # of a hundred: with less a name only looks odd beside what was typed
CLOSEST = 12  # words of the desk that may stand for each


def loosened(query: Query) -> Query:
    """The same words, without filters, exactness and what is kept out.

    >>> loosened(parse_query('"dar" -munir country:pk')).text_of()
    'dar'
    """
    typed = parse_query(query.text)
    words = [replace(word, exact=False, prefix=True) for word in typed.words if not word.excluded]
    return Query(tuple(words), text=" ".join(word.text for word in words))


def least_unlike(place: Place, query: Query, vocabulary: Vocabulary) -> list[int]:
    """The records whose names are least unlike what is asked, the likest first."""
    texts = [word for each in query.words for word in heard_words(each.text)][:WORDS]
    if not texts:
        return []
    vocabulary.refresh()
    close = dict.fromkeys(word for each in texts for word in vocabulary.least_unlike(each, CLOSEST))
    if not close:
        return []
    expression = " OR ".join(f'"{word}"' for word in close)
    ids = place.match(scoped((NAME,), expression), LOOKED_AT)
    asked = " ".join(each.latin or each.word for each in texts)
    rated = _rated(place, ids, asked)
    near = [key for key in ids if rated.get(key, 0.0) >= LEAST]
    return sorted(near, key=lambda key: -rated[key])[:SHOWN]


def _rated(place: Place, ids: Sequence[int], asked: str) -> dict[int, float]:
    rated: dict[int, float] = {}
    for part in chunks(ids):
        rows = place.sql.rows(
            f"SELECT id, fold(title) FROM record WHERE id IN ({marks(len(part))})", part
        )
        rated.update((key, fuzz.WRatio(asked, folded)) for key, folded in rows)
    return rated
