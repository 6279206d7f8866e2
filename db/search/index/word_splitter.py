"""How FTS5 takes folded texts apart into words, asked of FTS5 itself where a blank does not tell.

The sums of words and the tally that `verify` makes ask it. FTS5 is asked in memory, once for each
letter and for each word with letters that it does not keep, beside every desk.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from threading import Lock
from typing import Final

from db.search.index.fulltext import TOKENS
from db.storage.engine import in_memory

MAX_PLAIN_LETTERS: Final = 8_000  # of a text in which no word is too long for FTS5
MAX_KNOWN_WORDS: Final = 100_000  # taken apart, that are remembered


class WordSplitter:
    """One for the whole program, asked from any thread (`splitter`)."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sql = in_memory()
        self._letters: set[str] = set()  # letters that FTS5 was asked for
        self._plain = set(" ")  # and those that it keeps as they are
        self._tokens: dict[str, list[str]] = {}  # of words with others
        self._sql.run(f"CREATE VIRTUAL TABLE w USING fts5(word, content='', tokenize='{TOKENS}')")
        self._sql.run("CREATE VIRTUAL TABLE token USING fts5vocab('w', 'instance')")

    def learn(self, texts: Collection[str]) -> None:
        """Ask at once for the letters of these texts that were not met before."""
        fresh = set().union(*texts) - self._letters
        if fresh:
            with self._lock:
                tokens_of = self._ask(list(fresh))
                self._plain |= {each for each, tokens in tokens_of if tokens == [each]}
                self._letters |= fresh

    def words(self, text: str) -> list[str]:
        """Return the words that FTS5 finds in a folded text."""
        if len(text) < MAX_PLAIN_LETTERS:
            if text.isascii():
                return text.split()
            self.learn((text,))
            if self._plain.issuperset(text):
                return text.split()
        return self._taken_apart(text.split())

    def _taken_apart(self, words: Sequence[str]) -> list[str]:
        with self._lock:
            if len(self._tokens) > MAX_KNOWN_WORDS:
                self._tokens.clear()
            self._tokens.update(self._ask(list({*words} - self._tokens.keys())))
            return [token for word in words for token in self._tokens[word]]

    def _ask(self, words: Sequence[str]) -> Iterable[tuple[str, list[str]]]:
        """Return what FTS5 makes of each of these words."""
        if not words:
            return ()
        found: list[list[str]] = [[] for _ in words]
        self._sql.run_many("INSERT INTO w (rowid, word) VALUES (?,?)", enumerate(words))
        for at, token in self._sql.rows("SELECT doc, term FROM token ORDER BY doc, offset"):
            found[at].append(token)
        self._sql.run("INSERT INTO w (w) VALUES ('delete-all')")
        return zip(words, found, strict=True)


@cache
def splitter() -> WordSplitter:
    """Return the one of this program, made when it is first asked for."""
    return WordSplitter()
