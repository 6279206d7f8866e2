"""The marking of a sheet, and the last look that nothing on it lies above its ceiling.

`forms` asks it for every sheet. What a reader answers was read through a lens; here it is held
against the lens of the sheet, so that no caller can bring a reading through another one.
"""

from __future__ import annotations

from db import Lens, Reading, Refused, parts_of
from desktop.paper.sections.sheet_context import SheetFacts


def highest(reading: Reading, known: SheetFacts) -> int:
    """Return the highest marking of all that stands on a sheet."""
    parts = [getattr(part, "marking", 0) for _, part in parts_of(reading.record)]
    cited = [citation.source.marking for citation in reading.record.citations]
    lines = [line.marking for line in (*reading.related.events, *reading.related.agreements)]
    return max(reading.record.marking, known.marking, *parts, *cited, *lines)


def check(marking: int, lens: Lens) -> int:
    """Return the marking, where the ceiling of the sheet bears it; Refused where it does not."""
    if not lens.shows(marking):
        raise Refused(
            "What was read for this sheet lies above its ceiling: read it through the sheet's lens."
        )
    return marking
