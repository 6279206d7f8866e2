"""What a search puts into a list at once: its ids, and the first rows read and explained.

The request of a list makes it on the background reader's thread, so that the window only paints. It
is loaded with the rest of searching, which a list alone does not need.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import Reason
from desktop.models.list_row import ListRow, SearchReasons
from desktop.models.matched_letters import match_ranges

if TYPE_CHECKING:
    from db import Page, Query
    from desktop.models.list_row import Ranges


@dataclass(frozen=True, slots=True)
class FoundRows:
    """The hits of a query, with the first of its rows."""

    page: Page
    rows: tuple[ListRow, ...] = ()

    @property
    def remarks(self) -> SearchReasons:
        """What the search reports beside the ids."""
        return SearchReasons(self.page.reasons, self.page.matched_words)


def say_why(
    rows: Sequence[ListRow], query: Query, found: SearchReasons, reasons: Mapping[int, Reason]
) -> None:
    """Say of each row why it was found, and which of its letters matched."""
    for row in rows:
        if row.line is None:
            continue
        key = row.line.id
        matched_words = found.matched_words if key in found.reasons else frozenset()
        row.marks = match_ranges(row.line.title, query, matched_words)
        reason = found.reasons.get(key) or reasons.get(key, Reason())
        row.why, row.why_marks = _reason_text(reason, row.line.title, query, matched_words)


def _reason_text(
    reason: Reason, title: str, query: Query, matched_words: frozenset[str]
) -> tuple[str, Ranges]:
    """Return a reason as the list says it. What the title says already is not said twice."""
    if reason.text == title:
        return reason.label, ()
    return str(reason), match_ranges(reason.text, query, matched_words) if reason.label else ()
