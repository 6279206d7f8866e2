"""What a full text made anew would say, counted word by word instead of written; `verify` compares.

FTS5 keeps of each word how many records have it in a column, and how often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from db.search.index.fulltext import COLUMNS, Document
from db.search.index.word_splitter import splitter
from db.storage.sql import Row, Sql

_VIEW: Final = "temp.tally_of"


class WordTally:
    """Belongs to one kind."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql
        self._counts: list[Counter[str]] = [Counter() for _ in COLUMNS]
        self._records: list[Counter[str]] = [Counter() for _ in COLUMNS]

    def add(self, documents: Sequence[Document]) -> None:
        """Count what is to be said of some records."""
        words_of = splitter().words
        splitter().learn({text for _, *texts in documents for text in texts if not text.isascii()})
        columns: list[tuple[str, ...]] = [*zip(*documents, strict=True)][1:]
        for place, texts in enumerate(columns):
            every: list[str] = []
            once: list[str] = []
            for text in filter(None, texts):
                words = words_of(text)
                every += words
                once += set(words)
            self._counts[place].update(every)
            self._records[place].update(once)

    def differs_from(self, table: str) -> bool:
        """Say whether a full text says anything else; the tally is used up."""
        by_name = {
            name: (self._records[place], self._counts[place]) for place, name in enumerate(COLUMNS)
        }
        with kept_words(self._sql, table) as found:
            for term, column, records, count in found:
                wanted_records, wanted_count = by_name[column]
                if wanted_records.pop(term, 0) != records or wanted_count.pop(term, 0) != count:
                    return True
        return any(self._counts)


@contextmanager
def kept_words(sql: Sql, table: str) -> Iterator[Iterable[Row]]:
    """Give what a full text keeps: each word by column, in how many records and how often."""
    sql.run(f"CREATE VIRTUAL TABLE {_VIEW} USING fts5vocab('main', '{table}', 'col')")
    try:
        yield sql.stream(f"SELECT term, col, doc, cnt FROM {_VIEW}")
    finally:
        sql.run(f"DROP TABLE {_VIEW}")
