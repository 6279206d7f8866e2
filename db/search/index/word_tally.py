"""What a full text made anew would say, counted word by word instead of written; `verify` compares.

FTS5 keeps of each word how many records have it in a column, and how often. A word of letters that
it keeps as they are is one of its words; it is asked for each letter once, and for other words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from db.search.index.fulltext import COLUMNS, TOKENS, Document
from db.storage.sql import Sql

MAX_PLAIN_LETTERS: Final = 8_000  # of a text in which no word is too long for FTS5
_TABLE: Final = "temp.tally_word"
_VIEW: Final = "temp.tally_token"


class WordTally:
    """Belongs to one kind; `close` takes away what it keeps beside the desk."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql
        self._counts: list[Counter[str]] = [Counter() for _ in COLUMNS]
        self._records: list[Counter[str]] = [Counter() for _ in COLUMNS]
        self._letters: set[str] = set()  # letters that FTS5 was asked for
        self._plain = set(" ")  # and those that it keeps as they are
        self._tokens: dict[str, list[str]] = {}  # of words with others
        sql.run(f"CREATE VIRTUAL TABLE {_TABLE} USING fts5(word, content='', tokenize='{TOKENS}')")
        name = _TABLE.removeprefix("temp.")
        sql.run(f"CREATE VIRTUAL TABLE {_VIEW} USING fts5vocab('temp', '{name}', 'instance')")

    def close(self) -> None:
        """Take away the tables by which words were taken apart."""
        for name in (_VIEW, _TABLE):
            self._sql.run(f"DROP TABLE IF EXISTS {name}")

    def add(self, documents: Sequence[Document]) -> None:
        """Count what is to be said of some records."""
        self._learn({text for _, *texts in documents for text in texts if not text.isascii()})
        columns: list[tuple[str, ...]] = [*zip(*documents, strict=True)][1:]
        for place, texts in enumerate(columns):
            every: list[str] = []
            once: list[str] = []
            for text in filter(None, texts):
                words = text.split()
                if not self._is_plain(text):
                    words = self._taken_apart(words)
                every += words
                once += set(words)
            self._counts[place].update(every)
            self._records[place].update(once)

    def _learn(self, texts: set[str]) -> None:
        """Ask FTS5 for letters that were not met before whether it keeps each as it stands."""
        fresh = set().union(*texts) - self._letters
        self._letters |= fresh
        self._plain |= {each for each, tokens in self._ask(list(fresh)) if tokens == [each]}

    def _is_plain(self, text: str) -> bool:
        """Say whether FTS5 finds in a text just the words between its blanks."""
        is_short = len(text) < MAX_PLAIN_LETTERS
        return is_short and (text.isascii() or self._plain.issuperset(text))

    def _taken_apart(self, words: Sequence[str]) -> list[str]:
        self._tokens.update(self._ask(list({*words} - self._tokens.keys())))
        return [token for word in words for token in self._tokens[word]]

    def _ask(self, words: Sequence[str]) -> Iterable[tuple[str, list[str]]]:
        """Return what FTS5 makes of each of these words."""
        if not words:
            return ()
        sql, name = self._sql, _TABLE.removeprefix("temp.")
        found: list[list[str]] = [[] for _ in words]
        sql.run_many(f"INSERT INTO {_TABLE} (rowid, word) VALUES (?,?)", enumerate(words))
        for at, token in sql.rows(f"SELECT doc, term FROM {_VIEW} ORDER BY doc, offset"):
            found[at].append(token)
        sql.run(f"INSERT INTO {_TABLE} ({name}) VALUES ('delete-all')")
        return zip(words, found, strict=True)

    def differs_from(self, table: str) -> bool:
        """Say whether a full text says anything else; the tally is used up."""
        view = "temp.tally_of"
        self._sql.run(f"CREATE VIRTUAL TABLE {view} USING fts5vocab('main', '{table}', 'col')")
        try:
            return self._differs(f"SELECT term, col, doc, cnt FROM {view}")
        finally:
            self._sql.run(f"DROP TABLE {view}")

    def _differs(self, statement: str) -> bool:
        by_name = {
            name: (self._records[place], self._counts[place]) for place, name in enumerate(COLUMNS)
        }
        for term, column, records, count in self._sql.stream(statement):
            wanted_records, wanted_count = by_name[column]
            if wanted_records.pop(term, 0) != records or wanted_count.pop(term, 0) != count:
                return True
        return any(self._counts)
