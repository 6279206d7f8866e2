"""Traces of an erased record outside its own rows: in labels, drafts, the print log, searches.

Also its words in the vocabulary, and what it alone had attached or cited. `erase_record` asks,
within one transaction.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from db.changes.saving import short
from db.lists.timeline.lane_summary import PREFIX
from db.search.index import terms
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.unpacking import rows_of_line
from db.traces import matching
from db.traces.record_texts import RecordTexts, gather_lines

STAND_IN = "An erased record"
CHANGE_LABEL = "A change of an erased record"


@dataclass(slots=True)
class ErasedCounts:
    """How much of each went."""

    history: int = 0
    documents: int = 0
    searches: int = 0
    drafts: int = 0
    files: int = 0
    sources: int = 0
    words: int = 0


def erase_history(sql: Sql, texts: RecordTexts, own_change: int) -> int:
    """Remove the lines of the record, and its titles from the labels of all changes."""
    now = gather_lines(sql, texts.ids)  # also those that the erasing itself has made
    lines = {*texts.lines, *(number for number, _ in now)}
    sql.run(f"DELETE FROM revision WHERE id IN ({LISTED})", (listed(lines),))
    changes = {change for _, change in now} | texts.changes
    left = f"SELECT change_id FROM revision WHERE change_id IN ({LISTED})"
    others = {row[0] for row in sql.rows(left, (listed(changes),))}
    alone = [each for each in changes - others if each != own_change]
    sql.run_many("UPDATE change SET label = ? WHERE id = ?", [(CHANGE_LABEL, k) for k in alone])
    pattern = matching.title_pattern({*texts.titles, *(short(each) for each in texts.titles)})
    if pattern is not None:
        for key, label in sql.rows("SELECT id, label FROM change WHERE id <> ?", (own_change,)):
            if isinstance(label, str) and pattern.search(label):
                new = pattern.sub(STAND_IN[0].lower() + STAND_IN[1:], label)
                sql.run("UPDATE change SET label = ? WHERE id = ?", (new, key))
    return len(lines)


def erase_drafts(sql: Sql, texts: RecordTexts) -> int:
    """Remove drafts of the record; in others its titles are replaced."""
    pattern, count = matching.pattern_in_json(texts.titles), 0
    for draft in list(matching.find_drafts(sql, texts)):
        if draft.is_own:
            sql.run("DELETE FROM draft WHERE id = ?", (draft.id,))
            count += 1
        elif pattern is not None:
            new = pattern.sub(STAND_IN, draft.payload)
            sql.run("UPDATE draft SET payload = ? WHERE id = ?", (new, draft.id))
    return count


def erase_documents(sql: Sql, texts: RecordTexts) -> int:
    """Remove the memory of printed documents that were about the record, or say its name."""
    found = matching.find_documents(sql, texts)
    sql.run_many("DELETE FROM printed WHERE id = ?", [(key,) for key in found])
    return len(found)


def erase_lane_summaries(sql: Sql) -> None:
    """Remove what is kept of how full the timeline's lanes are: the record was counted there."""
    sql.run("DELETE FROM setting WHERE substr(key, 1, ?) = ?", (len(PREFIX), PREFIX))


def erase_searches(sql: Sql, texts: RecordTexts, gone_words: Collection[str]) -> int:
    """Remove saved searches that name the record, or ask for a word that was its alone."""
    pattern, found = (
        matching.title_pattern(texts.titles),
        matching.find_searches(sql, texts, gone_words),
    )
    sql.run_many("DELETE FROM saved_search WHERE id = ?", [(key,) for key in found])
    for number, first, before, after in sql.rows(
        "SELECT id, row, before, after FROM revision WHERE table_name = 'saved_search'"
    ):
        rows = [*rows_of_line(first, before), *rows_of_line(first, after)]
        spoken = "\n".join(str(row.get(name, "")) for row in rows for name in ("name", "query"))
        if first in found or (pattern is not None and pattern.search(spoken)):
            sql.run("DELETE FROM revision WHERE id = ?", (number,))
    return len(found)


def erase_words(sql: Sql, texts: RecordTexts, naming: Collection[int]) -> set[str]:
    """Remove the words of the vocabulary that no other record says; return them.

    The records that name the erased one are written again, and keep what they say themselves.
    """
    unused = matching.find_own_words(sql, texts, naming)
    terms.remove(sql, unused)
    return unused


def erase_files(sql: Sql, texts: RecordTexts) -> int:
    """Remove the attached files that nothing has any more."""
    files = matching.find_own_files(sql, texts)
    sql.run_many("DELETE FROM blob WHERE sha256 = ?", [(each,) for each in files])
    return len(files)


def erase_sources(sql: Sql, texts: RecordTexts) -> int:
    """Remove the sources that nothing cites any more."""
    sources = matching.find_own_sources(sql, texts)
    sql.run(f"DELETE FROM source WHERE id IN ({LISTED})", (listed(sources),))
    _erase_lines(sql, "source", sources)
    sql.run(f"DELETE FROM checksum WHERE -id IN ({LISTED})", (listed(sources),))
    return len(sources)


def erase_topics(sql: Sql, texts: RecordTexts) -> int:
    """Remove the topics that nothing bears any more."""
    topics = matching.find_own_topics(sql, texts)
    sql.run(f"DELETE FROM tag WHERE id IN ({LISTED})", (listed(topics),))
    _erase_lines(sql, "tag", topics)
    return len(topics)


def erase_verdicts(sql: Sql, texts: RecordTexts) -> None:
    """Remove what was said of it and another record."""
    ids = listed(texts.ids)
    sql.run(f"DELETE FROM verdict WHERE record_id IN ({LISTED}) OR other_id IN ({LISTED})",
            (ids, ids))  # fmt: skip


def erase_mergers(sql: Sql, texts: RecordTexts) -> None:
    """Remove which records were merged into it, or it into which."""
    ids = listed(texts.ids)
    sql.run(f"DELETE FROM merger WHERE record_id IN ({LISTED}) OR former_id IN ({LISTED})",
            (ids, ids))  # fmt: skip


def _erase_lines(sql: Sql, name: str, keys: Collection[int]) -> None:
    """Remove the history of rows that belong to no record; runs of made rows say nothing."""
    for key in keys:
        sql.run(
            "DELETE FROM revision WHERE table_name = ? AND row = ? AND row_to = ?", (name, key, key)
        )


def forget_statistics(sql: Sql) -> None:
    """Remove what SQLite learnt of the tables: it keeps samples of what they hold."""
    for (name,) in sql.rows("SELECT name FROM sqlite_master WHERE name LIKE 'sqlite_stat%'"):
        sql.run(f"DELETE FROM {name}")
