"""The full text kept in step with the records: every change is told here before it is committed.

`store` calls it at the end of a unit of work, `verify` to compare and to make everything anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from db.changes.unit_of_work import Work
from db.progress import Progress
from db.query import NO_LIMIT
from db.search.index import relevance_rank, terms, text_sums
from db.search.index.fulltext import (
    create,
    documents,
    insert_documents,
    number_documents,
    remove,
    table,
)
from db.search.index.index_sources import INDEX_SOURCES
from db.search.index.word_tally import WordTally
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed, pieces
from db.vocabulary.kinds import KINDS

TABLES = re.compile(r"\b(?:FROM|JOIN) (\w+)")
WORD = re.compile(r"\w+")
# Records written again at once after a change of a name that others repeat.
MAX_INLINE_RECORDS = 300


class KnownTerms(NamedTuple):
    """Words met before in the same work, which need not be looked up again: of names, of texts."""

    names: set[str]
    texts: set[str]


def _index(
    sql: Sql,
    kind: str,
    places: Mapping[int, int],
    new_terms: KnownTerms,
    tables: frozenset[str] | None = None,
) -> None:
    """Add the documents of some records (500 at most) where they stand, and keep their words."""
    names: list[str] = []
    sums: dict[int, int] = {}
    rows = documents(sql, kind, list(places), tables, names, sums)
    insert_documents(sql, table(kind), number_documents(rows, places))
    text_sums.keep(sql, rows, sums)
    terms.note_names(sql, names, new_terms.names)
    terms.note_texts(sql, _texts(rows), new_terms.texts)


def _texts(rows: Sequence[tuple[Any, ...]]) -> Iterator[str]:
    """Yield what is written of records beside their names."""
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
        write(work.sql, kind, old, _tables_of(work, old), says_otherwise=says_otherwise)
    for kind in relevance_rank.NAMED:
        _bring_forward(work.sql, relevance_rank.named_years(work.sql, kind, by_kind.get(kind, ())))
    if work.renamed_records or work.changed_sources:
        _queue_dependents(work)
        # A name that is marked otherwise must not wait to be found or hidden.
        settle(work.sql, NO_LIMIT if work.has_new_marking else MAX_INLINE_RECORDS)


@cache
def text_columns() -> frozenset[tuple[str, str]]:
    """Return the tables and columns that `INDEX_SOURCES` reads, and some called alike."""
    return frozenset(
        (name, word)
        for *_, statement in INDEX_SOURCES
        for name in TABLES.findall(statement)
        for word in WORD.findall(statement)
    )


@cache
def text_tables() -> frozenset[str]:
    """Return the tables that `INDEX_SOURCES` reads."""
    return frozenset(name for name, _ in text_columns())


def is_text_written(work: Work) -> bool:
    """Say whether a change wrote anything that the index says: a day alone is not in it."""
    rows = text_tables().isdisjoint(work.tables) and text_tables().isdisjoint(work.deleted_from)
    return not (rows and text_columns().isdisjoint(work.columns))


def _tables_of(work: Work, ids: Sequence[int]) -> frozenset[str] | None:
    """Return the tables that rows of a record may lie in; None when they are many, or not known."""
    known = work.tables_with_rows.get(ids[0]) if len(ids) == 1 else None
    return None if known is None else frozenset(known | work.tables)


def write(
    sql: Sql,
    kind: str,
    ids: Sequence[int],
    tables: frozenset[str] | None = None,
    *,
    says_otherwise: bool = True,
) -> None:
    """Bring the index up to date for records of one kind, gone ones included.

    `tables` are those that rows of these records may lie in, if not all. Where the records say
    nothing otherwise, only those are written that stand elsewhere now.
    """
    for part in pieces(ids):
        old_ranks, there = relevance_rank.places_and_records(sql, part)
        stand = relevance_rank.derive_ranks(
            sql, kind, {key: old_ranks[key] for key in part if key in there}
        )
        if not says_otherwise:
            stand = {key: place for key, place in stand.items() if place != old_ranks[key]}
        deleted = [key for key in part if key not in there]
        _replace(sql, kind, {key: old_ranks[key] for key in (*deleted, *stand)}, stand, tables)
        if deleted:
            relevance_rank.forget(sql, deleted)
            text_sums.forget(sql, deleted)


def _replace(
    sql: Sql,
    kind: str,
    old_ranks: Mapping[int, int],
    stand: Mapping[int, int],
    tables: frozenset[str] | None = None,
) -> None:
    """Take documents from where they stood and write those that stay where they stand now."""
    numbers = [(relevance_rank.row_number(*item),) for item in old_ranks.items()]
    sql.run_many(f"DELETE FROM {table(kind)} WHERE rowid = ?", numbers)  # mostly one
    if moved := [item for item in stand.items() if old_ranks[item[0]] != item[1]]:
        relevance_rank.keep(sql, moved)
    if stand:
        _index(sql, kind, stand, KnownTerms(set(), set()), tables)


def _bring_forward(sql: Sql, years: Mapping[int, int]) -> None:
    """Let those stand nearer the front whom something recent names."""
    for part in pieces(list(years)):
        old_ranks = relevance_rank.places(sql, part)
        stand = {key: relevance_rank.forward(old_ranks[key], years[key]) for key in part}
        moved = [key for key in part if stand[key] != old_ranks[key]]
        if not moved:
            continue
        statement = f"SELECT id, kind FROM record WHERE id IN ({LISTED})"
        kinds: dict[int, str] = dict(sql.rows(statement, (listed(moved),)))
        for kind in set(kinds.values()):
            of_kind = [key for key in moved if kinds[key] == kind]
            _replace(sql, kind, {k: old_ranks[k] for k in of_kind}, {k: stand[k] for k in of_kind})


def append(sql: Sql, kind: str, ids: Sequence[int], tables: set[str]) -> None:
    """Index records that were never indexed before; all their rows lie in `tables`."""
    written, new_terms = frozenset(tables), KnownTerms(set(), set())
    for part in pieces(ids):
        stand = dict.fromkeys(part, relevance_rank.LAST_PLACE)
        if relevance_rank.OWN_TABLES[kind] in tables:
            stand = relevance_rank.derive_ranks(sql, kind, stand)
        relevance_rank.keep(
            sql, [item for item in stand.items() if item[1] != relevance_rank.LAST_PLACE]
        )
        _index(sql, kind, stand, new_terms, written)


DEPENDENTS = (
    "SELECT t.record_id FROM tenure t JOIN office o ON o.id = t.office_id WHERE o.record_id = ?",
    "SELECT record_id FROM participant WHERE who_id = ?",
    "SELECT record_id FROM party WHERE who_id = ?",
    "SELECT record_id FROM party_action WHERE signatory_id = ?",
)


def _queue_dependents(work: Work) -> None:
    for key in work.renamed_records:
        for statement in DEPENDENTS:
            work.sql.run(f"INSERT OR IGNORE INTO stale {statement}", (key,))
    for key in work.changed_sources:
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


def rebuild(sql: Sql, kind: str, step: Callable[[int], None] | None = None) -> None:
    """Fill the empty full-text table of a kind, and the vocabulary with its words; tell `step` of
    records that are written.
    """
    new_terms = KnownTerms(set(), set())
    for part in pieces(_all(sql, kind)):
        _index(sql, kind, relevance_rank.places(sql, part), new_terms)
        if step is not None:
            step(len(part))


def rebuild_all(sql: Sql) -> None:
    """Make all full text and the vocabulary anew, in one transaction."""
    with sql.transaction():
        remake_all(sql)


def remake_all(sql: Sql, progress: Progress | None = None) -> None:
    """Make them anew within the caller's transaction; `progress` is told of records."""
    sql.run("DELETE FROM term")
    sql.run("DELETE FROM text_sum")
    relevance_rank.remake(sql)
    total = int(sql.value("SELECT count(*) FROM record") or 0)
    done = 0

    def step(count: int) -> None:
        nonlocal done
        done += count
        if progress is not None:
            progress(done, total)

    for kind in KINDS:
        remove(sql, table(kind))
        create(sql, table(kind))
        rebuild(sql, kind, step)
    sql.run("DELETE FROM stale")


def _all(sql: Sql, kind: str) -> list[int]:
    return [row[0] for row in sql.rows("SELECT id FROM record WHERE kind=? ORDER BY id", (kind,))]


def compare(sql: Sql, kind: str) -> tuple[bool, int]:
    """Say whether the index says anything else than one made anew from the records would, and how
    many words of names the vocabulary does not know.
    """
    tally = WordTally(sql)
    known: set[str] = set()
    lost = 0
    for part in pieces(_all(sql, kind)):
        names: list[str] = []
        tally.add(documents(sql, kind, part, names=names))
        lost += terms.count_missing(sql, names, known)
    return tally.differs_from(table(kind)), lost
