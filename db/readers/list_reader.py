"""Lists and the search box: which records stand in what order, and what is found.

`Reader` is one.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from db.lazy import lazy_modules
from db.lens import Lens
from db.lists import lines, record_lists
from db.lists.record_lists import COLUMNS
from db.readers.desk_reader import DeskReader
from db.storage.engine import Sql

if TYPE_CHECKING:
    from db import search
    from db.lists.lines import Line
    from db.query import Query
    from db.search import Page, Reason, beginnings, completion
    from db.search.completion import Completion
    from db.search.exact import exact_hits, filter_cache
    from db.search.exact.filter_cache import FilterCache, Lists
    from db.search.fuzzy import nearest, term_cache
    from db.search.fuzzy.term_cache import Vocabulary

# A list is read with less; the page of its first record loads the most of it.
lazy_modules(__name__)


class ListReader(DeskReader):
    """Reads lists and answers searches through a lens."""

    def __init__(self, sql: Sql) -> None:
        super().__init__(sql)
        self._vocabularies: dict[bool, Vocabulary] = {}
        self._filter_cache: FilterCache | None = None

    def first_ids(
        self, kind: str, lens: Lens, order: str, *, descending: bool = False, limit: int = 200
    ) -> array[int]:
        """Return the first ids of a list."""
        return record_lists.first_ids(
            self._sql, kind, lens, order, descending=descending, limit=limit
        )

    def all_ids(self, kind: str, lens: Lens, order: str, *, descending: bool = False) -> array[int]:
        """Return every id of a list in order."""
        return record_lists.all_ids(self._sql, kind, lens, order, descending=descending)

    def place(
        self, ids: Sequence[int], record_id: int, kind: str, order: str, *, descending: bool = False
    ) -> int:
        """Say where a record stands, or would stand, among ids that are in an order."""
        with self._sql.snapshot():
            return record_lists.place(self._sql, ids, record_id, kind, order, descending=descending)

    def in_order(
        self, ids: Sequence[int], kind: str, order: str, *, descending: bool = False
    ) -> array[int]:
        """Return these ids of a kind in an order."""
        return record_lists.in_order(self._sql, ids, kind, order, descending=descending)

    def find_beginning(
        self, ids: Sequence[int], text: str, kind: str, order: str, *, descending: bool = False
    ) -> int | None:
        """Return the first row, of ids in an order, that begins in its column with a text."""
        with self._sql.snapshot():
            return beginnings.find_beginning(
                self._sql, ids, text, kind, order, descending=descending
            )

    def find_by_title(self, ids: Sequence[int], text: str) -> int | None:
        """Return the first row, of ids in any order, whose title begins with a text."""
        with self._sql.snapshot():
            return beginnings.find_by_title(self._sql, ids, text)

    def count(self, kind: str, lens: Lens) -> int:
        """Say how many records of a kind the lens shows."""
        return record_lists.count(self._sql, kind, lens)

    def counts(self, lens: Lens) -> dict[str, int]:
        """Say how many records of each kind the lens shows."""
        return {kind: self.count(kind, lens) for kind in COLUMNS}

    def lines(
        self, ids: Sequence[int], lens: Lens, more: Collection[str] | None = None
    ) -> list[Line]:
        """Return the lines of a list for these ids, with the cells of all its columns where some
        are named that can be chosen: these are filled.
        """
        with self._sql.snapshot():
            return lines.lines(self._sql, ids, lens, more)

    def page(
        self,
        kind: str,
        query: Query,
        lens: Lens,
        *,
        cap: int | None = None,
        thorough: bool = False,
        order: str | None = None,
        descending: bool = False,
    ) -> Page:
        """Return the hits of a query in one kind, best first; `thorough` looks further.

        What filters alone find stands in an order, that of the kind's list where none is named.
        """
        record_lists.note_left_out(self._sql)
        most = search.MAX_FIRST_HITS if cap is None else cap
        lists = self._filter_lists(kind, query, lens)
        with self._sql.snapshot():
            return search.search(
                self._sql, kind, query, lens, self._words, cap=most, thorough=thorough,
                lists=lists, order=order or record_lists.DEFAULT_ORDER[kind],
                descending=descending,
            )  # fmt: skip

    def _filter_lists(self, kind: str, query: Query, lens: Lens) -> Lists:
        """Return what the filters of a query name, kept from one letter to the next."""
        if not query.filters:
            return {}
        if self._filter_cache is None:
            self._filter_cache = filter_cache.FilterCache(self._sql)
        return self._filter_cache.of(kind, query, lens)

    def nearest(self, kind: str, query: Query, lens: Lens) -> list[Line]:
        """Return what comes nearest to a query of no hits: without its filters, else by name."""
        loose = nearest.loosen_query(query)
        if loose.is_empty:
            return []
        ids: Sequence[int] = self.page(kind, loose, lens, cap=nearest.MAX_NEAREST_NAMES).ids
        if not ids:
            with self._sql.snapshot():
                place = exact_hits.place_of(
                    self._sql, kind, loose, lens, nearest.MAX_COMPARED_RECORDS
                )
                ids = nearest.nearest_at_all(place, loose, self._words(True))
        return self.lines(ids, lens)

    def pick(self, kinds: Sequence[str], query: Query, lens: Lens, limit: int = 20) -> list[Line]:
        """Return the best few records of some kinds, for a picker."""
        ids: list[int] = []
        for kind in kinds:
            ids += self.page(kind, query, lens, cap=limit).ids[:limit]
        return self.lines(ids, lens)

    def _words(self, of_names: bool) -> Vocabulary:
        """Return the words of names or of texts, for other spellings; read when first asked for."""
        if of_names not in self._vocabularies:
            self._vocabularies[of_names] = term_cache.Vocabulary(self._sql, of_names=of_names)
        return self._vocabularies[of_names]

    def reasons(self, kind: str, ids: Sequence[int], query: Query, lens: Lens) -> dict[int, Reason]:
        """Say why each hit was found."""
        return search.reasons(self._sql, kind, ids, query, lens)

    def completions(self, text: str, cursor: int, lens: Lens) -> list[Completion]:
        """Say how the word before the cursor of the search box may go on."""

        def first_titles(kind: str, query: Query, limit: int) -> list[str]:
            ids = self.page(kind, query, lens, cap=limit).ids
            return [line.title for line in self.lines(ids, lens)]

        titles = completion.titles_of(first_titles)
        return completion.completions(self._sql, text, cursor, lens, titles)

    def highest_marking(self, ids: Sequence[int]) -> int:
        """Return the highest marking among these records."""
        found = self.lines(ids, Lens())
        return max((line.marking for line in found), default=0)
