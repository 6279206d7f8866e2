"""Which numbers and texts a record ever had, gathered before it is erased; `erase_record` asks.

What it was called in former years stands in the history, and what was merged into it is a part of
it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from db.names import index_words
from db.names.phonetics.phonetic_words import name_words
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.row_mapping import OWN_TABLES
from db.storage.unpacking import Values, rows_of_line

TITLED = (("record", "title"), ("name", "text"), ("office", "title"))


@dataclass(slots=True)
class RecordTexts:
    """`ids` are the numbers that the record has and had, `lines` those of its history, `titles`
    what it and its offices were ever called, `words` all words that it ever said.
    """

    ids: set[int]
    lines: list[int] = field(default_factory=list)
    changes: set[int] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)  # of these, what is no office's
    words: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)  # hashes of what was attached
    sources: set[int] = field(default_factory=set)
    topics: set[int] = field(default_factory=set)

    def take(self, table: str, row: Values) -> None:
        """Take what one row says, as it is or was."""
        for name, value in row.items():
            if isinstance(value, str) and value:
                self.words.update(words_in(value))
                if (table, name) in TITLED:
                    self.titles.add(value)
                    if table != "office":
                        self.names.add(value)
                if name == "sha256":
                    self.files.add(value)
        for name, into in (("source_id", self.sources), ("tag_id", self.topics)):
            if isinstance(row.get(name), int):
                into.add(row[name])


def words_in(text: str) -> Iterator[str]:
    """Yield the words of a text as the vocabulary may have them."""
    yield from index_words(text).split()
    for piece in text.split():
        for word, raw in name_words(piece):
            yield word
            yield from index_words(raw).split()


def gather_texts(sql: Sql, key: int) -> RecordTexts:
    """Return all that a record and those merged into it ever said."""
    found = RecordTexts(_numbers(sql, key))
    for table in owned_tables(sql):
        owner = "id" if table in OWN_TABLES else "record_id"
        for row in _rows(sql, table, f"{owner} IN ({LISTED})", found.ids):
            found.take(table, row)
    for number, change in gather_lines(sql, found.ids):
        found.lines.append(number)
        found.changes.add(change)
    statement = f"SELECT table_name, row, before, after FROM revision WHERE id IN ({LISTED})"
    for table, first, before, after in sql.rows(statement, (listed(found.lines),)):
        for side in (before, after):
            for row in rows_of_line(first, side):
                found.take(table, row)
    for table, keys in (("source", found.sources), ("tag", found.topics)):
        _take_with_history(sql, found, table, set(keys))
    return found


def gather_lines(sql: Sql, ids: set[int]) -> list[tuple[int, int]]:
    """Return the lines of the history of these records, each with its change.

    Who makes a record names it by its row alone.
    """
    own = ", ".join(f"'{name}'" for name in sorted(OWN_TABLES))
    wanted = listed(ids)
    found: list[tuple[int, int]] = []
    for where, values in (
        (f"record_id IN ({LISTED})", (wanted,)),
        (f"table_name IN ({own}) AND row IN ({LISTED}) AND row = row_to", (wanted,)),
    ):
        found += sql.rows(f"SELECT id, change_id FROM revision WHERE {where}", values)
    return sorted(set(found))


def _take_with_history(sql: Sql, found: RecordTexts, table: str, keys: set[int]) -> None:
    """Take what rows say and said that belong to no record: what it cites, its topics."""
    for row in _rows(sql, table, f"id IN ({LISTED})", keys):
        found.take(table, row)
    statement = (
        "SELECT row, before, after FROM revision WHERE table_name = ? AND row = row_to"
        f" AND row IN ({LISTED})"
    )
    for first, before, after in sql.rows(statement, (table, listed(keys))):
        for side in (before, after):
            for row in rows_of_line(first, side):
                found.take(table, row)


def _numbers(sql: Sql, key: int) -> set[int]:
    """Return a record's number with those of all that were merged into it, step by step."""
    found, new = {key}, {key}
    while new:
        rows = sql.rows(
            f"SELECT former_id FROM merger WHERE record_id IN ({LISTED})", (listed(new),)
        )
        new = {row[0] for row in rows if row[0] > 0} - found
        found |= new
    return found


def owned_tables(sql: Sql) -> list[str]:
    """Return the tables whose rows belong to a record: its own, its parts, its topics."""
    owners = {ref.table for ref in sql.references("record") if ref.column in ("id", "record_id")}
    return sorted({"record", *owners} - {"merger", "verdict"})


def _rows(sql: Sql, table: str, where: str, ids: set[int]) -> Iterator[dict[str, Any]]:
    columns = sql.columns(table)
    for row in sql.rows(f"SELECT * FROM {table} WHERE {where}", (listed(ids),)):
        yield dict(zip(columns, row, strict=True))
