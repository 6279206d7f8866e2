"""What each record gave the full text, as two numbers, so that whole desks are proved by adding up.

`text_sum` has of each record the sum of the texts that were handed to the full text, and the sum of
the words that FTS5 made of them. `indexing` writes both with the document. `verify` adds up what
the rows say now by one statement a source, and what FTS5 keeps word by word: where both come to
what is stored, nothing needs to be folded and counted. Row 0 has the sum of the vocabulary.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from operator import add
from typing import Final

from db.lens import marking_sql
from db.search.index.fulltext import COLUMNS, PLACE_BITS, SEED_MASK, SOURCE_BITS, Document, table
from db.search.index.index_sources import INDEX_SOURCES
from db.search.index.word_splitter import MAX_PLAIN_LETTERS, splitter
from db.search.index.word_tally import kept_words
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.vocabulary.kinds import KINDS

MASK: Final = (1 << 38) - 1  # of a sum, so that those of many millions can be added in SQL
VOCABULARY: Final = 0  # the row that is no record's
_RECORDS_PART: Final = 7_919  # by which records with a word count, beside how often it stands
_WEIGHTS: Final = tuple(2 * place + 1 for place in range(len(COLUMNS)))
_OF_SOME: Final = re.compile(r"[\w.]+ IN \(\{ids\}\)")
_TERM: Final = "crc32(CAST(concat_ws(char(31), is_name, word, sounds) AS BLOB))"

_crc32 = lru_cache(1 << 16)(lambda word: zlib.crc32(word.encode()))


def keep(sql: Sql, documents: Sequence[Document], texts: dict[int, int]) -> None:
    """Store the sums of documents that were just written; `texts` are those of their texts."""
    words = sums_of_words(documents)
    sql.run_many(
        "INSERT OR REPLACE INTO text_sum (id, texts, words) VALUES (?,?,?)",
        [(row[0], texts[row[0]] & MASK, each) for row, each in zip(documents, words, strict=True)],
    )


def forget(sql: Sql, ids: Collection[int]) -> None:
    """Remove the sums of deleted records."""
    sql.run(f"DELETE FROM text_sum WHERE id IN ({LISTED})", (listed(ids),))


def sums_of_words(documents: Iterable[Document]) -> list[int]:
    """Return of each document the sum of its words, as FTS5 takes it apart."""
    columns = [*zip(*documents, strict=True)][1:]  # the first are ids
    totals: list[int] = []
    for weight, texts in zip(_WEIGHTS, columns, strict=True):
        if any(texts):
            sums = [weight * _sum_of_text(text) if text else 0 for text in texts]
            totals = [*map(add, totals, sums)] if totals else sums
    return [total & MASK for total in totals or [0] * len(columns[0])] if columns else []


def _sum_of_text(text: str) -> int:
    words = _words_of(text)
    every = sum(map(_crc32, words))
    once = {*words}
    each = every if len(once) == len(words) else sum(map(_crc32, once))
    return every + _RECORDS_PART * each


def _words_of(text: str) -> list[str]:
    """Return the words of a text; FTS5 is not so much as loaded for one in plain letters."""
    is_plain = text.isascii() and len(text) < MAX_PLAIN_LETTERS
    return text.split() if is_plain else splitter().words(text)


def note_terms(sql: Sql, rows: Iterable[tuple[int, str, str]], sign: int = 1) -> None:
    """Add rows of the vocabulary to its sum, or take them from it."""
    total = sign * sum(zlib.crc32("\x1f".join((str(n), *row)).encode()) for n, *row in rows)
    sql.run(
        "INSERT INTO text_sum (id, texts, words) VALUES (?1, 0, ?2) ON CONFLICT (id)"
        " DO UPDATE SET words = (words + ?2) & ?3",
        (VOCABULARY, total & MASK, MASK),
    )


def are_kept(sql: Sql) -> bool:
    """Say whether the full text and the vocabulary are proved to be what the rows say."""
    sums = "SELECT sum(texts), sum(words) FROM text_sum WHERE id <> ?"
    texts, words = (int(each or 0) & MASK for each in sql.rows(sums, (VOCABULARY,))[0])
    stored = sql.value("SELECT words FROM text_sum WHERE id = ?", (VOCABULARY,)) or 0
    vocabulary = sql.value(f"SELECT sum({_TERM}) FROM term") or 0
    return (
        vocabulary & MASK == stored
        and sum(int(sql.value(each) or 0) for each in _texts_now()) & MASK == texts
        and sum(_sum_of_words(sql, kind) for kind in KINDS) & MASK == words
    )


def _sum_of_words(sql: Sql, kind: str) -> int:
    weights = dict(zip(COLUMNS, _WEIGHTS, strict=True))
    with kept_words(sql, table(kind)) as found:
        return sum(
            weights[column] * zlib.crc32(term.encode()) * (count + _RECORDS_PART * records)
            for term, column, records, count in found
        )


@cache
def _texts_now() -> tuple[str, ...]:
    """Return what adds up each source's texts of all records, as `fulltext.documents` does."""
    found = []
    for at, (label, is_name, _, statement) in enumerate(INDEX_SOURCES):
        names = "id, text, marking" if label is not None else "id, text, marking, label"
        place = "0" if is_name else f"1 + {marking_sql('marking')}"
        seed = f"(id << {SOURCE_BITS} | {at << PLACE_BITS} | ({place})) & {SEED_MASK}"
        text = f"crc32(CAST(ifnull(text, '') AS BLOB), {seed})"
        every = _OF_SOME.sub("1", statement)
        found.append(f"WITH found({names}) AS ({every}) SELECT sum({text}) FROM found")
    return tuple(found)
