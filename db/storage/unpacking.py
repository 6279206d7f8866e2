"""What a desk keeps packed, unpacked within bounds; whatever is no such thing is damage.

The history keeps rows as JSON, and many rows compressed; a printed document the records it names.
Days that a desk wrote before format 10 come out in the form that sorts, as they stand in the rows.
A few bytes of a hostile file can stand for gigabytes, so nothing is unpacked without a limit.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from typing import Any

from db.dates.days import as_sortable
from db.errors import Damaged

MAX_UNPACKED_BYTES = 64 << 20  # bytes of one line of history; a run of 20,000 rows has about 10 MB
MAX_PACKED_BYTES = 16 << 20  # bytes of rows that are packed together
MAX_TITLE_LETTERS = 20_000  # of a title, or of another text of one line
MAX_NAMED_RECORDS = 4_000_000  # records that a printed document names
MEND = "restore a copy of the desk, or run “verify” to see all that is broken"
Values = dict[str, Any]


def inflate(data: object, most: int, what: str) -> bytes:
    """Return what zlib packed, no more than `most` bytes; `what` says what it is a part of."""
    if not isinstance(data, bytes):
        raise _damage_refusal(what, "it is not packed as it should be")
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(data, most + 1)
    except zlib.error as error:
        raise _damage_refusal(what, "it cannot be unpacked") from error
    if len(found) > most:
        raise _damage_refusal(what, f"it unpacks to more than {most >> 20} MB")
    if not unpacker.eof:
        raise _damage_refusal(what, "it breaks off")
    return found


def json_in(data: object, what: str) -> Any:
    """Return a JSON document that the program wrote."""
    if not isinstance(data, (bytes, str)):
        raise _damage_refusal(what, "it holds no JSON")
    if len(data) > MAX_UNPACKED_BYTES:
        raise _damage_refusal(what, f"it is larger than {MAX_UNPACKED_BYTES >> 20} MB")
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:  # no UTF-8 is a ValueError too
        raise _damage_refusal(what, "it holds no JSON that can be read") from error


def row_in(data: object, what: str = "a line of the history") -> Values:
    """Return one row, or some of its columns, as the history keeps them."""
    return _check_row(json_in(data, what), what)


def rows_in(data: object, what: str = "a line of the history") -> list[Values]:
    """Return a run of rows, as `unit_of_work.pack` packed them."""
    found = json_in(inflate(data, MAX_UNPACKED_BYTES, what), what)
    if not isinstance(found, list):
        raise _damage_refusal(what, "it holds no rows")
    return [_check_row(row, what) for row in found]


def rows_of_line(first: int, data: bytes | None) -> list[Values]:
    """Return the rows of one side of a line of the history, from row `first` on; none of no side.

    One row is kept as it is, a run packed.
    """
    if data is None:
        return []
    rows = [row_in(data)] if data[:1] == b"{" else rows_in(data)
    for row in rows:
        row.setdefault("id", first)
    return rows


def is_day_column(name: str) -> bool:
    """Say whether a column of a desk's table holds days of a date, of any year.

    >>> is_day_column("start_first"), is_day_column("day"), is_day_column("checked_on")
    (True, True, False)
    """
    return name.endswith(("_first", "_last")) or name in ("day", "as_of")


def _check_row(row: Any, what: str) -> Values:
    """Return a row of plain values, with whole numbers where ids and markings stand."""
    if not isinstance(row, dict):
        raise _damage_refusal(what, "it holds no row")
    for name, value in row.items():
        is_number = isinstance(value, int) and -(1 << 63) <= value < 1 << 63
        if not (value is None or isinstance(value, str) or is_number):
            raise _damage_refusal(what, f"its {name[:40]} is no plain value")
        if (
            not is_number
            and (value is not None or name == "id")
            and (name in NUMBERS or name.endswith("_id"))
        ):
            raise _damage_refusal(what, f"its {name[:40]} is no number")
        if isinstance(value, str) and value[:1] in OLD_DAYS and is_day_column(name):
            row[name] = as_sortable(value)
    return row


OLD_DAYS = ("-", "Y")  # what a day before the year 0 or after 9999 began with until format 10
NUMBERS = frozenset({"id", "marking", "version", "position"})


def pairs_in(data: object, what: str) -> dict[int, int]:
    """Return ids and versions by turns, eight bytes each."""
    found = inflate(data, 16 * MAX_NAMED_RECORDS, what)
    if len(found) % 16:
        raise _damage_refusal(what, "it breaks off")
    numbers = array("q", found)
    if sys.byteorder == "big":
        numbers.byteswap()
    return dict(zip(numbers[::2], numbers[1::2], strict=True))


def _damage_refusal(what: str, why: str) -> Damaged:
    return Damaged(f"The desk is damaged in {what}: {why}; {MEND}.")
