"""The full-text tables, one a kind, and what they say; `indexing` writes them, `search` reads them.

A record's texts are gathered as fragments, each with a label (why a hit is a hit) and a marking.
The index has one column for the record's own names and one a marking for everything else, so that
a search under a ceiling never so much as touches what lies above it. The index keeps no text.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from db.changes.batches import insert_rows
from db.errors import Damaged
from db.lens import known_marking
from db.names import index_words
from db.names.folding import index_words_each
from db.progress import Progress
from db.search.index import relevance_rank
from db.search.index.index_sources import INDEX_SOURCES, REASON_SOURCES
from db.storage.engine import Row, Sql
from db.storage.id_lists import FIRST_LISTED, listed
from db.vocabulary.choices import MARKINGS
from db.vocabulary.kinds import KINDS

NAME = "name"
COLUMNS = (NAME, *MARKINGS)
TOKENS = "unicode61 remove_diacritics 0"  # how FTS5 finds the words in what is folded already
# A save writes a small piece of index and nothing more: merging the pieces takes tens of
# milliseconds at a time, and is done by `tidy` when nobody waits, or after so many pieces.
SETTINGS = (("automerge", 0), ("crisismerge", 256))
PARTS = ("data", "idx", "docsize", "config")  # in which FTS5 keeps a table without its texts
TIDY_PAGES = 64  # of the index that are merged in one step, some milliseconds
ONE, RUN, AMONG = "= ?1", "BETWEEN ?1 AND ?2", f"IN ({FIRST_LISTED})"  # of which records
# Of the number that the sum of a text begins with: its column, its source, and its record.
PLACE_BITS, SOURCE_BITS, SEED_MASK = 3, 8, 0xFFFFFFFF
FROM = re.compile(r"\bFROM (\w+)")

Document = tuple[int, *tuple[str, ...]]


class Fragment(NamedTuple):
    """A piece of a record's text: whose, what it is, how high it is marked, if it is a name."""

    record_id: int
    label: str
    text: str
    marking: int
    is_name: bool


def table(kind: str) -> str:
    """Return the full-text table of a kind."""
    return f"fts_{kind}"


def create(sql: Sql, name: str) -> None:
    """Make one empty full-text table."""
    sql.run(
        f"CREATE VIRTUAL TABLE {name} USING fts5({', '.join(COLUMNS)}, content='',"
        f" contentless_delete=1, prefix='1 2 3', tokenize='{TOKENS}')"
    )
    for setting, value in SETTINGS:
        _command(sql, name, setting, value)


def remove(sql: Sql, name: str) -> None:
    """Remove a full-text table, also one that FTS5 itself can make nothing of any more."""
    try:
        sql.run(f"DROP TABLE IF EXISTS {name}")
    except Damaged:
        sql.run("PRAGMA writable_schema = ON")
        sql.run("DELETE FROM sqlite_master WHERE name = ?", (name,))
        sql.run("PRAGMA writable_schema = RESET")
    for part in PARTS:
        sql.run(f"DROP TABLE IF EXISTS {name}_{part}")


def _command(sql: Sql, name: str, what: str, value: int) -> None:
    """Run one of FTS5's own commands or settings."""
    sql.run(f"INSERT INTO {name} ({name.rpartition('.')[2]}, rank) VALUES (?, ?)", (what, value))


def tidy(sql: Sql) -> bool:
    """Merge some of what many saves have left in pieces; says whether there was anything to do."""
    for kind in KINDS:
        before = sql.raw.total_changes
        _command(sql, table(kind), "merge", TIDY_PAGES)
        if sql.raw.total_changes - before > 1:  # FTS5: fewer than two mean nothing was merged
            return True
    return False


def merge_all(sql: Sql, progress: Progress | None = None) -> None:
    """Merge all pieces of each full text, so that nothing stays of what was taken out of it."""
    for done, kind in enumerate(KINDS):
        step = -TIDY_PAGES  # the first takes everything in, also what lies in one piece
        while True:
            if progress is not None:
                progress(done, len(KINDS))
            before = sql.raw.total_changes
            _command(sql, table(kind), "merge", step)
            if sql.raw.total_changes - before < 2:
                break
            step = TIDY_PAGES


def fragments(sql: Sql, kind: str, ids: Sequence[int]) -> list[Fragment]:
    """Return every piece of text of some records of one kind (500 at most), field by field."""
    return [
        Fragment(key, label, text, marking, REASON_SOURCES[at][1])
        for at, key, text, marking, label in _gather(sql, kind, ids, by_field=True)
    ]


def _gather(
    sql: Sql,
    kind: str,
    ids: Sequence[int],
    tables: frozenset[str] | None = None,
    *,
    by_field: bool = False,
) -> list[Row]:
    """Return what `INDEX_SOURCES` finds, in its order; a run of ids is asked by its ends."""
    if not ids:
        return []
    if len(ids) == 1:
        rows = sql.rows(source_statement(kind, ONE, tables, by_field), ids)
    elif list(ids) == list(range(ids[0], ids[0] + len(ids))):
        rows = sql.rows(source_statement(kind, RUN, tables, by_field), (ids[0], ids[-1]))
    else:
        rows = sql.rows(source_statement(kind, AMONG, tables, by_field), (listed(ids),))
    rows.sort(key=itemgetter(0))
    return rows


@lru_cache
def source_statement(
    kind: str, among: str, tables: frozenset[str] | None = None, by_field: bool = False
) -> str:
    """Return all of `INDEX_SOURCES` for some records as one statement, for a save has no time for
    a dozen.

    `among` is `ONE`, `RUN` or `AMONG`. With `tables` only what lies in one of these: of new records
    nothing else can.
    """
    parts = []
    for at, (label, _, kinds, statement) in enumerate(
        REASON_SOURCES if by_field else INDEX_SOURCES
    ):
        if kind in kinds and (tables is None or FROM.findall(statement)[0] in tables):
            literal = "" if label is None else f", '{label}'"
            parts.append(f"SELECT {at}, *{literal} FROM ({statement.replace('IN ({ids})', among)})")
    return " UNION ALL ".join(parts)


def documents(
    sql: Sql,
    kind: str,
    ids: Sequence[int],
    tables: frozenset[str] | None = None,
    names: list[str] | None = None,
    sums: dict[int, int] | None = None,
) -> list[Document]:
    """Return what the index says of each record: its id, then the folded words of each column.

    `tables` are those that rows of these records may lie in, if not all; `names` takes every name
    as it is written, `sums` of each record what its texts add up to (`text_sums`).
    """
    if sums is not None:
        sums.update(dict.fromkeys(ids, 0))
    texts = {key: [""] * len(COLUMNS) for key in ids}
    for at, key, text, marking, _ in _gather(sql, kind, ids, tables):
        columns = texts[key]
        place = 0 if INDEX_SOURCES[at][1] else 1 + known_marking(marking)
        if names is not None and not place:
            names.append(text)
        if sums is not None:
            seed = (key << SOURCE_BITS | at << PLACE_BITS | place) & SEED_MASK
            sums[key] += zlib.crc32(f"{text}".encode(), seed)
        columns[place] = f"{columns[place]} {text}" if columns[place] else text
    if len(texts) == 1:
        return [
            (key, *[index_words(text) if text else "" for text in columns])
            for key, columns in texts.items()
        ]
    folded = [index_words_each(column) for column in zip(*texts.values(), strict=True)]
    return [*zip(texts, *folded, strict=True)]


def insert_documents(sql: Sql, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add rows to a full-text table."""
    insert_rows(sql, name, ("rowid", *COLUMNS), rows)


def number_documents(rows: Iterable[Document], places: Mapping[int, int]) -> list[Document]:
    """Return documents with the numbers of their rows instead of the ids of their records."""
    number = relevance_rank.row_number
    return [(number(row[0], places[row[0]]), *row[1:]) for row in rows]
