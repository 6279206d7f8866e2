"""A context of a record that was never on a desk, for claims about single sections."""

from __future__ import annotations

from collections.abc import Sequence

from db import Lens, Reading, Record, Related
from desktop.paper.content.blocks import Block, Sheet
from desktop.paper.sections.citing import Citing
from desktop.paper.sections.sheet_context import SheetContext, SheetFacts
from tests.desktop.paper.words import words

DAY = "2025-06-30"


def telling_of(
    record: Record,
    *,
    day: str = DAY,
    title: str = "",
    related: Related | None = None,
    known: SheetFacts | None = None,
    newest_first: bool = False,
) -> SheetContext:
    """What the sections are told from, on a day."""
    reading = Reading(record, related or Related(), title, 0)
    return SheetContext(
        reading, Lens(day), Citing(record.citations), known or SheetFacts(), newest_first, day
    )


def said(blocks: Sequence[Block]) -> list[str]:
    """The lines that blocks come to."""
    return words(Sheet("", list(blocks))).splitlines()
