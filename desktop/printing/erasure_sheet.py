"""The certificate of an erasure as a sheet: what was erased, when, by whom, which copies remain.

The command `erase` and the window write it into a file; the desk itself keeps none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from db import MARKINGS, Erasure, local_time
from desktop.paper.content.blocks import Block, Bullets, Heading, Paragraph, Sheet
from desktop.paper.content.isolates import isolate

MAX_NAMING_LINES = 200  # records that are listed; the sheet counts the rest
REMOVED = {
    "history": "lines of its history",
    "documents": "printed documents that named it",
    "searches": "saved searches that named it",
    "drafts": "unsaved drafts of it",
    "files": "attached files that nothing else had",
    "sources": "sources that nothing else cited",
    "words": "words of the search index that were its alone",
}


def erasure_sheet(done: Erasure, desk: str, now: datetime | None = None) -> Sheet:
    """Return the certificate of an erasure, marked as high as the record was."""
    return Sheet(
        f"Erased for good: {isolate(done.title)}",
        list(_blocks(done)),
        f"Erased on {local_time(done.time)} by {isolate(done.author)}",
        marking=MARKINGS[done.marking].upper(),
        is_open=not done.marking,
        printed=f"printed {local_time(now or datetime.now())}",
        desk=desk,
        withheld=done.withheld,
    )


def _blocks(done: Erasure) -> Iterator[Block]:
    yield Paragraph(f"The {done.kind} {done.uid} was removed with its history. It is not kept.")
    counts = [
        f"{getattr(done.counts, name):,} {what}"
        for name, what in REMOVED.items()
        if getattr(done.counts, name)
    ]
    if counts:
        yield Heading("Removed with it")
        yield Bullets(counts)
    if done.why_not_compact:
        yield Paragraph(
            "What was removed is overwritten, but the file was not written anew:"
            f" {done.why_not_compact}"
        )
    if done.named_by:
        yield Heading("Records that named it, and say “An erased record”")
        yield Bullets([line.title for line in done.named_by[:MAX_NAMING_LINES]])
        if len(done.named_by) > MAX_NAMING_LINES:
            yield Paragraph(f"And {len(done.named_by) - MAX_NAMING_LINES:,} more.")
    if done.mentions:
        yield Heading("Texts of other records that say its name, and stay as they are")
        rows = [f"{isolate(m.line.title)} ({m.field})" for m in done.mentions[:MAX_NAMING_LINES]]
        yield Bullets(rows)
        if len(done.mentions) > MAX_NAMING_LINES:
            yield Paragraph(f"And {len(done.mentions) - MAX_NAMING_LINES:,} more.")
    yield Heading("Copies of the desk")
    if done.copies:
        yield Paragraph("These copies are known and still have it, or could not be looked at:")
        yield Bullets([str(path) for path in done.copies])
    else:
        yield Paragraph("No copy that the desk knows has it.")
    yield Paragraph(
        "Texts in which other records speak of it otherwise stay, too. Copies elsewhere, exported"
        " files and printed paper were not reached."
    )
