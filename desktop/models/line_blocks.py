"""The lines of a list that are in sight or were lately, read in blocks; the record model asks it.

However long the list, only some thousand lines are ever held.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from typing import TYPE_CHECKING

from db import DeskError
from desktop.models.list_row import NOTHING, ListRow, SearchReasons

if TYPE_CHECKING:
    from db import Lens, Line, Page, Reader
    from desktop.models.found import FoundRows
    from desktop.models.list_request import ListRequest

# Rows read at a time, from the one that is missing: a screenful, and few for a frame.
ROWS_A_BLOCK = 32
MAX_KEPT_ROWS = 2_048  # rows


class LineBlocks:
    """Reads the rows from the one that is asked for on, and forgets the oldest."""

    def __init__(self) -> None:
        self._rows: OrderedDict[int, ListRow] = OrderedDict()
        self._found_reasons = NOTHING
        self.more: frozenset[str] = frozenset()  # the chosen columns that are read too

    def fill(self, found: FoundRows | None) -> None:
        """Hold what a search read and explained; None for a list that was not searched."""
        self._rows.clear()
        self._found_reasons = NOTHING if found is None else found.remarks
        if found is not None:
            self._rows.update(enumerate(found.rows))

    def learn(self, page: Page) -> None:
        """Take what a further look says of rows that are added at the end."""
        self._found_reasons = SearchReasons(
            {**page.reasons, **self._found_reasons.reasons},
            page.matched_words | self._found_reasons.matched_words,
        )

    def clear(self) -> None:
        """Forget all lines, because something has changed."""
        self._rows.clear()

    def row_in_memory(self, at: int) -> ListRow | None:
        """Return a row if it is held; what is painted again asks this first, and often."""
        return self._rows.get(at)

    def row_of(self, record_id: int) -> int | None:
        """Return the row of a record whose line is held."""
        lines = ((at, row.line) for at, row in self._rows.items())
        return next((at for at, line in lines if line is not None and line.id == record_id), None)

    def row(self, at: int, ids: array[int], reader: Reader, lens: Lens) -> ListRow:
        """Return a row. A refusal is kept in it, for painting must never raise."""
        row = self._rows.get(at)
        if row is None:
            self._read(at, ids, reader, lens)
            row = self._rows[at]
        return row

    def explain(self, at: int, question: ListRequest, reader: Reader) -> None:
        """Say why the hit in a row was found; the reasons of a block are read together."""
        if self._rows[at].why is None and self._rows[at].line is not None:
            near = [
                row for n in range(at, at + ROWS_A_BLOCK) if (row := self._rows.get(n)) is not None
            ]
            question.explain(near, self._found_reasons, reader)

    def _read(self, at: int, ids: array[int], reader: Reader, lens: Lens) -> None:
        missing = [n for n in range(at, min(at + ROWS_A_BLOCK, len(ids))) if n not in self._rows]
        wanted = [ids[n] for n in missing]
        refusal = ""
        found: dict[int, Line] = {}
        try:
            found = {line.id: line for line in reader.lines(wanted, lens, self.more)}
        except DeskError as refused:
            refusal = str(refused)
        for n, key in zip(missing, wanted, strict=True):
            self._rows[n] = ListRow(found.get(key), refusal)
        while len(self._rows) > MAX_KEPT_ROWS:
            self._rows.popitem(last=False)
