"""What a search puts into a list at once: its ids, and the first rows read and explained.

It is made on any thread, with the reader of that thread: the record model asks it in the
background, so that the window only paints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import DeskError
from desktop.models.list_row import ListRow, Told
from desktop.models.matched_letters import marked

if TYPE_CHECKING:
    from db import Page, Query, Reader, Reason
    from desktop.models.list_request import ListRequest
    from desktop.models.list_row import Ranges


@dataclass(frozen=True, slots=True)
class FoundRows:
    """The hits of a query, with the first of its rows."""

    page: Page
    rows: tuple[ListRow, ...] = ()

    @property
    def told(self) -> Told:
        """What the search told beside the ids."""
        return Told(self.page.told, self.page.heard)


def found(question: ListRequest, reader: Reader, *, rows: int, cap: int | None = None) -> FoundRows:
    """The hits of a question, so many of their rows read."""
    page = question.hits(reader, cap)
    lines = {line.id: line for line in reader.lines(page.ids[:rows], question.lens)}
    made = tuple(ListRow(lines.get(key)) for key in page.ids[:rows])
    answer = FoundRows(page, made)
    explain(made, question, answer.told, reader)
    return answer


def explain(rows: Sequence[ListRow], question: ListRequest, told: Told, reader: Reader) -> None:
    """Say of each row why it was found, and which of its letters matched."""
    from db import Reason  # with the rest of searching, which a list alone does not need

    lines = [row.line for row in rows if row.line is not None]
    untold = [line.id for line in lines if line.id not in told.reasons]
    try:
        reasons = reader.reasons(question.kind, untold, question.query, question.lens)
    except DeskError:
        reasons = {}  # The lines stand; they only do not say why.
    for row in rows:
        if row.line is None:
            continue
        key = row.line.id
        heard = told.heard if key in told.reasons else frozenset()
        row.marks = marked(row.line.title, question.query, heard)
        reason = told.reasons.get(key) or reasons.get(key, Reason())
        row.why, row.why_marks = _said(reason, row.line.title, question.query, heard)


def _said(reason: Reason, title: str, query: Query, heard: frozenset[str]) -> tuple[str, Ranges]:
    """A reason as the list says it. What the title says already is not said twice."""
    if reason.text == title:
        return reason.label, ()
    return str(reason), marked(reason.text, query, heard) if reason.label else ()
