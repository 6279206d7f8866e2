"""The lines of a list that are in sight or were lately, read in blocks; the record model asks it.

However long the list, only some thousand lines are ever held.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import DeskError

if TYPE_CHECKING:
    from db import Lens, Line, Query, Reader, Reason

BLOCK = 32  # rows read at a time, from the one that is missing: a screenful, and few for a frame
KEPT = 2_048  # rows


@dataclass(slots=True, eq=False)
class Row:
    """The line of a row, None where there is none to show: `refusal` says why if it failed."""

    line: Line | None
    refusal: str = ""
    why: Reason | None = None


class LineBlocks:
    """Reads the rows from the one that is asked for on, and forgets the oldest."""

    def __init__(self) -> None:
        self._rows: OrderedDict[int, Row] = OrderedDict()

    def clear(self) -> None:
        """Forgets all lines, because something has changed."""
        self._rows.clear()

    def kept(self, at: int) -> Row | None:
        """A row if it is held; what is painted again asks this first, and often."""
        return self._rows.get(at)

    def row_of(self, record_id: int) -> int | None:
        """The row of a record whose line is held."""
        held = ((at, row.line) for at, row in self._rows.items())
        return next((at for at, line in held if line is not None and line.id == record_id), None)

    def row(self, at: int, ids: array[int], reader: Reader, lens: Lens) -> Row:
        """A row. A refusal is kept in it, for painting must never raise."""
        row = self._rows.get(at)
        if row is None:
            self._read(at, ids, reader, lens)
            row = self._rows[at]
        return row

    def why(self, at: int, query: Query, reader: Reader, lens: Lens) -> str:
        """Why the hit in a row was found; the reasons of a block are read together."""
        row = self._rows[at]
        if row.why is None and row.line is not None:
            self._reason(at, row.line.kind, query, reader, lens)
        return str(row.why) if row.why is not None else ""

    def _read(self, at: int, ids: array[int], reader: Reader, lens: Lens) -> None:
        missing = [n for n in range(at, min(at + BLOCK, len(ids))) if n not in self._rows]
        wanted = [ids[n] for n in missing]
        refusal = ""
        found: dict[int, Line] = {}
        try:
            found = {line.id: line for line in reader.lines(wanted, lens)}
        except DeskError as refused:
            refusal = str(refused)
        for n, key in zip(missing, wanted, strict=True):
            self._rows[n] = Row(found.get(key), refusal)
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)

    def _reason(self, at: int, kind: str, query: Query, reader: Reader, lens: Lens) -> None:
        from db import Reason  # with the rest of searching, which a list alone does not need

        near = [row for n in range(at, at + BLOCK) if (row := self._rows.get(n)) and row.line]
        ids = [row.line.id for row in near if row.line is not None]
        try:
            reasons = reader.reasons(kind, ids, query, lens)
        except DeskError:
            reasons = {}  # The lines stand; they only do not say why.
        for row in near:
            if row.line is not None:
                row.why = reasons.get(row.line.id, Reason())
