"""The rows of one kind, any number of them without loading them: ids in order, lines as needed.

Each tab has one. The first rows are there at once; the whole order and the hits of a search come
from the background reader, and only what is painted is read.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from db import DEFAULT_ORDER, NO_LIMIT, DeskError
from desktop.background.delay import ALL_HITS_PAUSE_MS, Delay
from desktop.models.line_blocks import ROWS_A_BLOCK
from desktop.models.list_request import ListRequest
from desktop.models.row_model import RowModel

if TYPE_CHECKING:
    from db import Change, Page, Query
    from desktop.models.found import FoundRows
    from desktop.session.session import Session

MAX_WHOLE_ROWS = 2_000  # so long a list is read in one go
_MAX_PLACED_RECORDS = 20  # records of a change that are put in their places one by one


class RecordModel(RowModel):
    """The list of a kind, or the hits of a query in it: those of words best first.

    `counted` says that the number of hits is known anew; `refused` gives the sentence of a
    question that could not be answered.
    """

    counted = Signal()
    refused = Signal(str)

    def __init__(self, kind: str, session: Session, parent: QObject | None = None) -> None:
        super().__init__(kind, session, parent)
        self._order = DEFAULT_ORDER[kind]
        self._is_descending = False
        self._all: array[int] | None = None  # every id in order, once it is known
        self._is_sorted_by_hand = False
        self.is_capped = False
        self.is_in_sight = True  # whether rows are worth reading beside the ids
        self.rows_in_sight = ROWS_A_BLOCK  # how many
        self._is_open = False
        self._has_reasons = False
        self._is_asking = False
        self._is_withdrawn = False
        self.first_hit: Page | None = None  # of a query, alone; None where nothing is found
        self.rest_delay = Delay(self, ALL_HITS_PAUSE_MS, self._ask_rest)
        self._has_rest = False  # hits beyond the first page, or spelt otherwise, are still to come

    # what is shown

    @property
    def total(self) -> int | None:
        """How many records of the kind the lens shows; None until it is known."""
        return None if self._all is None else len(self._all)

    @property
    def order(self) -> tuple[str, bool]:
        """The column that the list is sorted by, and whether downwards."""
        return self._order, self._is_descending

    @property
    def best_id(self) -> int | None:
        """The hit that fits best, in whatever order they stand; without a search the first row."""
        if self._query.is_empty or self.first_hit is None:
            return self.id_at(0)
        return self.first_hit.ids[0]

    @property
    def is_sorted(self) -> bool:
        """Whether the rows stand in that order; hits of words stand by how well they fit at
        first.
        """
        return not self.question.is_ranked

    def begin(self) -> None:
        """Show the first rows at once; `open` asks for the rest."""
        if not self._is_open and not self._ids:
            self._show_first()

    def open(self) -> None:
        """Show the first rows at once and ask for the rest; do nothing the second time."""
        if self._is_open:
            return
        self.begin()
        self._is_open = True
        self._ask_all()

    def reload(self) -> None:
        """Read everything anew: another lens, another order, or a change of many records."""
        self._all = None
        self._forget_rest()
        if not self._is_open:
            return
        if self._query.is_empty:
            self._show_first()
        self._ask_all()
        if not self._query.is_empty:
            self._ask_hits()

    def search(self, query: Query) -> None:
        """Show the hits of a query once they are read; an empty one shows everything."""
        if self.has_asked(query):
            return
        self._query = query
        self._is_sorted_by_hand = False
        self._forget_rest()
        self._is_open = True
        if not query.is_empty:
            self._ask_hits()
            return
        self._session.background_reader.forget(f"hits {self.kind}")
        self.first_hit, self._is_asking, self._is_withdrawn = None, False, False
        if self._all is not None:
            self.show_ids(self._all)
        else:
            self._show_first()
            self._ask_all()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; one that no order is kept for stays as it was."""
        if not 0 <= column < len(self._columns) or not self._columns[column].is_sortable:
            return
        chosen = (self._columns[column].key, order == Qt.SortOrder.DescendingOrder)
        if chosen == self.order and self.is_sorted:
            return
        self._order, self._is_descending = chosen
        self._is_sorted_by_hand = True
        self.reload()

    def row_of(self, record_id: int) -> int | None:
        """Return the row of a record, or None when it is not in the list."""
        row = self.blocks.row_of(record_id)
        if row is None and self._query.is_empty and len(self._ids) > MAX_WHOLE_ROWS:
            # A million ids are not walked through; the keys say where to look.
            row = self.question.place(self._session.reader, self._ids, record_id)
            if row < len(self._ids) and self._ids[row] == record_id:
                return row
            row = None
        return row if row is not None else self._place_of_id(record_id)

    def find_beginning(self, text: str) -> int | None:
        """Return the first row that begins with a text; no row is read for it."""
        try:
            return self.question.find_beginning(self._session.reader, self._ids, text)
        except DeskError as refusal:
            self.refused.emit(str(refusal))
            return None

    def _place_of_id(self, record_id: int) -> int | None:
        try:
            return self._ids.index(record_id)
        except ValueError:
            return None

    @property
    def is_asking(self) -> bool:
        """Whether the hits of the query are still to come."""
        return self._is_asking

    @property
    def is_whole(self) -> bool:
        """Whether no row is still to come."""
        is_all = self._all is not None or not self._query.is_empty
        return is_all and not (self._is_asking or self._has_rest)

    def hurry(self) -> None:
        """Ask at once for the rows that would come when nobody types."""
        if self.rest_delay.isActive():
            self.rest_delay.start(0)

    def has_asked(self, query: Query) -> bool:
        """Say whether the rows are those of a query, or will be."""
        return query == self._query and not self._is_withdrawn

    def withdraw(self) -> None:
        """Have the background reader read nothing more for a query that another will follow."""
        self._forget_rest()
        if self._is_asking:
            self._is_withdrawn = True
            self._session.background_reader.forget(f"hits {self.kind}")

    # questions

    @property
    def question(self) -> ListRequest:
        """What is asked for just now."""
        by_fit = not self._is_sorted_by_hand
        lens, more = self._session.lens, self.blocks.more
        return ListRequest(self.kind, self._query, lens, *self.order, by_fit, more)

    def show_more(self, keys: Collection[str]) -> None:
        """Read these of the columns that can be chosen, from now on."""
        more = frozenset(keys)
        if more != self.blocks.more:
            self.blocks.more = more
            self.blocks.clear()
            self._repaint()

    def _show_first(self) -> None:
        try:
            first = self.question.first_ids(self._session.reader)
        except DeskError as refusal:
            self.refused.emit(str(refusal))
            return
        self.show_ids(first)

    def _ask_all(self) -> None:
        job = self.question.all_ids
        self._session.background_reader.ask(f"all {self.kind}", job, self._take_all, self._refuse)

    def _take_all(self, ids: array[int]) -> None:
        self._all = ids
        if self._query.is_empty:
            self.show_ids(ids)
        else:
            self.counted.emit()

    def _ask_hits(self, *, again: bool = False) -> None:
        """Ask for the first page; `again` asks for as many as are there, so that no row is lost."""
        self._forget_rest()
        self._is_asking, self._is_withdrawn = True, False
        cap = NO_LIMIT if again and not self.is_capped else None
        rows = self.rows_in_sight if self.is_in_sight else 0
        job = partial(self.question.find_rows, rows=rows, cap=cap)
        self._session.background_reader.ask(
            f"hits {self.kind}", job, self.take_hits, self._refuse, urgent=True
        )

    def take_hits(self, found: FoundRows) -> None:
        """Show the first page of a search; it comes from the background."""
        self._is_asking = False
        page = found.page
        self.first_hit = page.best()
        self._has_rest = ListRequest.wants_rest(page)
        if self._has_rest:
            self.rest_delay.start()
        self.show_ids(page.ids, is_capped=page.is_capped, found=found)

    def _ask_rest(self) -> None:
        """Ask for what lies beyond the first page, or is spelt otherwise, when nobody types."""
        job = partial(self.question.rest, shown_ids=self._ids)
        self._session.background_reader.ask(f"rest {self.kind}", job, self._take_rest, self._refuse)

    def _take_rest(self, page: Page) -> None:
        self.is_capped = self._has_rest = False
        self.blocks.learn(page)
        ids, old = page.ids, len(self._ids)
        if ids[:old] != self._ids:
            from desktop.models.found import FoundRows

            self.show_ids(ids, found=FoundRows(page))  # in order, others stand between
            return
        if len(ids) > old:
            self.beginInsertRows(QModelIndex(), old, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
        self.counted.emit()

    def _forget_rest(self) -> None:
        self._has_rest = False
        self.rest_delay.stop()
        self._session.background_reader.forget(f"rest {self.kind}")

    def _refuse(self, refusal: DeskError) -> None:
        self._is_asking = self._has_rest = False
        self.refused.emit(str(refusal))

    def show_ids(
        self, ids: array[int], *, is_capped: bool = False, found: FoundRows | None = None
    ) -> None:
        """Put other rows in place; a list that only grows at its end keeps all that stands."""
        old = len(self._ids)
        grows = 0 < old <= len(ids) and not self.is_capped and ids[:old] == self._ids
        if grows:
            self.blocks.fill(found)
            if len(ids) > old:
                self.beginInsertRows(QModelIndex(), old, len(ids) - 1)
            self._ids = ids
            if len(ids) > old:
                self.endInsertRows()
            self._repaint()
        else:
            if self._changes_height():
                self.put_rows(array("q"))
                self.emptied.emit()
            self.put_rows(ids, found)
        self.is_capped = is_capped
        self.filled.emit()
        self.counted.emit()

    def _changes_height(self) -> bool:
        """Say whether the rows have to make room for reasons, or need it no more."""
        was, self._has_reasons = self._has_reasons, self.has_reasons
        return was != self._has_reasons

    # changes

    def take(self, change: Change) -> None:
        """Look at a change and refresh what it may have touched."""
        if not self._is_open:
            return
        self._forget_rest()
        if self.is_capped:
            self._has_rest = True
            self.rest_delay.start()
        if self.kind not in change.kinds and not change.many:
            self.blocks.clear()
            self._repaint()  # a line may name the changed record
        elif change.many or self._all is None:
            self.blocks.clear()
            self.reload()
        elif (
            len(self._all) <= MAX_WHOLE_ROWS
            or len(change.ids) > _MAX_PLACED_RECORDS
            or not self._query.is_empty
        ):
            self._reread()
        else:
            self._place(change.ids)

    def _reread(self) -> None:
        """Ask for the whole list anew, in one go where that is quick."""
        self.blocks.clear()
        if len(self._all or ()) > MAX_WHOLE_ROWS or not self._query.is_empty:
            self._repaint()
            self._ask_all()
            if not self._query.is_empty:
                self._ask_hits(again=True)
            return
        try:
            ids = self.question.all_ids(self._session.reader)
        except DeskError as refusal:
            self.refused.emit(str(refusal))
            return
        self._take_all(ids)

    def _walked_near(self, record_id: int, row: int | None) -> int | None:
        """Return the row of a record that stood in one before others were moved."""
        if row is None or (row < len(self._ids) and self._ids[row] == record_id):
            return row
        return self._place_of_id(record_id)

    def _move_in(self, record_id: int, row: int | None) -> None:
        """Put a record from its row, or from nowhere, to its place in the order."""
        if row is not None:
            self._ids.pop(row)  # only while its place is looked for: nothing is painted now
        place = self.question.place(self._session.reader, self._ids, record_id)
        if row is None:
            self.beginInsertRows(QModelIndex(), place, place)
            self._ids.insert(place, record_id)
            self.endInsertRows()
            return
        self._ids.insert(row, record_id)
        if place != row:
            end = place + (place > row)
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), end)
            self._ids.insert(place, self._ids.pop(row))
            self.endMoveRows()

    def _place(self, changed: Sequence[int]) -> None:
        """Take out what is gone and put what is there where it now belongs, one by one."""
        reader, lens = self._session.reader, self._session.lens
        try:
            rows = {key: self.row_of(key) for key in changed}
            self.blocks.clear()
            lines = reader.lines(changed, lens)
        except DeskError as refusal:
            self.refused.emit(str(refusal))
            return
        there = {line.id for line in lines if line.kind == self.kind}
        for key in changed:
            row = self._walked_near(key, rows[key])
            if key in there:
                self._move_in(key, row)
            elif row is not None:
                self.beginRemoveRows(QModelIndex(), row, row)
                self._ids.pop(row)
                self.endRemoveRows()
        self._repaint()
        self.filled.emit()
        self.counted.emit()
