"""Which drafts, documents, searches, words and files are a record's, by its numbers and titles.

Erasing removes what is found here, and subject access lists it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from db.names import fold
from db.print_log.printed_documents import asked_in
from db.search.index import relevance_rank
from db.search.index.fulltext import table
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.unpacking import rows_of_line
from db.traces.record_texts import RecordTexts
from db.vocabulary.kinds import KINDS


class FoundDraft(NamedTuple):
    """A draft of the record, or another one that says a title of it."""

    id: int
    payload: str
    is_own: bool


def title_pattern(titles: Collection[str]) -> re.Pattern[str] | None:
    """Return what finds any of these texts where it stands as words of its own."""
    longest_first = sorted(filter(None, titles), key=len, reverse=True)
    if not longest_first:
        return None
    one_of = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<!\w)(?:{one_of})(?!\w)", re.IGNORECASE)


def pattern_in_json(titles: Collection[str]) -> re.Pattern[str] | None:
    """Return what finds these texts within JSON as well."""
    return title_pattern({*titles, *(json.dumps(each)[1:-1] for each in titles)})


def find_drafts(sql: Sql, texts: RecordTexts) -> Iterator[FoundDraft]:
    """Yield the drafts of a record, and those of others that say its titles."""
    pattern = pattern_in_json(texts.titles)
    for key, record, payload in sql.rows("SELECT id, record_id, payload FROM draft ORDER BY id"):
        is_own = record in texts.ids
        if is_own or (pattern is not None and pattern.search(payload)):
            yield FoundDraft(key, payload, is_own)


def find_documents(sql: Sql, texts: RecordTexts) -> list[int]:
    """Return the printed documents that were about the record, or say its name."""
    pattern = title_pattern(texts.titles)
    found = []
    for key, title, request in sql.rows("SELECT id, title, asked FROM printed ORDER BY id"):
        values = asked_in(request, "a printed document")
        spoken = "\n".join([title, *map(str, values.values())])
        if texts.ids.intersection(values.get("ids") or ()) or (
            pattern is not None and pattern.search(spoken)
        ):
            found.append(key)
    return found


def find_searches(sql: Sql, texts: RecordTexts, own_words: Collection[str]) -> list[int]:
    """Return the saved searches that name the record, or ask for a word that is its alone."""
    pattern, words = title_pattern(texts.titles), set(own_words)
    found = []
    for key, name, query in sql.rows("SELECT id, name, query FROM saved_search ORDER BY id"):
        spoken = f"{name}\n{query}"
        folded = set(re.findall(r"\w+", fold(spoken)))
        if not words.isdisjoint(folded) or (pattern is not None and pattern.search(spoken)):
            found.append(key)
    return found


def find_own_words(sql: Sql, texts: RecordTexts, naming: Collection[int]) -> set[str]:
    """Return the words that no record says but this one and those that name it."""
    left_out = {*texts.ids, *naming}
    places = relevance_rank.places(sql, sorted(left_out))
    rows = listed([relevance_rank.row_number(*each) for each in places.items()])
    found = set()
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
            found.add(word)
    return found


def find_own_files(sql: Sql, texts: RecordTexts, *, besides: Collection[int] = ()) -> list[str]:
    """Return the hashes of files that nothing has, or only the records `besides`."""
    past = past_values(sql, "attachment", "sha256", besides) if texts.files else set()
    return sorted(
        each
        for each in texts.files
        if each not in past and not _is_named(sql, "attachment", "sha256", each, besides)
    )


def find_own_sources(sql: Sql, texts: RecordTexts, *, besides: Collection[int] = ()) -> list[int]:
    """Return the sources that nothing cites, or only the records `besides`."""
    return _unused_keys(sql, texts.sources, "citation", "source_id", besides)


def find_own_topics(sql: Sql, texts: RecordTexts, *, besides: Collection[int] = ()) -> list[int]:
    """Return the topics, none above another, that nothing bears, or only the records `besides`."""
    return [
        key
        for key in _unused_keys(sql, texts.topics, "record_tag", "tag_id", besides)
        if not sql.value("SELECT count(*) FROM tag WHERE parent_id=?", (key,))
    ]


def _is_named(sql: Sql, part: str, column: str, value: object, besides: Collection[int]) -> bool:
    statement = f"SELECT 1 FROM {part} WHERE {column} = ? AND record_id NOT IN ({LISTED}) LIMIT 1"
    return sql.one(statement, (value, listed(list(besides)))) is not None


def _unused_keys(
    sql: Sql, keys: Collection[int], part: str, column: str, besides: Collection[int]
) -> list[int]:
    """Return those of these rows that no other record's part names now or did in its history."""
    free = [key for key in sorted(keys) if not _is_named(sql, part, column, key, besides)]
    past = past_values(sql, part, column, besides) if free else set()
    return [key for key in free if key not in past]


def past_values(sql: Sql, part: str, column: str, besides: Collection[int]) -> set[object]:
    """Return what the histories of other records have in a column; it can be taken back."""
    statement = "SELECT row, before, after FROM revision WHERE table_name = ?"
    return {
        row[column]
        for first, before, after in sql.stream(statement, (part,))
        for side in (before, after)
        for row in rows_of_line(first, side)
        if row.get(column) is not None and row.get("record_id") not in besides
    }
