"""How much text of one record a document takes; the sheet of a record asks before it is made."""

from __future__ import annotations

from db import Record, Refused, field_names, parts_of

# Letters of one record: some 500 pages, and less than a gigabyte to set them.
MAX_RECORD_LETTERS = 3_000_000


def letters_of(record: Record) -> int:
    """Return the letters of all texts of a record and its parts, those of its sources left out."""
    items = [record, *(part for _, part in parts_of(record))]
    values = (getattr(item, name) for item in items for name in field_names(item))
    return sum(len(value) for value in values if isinstance(value, str))


def need_printable_length(record: Record) -> None:
    """Refuse a record whose text would fill more pages than a document takes."""
    letters = letters_of(record)
    if letters > MAX_RECORD_LETTERS:
        raise Refused(
            f"“{record.title[:80]}” holds {letters / 1e6:.1f} million letters of text, and a"
            f" document takes {MAX_RECORD_LETTERS // 1_000_000} million; shorten it, or attach the"
            " text as a file."
        )
