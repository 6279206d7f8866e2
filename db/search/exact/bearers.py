"""Who bears words of a name, each in one of its spellings, and has other words elsewhere.

Matching asks it, which knows how each word of a text may be written: nothing is guessed here, and
the words that stand elsewhere, as an office does, are found in the index as quickly as the name.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from db.lens import Lens
from db.names import index_query
from db.query import Filter, Query
from db.search.exact.exact_hits import place_of
from db.search.exact.search_terms import scope_expression, visible_columns
from db.search.index.fulltext import NAME
from db.storage.engine import Sql


def find_bearers(
    sql: Sql,
    kind: str,
    name: Sequence[Collection[str]],
    lens: Lens,
    limit: int,
    *,
    elsewhere: Sequence[str] = (),
    country: str = "",
) -> list[int]:
    """Return the records whose names hold one of the spellings of each word, those that matter now
    first; a single letter is an initial.

    `elsewhere` are words that stand anywhere in the record, in the plural as well. All that begin
    with one would have to be gathered first, which takes milliseconds where these are thousands.
    """
    words = [_any_of(spellings) for spellings in name]
    if not words or not all(words):
        return []
    expression = scope_expression((NAME,), " AND ".join(words))
    others = [_any_of([word, f"{word}s"]) for word in elsewhere]
    if others:
        expression += f" AND {scope_expression(visible_columns(lens), ' AND '.join(others))}"
    query = Query(filters=(Filter("country", country),) if country else ())
    return place_of(sql, kind, query, lens, limit).match(expression, limit)


def _any_of(spellings: Collection[str]) -> str:
    """Return any of some spellings as FTS5 writes it; '' for none.

    >>> _any_of(["m"]), _any_of(["sergey", "sergei"]), _any_of([])
    ('("m"*)', '("sergey" OR "sergei")', '')
    """
    texts = [text for each in spellings if (text := index_query(each))]
    terms = [f'"{text}"*' if len(text) == 1 and text.isascii() else f'"{text}"' for text in texts]
    return f"({' OR '.join(terms)})" if terms else ""
