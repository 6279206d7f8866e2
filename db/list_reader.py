"""What lists and the search box ask of a desk: ids, lines, hits; `reader` adds all the rest."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from db.lazy import LazyModule
from db.lens import Lens
from db.lists import lines
from db.lists import record_lists as lists
from db.storage.engine import Sql

if TYPE_CHECKING:
    from db import search
    from db.duplicates import Near, Pair
    from db.lists.lines import Line
    from db.query import Query
    from db.search import Page, Reason
    from db.search.filter_cache import KeptLists, Lists
    from db.search.term_cache import Vocabulary
else:
    search = LazyModule("search")


class ListReader:
    """Reads lists through a lens. `interrupt` may be called from any thread; the rest from one."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql
        self._vocabularies: dict[bool, Vocabulary] = {}
        self._kept: KeptLists | None = None

    def close(self) -> None:
        """Give the connection back."""
        self._sql.close()

    def interrupt(self) -> None:
        """Stop the question being answered; it ends with `Stopped`."""
        self._sql.interrupt()

    def watch(self, is_unwanted: Callable[[], bool]) -> None:
        """Ask before each further step whether the answer is unwanted; it then ends as above."""
        self._sql.is_unwanted = is_unwanted

    # lists

    def first_ids(
        self, kind: str, lens: Lens, order: str, *, descending: bool = False, limit: int = 200
    ) -> array[int]:
        """The first ids of a list."""
        return lists.first_ids(self._sql, kind, lens, order, descending=descending, limit=limit)

    def all_ids(self, kind: str, lens: Lens, order: str, *, descending: bool = False) -> array[int]:
        """Every id of a list in order."""
        return lists.all_ids(self._sql, kind, lens, order, descending=descending)

    def place(
        self,
        ids: Sequence[int],
        record_id: int,
        kind: str,
        order: str,
        *,
        descending: bool = False,
    ) -> int:
        """Where a record stands, or would stand, among ids that are in an order."""
        with self._sql.snapshot():
            return lists.place(self._sql, ids, record_id, kind, order, descending=descending)

    def count(self, kind: str, lens: Lens) -> int:
        """How many records of a kind the lens shows."""
        return lists.count(self._sql, kind, lens)

    def lines(self, ids: Sequence[int], lens: Lens) -> list[Line]:
        """The lines of a list for these ids."""
        with self._sql.snapshot():
            return lines.lines(self._sql, ids, lens)

    def page(
        self,
        kind: str,
        query: Query,
        lens: Lens,
        *,
        cap: int | None = None,
        thorough: bool = False,
    ) -> Page:
        """The hits of a query in one kind, best first; `thorough` looks further than typing may."""
        most = search.CAP if cap is None else cap
        kept = self._kept_lists(kind, query, lens)
        with self._sql.snapshot():
            return search.search(
                self._sql, kind, query, lens, self._words, cap=most, thorough=thorough, kept=kept
            )

    def _kept_lists(self, kind: str, query: Query, lens: Lens) -> Lists:
        """What the filters of a query name, so that it need not be looked for at every letter."""
        if not query.filters:
            return {}
        if self._kept is None:
            from db.search.filter_cache import KeptLists

            self._kept = KeptLists(self._sql)
        return self._kept.of(kind, query, lens)

    def nearest(self, kind: str, query: Query, lens: Lens) -> list[Line]:
        """What comes nearest where a query finds nothing: without its filters, else by name."""
        from db.search import nearest  # where something was looked for in vain
        from db.search.exact import place_of

        loose = nearest.loosened(query)
        if loose.is_empty:
            return []
        ids: Sequence[int] = self.page(kind, loose, lens, cap=nearest.SHOWN).ids
        if not ids:
            with self._sql.snapshot():
                place = place_of(self._sql, kind, loose, lens, nearest.LOOKED_AT)
                ids = nearest.least_unlike(place, loose, self._words(True))
        return self.lines(ids, lens)

    def _words(self, of_names: bool) -> Vocabulary:
        """The words of names or of texts, for words spelt otherwise; read when first asked for."""
        if of_names not in self._vocabularies:
            from db.search.term_cache import Vocabulary  # not before a word is misspelt

            self._vocabularies[of_names] = Vocabulary(self._sql, of_names=of_names)
        return self._vocabularies[of_names]

    def reasons(self, kind: str, ids: Sequence[int], query: Query, lens: Lens) -> dict[int, Reason]:
        """Why each hit was found."""
        return search.reasons(self._sql, kind, ids, query, lens)

    def highest_marking(self, ids: Sequence[int]) -> int:
        """The highest marking among these records."""
        shown = self.lines(ids, Lens())
        return max((line.marking for line in shown), default=0)

    # duplicates

    def duplicates(
        self, kinds: Sequence[str], lens: Lens, progress: Callable[[int, int], None]
    ) -> list[Pair]:
        """The pairs of records of these kinds that may be one, best first."""
        from db.duplicates import find_pairs  # loaded when it is first asked for

        with self._sql.snapshot():
            return find_pairs(self._sql, kinds, lens, progress)

    def count_ties(self, record_id: int) -> int:
        """How many rows a merging of this record into another would touch."""
        from db.changes.merging import count_ties

        return count_ties(self._sql, record_id)

    def already_here(self, kind: str, name: str, lens: Lens, limit: int = 3) -> list[Near]:
        """The records that one of this name may be."""
        from db.duplicates import already_here

        def find(query: Query, most: int) -> Sequence[int]:
            return search.search(self._sql, kind, query, lens, self._words, cap=most).ids[:most]

        with self._sql.snapshot():
            return already_here(self._sql, kind, name, lens, find, limit)
