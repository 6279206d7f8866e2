"""The vocabulary of a desk: every word of its names with its consonants, every word of its texts.

`fulltext` notes the words of what it writes; search asks for the words near to a misspelt one, or
to one in another script. A word stays when the last record that bore it goes: it then leads
nowhere, and `verify --rebuild` forgets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.names.phonetics.phonetic_words import PhoneticWord, name_words, phonetic_word
from db.search.index import text_sums
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed

MAX_WORD_LETTERS = 40  # letters of a word that is kept: what is longer is no word
MIN_TEXT_WORD_LETTERS = 4


def note_names(sql: Sql, names: Iterable[str], known: set[str]) -> None:
    """Keep the words of some names; `known` are names noted before in the same work."""
    words = _new_words(names, known)
    missing = _missing(sql, list(words), is_name=1)
    _insert(sql, [(1, word, sounds_of(phonetic_word(words[word]))) for word in missing])


def count_missing(sql: Sql, names: Iterable[str], known: set[str]) -> int:
    """Say how many words of these names are not kept."""
    return len(_missing(sql, list(_new_words(names, known)), is_name=1))


def _new_words(names: Iterable[str], known: set[str]) -> dict[str, str]:
    """Return the words of names not met before as they are written, by their folded form."""
    found: dict[str, str] = {}
    for name in names:
        for piece in name.split():
            if piece not in known:
                known.add(piece)
                for word, raw in name_words(piece):
                    if len(word) <= MAX_WORD_LETTERS:
                        found.setdefault(word, raw)
    return found


def note_texts(sql: Sql, folded: Iterable[str], known: set[str]) -> None:
    """Keep the words of folded texts, as far as they are words."""
    words: set[str] = set()
    for text in folded:
        words.update(text.split())
    words -= known
    known |= words
    terms = [
        w for w in words if MIN_TEXT_WORD_LETTERS <= len(w) <= MAX_WORD_LETTERS and w.isalpha()
    ]
    _insert(sql, [(0, word, "") for word in _missing(sql, terms, is_name=0)])


def sounds_of(phonetic: PhoneticWord) -> str:
    """Return the consonants of a word as they are stored."""
    return " ".join(phonetic.keys)


def _missing(sql: Sql, words: Sequence[str], *, is_name: int) -> list[str]:
    if not words:
        return []
    statement = f"SELECT word FROM term WHERE is_name = ? AND word IN ({LISTED})"
    there = {row[0] for row in sql.rows(statement, (is_name, listed(words)))}
    return [word for word in words if word not in there]


def _insert(sql: Sql, rows: list[tuple[int, str, str]]) -> None:
    if rows:
        sql.run_many("INSERT INTO term (is_name, word, sounds) VALUES (?,?,?)", rows)
        text_sums.note_terms(sql, rows)


def remove(sql: Sql, words: Iterable[str]) -> None:
    """Remove words, of names as of texts."""
    values = (listed(words),)
    rows = sql.rows(f"SELECT is_name, word, sounds FROM term WHERE word IN ({LISTED})", values)
    sql.run(f"DELETE FROM term WHERE word IN ({LISTED})", values)
    text_sums.note_terms(sql, ((n, word, sounds) for n, word, sounds in rows), -1)
