"""The blocks of a page: the sections that paper has too, as long as they say something."""

from __future__ import annotations

from collections.abc import Sequence

from db import Lens, Reading
from desktop.paper.blocks import Block, Chronology, Entry, Heading, Run


def page_blocks(reading: Reading, lens: Lens) -> Sequence[Block]:
    """What the lens shows of a record, section by section."""
    if not reading.related.events:
        return ()
    return (
        Heading("Contacts"),
        Chronology([
            Entry(line.cells[0], [Run(line.title)], ", ".join(line.cells[2:3]))
            for line in reading.related.events
        ]),
    )  # fmt: skip
