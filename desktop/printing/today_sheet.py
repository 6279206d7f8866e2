"""Today as a sheet: each section a heading, each line its day, its record and what is to be done.

The preview and the command `today` ask it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from db import MARKINGS, HistoricalDate, Lens, Reader, TodayLine, TodaySection, iso_day, local_time
from desktop.paper.content.blocks import (
    Block,
    Chronology,
    Entry,
    Heading,
    Paragraph,
    Run,
    Sheet,
)
from desktop.paper.content.isolates import isolate
from desktop.paper.sections.print_phrases import day_text
from desktop.printing.today_names import SECTION_NAMES, more_text

NOTHING = "Nothing is coming, due or overdue."


def today_sheet(reader: Reader, lens: Lens, desk: str, now: datetime | None = None) -> Sheet:
    """Return what an officer should see on the lens's day, marked as high as what it names."""
    found = [section for section in reader.today_sections(lens) if section.total]
    ids = [line.record_id for section in found for line in section.lines if line.record_id]
    marking = max((line.marking for line in reader.lines(ids, lens)), default=0)
    return Sheet(
        f"Today, {day_text(lens.as_of)}",
        today_blocks(found) or [Paragraph(NOTHING)],
        "",
        marking=MARKINGS[marking].upper(),
        is_open=not marking,
        as_of=f"as of {day_text(lens.as_of)}",
        printed=f"printed {local_time(now or datetime.now())}",
        desk=desk,
    )


def today_blocks(found: Sequence[TodaySection]) -> list[Block]:
    """Return the sections that hold something, one below the other."""
    blocks: list[Block] = []
    for section in found:
        blocks.append(Heading(f"{SECTION_NAMES[section.name]} ({section.total:,})"))
        blocks.append(Chronology([_entry(line) for line in section.lines]))
        if more := more_text(section):
            blocks.append(Paragraph(f"{more[:1].upper()}{more[1:]}.", quiet=True))
    return blocks


def _entry(line: TodayLine) -> Entry:
    return Entry(when_words(line), (Run(isolate(line.title)),), isolate(line.says))


def when_words(line: TodayLine) -> str:
    """Return the day of a line in words, no more exactly than it is known; "" for none.

    >>> when_words(TodayLine("2025-09-15", 1, "event", "Call", ""))
    '15 September 2025'
    >>> when_words(TodayLine("2025-09-01", 1, "event", "Call", "", "2025-09"))
    'September 2025'
    """
    edtf = line.edtf or (iso_day(line.day) if line.day else "")
    return HistoricalDate.parse(edtf).phrase() if edtf else ""
