"""The full-text tables, one a kind, kept in step with the records; `search` reads them.

A record's texts are gathered as fragments, each with a label (why a hit is a hit) and a marking.
The index has one column for the record's own names and one a marking for everything else, so that
a search under a ceiling never so much as touches what lies above it. The index keeps no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from db.batches import insert_rows
from db.chunks import chunks, marks
from db.engine import Sql
from db.gathering import GATHER
from db.history import Work
from db.names import index_words
from db.records import KINDS
from db.words import MARKINGS

NAME = "name"
COLUMNS = (NAME, *MARKINGS)
# A save writes a small piece of index and nothing more: merging the pieces takes tens of
# milliseconds at a time, and is done by `tidy` when nobody waits, or after so many pieces.
SETTINGS = (("automerge", 0), ("crisismerge", 256))
TIDY_PAGES = 64  # of the index that are merged in one step, some milliseconds
EVERY = 1 << 40  # a name that is marked otherwise must not wait to be found or hidden
FROM = re.compile(r"\bFROM (\w+)")
TABLES = re.compile(r"\b(?:FROM|JOIN) (\w+)")
WORD = re.compile(r"\w+")
INLINE = 300  # records written again at once after a change of a name that others repeat


class Noted(NamedTuple):
    """Words met before in the same work, which need not be looked up again: of names, of texts."""

    names: set[str]
    texts: set[str]


class Fragment(NamedTuple):
    """A piece of a record's text: whose, what it is, how high it is marked, if it is a name."""

    record_id: int
    label: str
    text: str
    marking: int
    is_name: bool


def table(kind: str) -> str:
    """The full-text table of a kind."""
    return f"fts_{kind}"


def create(sql: Sql, name: str) -> None:
    """Make one empty full-text table."""
    sql.run(
        f"CREATE VIRTUAL TABLE {name} USING fts5({', '.join(COLUMNS)}, content='',"
        " contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0')"
    )
    for setting, value in SETTINGS:
        _command(sql, name, setting, value)


def _command(sql: Sql, name: str, what: str, value: int) -> None:
    """One of FTS5's own commands or settings."""
    sql.run(f"INSERT INTO {name} ({name.rpartition('.')[2]}, rank) VALUES (?, ?)", (what, value))


def tidy(sql: Sql) -> bool:
    """Merge some of what many saves have left in pieces; says whether there was anything to do."""
    for kind in KINDS:
        before = sql.raw.total_changes
        _command(sql, table(kind), "merge", TIDY_PAGES)
        if sql.raw.total_changes - before > 1:  # FTS5: fewer than two mean nothing was merged
            return True
    return False


def fragments(sql: Sql, kind: str, ids: Sequence[int]) -> list[Fragment]:
    """Every piece of text of some records of one kind (500 at most)."""
    rows = sql.rows(_gathering(kind, len(ids)), ids)
    rows.sort(key=itemgetter(0))
    return [
        Fragment(key, label, text, marking, GATHER[at][1]) for at, key, text, marking, label in rows
    ]


@lru_cache
def _gathering(kind: str, count: int, tables: frozenset[str] | None = None) -> str:
    """All of `GATHER` for so many records as one statement; a save has no time for a dozen.

    With `tables` only what lies in one of these: of new records nothing else can.
    """
    ids = ",".join(f"?{place}" for place in range(1, count + 1))
    parts = []
    for at, (label, _, kinds, statement) in enumerate(GATHER):
        if kind in kinds and (tables is None or FROM.findall(statement)[0] in tables):
            given = "" if label is None else f", '{label}'"
            parts.append(f"SELECT {at}, *{given} FROM ({statement.format(ids=ids)})")
    return " UNION ALL ".join(parts)


def documents(
    sql: Sql,
    kind: str,
    ids: Sequence[int],
    tables: frozenset[str] | None = None,
    names: list[str] | None = None,
) -> list[tuple[int, *tuple[str, ...]]]:
    """The rows of the index: id, then the folded words of each column.

    `tables` are those that rows of these records may lie in, if not all; `names` takes every name
    as it is written.
    """
    texts = {key: [""] * len(COLUMNS) for key in ids}
    rows = sql.rows(_gathering(kind, len(ids), tables), ids)
    rows.sort(key=itemgetter(0))
    for at, key, text, marking, _ in rows:
        columns = texts[key]
        place = 0 if GATHER[at][1] else 1 + marking
        if names is not None and not place:
            names.append(text)
        columns[place] = f"{columns[place]}\n{text}" if columns[place] else text
    return [
        (key, *[index_words(text) if text else "" for text in columns])
        for key, columns in texts.items()
    ]


def insert_documents(sql: Sql, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add rows to a full-text table."""
    insert_rows(sql, name, ("rowid", *COLUMNS), rows)


def _index(
    sql: Sql, kind: str, ids: Sequence[int], noted: Noted, tables: frozenset[str] | None = None
) -> None:
    """Add the documents of some records (500 at most) and keep their words."""
    from db import terms  # here: what hears names takes its time to load, and a start has none

    names: list[str] = []
    rows = documents(sql, kind, ids, tables, names)
    insert_documents(sql, table(kind), rows)
    terms.note_names(sql, names, noted.names)
    terms.note_texts(sql, _texts(rows), noted.texts)


def _texts(rows: Sequence[tuple[Any, ...]]) -> Iterator[str]:
    """What is written of records beside their names."""
    for _, _, *texts in rows:
        yield from filter(None, texts)


def keep_in_step(work: Work) -> None:
    """Write the index for every record a change touched; queue those that only repeat a name."""
    by_kind: dict[str, list[int]] = {}
    for key, kind in work.records.items():
        by_kind.setdefault(kind, []).append(key)
    says_otherwise = is_text_written(work)
    for kind, ids in by_kind.items():
        append(work.sql, kind, [key for key in ids if key in work.created], work.tables)
        old = [key for key in ids if key not in work.created]
        if says_otherwise:
            write(work.sql, kind, old, _tables_of(work, old))
    if work.renamed or work.recited:
        _queue_dependents(work)
        settle(work.sql, EVERY if work.remarked else INLINE)


@cache
def _text_columns() -> frozenset[tuple[str, str]]:
    """The tables and columns that `GATHER` reads, and some more that are called alike."""
    return frozenset(
        (name, word)
        for *_, statement in GATHER
        for name in TABLES.findall(statement)
        for word in WORD.findall(statement)
    )


@cache
def _text_tables() -> frozenset[str]:
    return frozenset(name for name, _ in _text_columns())


def is_text_written(work: Work) -> bool:
    """Whether a change wrote anything that the index says: a day or a gender alone is not in it."""
    rows = _text_tables().isdisjoint(work.tables) and _text_tables().isdisjoint(work.thinned)
    return not (rows and _text_columns().isdisjoint(work.columns))


def _tables_of(work: Work, ids: Sequence[int]) -> frozenset[str] | None:
    """The tables that rows of a record may lie in; None when they are many, or not known."""
    known = work.lying.get(ids[0]) if len(ids) == 1 else None
    return None if known is None else frozenset(known | work.tables)


def write(sql: Sql, kind: str, ids: Sequence[int], tables: frozenset[str] | None = None) -> None:
    """Bring the index up to date for records of one kind, gone ones included.

    `tables` are those that rows of these records may lie in, if not all.
    """
    name = table(kind)
    for part in chunks(ids):
        found = sql.rows(f"SELECT id FROM record WHERE id IN ({marks(len(part))})", tuple(part))
        there = [row[0] for row in found]
        sql.run(f"DELETE FROM {name} WHERE rowid IN ({marks(len(part))})", tuple(part))
        if there:
            _index(sql, kind, there, Noted(set(), set()), tables)


def append(sql: Sql, kind: str, ids: Sequence[int], tables: set[str]) -> None:
    """Index records that were never indexed before; all their rows lie in `tables`."""
    written, noted = frozenset(tables), Noted(set(), set())
    for part in chunks(ids):
        _index(sql, kind, part, noted, written)


DEPENDENTS = (
    "SELECT t.record_id FROM tenure t JOIN office o ON o.id = t.office_id WHERE o.record_id = ?",
    "SELECT record_id FROM participant WHERE who_id = ?",
    "SELECT record_id FROM party WHERE who_id = ?",
    "SELECT record_id FROM party_action WHERE signatory_id = ?",
)


def _queue_dependents(work: Work) -> None:
    for key in work.renamed:
        for statement in DEPENDENTS:
            work.sql.run(f"INSERT OR IGNORE INTO stale {statement}", (key,))
    for key in work.recited:
        work.sql.run(
            "INSERT OR IGNORE INTO stale SELECT record_id FROM citation WHERE source_id = ?", (key,)
        )


def settle(sql: Sql, limit: int) -> int:
    """Write up to `limit` queued records; returns how many are left."""
    queued = sql.rows(
        "SELECT s.record_id, r.kind FROM stale s LEFT JOIN record r ON r.id = s.record_id LIMIT ?",
        (limit,),
    )
    by_kind: dict[str, list[int]] = {}
    for key, kind in queued:
        if kind is not None:
            by_kind.setdefault(kind, []).append(key)
    for kind, ids in by_kind.items():
        write(sql, kind, ids)
    sql.run_many("DELETE FROM stale WHERE record_id = ?", [(row[0],) for row in queued])
    return int(sql.value("SELECT count(*) FROM stale")) if len(queued) == limit else 0


def rebuild(sql: Sql, kind: str) -> None:
    """Fill the empty full-text table of a kind, and the vocabulary with its words."""
    noted = Noted(set(), set())
    for part in chunks(_all(sql, kind)):
        _index(sql, kind, part, noted)


def _all(sql: Sql, kind: str) -> list[int]:
    return [row[0] for row in sql.rows("SELECT id FROM record WHERE kind=? ORDER BY id", (kind,))]


def unheard(sql: Sql, kind: str) -> int:
    """How many words of names the vocabulary does not know."""
    from db import terms

    known: set[str] = set()
    lost = 0
    for part in chunks(_all(sql, kind)):
        names: list[str] = []
        documents(sql, kind, part, names=names)
        lost += terms.count_missing(sql, names, known)
    return lost


def differs(sql: Sql, kind: str) -> bool:
    """Whether the index says anything else than one made anew from the records would."""
    name = f"check_{kind}"
    create(sql, f"temp.{name}")
    try:
        for part in chunks(_all(sql, kind)):
            insert_documents(sql, f"temp.{name}", documents(sql, kind, part))
        for made, terms in (
            (f"is_{kind}", f"'main', '{table(kind)}'"),
            (f"should_{kind}", f"'temp', '{name}'"),
        ):
            sql.run(f"CREATE VIRTUAL TABLE temp.{made} USING fts5vocab({terms}, 'col')")
        pairs = ((f"is_{kind}", f"should_{kind}"), (f"should_{kind}", f"is_{kind}"))
        return any(
            sql.one(f"SELECT * FROM temp.{one} EXCEPT SELECT * FROM temp.{other} LIMIT 1")
            for one, other in pairs
        )
    finally:
        for made in (f"is_{kind}", f"should_{kind}", name):
            sql.run(f"DROP TABLE IF EXISTS temp.{made}")
