"""The cells of a page of SQLite's file, read without SQLite: rows, keys of indexes, children.

`page_walk` asks. A page may hold anything: what does not hold together is left out, and the rest
of the page is read. SQLite's file format, 1.6 and 2.1, says what stands where.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from db.storage.engine import PAGE_BYTES

TABLE_LEAF, TABLE_INNER, INDEX_LEAF, INDEX_INNER = 13, 5, 10, 2
KINDS_OF_PAGE: Final = frozenset({TABLE_LEAF, TABLE_INNER, INDEX_LEAF, INDEX_INNER})
FILE_HEADER_BYTES: Final = 100  # before the first page's own header
MAX_PAYLOAD_BYTES: Final = 1 << 30
MAX_COLUMNS: Final = 200
_TEXT, _BLOB = 13, 12
_SIZES: Final = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # bytes of the serial types below 10
Value = int | float | str | bytes | None
GetPage = Callable[[int], bytes | None]


class Cell(NamedTuple):
    """A row or a key: its number (of a row), its values, and the pages on which it goes on."""

    number: int
    values: list[Value]
    overflow: tuple[int, ...] = ()


class Child(NamedTuple):
    """A page below an inner page; all rows in it have numbers up to `last`, None for the last."""

    page: int
    last: int | None


def kind_of(page: bytes, number: int) -> int:
    """Return what a page says it is; 0 for no page of a tree."""
    kind = page[_header_at(number)]
    return kind if kind in KINDS_OF_PAGE else 0


def _header_at(number: int) -> int:
    return FILE_HEADER_BYTES if number == 1 else 0


def _offsets(page: bytes, number: int, usable: int, header_bytes: int) -> Iterator[int]:
    """Yield where cells begin, as far as the page's own list of them can be right.

    Of a broken count the list itself tells the end: no cell begins within it.
    """
    start = _header_at(number)
    at = start + header_bytes
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    is_counted = at + 2 * count <= usable
    first, seen = usable, 0
    while at + 2 <= min(first, usable) and (not is_counted or seen < count):
        offset = int.from_bytes(page[at : at + 2], "big")
        at += 2
        seen += 1
        if start + header_bytes < offset <= usable - 4:
            first = min(first, offset) if offset >= at else first
            yield offset
        elif not is_counted:
            return


def children(page: bytes, number: int, usable: int) -> list[Child]:
    """Return the pages below an inner page of a table or an index, in their order."""
    start = _header_at(number)
    found = []
    is_table = page[start] != INDEX_INNER
    for offset in _offsets(page, number, usable, 12):
        child = int.from_bytes(page[offset : offset + 4], "big")
        last = _varint(page, offset + 4)[0] if is_table else None
        found.append(Child(child, last))
    found.append(Child(int.from_bytes(page[start + 8 : start + 12], "big"), None))
    return found


def rows(page: bytes, number: int, usable: int, get: GetPage) -> Iterator[Cell | None]:
    """Yield the rows of a table's leaf; None for each that cannot be read."""
    for offset in _offsets(page, number, usable, 8):
        yield _read_cell(page, offset, usable, get, is_row=True)


def keys(page: bytes, number: int, usable: int, get: GetPage) -> Iterator[Cell | None]:
    """Yield the keys of an index's page, the number of their row last among the values."""
    is_inner = page[_header_at(number)] == INDEX_INNER
    for offset in _offsets(page, number, usable, 12 if is_inner else 8):
        yield _read_cell(page, offset + 4 * is_inner, usable, get, is_row=False)


def _read_cell(page: bytes, at: int, usable: int, get: GetPage, *, is_row: bool) -> Cell | None:
    size, at = _varint(page, at)
    number = 0
    if is_row:
        number, at = _varint(page, at)
        number = number - (1 << 64) if number >> 63 else number
    if not 1 < size <= MAX_PAYLOAD_BYTES:
        return None
    local = _local_bytes(size, usable, is_row=is_row)
    if at + local > usable:
        return None
    payload = page[at : at + local]
    overflow: list[int] = []
    if local < size:
        follows = int.from_bytes(page[at + local : at + local + 4], "big")
        rest = _read_overflow(follows, size - local, usable, get, overflow)
        if rest is None:
            return None
        payload += rest
    values = _values(payload)
    return None if values is None else Cell(number, values, tuple(overflow))


def _local_bytes(size: int, usable: int, *, is_row: bool) -> int:
    """Return how many bytes of a payload lie in the page itself."""
    most = usable - 35 if is_row else (usable - 12) * 64 // 255 - 23
    if size <= most:
        return size
    least = (usable - 12) * 32 // 255 - 23
    fitting = least + (size - least) % (usable - 4)
    return fitting if fitting <= most else least


def _read_overflow(
    page: int, size: int, usable: int, get: GetPage, path: list[int]
) -> bytes | None:
    """Return what a payload goes on with on pages of its own; None where the chain breaks."""
    parts: list[bytes] = []
    seen: set[int] = set()
    while size > 0:
        data = None if page in seen else get(page)
        if data is None:
            return None
        seen.add(page)
        path.append(page)
        part = data[4 : min(usable, 4 + size)]
        parts.append(part)
        size -= len(part)
        page = int.from_bytes(data[:4], "big")
    return b"".join(parts) if page == 0 else None


def _values(payload: bytes) -> list[Value] | None:
    """Return the columns of a record; None where its parts do not add up."""
    header_bytes, at = _varint(payload, 0)
    if not at <= header_bytes <= len(payload):
        return None
    types = []
    while at < header_bytes:
        serial, at = _varint(payload, at)
        types.append(serial)
    if at != header_bytes or not types or len(types) > MAX_COLUMNS:
        return None
    values: list[Value] = []
    for serial in types:
        size = _SIZES[serial] if serial < len(_SIZES) else (serial - 12) // 2
        if serial in (10, 11) or at + size > len(payload):
            return None
        values.append(_value(serial, payload[at : at + size]))
        at += size
    return values if at == len(payload) else None


def _value(serial: int, data: bytes) -> Value:
    if serial == 0:
        return None
    if serial in (8, 9):
        return serial - 8
    if serial == 7:
        return float(struct.unpack(">d", data)[0])
    if serial < _BLOB:
        return int.from_bytes(data, "big", signed=True)
    return data.decode("utf-8", "replace") if serial % 2 else data


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes and where it ends.

    >>> _varint(bytes([0x81, 0]), 0), _varint(bytes([0x7F]), 0)
    ((128, 2), (127, 1))
    """
    value = 0
    for _turn in range(8):
        if at >= len(data):
            return 0, at
        byte = data[at]
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    if at >= len(data):
        return 0, at
    return value << 8 | data[at], at + 1


def page_count(size: int) -> int:
    """Return how many pages a file of so many bytes has, one that is cut counted.

    >>> page_count(4096), page_count(4097)
    (1, 2)
    """
    return -(-size // PAGE_BYTES)
