"""When something was, in the words of its date or dates: what a cell or a bar says.

Lists and the timeline ask it with the four columns that a date is stored in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db.dates.stored import stored_date

MAX_DATE_LETTERS = 24  # characters of an officer's own date that a list shows


def date_text(values: Sequence[Any]) -> str:
    """Return one date in words; a sentence is left to the page, which has room for it."""
    edtf, first, last, words = values
    if words and len(words) > MAX_DATE_LETTERS and edtf:
        words = ""
    date = stored_date(edtf, first, last, words)
    return "" if date is None else date.phrase()


def span_text(start: Sequence[Any], end: Sequence[Any]) -> str:
    """Say when, in words, from the four columns of a start and of an end."""
    first, last = date_text(start), date_text(end)
    if first and last and first != last and not start[3] and not end[3]:
        span = stored_date(f"{start[0]}/{end[0]}", start[1], end[2], "")
        if span is not None and span.edtf:
            return span.phrase()
    return f"{first} – {last}" if first and last and first != last else first or last
