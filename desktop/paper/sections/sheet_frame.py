"""What stands in the head and foot of every sheet: the marking, the day, the desk.

Every form asks it, whoever makes its sheet.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from db import MARKINGS, Lens, local_time
from desktop.paper.sections.markings import check
from desktop.paper.sections.print_phrases import day_text


def sheet_frame(
    lens: Lens, desk: str, now: datetime, marking: int, withheld: int
) -> dict[str, Any]:
    """Return the head and foot of a sheet; raise Refused where it lies above the ceiling.

    >>> from db import Lens
    >>> frame = sheet_frame(Lens("2026-11-23"), "Desk", datetime(2026, 11, 23, 9, 5), 0, 2)
    >>> frame["as_of"], frame["is_open"], frame["withheld"]
    ('as of 23 November 2026', True, 2)
    """
    check(marking, lens)
    return {
        "marking": MARKINGS[marking].upper(),
        "is_open": not marking,
        "as_of": f"as of {day_text(lens.as_of)}",
        "printed": f"printed {local_time(now)}",
        "desk": desk,
        "withheld": withheld,
    }
