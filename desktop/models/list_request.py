"""What a list asks of the desk: which records, in which order. The record model and paper ask it.

It is asked on any thread, with the reader of that thread.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db import Lens, Page, Query, Reader

EVERYTHING = 1 << 40
SPARSE = 10  # hits; with fewer the officer may mean what is spelt otherwise
_AT_ONCE = 200  # ids asked for before the first paint


@dataclass(frozen=True, slots=True)
class ListRequest:
    """A kind through a lens; `by_fit` says that hits stand by how well they fit the query."""

    kind: str
    query: Query
    lens: Lens
    order: str
    descending: bool
    by_fit: bool

    def first_ids(self, reader: Reader) -> array[int]:
        """The first records of the whole list."""
        return reader.first_ids(
            self.kind, self.lens, self.order, descending=self.descending, limit=_AT_ONCE
        )

    def all_ids(self, reader: Reader) -> array[int]:
        """Every record of the kind."""
        return reader.all_ids(self.kind, self.lens, self.order, descending=self.descending)

    def hits(self, reader: Reader, cap: int | None = None, *, thorough: bool = False) -> Page:
        """The hits of the query, so many at most; in the order of a column always all of them."""
        if not self.by_fit:
            cap = EVERYTHING
        page = reader.page(self.kind, self.query, self.lens, cap=cap, thorough=thorough)
        if self.by_fit:
            return page
        fits = dict(zip(page.ids, page.fits, strict=True)) if page.fits else {}
        found = set(page.ids)
        listed = array("q", (key for key in self.all_ids(reader) if key in found))
        return replace(page, ids=listed, fits=array("b", (fits.get(key, 0) for key in listed)))

    def shown_ids(self, reader: Reader) -> array[int]:
        """Every record on show, in the order on show: as the model puts its pages together."""
        if self.query.is_empty:
            return self.all_ids(reader)
        page = self.hits(reader)
        if self.wants_rest(page):
            return self.rest(reader, page.ids).ids
        return page.ids

    @staticmethod
    def wants_rest(page: Page) -> bool:
        """Whether there may be more than these hits: beyond the first page, or spelt otherwise."""
        return page.is_capped or 0 < len(page.ids) < SPARSE

    def place(self, reader: Reader, ids: array[int], record_id: int) -> int:
        """Where a record stands, or would stand, among all."""
        return reader.place(ids, record_id, self.kind, self.order, descending=self.descending)

    def rest(self, reader: Reader, shown: array[int]) -> Page:
        """All hits, those that are shown first and as they stand, other spellings last."""
        known = set(shown)
        every = self.hits(reader, EVERYTHING, thorough=True)
        ids = array("q", [*shown, *(key for key in every.ids if key not in known)])
        return replace(every, ids=ids, fits=array("b"))
