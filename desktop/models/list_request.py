"""What a list asks of the desk: which records, in which order. The record model and paper ask it.

It is asked on any thread, with the reader of that thread.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db import NO_LIMIT, DeskError
from desktop.models.list_row import ListRow

if TYPE_CHECKING:
    from db import Lens, Page, Query, Reader
    from desktop.models.found import FoundRows
    from desktop.models.list_row import SearchReasons

MIN_EXACT_HITS = 10  # hits; with fewer the officer may mean what is spelt otherwise
ALWAYS_IN_ORDER = frozenset({"event"})  # the timeline: found or not, what was comes before what is
_FIRST_IDS = 200  # ids asked for before the first paint


@dataclass(frozen=True, slots=True)
class ListRequest:
    """A kind through a lens; `by_fit` says that no column was chosen for the hits: those of words
    stand by how well they fit.
    """

    kind: str
    query: Query
    lens: Lens
    order: str
    descending: bool
    by_fit: bool
    more: frozenset[str] = frozenset()  # columns that were chosen beside those of every list

    @property
    def is_ranked(self) -> bool:
        """Whether hits stand by how well they fit, and not in the order of the list."""
        return self.by_fit and self.query.has_words and self.kind not in ALWAYS_IN_ORDER

    def first_ids(self, reader: Reader) -> array[int]:
        """Return the first records of the whole list."""
        return reader.first_ids(
            self.kind, self.lens, self.order, descending=self.descending, limit=_FIRST_IDS
        )

    def all_ids(self, reader: Reader) -> array[int]:
        """Return every record of the kind."""
        return reader.all_ids(self.kind, self.lens, self.order, descending=self.descending)

    def hits(self, reader: Reader, cap: int | None = None, *, thorough: bool = False) -> Page:
        """Return the hits of the query, so many at most; all of them where a column was chosen for
        hits of words, of which else only the best would be put in its order.
        """
        if not self.by_fit and self.query.has_words:
            cap = NO_LIMIT
        page = reader.page(
            self.kind,
            self.query,
            self.lens,
            cap=cap,
            thorough=thorough,
            order=self.order,
            descending=self.descending,
        )
        return (
            page if self.is_ranked or not self.query.has_words else self._put_in_order(reader, page)
        )

    def _put_in_order(self, reader: Reader, page: Page) -> Page:
        fits = dict(zip(page.ids, page.fits, strict=True)) if page.fits else {}
        ids = reader.in_order(page.ids, self.kind, self.order, descending=self.descending)
        return replace(page, ids=ids, fits=array("b", (fits.get(key, 0) for key in ids)))

    def find_rows(self, reader: Reader, *, rows: int, cap: int | None = None) -> FoundRows:
        """Return the hits of the query, so many of their rows read."""
        from desktop.models.found import FoundRows

        page = self.hits(reader, cap)
        lines = {line.id: line for line in reader.lines(page.ids[:rows], self.lens, self.more)}
        answer = FoundRows(page, tuple(ListRow(lines.get(key)) for key in page.ids[:rows]))
        self.explain(answer.rows, answer.remarks, reader)
        return answer

    def explain(self, rows: Sequence[ListRow], found: SearchReasons, reader: Reader) -> None:
        """Say of each row why it was found, and which of its letters matched."""
        from desktop.models.found import say_why

        ids = [row.line.id for row in rows if row.line is not None]
        unexplained = [key for key in ids if key not in found.reasons]
        try:
            reasons = reader.reasons(self.kind, unexplained, self.query, self.lens)
        except DeskError:
            reasons = {}  # The lines stand; they only do not say why.
        say_why(rows, self.query, found, reasons)

    def shown_ids(self, reader: Reader) -> array[int]:
        """Return every record on show, in the order on show: as the model puts its pages
        together.
        """
        if self.query.is_empty:
            return self.all_ids(reader)
        page = self.hits(reader)
        if self.wants_rest(page):
            return self.rest(reader, page.ids).ids
        return page.ids

    @staticmethod
    def wants_rest(page: Page) -> bool:
        """Say whether there may be more than these hits: beyond the first page, or spelt
        otherwise.
        """
        return page.is_capped or 0 < len(page.ids) < MIN_EXACT_HITS

    def place(self, reader: Reader, ids: array[int], record_id: int) -> int:
        """Say where a record stands, or would stand, among all."""
        return reader.place(ids, record_id, self.kind, self.order, descending=self.descending)

    def find_beginning(self, reader: Reader, ids: array[int], text: str) -> int | None:
        """Return the first of the rows on show that begins with a text, in the column they are
        sorted by or else with its title.
        """
        if self.is_ranked:
            return reader.find_by_title(ids, text)
        return reader.find_beginning(ids, text, self.kind, self.order, descending=self.descending)

    def rest(self, reader: Reader, shown_ids: array[int]) -> Page:
        """Return all hits: by fit those that are shown first and as they stand, other spellings
        last; else each at its place in the order.
        """
        known = set(shown_ids)
        every = self.hits(reader, NO_LIMIT, thorough=True)
        if not self.is_ranked:
            return replace(every, fits=array("b"))
        ids = array("q", [*shown_ids, *(key for key in every.ids if key not in known)])
        return replace(every, ids=ids, fits=array("b"))
