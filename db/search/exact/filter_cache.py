"""The ids that filters name, kept beside the desk while one types on.

A filter may take a part of a second on a desk of a million, and with every letter behind it the
same records would be looked for again. So their ids are put once in a temporary table of the
connection, which is good until the desk is written to. `Reader` keeps these lists and has
them ready before a page's snapshot begins, since a snapshot leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from db.lens import Lens
from db.query import Filter, Query
from db.search.exact import filters
from db.storage.engine import Sql

MAX_CACHED_LISTS = 12  # lists: as many tables as one connection ever makes
Key = tuple[str, tuple[object, ...]]  # the statement that lists the ids, with its values


class KeptList(NamedTuple):
    """The table that holds the ids a filter names, and how many these are."""

    table: str
    size: int


Lists = Mapping[Filter, KeptList]


class FilterCache:
    """The lists of one connection, the longest unused given up first."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql
        self._lists: dict[Key, KeptList] = {}  # in the order of their last use
        self._moment: tuple[object, int, int] = (None, 0, 0)  # the connection, and its writes

    def of(self, kind: str, query: Query, lens: Lens) -> Lists:
        """Return the lists of the filters of a query in one kind, where one is of use."""
        version = int(self._sql.value("PRAGMA data_version"))  # changes when another writes
        if (self._sql.raw, version, self._sql.raw.total_changes) != self._moment:
            self._lists.clear()
        has_words = any(not word.excluded for word in query.words)
        found: dict[Filter, KeptList] = {}
        for item in [each for each in query.filters if filters.narrows(each, kind)][
            :MAX_CACHED_LISTS
        ]:
            statement = filters.named_by(item, lens, kind)
            if statement.listed and (has_words or statement.is_list):
                key = statement.listed, statement.values
                id_list = self._lists.pop(key) if key in self._lists else self._fill(key)
                found[item] = self._lists[key] = id_list
        self._moment = self._sql.raw, version, self._sql.raw.total_changes
        return found

    def _fill(self, key: Key) -> KeptList:
        """Put the ids in a table that is free, or is made so."""
        if len(self._lists) < MAX_CACHED_LISTS:
            tables = {each.table for each in self._lists.values()}
            table = next(
                name
                for name in map("kept_{}".format, range(MAX_CACHED_LISTS))
                if name not in tables
            )
        else:
            table = self._lists.pop(next(iter(self._lists))).table
        self._sql.run(f"CREATE TEMP TABLE IF NOT EXISTS {table} (id INTEGER PRIMARY KEY)")
        self._sql.run(f"DELETE FROM temp.{table}")
        statement, values = key
        self._sql.run(f"INSERT OR IGNORE INTO temp.{table} {statement}", values)
        return KeptList(table, int(self._sql.value(f"SELECT count(*) FROM temp.{table}")))
