"""Traces of an erased record outside its own rows: in labels, drafts, the print log, searches.

Also its words in the vocabulary, and what it alone had attached or cited. `erase_record` asks,
within one transaction.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass

from db.changes.saving import short
from db.exchange.erasing.erased_texts import ErasedTexts, gather_lines
from db.lists.timeline.lane_summary import PREFIX
from db.names import fold
from db.print_log.printed_documents import asked_in
from db.search.index import relevance_rank
from db.search.index.fulltext import table
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.unpacking import rows_of_line
from db.vocabulary.kinds import KINDS

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


def erase_history(sql: Sql, texts: ErasedTexts, own_change: int) -> int:
    """Remove the lines of the record, and its titles from the labels of all changes."""
    now = gather_lines(sql, texts.ids)  # also those that the erasing itself has made
    lines = {*texts.lines, *(number for number, _ in now)}
    sql.run(f"DELETE FROM revision WHERE id IN ({LISTED})", (listed(lines),))
    changes = {change for _, change in now} | texts.changes
    left = f"SELECT change_id FROM revision WHERE change_id IN ({LISTED})"
    others = {row[0] for row in sql.rows(left, (listed(changes),))}
    alone = [each for each in changes - others if each != own_change]
    sql.run_many("UPDATE change SET label = ? WHERE id = ?", [(CHANGE_LABEL, k) for k in alone])
    pattern = _pattern({*texts.titles, *(short(each) for each in texts.titles)})
    if pattern is not None:
        for key, label in sql.rows("SELECT id, label FROM change WHERE id <> ?", (own_change,)):
            if isinstance(label, str) and pattern.search(label):
                new = pattern.sub(STAND_IN[0].lower() + STAND_IN[1:], label)
                sql.run("UPDATE change SET label = ? WHERE id = ?", (new, key))
    return len(lines)


def _pattern(titles: Collection[str]) -> re.Pattern[str] | None:
    """Return what finds any of these texts where it stands as words of its own."""
    longest_first = sorted(filter(None, titles), key=len, reverse=True)
    if not longest_first:
        return None
    one_of = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<!\w)(?:{one_of})(?!\w)", re.IGNORECASE)


def erase_drafts(sql: Sql, texts: ErasedTexts) -> int:
    """Remove drafts of the record; in others its titles are replaced."""
    own = sql.rows(f"DELETE FROM draft WHERE record_id IN ({LISTED}) RETURNING id",
                   (listed(texts.ids),))  # fmt: skip
    pattern = _pattern({*texts.titles, *(json.dumps(each)[1:-1] for each in texts.titles)})
    for key, payload in sql.rows("SELECT id, payload FROM draft"):
        if pattern is not None and pattern.search(payload):
            sql.run("UPDATE draft SET payload = ? WHERE id = ?",
                    (pattern.sub(STAND_IN, payload), key))  # fmt: skip
    return len(own)


def erase_documents(sql: Sql, texts: ErasedTexts) -> int:
    """Remove the memory of printed documents that were about the record, or say its name."""
    pattern = _pattern(texts.titles)
    found = []
    for key, title, request in sql.rows("SELECT id, title, asked FROM printed"):
        values = asked_in(request, "a printed document")
        spoken = "\n".join([title, *map(str, values.values())])
        if texts.ids.intersection(values.get("ids") or ()) or (
            pattern is not None and pattern.search(spoken)
        ):
            found.append((key,))
    sql.run_many("DELETE FROM printed WHERE id = ?", found)
    return len(found)


def erase_lane_summaries(sql: Sql) -> None:
    """Remove what is kept of how full the timeline's lanes are: the record was counted there."""
    sql.run("DELETE FROM setting WHERE substr(key, 1, ?) = ?", (len(PREFIX), PREFIX))


def erase_searches(sql: Sql, texts: ErasedTexts, gone_words: Collection[str]) -> int:
    """Remove saved searches that name the record, or ask for a word that was its alone."""
    pattern, words = _pattern(texts.titles), set(gone_words)
    found = []
    for key, name, query in sql.rows("SELECT id, name, query FROM saved_search"):
        spoken = f"{name}\n{query}"
        folded = set(re.findall(r"\w+", fold(spoken)))
        if not words.isdisjoint(folded) or (pattern is not None and pattern.search(spoken)):
            found.append((key,))
    sql.run_many("DELETE FROM saved_search WHERE id = ?", found)
    for number, first, before, after in sql.rows(
        "SELECT id, row, before, after FROM revision WHERE table_name = 'saved_search'"
    ):
        rows = [*rows_of_line(first, before), *rows_of_line(first, after)]
        spoken = "\n".join(str(row.get(name, "")) for row in rows for name in ("name", "query"))
        if (first,) in found or (pattern is not None and pattern.search(spoken)):
            sql.run("DELETE FROM revision WHERE id = ?", (number,))
    return len(found)


def erase_words(sql: Sql, texts: ErasedTexts, naming: Collection[int]) -> set[str]:
    """Remove the words of the vocabulary that no other record says; return them.

    The records that name the erased one are written again, and keep what they say themselves.
    """
    left_out = {*texts.ids, *naming}
    places = relevance_rank.places(sql, sorted(left_out))
    rows = listed([relevance_rank.row_number(*each) for each in places.items()])
    unused = set()
    for word in texts.words:
        quoted = '"' + word.replace('"', '""') + '"'
        is_said = any(
            sql.one(
                f"SELECT 1 FROM {table(kind)} WHERE {table(kind)} MATCH ?"
                f" AND rowid NOT IN ({LISTED}) LIMIT 1",
                (quoted, rows),
            )
            for kind in KINDS
        )
        if not is_said:
            unused.add(word)
    sql.run_many("DELETE FROM term WHERE word = ?", [(word,) for word in unused])
    return unused


def erase_what_was_its_alone(sql: Sql, texts: ErasedTexts) -> tuple[int, int]:
    """Remove files, sources and topics that nothing else has; return how many files and sources."""
    past_files = _past_values(sql, "attachment", "sha256") if texts.files else set()
    files = [
        each
        for each in texts.files
        if not sql.value("SELECT count(*) FROM attachment WHERE sha256 = ?", (each,))
        and each not in past_files
    ]
    sql.run_many("DELETE FROM blob WHERE sha256 = ?", [(each,) for each in files])
    sources = _unused_keys(sql, texts.sources, "citation", "source_id")
    topics = _unused_keys(sql, texts.topics, "record_tag", "tag_id")
    topics = [
        key for key in topics if not sql.value("SELECT count(*) FROM tag WHERE parent_id=?", (key,))
    ]
    for name, keys in (("source", sources), ("tag", topics)):
        sql.run(f"DELETE FROM {name} WHERE id IN ({LISTED})", (listed(keys),))
        _erase_lines(sql, name, keys)
    sql.run(f"DELETE FROM checksum WHERE -id IN ({LISTED})", (listed(sources),))
    return len(files), len(sources)


def _unused_keys(sql: Sql, keys: Collection[int], part: str, column: str) -> list[int]:
    """Return those of these rows that no record's part names now or did in its history."""
    free = [
        key
        for key in sorted(keys)
        if not sql.value(f"SELECT count(*) FROM {part} WHERE {column} = ?", (key,))
    ]
    past = _past_values(sql, part, column) if free else set()
    return [key for key in free if key not in past]


def _past_values(sql: Sql, part: str, column: str) -> set[object]:
    """Return what the histories of other records have in a column; it can be taken back."""
    statement = "SELECT row, before, after FROM revision WHERE table_name = ?"
    return {
        row[column]
        for first, before, after in sql.stream(statement, (part,))
        for side in (before, after)
        for row in rows_of_line(first, side)
        if row.get(column) is not None
    }


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
