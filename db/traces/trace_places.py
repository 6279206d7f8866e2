"""The places in which a desk may hold something of a record, each with its tables: the one list.

Erasing empties every one of them (`db.exchange.erasing`) and subject access lists what is there
(`subject`), so that neither can forget one. A test holds that no table of a desk is left over.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class TracePlace(StrEnum):
    """Where something of a record may lie, in the order in which it is told."""

    RECORD = "record"  # its own rows and those of its lines
    OTHERS = "others"  # lines of other records that name it
    FILES = "files"
    SOURCES = "sources"
    TOPICS = "topics"
    HISTORY = "history"
    MERGERS = "mergers"  # what was merged into it
    VERDICTS = "verdicts"  # that it is not the same as another
    DRAFTS = "drafts"
    DOCUMENTS = "documents"  # that were printed
    SEARCHES = "searches"  # that were saved
    WORDS = "words"  # of the search index
    SUMMARIES = "summaries"  # of the timeline: it was counted there


#: The tables of each place beside those of the records themselves (`record_texts.owned_tables`).
TABLES: Final[dict[TracePlace, frozenset[str]]] = {
    TracePlace.FILES: frozenset({"blob"}),
    TracePlace.SOURCES: frozenset({"source"}),
    TracePlace.TOPICS: frozenset({"tag"}),
    TracePlace.HISTORY: frozenset({"change", "revision"}),
    TracePlace.MERGERS: frozenset({"merger"}),
    TracePlace.VERDICTS: frozenset({"verdict"}),
    TracePlace.DRAFTS: frozenset({"draft"}),
    TracePlace.DOCUMENTS: frozenset({"printed"}),
    TracePlace.SEARCHES: frozenset({"saved_search"}),
    TracePlace.WORDS: frozenset({"term"}),  # and the full text, which keeps no text
    TracePlace.SUMMARIES: frozenset({"setting"}),
}

#: Tables without a word of any record: numbers of what is there, marks of the file, sums.
WORDLESS: Final = frozenset(
    {"alembic_version", "checksum", "log_mark", "stale", "standing", "text_sum"}
)
